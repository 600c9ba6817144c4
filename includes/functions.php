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
use Steward\Contacts\StaleVersion;
use Steward\Database\DatabaseFailure;
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
