<?php
/**
 * What form plugins and themes call. Everything else may change.
 *
 * @package Steward
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use Steward\Activity\Cause;
use Steward\Contacts\Contact;
use Steward\Contacts\ContactInput;
use Steward\Database\DatabaseFailure;
use Steward\Intake\ContactFields;
use Steward\Intake\FormConfig;
use Steward\Intake\Incoming;
use Steward\Ownership\StaleVersion;
use Steward\Plugin;
use Steward\Rest\Errors;
use Steward\Rest\Refused;

if ( ! function_exists( 'steward_create_contact' ) ) {
	/**
	 * Creates a contact.
	 *
	 * @param array<string, mixed> $fields  As REST names them. Without `contact_owner` it belongs to the actor, or is
	 *                                      unassigned where Steward itself acts.
	 * @param array<string, mixed> $context `user`: whose permissions count, a user id (default: Steward itself, which may
	 *                                      everything); `cause`: hand, rest, form, rule, workflow, sync, import, cli or code
	 *                                      (default); `detail`: its name; `created_gmt`: `Y-m-d H:i:s` UTC, for imports.
	 * @return Contact|WP_Error The contact, or why not: `rest_invalid_param`, `steward_duplicate_email`, `steward_forbidden`, ….
	 */
	function steward_create_contact( array $fields, array $context = array() ): Contact|WP_Error {
		$plugin  = Plugin::instance();
		$user    = $context['user'] ?? null;
		$actor   = is_numeric( $user ) ? $plugin->gate()->actor( (int) $user ) : \Steward\Access\Actor::system();
		$cause   = $context['cause'] ?? 'code';
		$detail  = $context['detail'] ?? '';
		$created = \Steward\Rest\Input::time( $context['created_gmt'] ?? null );
		try {
			return $plugin->contacts()->create( ContactInput::read( $fields ), $actor, Cause::named( is_string( $cause ) ? $cause : 'code', is_string( $detail ) ? $detail : '' ), $created );
		} catch ( Refused $refused ) {
			return $refused->error;
		} catch ( DatabaseFailure | StaleVersion ) {
			return Errors::unavailable();
		}
	}
}

if ( ! function_exists( 'steward_submit' ) ) {
	/**
	 * Takes a submission as a form does: makes an unassigned contact, or adds to the one that has the e-mail address and
	 * leaves its owner. The same submission twice is one.
	 *
	 * @param string               $form    The form's name, at most 100 characters.
	 * @param array<string, mixed> $fields  Contact fields as REST names them, or as forms do (`your-email`, `full_name`);
	 *                                      unknown ones become custom fields.
	 * @param array<string, mixed> $context `idempotency_key`: the same key is the same submission (without one, the same
	 *                                      fields within ten minutes are); `tags`: a list; `source`; `owner`: a CRM member's
	 *                                      user id for a new contact.
	 * @return Contact|WP_Error The contact, or why there is none: `rest_invalid_param`, `steward_unavailable`,
	 *                          `steward_not_found` where a submission that came before lost its contact.
	 */
	function steward_submit( string $form, array $fields, array $context = array() ): Contact|WP_Error {
		$form = trim( $form );
		if ( '' === $form || ! mb_check_encoding( $form, 'UTF-8' ) || mb_strlen( $form ) > 100 ) {
			return Errors::invalid( array( 'form' => __( 'This must be the form\'s name, a text of 1 to 100 characters.', 'steward' ) ) );
		}
		$key    = $context['idempotency_key'] ?? '';
		$tags   = $context['tags'] ?? array();
		$owner  = $context['owner'] ?? null;
		$source = $context['source'] ?? 'php';
		$owner  = is_numeric( $owner ) ? (int) $owner : null;
		$config = new FormConfig( true, array(), is_array( $tags ) ? array_values( array_filter( $tags, 'is_string' ) ) : array(), is_string( $source ) ? $source : 'php', null === $owner ? FormConfig::OWNER_UNASSIGNED : FormConfig::OWNER_USER, $owner );
		$result = Plugin::instance()->intake()->receive( new Incoming( 'php', $form, $form, ContactFields::named( $fields ), $config, null, is_scalar( $key ) ? (string) $key : '' ) );
		return match ( true ) {
			null !== $result->contact => $result->contact,
			$result->fault            => Errors::unavailable(),
			$result->failed()         => Errors::invalid( $result->notes ),
			default                   => Errors::not_found(),
		};
	}
}
