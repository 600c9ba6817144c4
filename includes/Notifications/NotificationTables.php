<?php
/**
 * The tables of notifications.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Notifications;

/**
 * One row is one message to one person; its items are the records it is about, the first of them where they are many. The
 * row is the mail's queue, too: `mail_state`, when it is due, and how often it was tried. `dedupe_key` makes all parts of
 * a bulk change one row a person. A mute is a follower's who doesn't want to be told; it ends with the follow.
 */
final class NotificationTables {

	/**
	 * Columns and keys of each table.
	 *
	 * @return array<string, string> Name without prefix => body of CREATE TABLE.
	 */
	public static function bodies(): array {
		return array(
			'notifications'      => "
				id bigint unsigned NOT NULL AUTO_INCREMENT,
				user_id bigint unsigned NOT NULL,
				kind varchar(30) NOT NULL,
				action varchar(30) NOT NULL,
				object_type varchar(20) NOT NULL,
				item_count int unsigned NOT NULL DEFAULT 0,
				actor bigint unsigned NOT NULL DEFAULT 0,
				cause varchar(20) NOT NULL,
				cause_detail varchar(190) NOT NULL DEFAULT '',
				note varchar(500) NOT NULL DEFAULT '',
				batch varchar(64) NOT NULL DEFAULT '',
				dedupe_key char(32) NOT NULL,
				created_gmt datetime NOT NULL,
				read_gmt datetime NULL,
				mail_state varchar(10) NOT NULL DEFAULT 'none',
				mail_digest tinyint unsigned NOT NULL DEFAULT 0,
				mail_due_gmt datetime NOT NULL,
				mail_attempts tinyint unsigned NOT NULL DEFAULT 0,
				mail_token char(20) NOT NULL DEFAULT '',
				mail_error varchar(255) NOT NULL DEFAULT '',
				PRIMARY KEY  (id),
				UNIQUE KEY dedupe_key (dedupe_key),
				KEY inbox (user_id, id),
				KEY unread (user_id, read_gmt, id),
				KEY mail (mail_state, mail_due_gmt),
				KEY created_gmt (created_gmt)",
			'notification_items' => '
				notification_id bigint unsigned NOT NULL,
				object_type varchar(20) NOT NULL,
				object_id bigint unsigned NOT NULL,
				PRIMARY KEY  (notification_id, object_id),
				KEY object (object_type, object_id)',
			'mutes'              => '
				object_type varchar(20) NOT NULL,
				object_id bigint unsigned NOT NULL,
				user_id bigint unsigned NOT NULL,
				PRIMARY KEY  (object_type, object_id, user_id)',
		);
	}
}
