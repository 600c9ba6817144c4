<?php
/**
 * `/submissions`.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Intake;

use Steward\Access\Gate;
use Steward\Access\RecordAccess;
use Steward\Contacts\ContactPresenter;
use Steward\Rest\Controller;
use Steward\Rest\Errors;
use Steward\Rest\Input;

/**
 * Takes submissions of any form or site that has a key, and shows the log to whoever manages Steward.
 */
final class SubmissionsController extends Controller {

	/** What a submission may hold. */
	public const MAX_BYTES  = 65536;
	public const MAX_FIELDS = 100;

	private const PROVIDER = 'api';
	private const HEADER   = 'X-Steward-Key';
	private const MAX_FORM = 100;
	private const MAX_KEY  = 190;

	public function __construct(
		Gate $gate,
		private readonly Intake $intake,
		private readonly SubmissionStore $submissions,
		private readonly SubmissionKeys $keys,
		private readonly RecordAccess $access,
		private readonly ContactPresenter $presenter,
	) {
		parent::__construct( $gate );
	}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$text   = array(
			'type'    => 'string',
			'default' => '',
		);
		$filter = $this->page_args() + array(
			'provider' => $text + array( 'description' => __( 'Only through this form plugin, api or php.', 'steward' ) ),
			'form'     => $text + array( 'description' => __( 'Only of this form.', 'steward' ) ),
			'result'   => $text + array(
				'description' => __( 'Only those that ended so.', 'steward' ),
				'enum'        => array( '', Submission::CREATED, Submission::ENRICHED, Submission::SPAM, Submission::FAILED ),
			),
			'contact'  => array(
				'description' => __( 'Only of this contact.', 'steward' ),
				'type'        => 'integer',
				'default'     => 0,
				'minimum'     => 0,
			),
		);
		$this->route( '/submissions', \WP_REST_Server::READABLE, $this->list( ... ), $filter, array( $this, 'manager' ), SubmissionSchema::get( ... ) );
		$this->route( '/submissions/(?P<id>\d+)', \WP_REST_Server::READABLE, $this->get( ... ), array( 'id' => array( 'type' => 'integer' ) ), array( $this, 'manager' ), SubmissionSchema::get( ... ) );
		register_rest_route(
			self::NAMESPACE,
			'/submissions',
			array(
				array(
					'methods'             => \WP_REST_Server::CREATABLE,
					'callback'            => $this->take( ... ),
					'permission_callback' => $this->may_submit( ... ),
				),
				'allow_batch' => array( 'v1' => true ),
			)
		);
		// A form on another site's page sends its key from the browser.
		add_filter( 'rest_allowed_cors_headers', static fn ( array $headers ): array => array( ...$headers, self::HEADER ) );
	}

	/**
	 * A key that works, or whoever manages Steward.
	 */
	private function may_submit( \WP_REST_Request $request ): bool|\WP_Error {
		$key = $request->get_header( self::HEADER );
		if ( null === $key ) {
			$allowed = $this->manager();
			if ( $allowed instanceof \WP_Error && ! is_user_logged_in() ) {
				$allowed->add_data( array( 'status' => 401 ) + array( 'remedy' => self::remedy() ) );
			}
			return $allowed;
		}
		return $this->keys->check( $key ) > 0 ? true : new \WP_Error(
			'steward_invalid_key',
			__( 'This submission key does not exist. It may have been deleted.', 'steward' ),
			array(
				'status' => 403,
				'remedy' => self::remedy(),
			)
		);
	}

	private function take( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response|\WP_Error {
				$body  = $this->body( $request );
				$error = self::too_large( $request, $body ) ?? self::wrong( $body );
				if ( null !== $error ) {
					return $error;
				}
				$key = $request->get_header( self::HEADER );
				if ( null !== $key ) {
					$this->keys->note_use( $this->keys->check( $key ) );
				}
				$form   = trim( Input::string( $body['form'] ) );
				$config = new FormConfig( true, array(), array(), self::PROVIDER );
				$fields = ContactFields::named( self::fields( $body['fields'] ?? null ) ?? array() );
				return $this->response( $this->intake->receive( new Incoming( self::PROVIDER, $form, $form, $fields, $config, null, trim( Input::string( $body['idempotency_key'] ?? '' ) ) ) ) );
			}
		);
	}

	private function response( Outcome $outcome ): \WP_REST_Response|\WP_Error {
		if ( $outcome->fault ) {
			return Errors::unavailable();
		}
		if ( $outcome->failed() ) {
			return Errors::invalid( array_combine( array_map( static fn ( string $field ): string => "fields.$field", array_keys( $outcome->notes ) ), $outcome->notes ) );
		}
		$actor    = $this->actor();
		$contact  = $outcome->contact;
		$may_view = null !== $contact && $this->access->may_view( $actor, $contact );
		$data     = array( 'submission' => $outcome->submission->to_array() );
		if ( $outcome->repeated ) {
			$data['submission']['result'] = Submission::REPEATED;
		}
		if ( null !== $contact && $may_view ) {
			$data['contact'] = $this->presenter->one( $contact, $actor );
		} else {
			$data['submission']['contact'] = null;
		}
		return new \WP_REST_Response( $data, $outcome->created() ? 201 : 200 );
	}

	private function list( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				$contact = Input::int( $request['contact'] );
				$filters = array_filter(
					array(
						'provider' => Input::string( $request['provider'] ),
						'form'     => Input::string( $request['form'] ),
						'result'   => Input::string( $request['result'] ),
					),
					static fn ( string $value ): bool => '' !== $value
				) + ( $contact > 0 ? array( 'contact_id' => $contact ) : array() );
				$page    = $this->submissions->page( $filters, $this->offset( $request ), $this->limit( $request ) );
				$items   = array_map( static fn ( Submission $submission ): array => $submission->to_array(), $page );
				return $this->paged( $request, new \WP_REST_Response( $items ), $this->submissions->count( $filters ) );
			}
		);
	}

	/**
	 * One submission with what was sent, unless it belongs to a contact that the caller may not view.
	 */
	private function get( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response|\WP_Error {
				$submission = $this->submissions->find( Input::int( $request['id'] ) );
				if ( null === $submission ) {
					return Errors::not_found();
				}
				$may_view = null === $submission->contact_id || user_can( get_current_user_id(), 'steward_view_contact', $submission->contact_id );
				return new \WP_REST_Response( $submission->to_array() + array( 'fields' => $may_view ? (object) $submission->fields : null ) );
			}
		);
	}

	/**
	 * @param array<mixed> $body What was sent.
	 */
	private static function too_large( \WP_REST_Request $request, array $body ): ?\WP_Error {
		$bytes = max( strlen( $request->get_body() ), strlen( (string) wp_json_encode( $body, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE ) ) );
		return $bytes <= self::MAX_BYTES ? null : new \WP_Error(
			'steward_too_large',
			/* translators: %d: number of bytes */
			sprintf( __( 'A submission may have at most %d bytes.', 'steward' ), self::MAX_BYTES ),
			array(
				'status' => 413,
				'remedy' => __( 'Send files and long texts elsewhere.', 'steward' ),
				'params' => array( 'fields' => __( 'This is too large.', 'steward' ) ),
			)
		);
	}

	/**
	 * What is wrong with a submission's outside; what is wrong within its fields doesn't make it lost.
	 *
	 * @param array<mixed> $body What was sent.
	 */
	private static function wrong( array $body ): ?\WP_Error {
		$wrong  = array();
		$form   = $body['form'] ?? null;
		$key    = $body['idempotency_key'] ?? '';
		$fields = self::fields( $body['fields'] ?? null );
		if ( ! is_string( $form ) || '' === trim( $form ) || ! self::fits( $form, self::MAX_FORM ) ) {
			/* translators: %d: number of characters */
			$wrong['form'] = sprintf( __( 'This must be the form\'s name, a text of 1 to %d characters.', 'steward' ), self::MAX_FORM );
		}
		if ( ( ! is_string( $key ) && ! is_int( $key ) ) || ! self::fits( (string) $key, self::MAX_KEY ) ) {
			/* translators: %d: number of characters */
			$wrong['idempotency_key'] = sprintf( __( 'This must be a text of at most %d characters.', 'steward' ), self::MAX_KEY );
		}
		if ( null === $fields || array() === $fields ) {
			$wrong['fields'] = __( 'This must be an object: field => value, such as {"email": "ana@example.org"}.', 'steward' );
		} elseif ( count( $fields, COUNT_RECURSIVE ) > self::MAX_FIELDS ) {
			/* translators: %d: number of fields */
			$wrong['fields'] = sprintf( __( 'A submission may have at most %d fields.', 'steward' ), self::MAX_FIELDS );
		}
		foreach ( array_diff( array_map( 'strval', array_keys( $body ) ), array( 'form', 'fields', 'idempotency_key' ) ) as $unknown ) {
			$wrong[ $unknown ] = __( 'There is no such parameter. Values go into fields.', 'steward' );
		}
		return array() === $wrong ? null : Errors::invalid( $wrong );
	}

	/**
	 * @return array<mixed>|null Null when it is no object.
	 */
	private static function fields( mixed $value ): ?array {
		$value = is_object( $value ) ? (array) $value : $value;
		return is_array( $value ) && ( array() === $value || ! array_is_list( $value ) ) ? $value : null;
	}

	private static function fits( string $text, int $max ): bool {
		return mb_check_encoding( $text, 'UTF-8' ) && mb_strlen( $text ) <= $max;
	}

	private static function remedy(): string {
		/* translators: %s: name of an HTTP header */
		return sprintf( __( 'Send a submission key in the header %s; who manages Steward makes one in its settings.', 'steward' ), self::HEADER );
	}
}
