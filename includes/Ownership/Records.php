<?php
/**
 * The kinds of records there are.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Access\RecordType;

/**
 * For code that treats all kinds alike: leavers, notifications, meta capabilities.
 */
final class Records {

	/**
	 * @param array<string, \Closure(): RecordKind<OwnedRecord>> $kinds By RecordType value, contacts first.
	 */
	public function __construct( private readonly array $kinds ) {
	}

	/**
	 * The kinds that are kept, contacts first.
	 *
	 * @return list<RecordType>
	 */
	public function types(): array {
		return array_map( static fn ( string $type ): RecordType => RecordType::from( $type ), array_keys( $this->kinds ) );
	}

	/**
	 * The services of a kind.
	 *
	 * @return RecordKind<OwnedRecord>
	 */
	public function kind( RecordType $type ): RecordKind {
		return $this->kinds[ $type->value ]();
	}

	/**
	 * Where records of a kind are read.
	 *
	 * @return RecordStore<OwnedRecord>
	 */
	public function store( RecordType $type ): RecordStore {
		return $this->kind( $type )->store;
	}

	/**
	 * A record of any kind.
	 */
	public function find( RecordType $type, int $id ): ?OwnedRecord {
		return $this->store( $type )->find( $id );
	}
}
