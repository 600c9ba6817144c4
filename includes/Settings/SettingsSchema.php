<?php
/**
 * The settings as JSON.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Settings;

use Steward\Notifications\Kind;
use Steward\Opportunities\SeparateOwnersSchema;
use Steward\Rest\Schema;

/**
 * The JSON schema of the site's settings.
 */
final class SettingsSchema {

	/**
	 * The schema.
	 *
	 * @return array<string, mixed>
	 */
	public static function get(): array {
		return Schema::of( 'settings', self::fields() + Schema::read_only( array( 'job' => SeparateOwnersSchema::job() ) ) );
	}

	/**
	 * What may be set.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function fields(): array {
		return array(
			'erase_on_uninstall'          => Schema::value( 'boolean', __( 'Whether uninstalling removes all contacts, roles and settings.', 'steward' ) ),
			'owned_scope_sees_unassigned' => Schema::value( 'boolean', __( 'Whether members with view scope Owned see unassigned contacts.', 'steward' ) ),
			'separate_owners'             => Schema::value( 'boolean', __( 'Allow different owners for contacts and its opportunities.', 'steward' ) ),
			'sync_contact_follower'       => Schema::value( 'boolean', __( 'Sync contact follower with opportunity owner; counts while separate_owners is on.', 'steward' ) ),
			'sync_opportunity_follower'   => Schema::value( 'boolean', __( 'Sync opportunity follower with contact owner; counts while separate_owners is on.', 'steward' ) ),
			'notification_defaults'       => Schema::object( Kind::schema(), __( 'How people are told of each kind of change unless they choose otherwise; kinds not given stay.', 'steward' ) ),
		);
	}
}
