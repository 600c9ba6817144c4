<?php
/**
 * What has changed since a list was read.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Lists;

use Steward\Access\RecordType;
use Steward\Database\Clock;
use Steward\Database\Connection;

/**
 * Every change of a record appends to its activity in the same transaction: so the activity behind a mark names all that
 * may have changed since. Transactions may commit in another order than that of their ids; the mark therefore stays some
 * seconds behind, and what lies between is looked at again.
 */
final class Changes {

	/** No transaction takes longer from its activity to its commit. */
	private const BEHIND_SECONDS = 10;

	/** More changed records than this are not worth looking at one by one. */
	private const MOST = 200;

	public function __construct( private readonly Connection $db, private readonly Clock $clock, private readonly RecordType $type ) {
	}

	/**
	 * The newest activity whose change is surely seen by whoever reads now; 0 when there is none.
	 */
	public function mark(): int {
		return $this->db->int(
			'SELECT id FROM %i WHERE created_gmt < %s ORDER BY created_gmt DESC, id DESC LIMIT 1',
			$this->db->table( 'activity' ),
			$this->clock->ago( self::BEHIND_SECONDS )
		);
	}

	/**
	 * Records that may have changed since a mark.
	 *
	 * @return list<int>|null Null when they are too many.
	 */
	public function since( int $mark ): ?array {
		$ids = $this->db->ints(
			'SELECT DISTINCT object_id FROM %i ' . ( new Hints( $this->db ) )->use_key( 'PRIMARY' ) . ' WHERE id > %d AND object_type = %s LIMIT %d',
			$this->db->table( 'activity' ),
			$mark,
			$this->type->value,
			self::MOST + 1
		);
		return count( $ids ) > self::MOST ? null : $ids;
	}
}
