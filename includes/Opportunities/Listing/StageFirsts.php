<?php
/**
 * The cards that a board begins with.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities\Listing;

use Steward\Access\Branch;
use Steward\Access\Scope;
use Steward\Database\Clause;
use Steward\Opportunities\OpportunityQuery;

/**
 * The first opportunities of several stages, the newest change first, in few statements whatever the number of stages.
 */
final class StageFirsts {

	/** Below it asking whether each is followed beats reading all that is followed. */
	private const NEAR = 300;

	/** A filter's set up to here is read whole. */
	private const SMALL = 5000;

	/**
	 * @param int $near  As NEAR.
	 * @param int $small As SMALL.
	 */
	public function __construct( private readonly ListSql $sql, private readonly int $near = self::NEAR, private readonly int $small = self::SMALL ) {
	}

	/**
	 * The first of each stage, and maybe some more.
	 *
	 * @param list<int> $stages Stages.
	 * @param int       $limit  Of each stage.
	 * @return list<array<string, string|null>> id, stage_id and k, what they are ordered by; in no order.
	 */
	public function rows( OpportunityQuery $query, Scope $scope, array $stages, int $limit ): array {
		$list = $this->sql->list( $query->in_stages( $stages, $limit ), $scope );
		if ( $list->is_empty() ) {
			return array();
		}
		$small = $this->sql->smallest( $list, $this->small, 'stage' );
		return null === $small ? $this->walk( $list ) : $this->in_set( $list, $small );
	}

	/**
	 * Those of some opportunities that are in these stages.
	 *
	 * @param list<int> $stages Stages.
	 * @param list<int> $ids    Opportunities, at least one.
	 * @return list<array<string, string|null>> As rows().
	 */
	public function among( OpportunityQuery $query, Scope $scope, array $stages, array $ids ): array {
		$list = $this->sql->list( $query->in_stages( $stages, count( $ids ) ), $scope );
		return $list->is_empty() ? array() : $this->in_set( $list, $this->sql->known( $ids ) );
	}

	/**
	 * The first ids of each stage, the newest change first.
	 *
	 * @param list<array<string, string|null>> $rows  As rows().
	 * @param int                              $limit Of each stage.
	 * @return array<int, list<int>> Stage => ids.
	 */
	public static function ids( array $rows, int $limit ): array {
		return array_map( static fn ( array $of_stage ): array => array_slice( $of_stage, 0, $limit ), self::by_stage( $rows ) );
	}

	/**
	 * @return list<array<string, string|null>> id, stage_id and k.
	 */
	private function in_set( OpportunityList $list, OpportunitySet $small ): array {
		$from = $this->sql->from_set( $small->distinct(), $this->sql->conditions( $list, $small ) );
		return $this->sql->db->rows( "SELECT o.id, o.stage_id, o.modified_gmt AS k $from->sql", ...$from->args );
	}

	/**
	 * Walks each stage's key in each branch of the scope. What is followed is in no such order: where the other branches fill a
	 * stage, only the opportunities as new as theirs are asked whether they are followed.
	 *
	 * @return list<array<string, string|null>> id, stage_id and k.
	 */
	private function walk( OpportunityList $list ): array {
		$branches = $this->sql->branches( $list );
		$stages   = $list->query->stages ?? array();
		$owners   = array_values( array_filter( $branches, static fn ( Branch $branch ): bool => ! $branch->joins_followers ) );
		$rows     = $this->walk_each( $list, $stages, $owners );
		$followed = array_values( array_filter( $branches, static fn ( Branch $branch ): bool => $branch->joins_followers ) );
		if ( array() === $followed ) {
			return $rows;
		}
		$near = $this->near( $list, $followed, self::ends( $rows, $list->query->limit ) );
		return array( ...$rows, ...array_merge( array(), ...$near ), ...$this->walk_each( $list, array_values( array_diff( $stages, array_keys( $near ) ) ), $followed ) );
	}

	/**
	 * Where the cards of each stage end that is filled.
	 *
	 * @param list<array<string, string|null>> $rows id, stage_id and k.
	 * @return array<int, string> Stage => modified.
	 */
	private static function ends( array $rows, int $limit ): array {
		$ends     = array();
		$modified = array_column( $rows, 'k', 'id' );
		foreach ( self::by_stage( $rows ) as $stage => $ids ) {
			if ( count( $ids ) >= $limit ) {
				$ends[ $stage ] = (string) $modified[ $ids[ $limit - 1 ] ];
			}
		}
		return $ends;
	}

