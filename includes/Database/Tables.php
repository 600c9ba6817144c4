<?php
/**
 * Every table Steward has.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Database;

/**
 * The tables as the first version makes them; later changes are steps in Migrations. Columns come in the order of the
 * records' REST schemas. `trashed` stands first in the list keys, since every list asks for one of its two values.
 */
final class Tables {

	/** Names without prefix; uninstall drops them all. */
	public const NAMES = array(
		'contacts',
		'contact_terms',
		'tags',
		'contact_tags',
		'followers',
		'activity',
		'forms',
		'submissions',
		'submission_keys',
		'jobs',
		'opportunities',
		'opportunity_terms',
		'pipelines',
		'stages',
		'notifications',
		'notification_items',
		'mutes',
		'tasks',
	);

	/**
	 * Columns and keys of each table of version 1.
	 *
	 * Contacts: one list order is one key, alone (scope all) and behind the owner (scope owned), so that no list sorts
	 * more than it shows. Keys of all owners end with the owner (since version 5), so that a walk sees whose a contact is. `email_hash` is NULL without an e-mail and in the trash: the unique key holds one living contact
	 * an e-mail. `follower_count` is what a conditional update checks the limit against.
	 * Activity: its keys are what ActivityKeys gives older tables.
	 *
	 * @return array<string, string> Name without prefix => body of CREATE TABLE.
	 */
	public static function version_1(): array {
		return array(
			'contacts'        => "
				id bigint unsigned NOT NULL AUTO_INCREMENT,
				trashed tinyint unsigned NOT NULL DEFAULT 0,
				first_name varchar(100) NOT NULL DEFAULT '',
				last_name varchar(100) NOT NULL DEFAULT '',
				name varchar(201) NOT NULL DEFAULT '',
				email varchar(254) NOT NULL DEFAULT '',
				email_hash char(32) NULL,
				phone varchar(50) NOT NULL DEFAULT '',
				company varchar(200) NOT NULL DEFAULT '',
				title varchar(100) NOT NULL DEFAULT '',
				website varchar(255) NOT NULL DEFAULT '',
				address_line1 varchar(200) NOT NULL DEFAULT '',
				address_line2 varchar(200) NOT NULL DEFAULT '',
				city varchar(100) NOT NULL DEFAULT '',
				region varchar(100) NOT NULL DEFAULT '',
				postcode varchar(20) NOT NULL DEFAULT '',
				country varchar(2) NOT NULL DEFAULT '',
				contact_owner bigint unsigned NULL,
				owner_since_gmt datetime NOT NULL,
				owner_cause varchar(20) NOT NULL DEFAULT '',
				follower_count tinyint unsigned NOT NULL DEFAULT 0,
				source varchar(50) NOT NULL DEFAULT '',
				source_id varchar(190) NOT NULL DEFAULT '',
				created_gmt datetime NOT NULL,
				modified_gmt datetime NOT NULL,
				version int unsigned NOT NULL DEFAULT 1,
				custom longtext NOT NULL,
				PRIMARY KEY  (id),
				UNIQUE KEY email_hash (email_hash),
				KEY list_id (trashed, id, contact_owner),
				KEY list_created (trashed, created_gmt, id, contact_owner),
				KEY list_modified (trashed, modified_gmt, id, contact_owner),
				KEY list_name (trashed, name, id, contact_owner),
				KEY list_email (trashed, email, id, contact_owner),
				KEY owner_id (trashed, contact_owner, id),
				KEY owner_created (trashed, contact_owner, created_gmt, id),
				KEY owner_modified (trashed, contact_owner, modified_gmt, id),
				KEY owner_name (trashed, contact_owner, name, id),
				KEY owner_email (trashed, contact_owner, email, id),
				KEY source_created (trashed, source, created_gmt, id, contact_owner),
				KEY country_created (trashed, country, created_gmt, id, contact_owner),
				KEY region_created (trashed, region, created_gmt, id, contact_owner),
				KEY city_created (trashed, city, created_gmt, id, contact_owner)",
			'contact_terms'   => '
				trashed tinyint unsigned NOT NULL DEFAULT 0,
				term varchar(40) NOT NULL,
				field_rank tinyint unsigned NOT NULL,
				contact_id bigint unsigned NOT NULL,
				PRIMARY KEY  (trashed, term, field_rank, contact_id),
				KEY contact_id (contact_id, term)',
			'tags'            => '
				id bigint unsigned NOT NULL AUTO_INCREMENT,
				name varchar(50) NOT NULL,
				PRIMARY KEY  (id),
				UNIQUE KEY name (name)',
			'contact_tags'    => '
				tag_id bigint unsigned NOT NULL,
				contact_id bigint unsigned NOT NULL,
				trashed tinyint unsigned NOT NULL DEFAULT 0,
				PRIMARY KEY  (contact_id, tag_id),
				KEY tag (tag_id, trashed, contact_id)',
			'followers'       => "
				object_type varchar(20) NOT NULL,
				object_id bigint unsigned NOT NULL,
				user_id bigint unsigned NOT NULL,
				source varchar(20) NOT NULL DEFAULT 'manual',
				since_gmt datetime NOT NULL,
				PRIMARY KEY  (object_type, object_id, user_id),
				KEY follower (user_id, object_type, object_id)",
			'activity'        => "
				id bigint unsigned NOT NULL AUTO_INCREMENT,
				object_type varchar(20) NOT NULL,
				object_id bigint unsigned NOT NULL,
				action varchar(30) NOT NULL,
				actor bigint unsigned NOT NULL DEFAULT 0,
				cause varchar(20) NOT NULL,
				cause_detail varchar(190) NOT NULL DEFAULT '',
				changes longtext NOT NULL,
				created_gmt datetime NOT NULL,
				PRIMARY KEY  (id),
				KEY object (object_type, object_id, id),
				KEY created (created_gmt, id, object_type, object_id),
				KEY actor_created (actor, created_gmt, id, object_type, object_id),
				KEY action_created (action, created_gmt, id, object_type, object_id),
				KEY cause_created (cause, created_gmt, id, object_type, object_id)",
			'forms'           => '
				provider varchar(40) NOT NULL,
				form varchar(100) NOT NULL,
				config longtext NOT NULL,
				modified_gmt datetime NOT NULL,
				PRIMARY KEY  (provider, form)',
			'submissions'     => "
				id bigint unsigned NOT NULL AUTO_INCREMENT,
				provider varchar(40) NOT NULL DEFAULT '',
				form varchar(100) NOT NULL,
				idempotency_hash char(32) NOT NULL,
				result varchar(20) NOT NULL DEFAULT '',
				contact_id bigint unsigned NULL,
				fields longtext NOT NULL,
				message varchar(500) NOT NULL DEFAULT '',
				created_gmt datetime NOT NULL,
				PRIMARY KEY  (id),
				UNIQUE KEY idempotency_hash (idempotency_hash),
				KEY form (provider, form, created_gmt),
				KEY result (result, id),
				KEY contact_id (contact_id)",
			'submission_keys' => '
				id bigint unsigned NOT NULL AUTO_INCREMENT,
				name varchar(100) NOT NULL,
				key_hash char(64) NOT NULL,
				hint varchar(12) NOT NULL,
				created_gmt datetime NOT NULL,
				last_used_gmt datetime NULL,
				PRIMARY KEY  (id),
				UNIQUE KEY key_hash (key_hash)',
			'jobs'            => "
				id bigint unsigned NOT NULL AUTO_INCREMENT,
				kind varchar(40) NOT NULL,
				state varchar(10) NOT NULL DEFAULT 'queued',
				actor bigint unsigned NOT NULL,
				params longtext NOT NULL,
				position bigint unsigned NOT NULL DEFAULT 0,
				total int unsigned NOT NULL DEFAULT 0,
				done int unsigned NOT NULL DEFAULT 0,
				failed int unsigned NOT NULL DEFAULT 0,
				errors longtext NOT NULL,
				lease varchar(32) NOT NULL DEFAULT '',
				lease_until_gmt datetime NOT NULL,
				created_gmt datetime NOT NULL,
				modified_gmt datetime NOT NULL,
				PRIMARY KEY  (id),
				KEY state (state, lease_until_gmt)",
		);
	}
}
