<?php
/**
 * The one way to the database: prepared statements, failures as exceptions, table names.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Database;

/**
 * Thin layer over wpdb. A statement that fails throws DatabaseFailure instead of answering false, so that no
 * caller can overlook it; what the server said stays in the log, never in an answer to a client.
 */
final class Connection {

	public function __construct( private readonly \wpdb $wpdb ) {
	}

	/**
	 * WordPress' own connection; the only place that reads the global.
	 */
	public static function wordpress(): self {
		/** @var \wpdb $wpdb */
		global $wpdb;
		return new self( $wpdb );
	}

	/**
	 * Full name of one of Steward's tables on the current site, such as `wp_steward_contacts`.
	 *
	 * @param string $name Name without prefix, such as `contacts`.
	 */
	public function table( string $name ): string {
		return $this->wpdb->prefix . 'steward_' . $name;
	}

	/**
	 * The site's users table is WordPress' own; options table likewise.
	 */
	public function options_table(): string {
		return $this->wpdb->options;
	}

	/**
	 * The key in the users' meta table of an option that each site keeps for its users.
	 *
	 * @param string $name As get_user_option() takes it.
	 */
	public function user_option_key( string $name ): string {
		return $this->wpdb->get_blog_prefix() . $name;
	}

	/**
	 * Charset and collation clause for CREATE TABLE.
	 */
	public function charset_collate(): string {
		return $this->wpdb->get_charset_collate();
	}

	/**
	 * Whether the site runs on the SQLite drop-in, which lacks a few things of MySQL's.
	 */
	public function is_sqlite(): bool {
		return defined( 'DB_ENGINE' ) && 'sqlite' === constant( 'DB_ENGINE' );
	}

	/**
	 * Runs a statement that changes something.
	 *
	 * @param string                    $sql     Statement with %i, %s, %d placeholders.
	 * @param string|int|float|string[] ...$args Values of the placeholders.
	 * @return int Affected rows.
	 * @throws DatabaseFailure When the server refuses it.
	 */
	public function execute( string $sql, ...$args ): int {
		$prepared = $this->prepared( $sql, $args );
		// phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- prepared one line above.
		$result = $this->run( fn () => $this->wpdb->query( $prepared ) );
		return is_int( $result ) ? $result : 0;
	}

	/**
	 * Rows of a SELECT; every column is a string or null.
	 *
	 * @param string           $sql     Statement with placeholders.
	 * @param string|int|float ...$args Values of the placeholders.
	 * @return list<array<string, string|null>>
	 * @throws DatabaseFailure When the server refuses it.
	 */
	public function rows( string $sql, ...$args ): array {
		$prepared = $this->prepared( $sql, $args );
		/** @var list<array<string, string|null>> $rows */
		// phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- prepared one line above.
		$rows = $this->run( fn () => $this->wpdb->get_results( $prepared, ARRAY_A ) );
		return $rows;
	}

	/**
	 * The first row of a SELECT.
	 *
	 * @param string           $sql     Statement with placeholders.
	 * @param string|int|float ...$args Values of the placeholders.
	 * @return array<string, string|null>|null
	 * @throws DatabaseFailure When the server refuses it.
	 */
	public function row( string $sql, ...$args ): ?array {
		return $this->rows( $sql, ...$args )[0] ?? null;
	}

	/**
	 * The first column of every row, as integers.
	 *
	 * @param string           $sql     Statement with placeholders.
	 * @param string|int|float ...$args Values of the placeholders.
	 * @return list<int>
	 * @throws DatabaseFailure When the server refuses it.
	 */
	public function ints( string $sql, ...$args ): array {
		return array_map(
			static fn ( array $row ): int => (int) current( $row ),
			$this->rows( $sql, ...$args )
		);
	}

	/**
	 * The first column of the first row as an integer; 0 when there is none.
	 *
	 * @param string           $sql     Statement with placeholders.
	 * @param string|int|float ...$args Values of the placeholders.
	 * @throws DatabaseFailure When the server refuses it.
	 */
	public function int( string $sql, ...$args ): int {
		return $this->ints( $sql, ...$args )[0] ?? 0;
	}

	/**
	 * Inserts one row; null stays NULL.
	 *
	 * @param string                         $table  Name without prefix.
	 * @param array<string, string|int|null> $values Column => value.
	 * @return int The new id, or 0 when `$ignore` is set and a unique key was taken.
	 * @throws DatabaseFailure When the server refuses it.
	 */
	public function insert( string $table, array $values, bool $ignore = false ): int {
		$affected = $this->insert_many( $table, array( $values ), $ignore );
		return 0 === $affected ? 0 : (int) $this->wpdb->insert_id;
	}

