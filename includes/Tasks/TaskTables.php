<?php
/**
 * The table of tasks.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tasks;

/**
 * As the seventh version makes it. `trashed` is the parent's, kept alike by whatever trashes and restores that, so that no list
 * needs to ask; `due_gmt` is Task::NEVER where there is no date, so that a key has those last.
 *
 * - `contact`: what goes with a contact, and a claim's one look (contact, no opportunity, open); the list of a contact.
 * - `opportunity`: the same of an opportunity.
 * - `assignee_due`: somebody's list; what a leaver has.
 * - `creator`: tasks of no record that somebody added.
 * - `list_due`, `list_priority`: the team's list in these orders, walked once for each status, and its totals. `list_due` holds the
 *   assignee, so that what is overdue is counted by person without reading a row; `list_priority` the date, for totals of both.
 */
final class TaskTables {

	/**
	 * Columns and keys.
	 *
	 * @return array<string, string> Name without prefix => body of CREATE TABLE.
	 */
	public static function bodies(): array {
		return array(
			'tasks' => "
				id bigint unsigned NOT NULL AUTO_INCREMENT,
				trashed tinyint unsigned NOT NULL DEFAULT 0,
				contact_id bigint unsigned NULL,
				opportunity_id bigint unsigned NULL,
				title varchar(200) NOT NULL,
				due_gmt datetime NOT NULL DEFAULT '" . Task::NEVER . "',
				assignee bigint unsigned NULL,
				priority tinyint unsigned NOT NULL DEFAULT 1,
				status varchar(4) NOT NULL DEFAULT 'open',
				done_gmt datetime NULL,
				created_by bigint unsigned NULL,
				created_gmt datetime NOT NULL,
				modified_gmt datetime NOT NULL,
				version int unsigned NOT NULL DEFAULT 1,
				PRIMARY KEY  (id),
				KEY contact (contact_id, opportunity_id, status, due_gmt, id),
				KEY opportunity (opportunity_id, status, due_gmt, id),
				KEY assignee_due (trashed, assignee, status, due_gmt, id),
				KEY creator (created_by, contact_id, opportunity_id, id),
				KEY list_due (trashed, status, due_gmt, id, assignee),
				KEY list_priority (trashed, status, priority, id, due_gmt)",
		);
	}
}
