<?php
/**
 * What every record with an owner can be asked.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Access\RecordType;

/**
 * A stored contact or opportunity, as ownership, followers, access, activity and notifications see it.
 */
interface OwnedRecord {

	/**
	 * Kind of record.
	 */
	public function type(): RecordType;

	/**
	 * The record's id.
	 */
	public function id(): int;

	/**
	 * Owner's user id; null is unassigned.
	 */
	public function owner(): ?int;

	/**
	 * When the owner, or having none, began: `Y-m-d H:i:s` UTC.
	 */
	public function owner_since(): string;

	/**
	 * How the present owner came about, such as `claim`.
	 */
	public function owner_cause(): string;

	/**
	 * Followers' user ids, in the order they came.
	 *
	 * @return list<int>
	 */
	public function followers(): array;

	/**
	 * Whether it is in the trash.
	 */
	public function is_trashed(): bool;

	/**
	 * What to call it.
	 */
	public function label(): string;
}