	/**
	 * Inserts rows of the same columns in one statement.
	 *
	 * @param string                               $table Name without prefix.
	 * @param list<array<string, string|int|null>> $rows  Each column => value.
	 * @return int Rows inserted; with `$ignore`, those whose unique keys were free.
	 * @throws DatabaseFailure When the server refuses it.
	 */
	public function insert_many( string $table, array $rows, bool $ignore = false ): int {
		return $this->insert_rows( $ignore ? 'INSERT IGNORE INTO' : 'INSERT INTO', $table, $rows, '' );
	}

	/**
	 * Inserts rows of the same columns in one statement, and updates those whose unique key is taken.
	 *
	 * @param string                               $table  Name without prefix.
	 * @param list<array<string, string|int|null>> $rows   Each column => value.
	 * @param string                               $update Assignments, such as `n = n + VALUES( n )`.
	 * @throws DatabaseFailure When the server refuses it.
	 */
	public function upsert_many( string $table, array $rows, string $update ): void {
		$this->insert_rows( 'INSERT INTO', $table, $rows, " ON DUPLICATE KEY UPDATE $update" );
	}

	/**
	 * @param list<array<string, string|int|null>> $rows Each column => value.
	 * @throws DatabaseFailure When the server refuses it.
	 */
	private function insert_rows( string $verb, string $table, array $rows, string $behind ): int {
		if ( array() === $rows ) {
			return 0;
		}
		$args   = array( $this->table( $table ), ...array_keys( $rows[0] ) );
		$tuples = array();
		foreach ( $rows as $row ) {
			$tuples[] = '( ' . implode( ', ', array_map( array( self::class, 'placeholder' ), $row ) ) . ' )';
			array_push( $args, ...array_values( array_filter( $row, static fn ( $value ): bool => null !== $value ) ) );
		}
		$columns = implode( ', ', array_fill( 0, count( $rows[0] ), '%i' ) );
		return $this->execute( "$verb %i ( $columns ) VALUES " . implode( ', ', $tuples ) . $behind, ...$args );
	}

	/**
	 * The SET part of an UPDATE and its arguments; null becomes NULL.
	 *
	 * @param array<string, string|int|null> $values Column => value.
	 * @return array{string, list<string|int>}
	 */
	public static function assignments( array $values ): array {
		$parts = array();
		$args  = array();
		foreach ( $values as $column => $value ) {
			$parts[] = '%i = ' . self::placeholder( $value );
			$args[]  = $column;
			if ( null !== $value ) {
				$args[] = $value;
			}
		}
		return array( implode( ', ', $parts ), $args );
	}

	/**
	 * `%d, %d, …` for an IN list; never empty.
	 *
	 * @param array<int|string> $values Values of the list.
	 */
	public static function placeholders( array $values ): string {
		return implode( ', ', array_map( array( self::class, 'placeholder' ), $values ) );
	}

	/**
	 * A LIKE pattern for "begins with", its wildcards escaped.
	 */
	public function starts_with( string $text ): string {
		return $this->wpdb->esc_like( $text ) . '%';
	}

	/**
	 * The thread that serves the connection: a change between two statements means that wpdb reconnected in silence.
	 */
	public function thread_id(): int {
		$handle = $this->wpdb->__get( 'dbh' );
		return $handle instanceof \mysqli ? (int) $handle->thread_id : 0;
	}

	private static function placeholder( string|int|null $value ): string {
		return match ( true ) {
			null === $value => 'NULL',
			is_int( $value ) => '%d',
			default => '%s',
		};
	}

	/**
	 * @param string       $sql  Statement with placeholders.
	 * @param array<mixed> $args Values of the placeholders.
	 * @throws DatabaseFailure When values and placeholders do not fit.
	 */
	private function prepared( string $sql, array $args ): string {
		if ( array() === $args ) {
			return $sql;
		}
		/** @var literal-string $sql Composed of literals in Steward's own code; values come as placeholders only. */
		// phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- this is where statements are prepared.
		$prepared = $this->wpdb->prepare( $sql, $args );
		if ( ! is_string( $prepared ) || '' === $prepared ) {
			throw new DatabaseFailure( 'A statement could not be prepared.', 0 );
		}
		return $prepared;
	}

	/**
	 * @param callable(): mixed $statement Runs one statement on wpdb.
	 * @throws DatabaseFailure When the server refused it.
	 */
	private function run( callable $statement ): mixed {
		$shown  = $this->wpdb->hide_errors();
		$result = $statement();
		if ( $shown ) {
			$this->wpdb->show_errors();
		}
		if ( false === $result || null === $result || '' !== $this->wpdb->last_error ) {
			$handle = $this->wpdb->__get( 'dbh' );
			throw $handle instanceof \mysqli ? new DatabaseFailure( $this->wpdb->last_error, $handle->errno ) : DatabaseFailure::of_sqlite( $this->wpdb->last_error );
		}
		return $result;
	}
}
