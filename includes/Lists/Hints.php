<?php
/**
 * What a database server is told about its way.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Lists;

use Steward\Database\Connection;

/**
 * SQLite chooses for itself; MariaDB and MySQL misjudge LIMIT behind a union or a rare filter, and are told.
 */
final class Hints {

	public function __construct( private readonly Connection $db ) {
	}

	/**
	 * Behind a table: the key to read it by.
	 */
	public function use_key( string $key ): string {
		return $this->db->is_sqlite() ? '' : "FORCE INDEX ( $key )";
	}

	/**
	 * A join in the order it is written in.
	 */
	public function join(): string {
		return $this->db->is_sqlite() ? 'JOIN' : 'STRAIGHT_JOIN';
	}
}
