<?php
/**
 * Where records of one kind are read.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Rest\Refused;

/**
 * Reads without asking who may.
 *
 * @template-covariant T of OwnedRecord
 */
interface RecordStore {

	/**
	 * A record, in the trash or not.
	 *
	 * @param bool $lock Whether to hold its row until the transaction ends, and to see past the transaction's snapshot.
	 * @return T|null
	 */
	public function find( int $id, bool $lock = false ): ?OwnedRecord;

	/**
	 * A record that must be there.
	 *
	 * @param bool $lock As in find().
	 * @return T
	 * @throws Refused When there is none.
	 */
	public function get( int $id, bool $lock = false ): OwnedRecord;

	/**
	 * Records by id, in the order of the ids; missing ones are left out.
	 *
	 * @param list<int> $ids Ids.
	 * @return list<T>
	 */
	public function find_all( array $ids ): array;
}
