<?php
/**
 * One list of contacts.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts\Listing;

use Steward\Access\RecordType;
use Steward\Access\Scope;
use Steward\Access\ScopeSql;
use Steward\Contacts\ContactQuery;
use Steward\Database\Clause;
use Steward\Lists\Bookmark;

/**
 * What is asked for, by whom, and its filters in SQL.
 */
final class ContactList {

	public function __construct(
		public readonly ContactQuery $query,
		public readonly Scope $scope,
		public readonly ContactFilters $filters,
		private readonly ?Bookmark $from = null,
	) {
	}

	/**
	 * The same list from a place on, or whole.
	 */
	public function from( ?Bookmark $place ): self {
		return new self( $this->query, $this->scope, $this->filters, $place );
	}

	/**
	 * What comes from that place on, on a row `c`.
	 */
	public function rest(): Clause {
		return null === $this->from ? Clause::all( array() ) : $this->from->from_here_on( 'c', $this->column(), $this->query->descending );
	}

	/**
	 * Whether nothing can be in it.
	 */
	public function is_empty(): bool {
		return $this->scope->is_nothing() || $this->filters->match_nothing;
	}

	/**
	 * A text that differs when the list's contacts may.
	 */
	public function key(): string {
		return 'contacts|' . $this->scope->key() . $this->query->key();
	}

	/**
	 * The same with its order.
	 */
	public function ordered_key(): string {
		return $this->key() . $this->query->orderby . ( $this->query->descending ? ' desc' : '' );
	}

	/**
	 * Whether the best match comes first.
	 */
	public function by_relevance(): bool {
		return ContactQuery::RELEVANCE === $this->query->orderby && array() !== $this->filters->words;
	}

	/**
	 * The order, one of ContactQuery::ORDERS; relevance without a search is the newest first.
	 */
	public function orderby(): string {
		return isset( ContactQuery::ORDERS[ $this->query->orderby ] ) ? $this->query->orderby : 'created';
	}

	/**
	 * Whether the order is that of the owners: all contacts of one are equal.
	 */
	public function by_owner(): bool {
		return 'contact_owner' === $this->orderby();
	}

	/**
	 * The order's column.
	 */
	public function column(): string {
		return ContactQuery::ORDERS[ $this->orderby() ];
	}

	/**
	 * The order's direction in SQL.
	 */
	public function direction(): string {
		return $this->query->descending ? 'DESC' : 'ASC';
	}

	/**
	 * Trash, access and owners asked for, on a row `c`.
	 *
	 * @param bool $of_few As in ScopeSql::condition().
	 */
	public function access( ScopeSql $scopes, bool $of_few = false ): Clause {
		// What one follows oneself is in one's scope.
		$within = null !== $this->query->follower && $this->query->follower === $this->scope->followed_by;
		return Clause::all(
			array(
				new Clause( 'c.trashed = %d', array( (int) $this->query->trashed ) ),
				...( $within ? array() : array( $scopes->condition( $this->scope, RecordType::Contact, 'c.contact_owner', 'c.id', $of_few ) ) ),
				$scopes->owner_condition( $this->query->owners, 'c.contact_owner' ),
			)
		);
	}
}
