<?php
/**
 * Lists of contacts, at a million of them.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

use Steward\Access\Scope;
use Steward\Access\ScopeSql;
use Steward\Contacts\Listing\CandidateReads;
use Steward\Contacts\Listing\ContactFilters;
use Steward\Contacts\Listing\ContactList;
use Steward\Contacts\Listing\KeyWalk;
use Steward\Contacts\Listing\WordWalk;
use Steward\Database\Connection;
use Steward\Lists\Bookmark;
use Steward\Lists\Bookmarks;
use Steward\Lists\KeptPages;
use Steward\Lists\Totals;
use Steward\Lists\Transients;

/**
 * Finds the ids of a page and how many contacts the whole list has, both within the scope, in SQL. Three ways: where a
 * filter lets few contacts through, those are read and sorted, and give the total. A list of some thousands is kept in its
 * order, and what has changed since is looked up. Of a longer one only the page is read, along a key.
 */
final class ContactFinder {

	/** A filter's set up to here is read for each page. */
	private const SMALL = 1000;

	/** Totals up to here are exact. */
	public const EXACT = 10000;

	/** @var CandidateReads Where a filter's set is read. */
	private readonly CandidateReads $candidates;

	/** @var WordWalk Where many match the words. */
	private readonly WordWalk $words;

	/** @var KeyWalk Where the order's key is walked. */
	private readonly KeyWalk $keys;

	/**
	 * @param KeyWalk|null $keys  Walks; one of the usual kind unless given.
	 * @param int          $small As SMALL.
	 * @param int          $exact As EXACT.
	 */
	public function __construct(
		private readonly Connection $db,
		ScopeSql $scopes,
		private readonly ContactTags $tags,
		private readonly KeptPages $kept,
		private readonly Totals $totals,
		private readonly Bookmarks $bookmarks,
		?KeyWalk $keys = null,
		private readonly int $small = self::SMALL,
		private readonly int $exact = self::EXACT,
	) {
		$this->candidates = new CandidateReads( $db, $scopes );
		$this->words      = new WordWalk( $db, $scopes );
		$this->keys       = $keys ?? new KeyWalk( $db, $scopes );
	}

	/**
	 * The ids of a page, and how many contacts the whole list has.
	 *
	 * @return array{ids: list<int>, total: int}
	 */
	public function page( ContactQuery $query, Scope $scope ): array {
		$list = $this->list( $query, $scope );
		if ( $list->is_empty() ) {
			return self::found( array(), 0 );
		}
		if ( $list->filters->has_small() ) {
			return $this->fresh( $list );
		}
		Transients::read( array( Totals::name( $list->key() ), Bookmarks::name( $list->ordered_key() ), ...KeptPages::names( $list->ordered_key(), $query->offset ) ) );
		$total = $this->totals->get( $list->key(), $this->exact, fn (): int => $this->count( $list ) );
		return null === $total ? $this->as_kept( $list ) ?? $this->fresh( $list ) : self::found( $this->long( $list, $total ), $total );
	}

	/**
	 * The ids of a page, without counting the list.
	 *
	 * @return list<int>
	 */
	public function ids( ContactQuery $query, Scope $scope ): array {
		$list = $this->list( $query, $scope );
		if ( $list->is_empty() ) {
			return array();
		}
		$set = $this->candidates->smallest( $list->filters, $this->exact );
		return null === $set ? $this->walk( $list, $query->limit, $query->offset ) : $this->candidates->sorted( $list, $set, $query->limit, $query->offset );
	}

	/**
	 * @return array{ids: list<int>, total: int}|null
	 */
	private function as_kept( ContactList $list ): ?array {
		return $this->kept->page( $list->ordered_key(), $list->query->offset, $list->query->limit, fn ( array $ids ): array => $this->sort( $list, $ids ) );
	}

