<?php
/**
 * What statements on lists of opportunities are made of.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities\Listing;

use Steward\Access\Branch;
use Steward\Access\RecordType;
use Steward\Access\Scope;
use Steward\Access\ScopeSql;
use Steward\Database\Clause;
use Steward\Database\Connection;
use Steward\Lists\Hints;
use Steward\Opportunities\OpportunityQuery;

/**
 * Two ways to read a list: where a filter lets few opportunities through, that set is read; else a key is walked, once for each
 * branch of the scope. In all of them a row of the opportunities is `o`.
 */
final class ListSql {

	/** @var Hints What the server is told about its way. */
	public readonly Hints $hints;

	public function __construct( public readonly Connection $db, private readonly ScopeSql $scopes ) {
		$this->hints = new Hints( $db );
	}

	/**
	 * The list that a query asks for.
	 */
	public function list( OpportunityQuery $query, Scope $scope ): OpportunityList {
		return new OpportunityList( $query, $scope, new OpportunityFilters( $this->db, $this->scopes, $query ) );
	}

	/**
	 * The parts of the scope, each with a key of its own, as far as the owners asked for are in them.
	 *
	 * @return list<Branch>
	 */
	public function branches( OpportunityList $list ): array {
		return $this->scopes->branches( $list->scope, RecordType::Opportunity, 'o.owner', 'o.id', $list->query->owners );
	}

	/**
	 * The smallest set, if it isn't too large.
	 *
	 * @param int    $limit   The largest size.
	 * @param string $without A filter whose set is not looked at, as a key serves it anyway.
	 */
	public function smallest( OpportunityList $list, int $limit, string $without = '' ): ?OpportunitySet {
		$smallest = null;
		foreach ( $list->filters->sets() as $set ) {
			if ( $set->name === $without ) {
				continue;
			}
			$count = $this->db->int( "SELECT COUNT(*) FROM ( {$set->select->sql} LIMIT %d ) p", ...array( ...$set->select->args, $limit + 1 ) );
			if ( $count <= $limit ) {
				$smallest = $set;
				$limit    = $count - 1;
			}
		}
		return $smallest;
	}

	/**
	 * A set of these opportunities.
	 *
	 * @param list<int> $ids Ids, at least one.
	 */
	public function known( array $ids ): OpportunitySet {
		return new OpportunitySet( 'known', new Clause( 'SELECT id AS opportunity_id, 0 AS score FROM %i WHERE id IN ( ' . Connection::placeholders( $ids ) . ' )', array( $this->db->table( 'opportunities' ), ...$ids ) ) );
	}

	/**
	 * Access and all filters but the set's own.
	 *
	 * @param bool $in_bulk Whether many rows are asked.
	 */
	public function conditions( OpportunityList $list, ?OpportunitySet $set, bool $in_bulk = false ): Clause {
		return Clause::all(
			array(
				$this->living( $list ),
				$this->scopes->condition( $list->scope, RecordType::Opportunity, 'o.owner', 'o.id' ),
				$this->scopes->owner_condition( $list->query->owners, 'o.owner' ),
				$list->filters->conditions( $set, $in_bulk ),
			)
		);
	}

	/**
	 * Whether a row is of the trash or not, as is asked for.
	 */
	public function living( OpportunityList $list ): Clause {
		return new Clause( 'o.trashed = %d', array( (int) $list->query->trashed ) );
	}

	/**
	 * FROM a set `d`, and the rows of it that conditions let through.
	 *
	 * @param Clause $set SELECT of `opportunity_id`, as an OpportunitySet's.
	 */
	public function from_set( Clause $set, Clause $conditions ): Clause {
		return new Clause(
			"FROM ( $set->sql ) d " . $this->hints->join() . " %i o ON o.id = d.opportunity_id WHERE $conditions->sql",
			array( ...$set->args, $this->db->table( 'opportunities' ), ...$conditions->args )
		);
	}

	/**
	 * FROM a branch: by a key, or all that is followed.
	 */
	public function from_branch( Branch $branch, string $key ): Clause {
		return $branch->joins_followers
			? new Clause( 'FROM %i sb ' . $this->hints->join() . ' %i o ON o.id = sb.object_id', array( $this->db->table( 'followers' ), $this->db->table( 'opportunities' ) ) )
			: $this->from_key( $key );
	}

	private function from_key( string $key ): Clause {
		return new Clause( 'FROM %i o ' . $this->hints->use_key( $key ), array( $this->db->table( 'opportunities' ) ) );
	}

	/**
	 * One branch in the list's order, as a SELECT of `id` and `k`, what it is ordered by.
	 */
	public function walk( OpportunityList $list, Branch $branch ): Clause {
		$orderby = $list->orderby();
		$where   = Clause::all( array( $this->living( $list ), $branch->clause, $list->filters->conditions(), $list->rest() ) );
		// Within one owner the order by owner is the order by id: said so, MariaDB doesn't sort.
		return $this->in_order( $list, $this->from_branch( $branch, self::key( $list, $branch->by_owner ) ), $where, 'owner' === $orderby && $branch->by_owner ? 'id' : $orderby );
	}

	/**
	 * The whole list in its order, past what may not be seen, as walk().
	 */
	public function walk_past_others( OpportunityList $list ): Clause {
		return $this->in_order( $list, $this->from_key( self::key( $list, false ) ), Clause::all( array( $this->conditions( $list, null ), $list->rest() ) ), $list->orderby() );
	}

	/**
	 * What an opportunity is ordered by.
	 *
	 * @return string|null Null also when there is no such opportunity any more.
	 */
	public function value( OpportunityList $list, int $id ): ?string {
		return $this->db->rows( 'SELECT %i AS k FROM %i WHERE id = %d', OpportunityQuery::ORDERS[ $list->orderby() ], $this->db->table( 'opportunities' ), $id )[0]['k'] ?? null;
	}

	private function in_order( OpportunityList $list, Clause $from, Clause $where, string $orderby ): Clause {
		$direction = $list->query->descending ? 'DESC' : 'ASC';
		return new Clause(
			"SELECT o.id, o.%i AS k $from->sql WHERE $where->sql ORDER BY o.%i $direction, o.id $direction",
			array( OpportunityQuery::ORDERS[ $list->orderby() ], ...$from->args, ...$where->args, OpportunityQuery::ORDERS[ $orderby ] )
		);
	}

	/**
	 * The key that gives the list's order.
	 *
	 * @param bool $of_one_owner Behind the owner.
	 */
	private static function key( OpportunityList $list, bool $of_one_owner ): string {
		$orderby   = $list->orderby();
		$one_stage = 'modified' === $orderby && 1 === count( $list->query->stages ?? array() );
		return match ( true ) {
			'owner' === $orderby        => 'owner_id',
			$one_stage && $of_one_owner => 'stage_owner_modified',
			$one_stage                  => 'stage_modified',
			$of_one_owner               => "owner_$orderby",
			default                     => "list_$orderby",
		};
	}
}