	/**
	 * What is followed before the ends that are near: before which not too many opportunities of their stage come.
	 *
	 * @param list<Branch>       $followed Branches of what is followed.
	 * @param array<int, string> $ends     Stage => modified.
	 * @return array<int, list<array<string, string|null>>> Stage => id, stage_id and k; without the stages whose end is far.
	 */
	private function near( OpportunityList $list, array $followed, array $ends ): array {
		$parts   = array();
		$args    = array();
		$table   = $this->sql->db->table( 'opportunities' );
		$filters = $list->filters->conditions();
		$asked   = array_map( static fn ( Branch $branch ): string => "( SELECT 1 FROM %i sb WHERE {$branch->clause->sql} LIMIT 1 ) = 1", $followed );
		$asks    = array_merge( array(), ...array_map( fn ( Branch $branch ): array => array( $this->sql->db->table( 'followers' ), ...$branch->clause->args ), $followed ) );
		$is_one  = '( ' . implode( ' OR ', $asked ) . " ) AND $filters->sql";
		foreach ( $ends as $stage => $end ) {
			$newest  = new Clause(
				'SELECT o.id FROM %i o ' . $this->sql->hints->use_key( 'stage_modified' ) . ' WHERE o.trashed = %d AND o.stage_id = %d AND o.modified_gmt >= %s LIMIT %d',
				array( $table, (int) $list->query->trashed, $stage, $end, $this->near )
			);
			$parts[] = "SELECT o.id, o.stage_id, o.modified_gmt AS k, CASE WHEN $is_one THEN 1 ELSE 0 END AS is_one FROM ( $newest->sql ) n$stage " . $this->sql->hints->join() . " %i o ON o.id = n$stage.id";
			array_push( $args, ...$asks, ...$filters->args, ...$newest->args, ...array( $table ) );
		}
		$near   = array_fill_keys( array_keys( $ends ), array() );
		$before = array_fill_keys( array_keys( $ends ), 0 );
		foreach ( array() === $parts ? array() : $this->sql->db->rows( implode( ' UNION ALL ', $parts ), ...$args ) as $row ) {
			$stage = (int) $row['stage_id'];
			++$before[ $stage ];
			if ( '1' === (string) $row['is_one'] ) {
				$near[ $stage ][] = $row;
			}
		}
		return array_filter( $near, fn ( int $stage ): bool => $before[ $stage ] < $this->near, ARRAY_FILTER_USE_KEY );
	}

	/**
	 * @param list<int>    $stages   Stages.
	 * @param list<Branch> $branches Branches.
	 * @return list<array<string, string|null>> id, stage_id and k.
	 */
	private function walk_each( OpportunityList $list, array $stages, array $branches ): array {
		$limit = $list->query->limit;
		$parts = array();
		$args  = array();
		foreach ( $stages as $stage ) {
			$of_stage = $this->sql->list( $list->query->in_stages( array( $stage ), $limit ), $list->scope );
			foreach ( $branches as $branch ) {
				$part    = $this->sql->walk( $of_stage, $branch );
				$parts[] = "SELECT id, %d AS stage_id, k FROM ( $part->sql LIMIT %d ) b" . count( $parts );
				array_push( $args, $stage, ...$part->args, ...array( $limit ) );
			}
		}
		return array() === $parts ? array() : $this->sql->db->rows( implode( ' UNION ALL ', $parts ), ...$args );
	}

	/**
	 * Ids of each stage, the newest change first.
	 *
	 * @param list<array<string, string|null>> $rows id, stage_id and k.
	 * @return array<int, list<int>>
	 */
	private static function by_stage( array $rows ): array {
		usort( $rows, static fn ( array $a, array $b ): int => array( $b['k'], (int) $b['id'] ) <=> array( $a['k'], (int) $a['id'] ) );
		$ids = array();
		foreach ( $rows as $row ) {
			$ids[ (int) $row['stage_id'] ][] = (int) $row['id'];
		}
		return $ids;
	}
}