	/**
	 * Sorts as the list does, and leaves out what it doesn't hold.
	 *
	 * @param list<int> $ids Ids.
	 * @return list<int>
	 */
	private function sort( ContactList $list, array $ids ): array {
		return $this->candidates->sorted( $list, $this->candidates->known( $ids ), count( $ids ) );
	}

	/**
	 * A page of a list that isn't known yet.
	 *
	 * @return array{ids: list<int>, total: int}
	 */
	private function fresh( ContactList $list ): array {
		$set      = $this->candidates->smallest( $list->filters, $this->small );
		$is_small = null !== $set;
		$mark     = $is_small ? 0 : $this->kept->mark();
		$set    ??= $this->candidates->smallest( $list->filters, $this->exact );
		$ids      = null === $set ? $this->first( $list ) : $this->candidates->sorted( $list, $set, $this->exact + 1 );
		if ( count( $ids ) > $this->exact ) {
			$total = $this->count( $list );
			$this->totals->keep( $list->key(), $total );
			return self::found( $this->long( $list, $total ), $total );
		}
		if ( ! $is_small && ( count( $ids ) > $this->small || $list->filters->has_more_than( '' ) ) ) {
			$this->kept->keep( $list->ordered_key(), $ids, $mark );
		}
		return self::found( array_slice( $ids, $list->query->offset, $list->query->limit ), count( $ids ) );
	}

	/**
	 * The whole list in order where it is exact; else some of it.
	 *
	 * @return list<int>
	 */
	private function first( ContactList $list ): array {
		$set = $this->candidates->best( $list->filters );
		if ( null === $set ) {
			return $this->keys->page( $list, $this->exact + 1, 0 );
		}
		$ids = $this->candidates->unordered( $list, $set, $this->exact + 1 );
		return count( $ids ) > $this->exact ? $ids : $this->candidates->sorted( $list, $this->candidates->known( $ids ), $this->exact );
	}

	private function count( ContactList $list ): int {
		$set = $this->candidates->best( $list->filters );
		return null === $set ? $this->keys->count( $list ) : $this->candidates->count( $list, $set );
	}

	/**
	 * A page of a list that is too long to be read whole. Where its beginning costs more than a walk along a key, that is kept.
	 *
	 * @param int $total How many it has.
	 * @return list<int>
	 */
	private function long( ContactList $list, int $total ): array {
		$offset = $list->query->offset;
		$limit  = $list->query->limit;
		if ( $offset >= $this->exact && ! $list->by_relevance() && ! $list->by_owner() ) {
			return $this->bookmarks->page(
				$list->ordered_key(),
				$offset,
				fn ( ?Bookmark $from ): array => $this->walk( $list->from( $from ), $limit, $offset - ( $from->offset ?? 0 ), $total ),
				fn ( int $id ): ?string => $this->keys->value( $list, $id )
			);
		}
		$head = ! $list->by_relevance() && ( $list->by_owner() || $list->filters->has_more_than( '' ) )
			? $this->kept->head( $list->ordered_key(), $offset, $limit, fn ( int $most ): array => $this->walk( $list, $most, 0, $total ), fn ( array $ids ): array => $this->sort( $list, $ids ) )
			: null;
		return $head ?? $this->walk( $list, $limit, $offset, $total );
	}

	/**
	 * @param int|null $total How many the list has, if that is known.
	 * @return list<int>
	 */
	private function walk( ContactList $list, int $limit, int $offset, ?int $total = null ): array {
		return $list->by_relevance() ? $this->words->page( $list ) : $this->keys->page( $list, $limit, $offset, $total );
	}

	private function list( ContactQuery $query, Scope $scope ): ContactList {
		return new ContactList( $query, $scope, new ContactFilters( $this->db, $this->tags, $query ) );
	}

	/**
	 * @param list<int> $ids Ids of the page.
	 * @return array{ids: list<int>, total: int}
	 */
	private static function found( array $ids, int $total ): array {
		return array(
			'ids'   => $ids,
			'total' => $total,
		);
	}
}
