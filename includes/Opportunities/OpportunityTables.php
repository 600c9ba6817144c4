<?php
/**
 * Tables of opportunities and their pipelines.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Database\Connection;

/**
 * As the second version makes them. One list order is one key, alone and behind the owner; a board's column is one key, too.
 * `stage_sums` covers the counts and sums of a board and of the forecast, whatever the scope.
 */
final class OpportunityTables {

	/**
	 * Columns and keys of each table.
	 *
	 * @return array<string, string> Name without prefix => body of CREATE TABLE.
	 */
	public static function bodies(): array {
		return array(
			'opportunities'     => "
				id bigint unsigned NOT NULL AUTO_INCREMENT,
				trashed tinyint unsigned NOT NULL DEFAULT 0,
				contact_id bigint unsigned NOT NULL,
				pipeline_id bigint unsigned NOT NULL,
				stage_id bigint unsigned NOT NULL,
				title varchar(200) NOT NULL,
				value decimal(19,4) NOT NULL DEFAULT 0,
				currency char(3) NOT NULL,
				status varchar(4) NOT NULL DEFAULT 'open',
				owner bigint unsigned NULL,
				owner_since_gmt datetime NOT NULL,
				owner_cause varchar(20) NOT NULL DEFAULT '',
				follower_count tinyint unsigned NOT NULL DEFAULT 0,
				expected_close date NULL,
				closed_gmt datetime NULL,
				created_gmt datetime NOT NULL,
				modified_gmt datetime NOT NULL,
				version int unsigned NOT NULL DEFAULT 1,
				PRIMARY KEY  (id),
				KEY contact (contact_id, trashed, id),
				KEY list_id (trashed, id),
				KEY list_created (trashed, created_gmt, id),
				KEY list_modified (trashed, modified_gmt, id),
				KEY list_title (trashed, title, id),
				KEY list_value (trashed, value, id),
				KEY list_expected_close (trashed, expected_close, id),
				KEY owner_id (trashed, owner, id),
				KEY owner_created (trashed, owner, created_gmt, id),
				KEY owner_modified (trashed, owner, modified_gmt, id),
				KEY owner_title (trashed, owner, title, id),
				KEY owner_value (trashed, owner, value, id),
				KEY owner_expected_close (trashed, owner, expected_close, id),
				KEY stage_modified (trashed, stage_id, modified_gmt, id),
				KEY stage_owner_modified (trashed, stage_id, owner, modified_gmt, id),
				KEY stage_sums (trashed, stage_id, owner, currency, expected_close, value),
				KEY currency_id (trashed, currency, id)",
			'opportunity_terms' => '
				trashed tinyint unsigned NOT NULL DEFAULT 0,
				term varchar(40) NOT NULL,
				field_rank tinyint unsigned NOT NULL,
				opportunity_id bigint unsigned NOT NULL,
				PRIMARY KEY  (trashed, term, field_rank, opportunity_id),
				KEY opportunity_id (opportunity_id, term)',
			'pipelines'         => '
				id bigint unsigned NOT NULL AUTO_INCREMENT,
				name varchar(100) NOT NULL,
				position int unsigned NOT NULL DEFAULT 0,
				currency char(3) NOT NULL,
				PRIMARY KEY  (id)',
			'stages'            => "
				id bigint unsigned NOT NULL AUTO_INCREMENT,
				pipeline_id bigint unsigned NOT NULL,
				name varchar(100) NOT NULL,
				position int unsigned NOT NULL DEFAULT 0,
				color varchar(10) NOT NULL DEFAULT 'gray',
				probability tinyint unsigned NOT NULL DEFAULT 0,
				outcome varchar(4) NOT NULL DEFAULT 'open',
				PRIMARY KEY  (id),
				KEY pipeline (pipeline_id, position, id)",
		);
	}

	/**
	 * Makes the first pipeline, unless there is one or an interrupted upgrade has begun it.
	 */
	public static function fill( Connection $db ): void {
		$pipeline = $db->int( 'SELECT MIN( id ) FROM %i', $db->table( 'pipelines' ) );
		if ( 0 === $pipeline ) {
			$pipeline = $db->insert(
				'pipelines',
				array(
					'name'     => 'Sales',
					'position' => 0,
					'currency' => 'USD',
				)
			);
		}
		if ( $db->int( 'SELECT COUNT(*) FROM %i', $db->table( 'stages' ) ) > 0 ) {
			return;
		}
		$rows = array();
		foreach ( Pipelines::FIRST_STAGES as $position => list( $name, $color, $probability, $outcome ) ) {
			$rows[] = array(
				'pipeline_id' => $pipeline,
				'name'        => $name,
				'position'    => $position,
				'color'       => $color,
				'probability' => $probability,
				'outcome'     => $outcome,
			);
		}
		$db->insert_many( 'stages', $rows );
	}
}
