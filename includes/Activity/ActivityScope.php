<?php
/**
 * Whose activity somebody may see.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Activity;

use Steward\Access\AccessPolicy;
use Steward\Access\Actor;
use Steward\Access\RecordType;
use Steward\Access\Scope;

/**
 * A row is seen by whoever may view its record now. What is left of an erased record is nobody's any more: only those who
 * see all records of its kind see it. Rows of no record, such as changes of roles and settings, are for those who manage.
 */
final class ActivityScope {

	/**
	 * @param list<array{type: RecordType, scope: Scope}> $records What may be viewed of each kind of record; kinds of which nothing may be viewed are left out.
	 * @param bool                                        $others  Whether rows of no record are seen.
	 */
	private function __construct( public readonly array $records, public readonly bool $others ) {
	}

	/**
	 * An actor's.
	 *
	 * @param list<RecordType> $types   The kinds of records that are kept.
	 * @param bool             $manages Whether the actor manages Steward.
	 */
	public static function of( Actor $actor, array $types, bool $manages ): self {
		$records = array();
		foreach ( $types as $type ) {
			$scope = AccessPolicy::view_scope( $actor, $type );
			if ( ! $scope->is_nothing() ) {
				$records[] = compact( 'type', 'scope' );
			}
		}
		return new self( $records, $manages );
	}

	/**
	 * Whether nothing is seen.
	 */
	public function is_nothing(): bool {
		return array() === $this->records && ! $this->others;
	}

	/**
	 * Whether only some records of each kind are seen, and nothing else: then those records lead to the rows.
	 */
	public function is_partial(): bool {
		return ! $this->others && array() === array_filter( $this->records, static fn ( array $part ): bool => $part['scope']->everything );
	}

	/**
	 * A text that differs when the scope does: what caches must be keyed by.
	 */
	public function key(): string {
		$keys = array_map( static fn ( array $part ): string => $part['type']->value . '=' . $part['scope']->key(), $this->records );
		return implode( ';', $keys ) . ( $this->others ? ';others' : '' );
	}
}
