<?php
/**
 * What belongs to one kind of owned record.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Access\RecordType;

/**
 * The services of one kind, for code that treats all kinds alike.
 *
 * @template-covariant T of OwnedRecord
 */
final class RecordKind {

	/**
	 * @param RecordType     $type      Kind of record.
	 * @param RecordStore<T> $store     Reads it.
	 * @param RecordGuard<T> $guard     Reads it for somebody who may.
	 * @param Ownership<T>   $ownership Changes its owner.
	 * @param Following<T>   $following Changes its followers.
	 */
	public function __construct(
		public readonly RecordType $type,
		public readonly RecordStore $store,
		public readonly RecordGuard $guard,
		public readonly Ownership $ownership,
		public readonly Following $following,
	) {
	}
}
