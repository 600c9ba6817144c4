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

	/** Up to here reading and sorting beats walking. */
	private const SMALL = 5000;

	/** @var Hints What the server is told about its way. */
	public readonly Hints $hints;

	/**
	 * @param int $small A set up to this size is read whole.
	 */
	public function __construct( public readonly Connection $db, private readonly ScopeSql $scopes, private readonly int $small = self::SMALL ) {
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
	 * The smallest set, if one is small.
	 *
	 * @param string $without A filter whose set is not looked at, as a key serves it anyway.
	 */
	public function smallest( OpportunityList $list, string $without = '' ): ?OpportunitySet {
		$smallest = null;
		$size     = $this->small + 1;
		foreach ( $list->filters->sets() as $set ) {
			if ( $set->name === $without ) {
				continue;
			}
			if ( $set->is_small ) {
				return $set;
			}
			$count = $this->db->int( "SELECT COUNT(*) FROM ( {$set->select->sql} LIMIT %d ) p", ...array( ...$set->select->args, $size ) );
			if ( $count < $size ) {
				$smallest = $set;
				$size     = $count;
			}
		}
		return $smallest;
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
		$table = $this->db->table( 'opportunities' );
		return $branch->joins_followers
			? new Clause( 'FROM %i sb ' . $this->hints->join() . ' %i o ON o.id = sb.object_id', array( $this->db->table( 'followers' ), $table ) )
			: new Clause( 'FROM %i o ' . $this->hints->use_key( $key ), array( $table ) );
	}

	/**
	 * One branch in the list's order, as a SELECT of `id` and `k`, what it is ordered by.
	 */
	public function walk( OpportunityList $list, Branch $branch ): Clause {
		$query      = $list->query;
		$orderby    = isset( OpportunityQuery::ORDERS[ $query->orderby ] ) ? $query->orderby : 'created';
		$column     = OpportunityQuery::ORDERS[ $orderby ];
		$direction  = $query->descending ? 'DESC' : 'ASC';
		$from       = $this->from_branch( $branch, self::key( $branch, $query, $orderby ) );
		$conditions = Clause::all( array( $this->living( $list ), $branch->clause, $list->filters->conditions() ) );
		// Within one owner the order by owner is the order by id: said so, MariaDB doesn't sort.
		$order = 'owner' === $orderby && $branch->by_owner ? 'id' : $column;
		return new Clause(
			"SELECT o.id, o.%i AS k $from->sql WHERE $conditions->sql ORDER BY o.%i $direction, o.id $direction",
			array( $column, ...$from->args, ...$conditions->args, $order )
		);
	}

	/**
	 * The key that gives a branch in its order.
	 */
	private static function key( Branch $branch, OpportunityQuery $query, string $orderby ): string {
		$one_stage = 'modified' === $orderby && 1 === count( $query->stages ?? array() );
		return match ( true ) {
			'owner' === $orderby            => 'owner_id',
			$one_stage && $branch->by_owner => 'stage_owner_modified',
			$one_stage                      => 'stage_modified',
			$branch->by_owner               => "owner_$orderby",
			default                         => "list_$orderby",
		};
	}
}
