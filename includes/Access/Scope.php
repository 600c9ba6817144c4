<?php
/**
 * Which records an actor may view.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

/**
 * Everything, nothing, or any of: owned by a user, unassigned, followed by a user. matches() is its definition;
 * ScopeSql says the same in SQL, and a property test holds the two together.
 */
final class Scope {

	private function __construct(
		public readonly bool $everything,
		public readonly ?int $owned_by = null,
		public readonly bool $unassigned = false,
		public readonly ?int $followed_by = null,
	) {
	}

	/**
	 * All records.
	 */
	public static function everything(): self {
		return new self( true );
	}

	/**
	 * No record.
	 */
	public static function nothing(): self {
		return new self( false );
	}

	/**
	 * What a member with scope Owned sees: their own, what they follow and, unless a setting hides the pool, the unassigned.
	 */
	public static function owned( Actor $actor, bool $unassigned ): self {
		return $actor->id > 0 ? new self( false, $actor->id, $unassigned, $actor->id ) : self::nothing();
	}

	/**
	 * Whether no record can match.
	 */
	public function is_nothing(): bool {
		return ! $this->everything && null === $this->owned_by && ! $this->unassigned && null === $this->followed_by;
	}

	/**
	 * Whether a record is in it.
	 */
	public function matches( Subject $subject ): bool {
		return $this->everything
			|| ( null !== $this->owned_by && $subject->owner === $this->owned_by )
			|| ( $this->unassigned && null === $subject->owner )
			|| ( null !== $this->followed_by && in_array( $this->followed_by, $subject->followers, true ) );
	}

	/**
	 * A text that differs when the scope does: what caches must be keyed by.
	 */
	public function key(): string {
		return $this->everything ? 'everything' : sprintf( 'owned:%d|unassigned:%d|followed:%d', (int) $this->owned_by, (int) $this->unassigned, (int) $this->followed_by );
	}
}
