<?php
/**
 * Keys of forms and sites that send submissions.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Intake;

use Steward\Database\Clock;
use Steward\Database\Connection;

/**
 * A key is 192 random bits; only its hash is stored, so that who reads the database can't use it.
 */
final class SubmissionKeys {

	private const PREFIX       = 'stw_';
	private const BYTES        = 24;
	private const USED_SECONDS = 60;

	public function __construct( private readonly Connection $db, private readonly Clock $clock ) {
	}

	/**
	 * All keys, newest first, without what makes them work.
	 *
	 * @return list<array<string, mixed>>
	 */
	public function all(): array {
		return array_map( self::present( ... ), $this->db->rows( 'SELECT * FROM %i ORDER BY id DESC', $this->db->table( 'submission_keys' ) ) );
	}

	/**
	 * One key as all() gives it.
	 *
	 * @return array<string, mixed>|null Null when there is none.
	 */
	public function find( int $id ): ?array {
		$row = $this->db->row( 'SELECT * FROM %i WHERE id = %d', $this->db->table( 'submission_keys' ), $id );
		return null === $row ? null : self::present( $row );
	}

	/**
	 * Makes a key.
	 *
	 * @param string $name Whose it is, for people.
	 * @return array<string, mixed> As all() gives it, with `key`: now and never again.
	 */
	public function make( string $name ): array {
		$key = self::PREFIX . bin2hex( random_bytes( self::BYTES ) );
		$row = array(
			'name'        => $name,
			'key_hash'    => self::hash( $key ),
			'hint'        => self::PREFIX . '…' . substr( $key, -4 ),
			'created_gmt' => $this->clock->now(),
		);
		$id  = $this->db->insert( 'submission_keys', $row );
		return self::present(
			array(
				'id'            => (string) $id,
				'last_used_gmt' => null,
			) + $row
		) + array( 'key' => $key );
	}

	/**
	 * Ends a key at once.
	 *
	 * @return bool False when there was none.
	 */
	public function delete( int $id ): bool {
		return $this->db->execute( 'DELETE FROM %i WHERE id = %d', $this->db->table( 'submission_keys' ), $id ) > 0;
	}

	/**
	 * The id of a key; 0 when it is none. The hash is what is searched, so time tells nothing about the key.
	 */
	public function check( string $key ): int {
		$hash = self::hash( $key );
		$row  = $this->db->row( 'SELECT id, key_hash FROM %i WHERE key_hash = %s', $this->db->table( 'submission_keys' ), $hash );
		return null !== $row && hash_equals( (string) $row['key_hash'], $hash ) ? (int) $row['id'] : 0;
	}

	/**
	 * Notes that a key was used; at most once a minute, so that many submissions don't queue for its row.
	 */
	public function note_use( int $id ): void {
		$this->db->execute(
			'UPDATE %i SET last_used_gmt = %s WHERE id = %d AND ( last_used_gmt IS NULL OR last_used_gmt <= %s )',
			$this->db->table( 'submission_keys' ),
			$this->clock->now(),
			$id,
			$this->clock->ago( self::USED_SECONDS )
		);
	}

	private static function hash( string $key ): string {
		return hash( 'sha256', $key );
	}

	/**
	 * @param array<string, string|null> $row A row of the submission_keys table.
	 * @return array<string, mixed>
	 */
	private static function present( array $row ): array {
		return array(
			'id'            => (int) $row['id'],
			'name'          => (string) $row['name'],
			'hint'          => (string) $row['hint'],
			'created_gmt'   => Clock::iso( (string) $row['created_gmt'] ),
			'last_used_gmt' => isset( $row['last_used_gmt'] ) ? Clock::iso( $row['last_used_gmt'] ) : null,
		);
	}
}
