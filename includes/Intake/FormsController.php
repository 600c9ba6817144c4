<?php
/**
 * `/forms`.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Intake;

use Steward\Access\Gate;
use Steward\Database\Clock;
use Steward\Rest\Controller;
use Steward\Rest\Errors;
use Steward\Rest\Input;
use Steward\Rest\Refused;
use Steward\Rest\Schema;

/**
 * The forms found on the site and what becomes of their submissions, for whoever manages Steward.
 */
final class FormsController extends Controller {

	public function __construct(
		Gate $gate,
		private readonly FormProviders $providers,
		private readonly FormConfigStore $configs,
		private readonly SubmissionStore $submissions,
	) {
		parent::__construct( $gate );
	}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$one = '/forms/(?P<provider>[a-z0-9\-]+)/(?P<form>[^/]+)';
		$this->route( '/forms', \WP_REST_Server::READABLE, $this->list( ... ), array(), array( $this, 'manager' ), FormSchema::get( ... ) );
		$this->route( $one, \WP_REST_Server::READABLE, $this->get( ... ), array(), array( $this, 'manager' ), FormSchema::get( ... ) );
		$this->route( $one, \WP_REST_Server::EDITABLE, $this->change( ... ), Schema::args( FormSchema::get() ), array( $this, 'manager' ), FormSchema::get( ... ) );
	}

	/**
	 * Forms of the plugins that are active; one that fails hides no other's.
	 */
	private function list(): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function (): \WP_REST_Response {
				$items = array();
				foreach ( $this->providers->all() as $provider ) {
					try {
						$forms = $provider->is_active() ? $provider->forms() : array();
					} catch ( \Throwable $fault ) {
						FormReceiver::log( $fault );
						continue;
					}
					$configs = array() === $forms ? array() : $this->configs->all( $provider->id() );
					$times   = array() === $forms ? array() : $this->submissions->last_received( $provider->id() );
					foreach ( $forms as $form ) {
						$items[] = self::present( $provider, $form, $configs[ $form->id ] ?? FormConfig::initial( $provider, $form ), $times[ $form->id ] ?? null );
					}
				}
				$response = new \WP_REST_Response( $items );
				$response->header( 'X-WP-Total', (string) count( $items ) );
				$response->header( 'X-WP-TotalPages', '1' );
				return $response;
			}
		);
	}

	private function get( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				list( $provider, $form ) = $this->found( $request );
				return $this->one( $provider, $form, $this->config( $provider, $form ) );
			}
		);
	}

	private function change( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function () use ( $request ): \WP_REST_Response {
				list( $provider, $form ) = $this->found( $request );

				$body   = array_diff_key( $this->body( $request ), array_flip( array( 'provider', 'form' ) ) );
				$config = FormConfigInput::apply( $body, $this->config( $provider, $form ), $form, $this->gate );
				$this->configs->put( $provider->id(), $form->id, $config );
				return $this->one( $provider, $form, $config );
			}
		);
	}

	/**
	 * @return array{FormProvider, Form}
	 * @throws Refused When the plugin or the form isn't there.
	 */
	private function found( \WP_REST_Request $request ): array {
		$provider = $this->providers->find( Input::string( $request['provider'] ) );
		if ( null === $provider ) {
			throw new Refused( Errors::not_found() );
		}
		try {
			$active = $provider->is_active();
			$form   = $active ? $provider->form( Input::string( $request['form'] ) ) : null;
		} catch ( \Throwable $fault ) {
			FormReceiver::log( $fault );
			throw new Refused( self::missing( $provider ) );
		}
		if ( ! $active ) {
			throw new Refused( self::missing( $provider ) );
		}
		return array( $provider, $form ?? throw new Refused( Errors::not_found() ) );
	}

	private function config( FormProvider $provider, Form $form ): FormConfig {
		return $this->configs->find( $provider->id(), $form->id ) ?? FormConfig::initial( $provider, $form );
	}

	private function one( FormProvider $provider, Form $form, FormConfig $config ): \WP_REST_Response {
		return new \WP_REST_Response( self::present( $provider, $form, $config, $this->submissions->last_received( $provider->id() )[ $form->id ] ?? null ) );
	}

	/**
	 * @param string|null $last When the last submission came, `Y-m-d H:i:s` UTC.
	 * @return array<string, mixed>
	 */
	private static function present( FormProvider $provider, Form $form, FormConfig $config, ?string $last ): array {
		return array(
			'provider'            => $provider->id(),
			'provider_name'       => $provider->name(),
			'form'                => $form->id,
			'title'               => $form->title,
			'fields'              => array_map( static fn ( FormField $field ): array => $field->to_array(), $form->fields ),
			'suggested_mapping'   => (object) FieldNames::suggest( $form->fields ),
			'edit_url'            => $form->edit_url,
			'last_submission_gmt' => null === $last ? null : Clock::iso( $last ),
		) + $config->to_array();
	}

	private static function missing( FormProvider $provider ): \WP_Error {
		return new \WP_Error(
			'steward_provider_missing',
			/* translators: %s: a form plugin's name */
			sprintf( __( '%s is not active on this site, or does not work.', 'steward' ), $provider->name() ),
			array(
				'status' => 409,
				/* translators: %s: a form plugin's name */
				'remedy' => sprintf( __( 'Install and activate %s on the Plugins screen, then try again.', 'steward' ), $provider->name() ),
			)
		);
	}
}
