<?php
/**
 * What access to a record depends on.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

/**
 * A record reduced to the facts the policy asks for.
 */
final class Subject {

	/**
	 * @param RecordType $type                  Kind of record.
	 * @param int        $id                    The record's id.
	 * @param int|null   $owner                 Owner's user id; null is unassigned.
	 * @param list<int>  $followers             Followers' user ids.
	 * @param bool       $owner_updates         Whether the owner's own role lets the owner update the record; false when unassigned.
	 * @param bool       $single_owner          Whether its owner is another record's, and changes only with that.
	 * @param bool       $trashed               Whether it is in the trash.
	 */
	public function __construct(
		public readonly RecordType $type,
		public readonly int $id,
		public readonly ?int $owner,
		public readonly array $followers,
		public readonly bool $owner_updates,
		public readonly bool $single_owner = false,
		public readonly bool $trashed = false,
	) {
	}

	/**
	 * Whether the actor follows the record.
	 */
	public function is_followed_by( Actor $actor ): bool {
		foreach ( $this->followers as $follower ) {
			if ( $actor->is( $follower ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * What the actor is to the record.
	 */
	public function relation_to( Actor $actor ): Relation {
		return match ( true ) {
			null === $this->owner            => Relation::Unassigned,
			$actor->is( $this->owner )       => Relation::Owner,
			$this->is_followed_by( $actor )  => Relation::Follower,
			default                          => Relation::Other,
		};
	}

	/**
	 * The same record, otherwise.
	 *
	 * @param bool|null $single_owner As in the constructor; null as it is.
	 * @param bool|null $trashed      As in the constructor; null as it is.
	 */
	public function changed( ?bool $single_owner = null, ?bool $trashed = null ): self {
		return new self( $this->type, $this->id, $this->owner, $this->followers, $this->owner_updates, $single_owner ?? $this->single_owner, $trashed ?? $this->trashed );
	}
}
