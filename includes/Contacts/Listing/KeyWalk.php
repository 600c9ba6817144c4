<?php
/**
 * Lists in the order of a key.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts\Listing;

use Steward\Access\Branch;
use Steward\Access\RecordType;
use Steward\Access\ScopeSql;
use Steward\Database\Clause;
use Steward\Database\Connection;
use Steward\Lists\Hints;

/**
 * Reads contacts in order until a page is full. Each order has a key that ends with the owner, which tells what may be
 * seen without reading a row, and one behind the owner. So a list of many owners walks the order's key past what isn't
 * its own; where that is too far, each branch of the scope walks its own key, and what they begin with is merged.
 */
final class KeyWalk {

	/** Up to here reading past others' contacts beats merging branches. */
	private const FAR = 150000;

	/** Up to here each contact is asked whether it is followed; else all that is followed is read first. */
	private const FEW = 3000;

	/** @var Hints Ways for the server. */
	private readonly Hints $hints;

	/**
	 * @param int $far How many entries of a key a walk may be expected to read.
	 */
	public function __construct( private readonly Connection $db, private readonly ScopeSql $scopes, private readonly int $far = self::FAR ) {
		$this->hints = new Hints( $db );
	}

	/**
	 * Some of a list.
	 *
	 * @param int|null $matches How many the whole list has, if that is known.
	 * @return list<int>
	 */
	public function page( ContactList $list, int $limit, int $offset, ?int $matches = null ): array {
		$branches = $this->branches( $list );
		if ( array() === $branches ) {
			return array();
		}
		$distance = 1 === count( $branches ) ? 0 : $this->distance( $list, $limit + $offset, $matches );
		if ( $distance > $this->far ) {
			return $this->merge( $list, $branches, $limit, $offset );
		}
		$walk = 1 === count( $branches ) ? $this->branch( $list, $branches[0] ) : $this->past_others( $list, $distance <= self::FEW );
		return $this->db->ints( "$walk->sql LIMIT %d OFFSET %d", ...array( ...$walk->args, $limit, $offset ) );
	}

	/**
	 * What a contact is ordered by.
	 *
	 * @return string|null Null also when there is no such contact any more.
	 */
	public function value( ContactList $list, int $id ): ?string {
		return $this->db->rows( 'SELECT %i AS k FROM %i WHERE id = %d', $list->column(), $this->db->table( 'contacts' ), $id )[0]['k'] ?? null;
	}

	/**
	 * How many contacts a list has, branch by branch.
	 */
	public function count( ContactList $list ): int {
		$total = 0;
		foreach ( $this->branches( $list ) as $branch ) {
			$where  = $this->where( $list, $branch->clause );
			$from   = $branch->joins_followers ? $this->from_followers( $list->filters->need_only_owner() ? 'list_id' : 'PRIMARY' ) : $this->from_key( $branch->by_owner ? 'owner_created' : 'list_created' );
			$total += $this->db->int( "SELECT COUNT(*) $from->sql WHERE $where->sql", ...array( ...$from->args, ...$where->args ) );
		}
		return $total;
	}

	/**
	 * How many entries of the order's key hold so many of the list, if they are spread evenly; the order by owner isn't even.
	 */
	private function distance( ContactList $list, int $rows, ?int $matches ): int {
		return null === $matches || $list->by_owner()
			? PHP_INT_MAX
			: intdiv( $rows * $this->db->int( 'SELECT MAX( id ) FROM %i', $this->db->table( 'contacts' ) ), max( 1, $matches ) );
	}

	/**
	 * The order's key, and on it what may be seen.
	 *
	 * @param bool $of_few As in ScopeSql::condition().
	 */
	private function past_others( ContactList $list, bool $of_few ): Clause {
		return $this->in_order( $list, $this->from_key( $this->list_key( $list ) ), Clause::all( array( $list->access( $this->scopes, $of_few ), $list->filters->conditions(), $list->rest() ) ), $list->column() );
	}

	/**
	 * What each branch begins with, merged.
	 *
	 * @param list<Branch> $branches Branches.
	 * @return list<int>
	 */
	private function merge( ContactList $list, array $branches, int $limit, int $offset ): array {
		$direction = $list->direction();
		$parts     = array();
		$args      = array();
		if ( $list->by_owner() && ! $list->query->descending && $branches[0]->is_unassigned ) {
			// Nobody comes before all owners.
			$first = $this->branch( $list, $branches[0] );
			$ids   = $this->db->ints( "$first->sql LIMIT %d OFFSET %d", ...array( ...$first->args, $limit, $offset ) );
			if ( count( $ids ) === $limit ) {
				return $ids;
			}
		}
		foreach ( $branches as $index => $branch ) {
			$part    = $this->branch( $list, $branch );
			$parts[] = "SELECT id, k FROM ( $part->sql LIMIT %d ) b$index";
			array_push( $args, ...$part->args, ...array( $limit + $offset ) );
		}
		$union = implode( ' UNION ALL ', $parts );
		return $this->db->ints( "SELECT id FROM ( $union ) u ORDER BY k $direction, id $direction LIMIT %d OFFSET %d", ...array( ...$args, $limit, $offset ) );
	}

	/**
	 * One branch in order.
	 */
	private function branch( ContactList $list, Branch $branch ): Clause {
		$by_owner = $list->by_owner();
		$narrow   = $list->filters->need_only_owner() && ( $by_owner || 'id' === $list->orderby() );
		$from     = match ( true ) {
			$branch->joins_followers => $this->from_followers( $narrow ? 'list_id' : 'PRIMARY' ),
			$branch->by_owner        => $this->from_key( $by_owner ? 'owner_id' : "owner_{$list->orderby()}" ),
			default                  => $this->from_key( $this->list_key( $list ) ),
		};
		// Within one owner the order by owner is the order by id: said so, MariaDB doesn't sort.
		return $this->in_order( $list, $from, $this->where( $list, $branch->clause ), $by_owner && $branch->by_owner ? 'id' : $list->column() );
	}

	private function in_order( ContactList $list, Clause $from, Clause $where, string $column ): Clause {
		$direction = $list->direction();
		return new Clause(
			"SELECT c.id, c.%i AS k $from->sql WHERE $where->sql ORDER BY c.%i $direction, c.id $direction",
			array( $list->column(), ...$from->args, ...$where->args, $column )
		);
	}

	private function where( ContactList $list, Clause $branch ): Clause {
		return Clause::all( array( new Clause( 'c.trashed = %d', array( (int) $list->query->trashed ) ), $branch, $list->filters->conditions(), $list->rest() ) );
	}

	private function list_key( ContactList $list ): string {
		return match ( $list->orderby() ) {
			'contact_owner' => 'owner_id',
			'created'       => $list->filters->place_key() ?? 'list_created',
			default         => "list_{$list->orderby()}",
		};
	}

	private function from_key( string $key ): Clause {
		return new Clause( "FROM %i c {$this->hints->use_key( $key )}", array( $this->db->table( 'contacts' ) ) );
	}

	private function from_followers( string $key ): Clause {
		return new Clause(
			"FROM %i sb {$this->hints->join()} %i c {$this->hints->use_key( $key )} ON c.id = sb.object_id",
			array( $this->db->table( 'followers' ), $this->db->table( 'contacts' ) )
		);
	}

	/**
	 * @return list<Branch>
	 */
	private function branches( ContactList $list ): array {
		return $this->scopes->branches( $list->scope, RecordType::Contact, 'c.contact_owner', 'c.id', $list->query->owners );
	}
}
