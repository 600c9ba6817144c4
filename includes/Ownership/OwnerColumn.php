<?php
/**
 * Conditional updates of an owner.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Access\RecordType;
use Steward\Database\Clock;
use Steward\Database\Connection;

/**
 * The only statements that write an owner. Each is one UPDATE whose condition says what must still be true; the number of
 * affected rows says whether it was. Never read-then-write.
 */
final class OwnerColumn {

	/** How long a claim may be undone, in seconds: what the screen offers, and time for whoever needs longer to reach the button. */
	public const UNDO_SECONDS = 60;

	public function __construct( private readonly Connection $db, private readonly Clock $clock ) {
	}

	/**
	 * Nobody's becomes somebody's.
	 *
	 * @return bool Whether this call won it.
	 */
	public function claim( RecordType $type, int $id, int $user ): bool {
		$now = $this->clock->now();
		return $this->db->execute(
			"UPDATE %i SET %i = %d, owner_since_gmt = %s, owner_cause = 'claim', modified_gmt = %s, version = version + 1 WHERE id = %d AND %i IS NULL AND trashed = 0",
			$this->db->table( $type->plural() ),
			$type->owner_field(),
			$user,
			$now,
			$now,
			$id,
			$type->owner_field()
		) > 0;
	}

	/**
	 * A claim is taken back by the one who made it, for a short time.
	 *
	 * @return bool Whether it still could.
	 */
	public function undo_claim( RecordType $type, int $id, int $user ): bool {
		$now = $this->clock->now();
		return $this->db->execute(
			"UPDATE %i SET %i = NULL, owner_since_gmt = %s, owner_cause = 'undo', modified_gmt = %s, version = version + 1 WHERE id = %d AND %i = %d AND owner_cause = 'claim' AND owner_since_gmt >= %s",
			$this->db->table( $type->plural() ),
			$type->owner_field(),
			$now,
			$now,
			$id,
			$type->owner_field(),
			$user,
			$this->clock->ago( self::UNDO_SECONDS )
		) > 0;
	}

	/**
	 * One owner, or none, becomes another, or none.
	 *
	 * @param int|null    $old   The owner as it was read.
	 * @param string|null $cause How it came about; else release or reassign.
	 * @return bool False when the owner is no longer the one that was read.
	 */
	public function reassign( RecordType $type, int $id, ?int $old, ?int $owner, ?string $cause = null ): bool {
		$now                = $this->clock->now();
		list( $set, $args ) = Connection::assignments(
			array(
				$type->owner_field() => $owner,
				'owner_since_gmt'    => $now,
				'owner_cause'        => $cause ?? ( null === $owner ? 'release' : 'reassign' ),
				'modified_gmt'       => $now,
			)
		);
		$condition          = null === $old ? '%i IS NULL' : '%i = %d';
		return $this->db->execute(
			"UPDATE %i SET $set, version = version + 1 WHERE id = %d AND $condition",
			...array( $this->db->table( $type->plural() ), ...$args, $id, $type->owner_field(), ...( null === $old ? array() : array( $old ) ) )
		) > 0;
	}

	/**
	 * One owner, or none, of many records becomes another, or none.
	 *
	 * @param non-empty-list<int> $ids   Records, their rows held.
	 * @param int|null            $old   The owner as it was read.
	 * @param string              $cause How it came about.
	 */
	public function reassign_many( RecordType $type, array $ids, ?int $old, ?int $owner, string $cause ): void {
		$now                = $this->clock->now();
		list( $set, $args ) = Connection::assignments(
			array(
				$type->owner_field() => $owner,
				'owner_since_gmt'    => $now,
				'owner_cause'        => $cause,
				'modified_gmt'       => $now,
			)
		);
		$condition          = null === $old ? '%i IS NULL' : '%i = %d';
		$this->db->execute(
			"UPDATE %i SET $set, version = version + 1 WHERE id IN ( " . Connection::placeholders( $ids ) . " ) AND $condition",
			...array( $this->db->table( $type->plural() ), ...$args, ...$ids, $type->owner_field(), ...( null === $old ? array() : array( $old ) ) )
		);
	}

	/**
	 * What a user owns, in the trash too, in order of id.
	 *
	 * @return list<int> Records' ids.
	 */
	public function owned_by( RecordType $type, int $user, int $after_id, int $limit ): array {
		return $this->db->ints(
			'SELECT id FROM %i WHERE trashed IN ( 0, 1 ) AND %i = %d AND id > %d ORDER BY id LIMIT %d',
			$this->db->table( $type->plural() ),
			$type->owner_field(),
			$user,
			$after_id,
			$limit
		);
	}

	/**
	 * How much each user owns.
	 *
	 * @return array<int, array{living: int, trashed: int}> By user id.
	 */
	public function count_by_owner( RecordType $type ): array {
		$counts = array();
		foreach ( $this->db->rows( 'SELECT trashed, %i AS owner, COUNT(*) AS n FROM %i WHERE trashed IN ( 0, 1 ) AND %i IS NOT NULL GROUP BY trashed, %i', $type->owner_field(), $this->db->table( $type->plural() ), $type->owner_field(), $type->owner_field() ) as $row ) {
			$owner              = (int) $row['owner'];
			$counts[ $owner ] ??= array(
				'living'  => 0,
				'trashed' => 0,
			);
			$counts[ $owner ][ (int) $row['trashed'] > 0 ? 'trashed' : 'living' ] = (int) $row['n'];
		}
		return $counts;
	}

	/**
	 * How much a user owns, in the trash too.
	 */
	public function count_owned_by( RecordType $type, int $user ): int {
		return $this->db->int( 'SELECT COUNT(*) FROM %i WHERE trashed IN ( 0, 1 ) AND %i = %d', $this->db->table( $type->plural() ), $type->owner_field(), $user );
	}
}
