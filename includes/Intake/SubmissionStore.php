<?php
/**
 * The submissions table's SQL.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Intake;

use Steward\Database\Clause;
use Steward\Database\Clock;
use Steward\Database\Connection;

/**
 * The log of submissions. A unique key holds that the same one is there once.
 */
final class SubmissionStore {

	public function __construct( private readonly Connection $db, private readonly Clock $clock ) {
	}

	/**
	 * Logs a submission.
	 *
	 * @param string $hash What makes it the same as another.
	 * @return Submission|null Null when it is there already.
	 */
	public function insert( Incoming $incoming, string $hash, string $result, string $message = '' ): ?Submission {
		$fields  = $incoming->content->sent();
		$created = $this->clock->now();
		$message = mb_substr( $message, 0, Submission::MAX_MESSAGE );
		$id      = $this->db->insert(
			'submissions',
			array(
				'provider'         => $incoming->provider,
				'form'             => $incoming->form,
				'idempotency_hash' => $hash,
				'result'           => $result,
				'fields'           => (string) wp_json_encode( (object) $fields, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE ),
				'message'          => $message,
				'created_gmt'      => $created,
			),
			true
		);
		return 0 === $id ? null : new Submission( $id, $incoming->provider, $incoming->form, $result, null, $fields, $message, $created );
	}

	/**
	 * Stores how a submission ended.
	 */
	public function end( Submission $submission, string $result, ?int $contact_id, string $message ): Submission {
		$ended              = $submission->ended( $result, $contact_id, mb_substr( $message, 0, Submission::MAX_MESSAGE ) );
		list( $set, $args ) = Connection::assignments(
			array(
				'result'     => $ended->result,
				'contact_id' => $ended->contact_id,
				'message'    => $ended->message,
			)
		);
		$table              = $this->db->table( 'submissions' );
		$this->db->execute( "UPDATE %i SET $set WHERE id = %d", $table, ...array( ...$args, $ended->id ) );
		return $ended;
	}

	/**
	 * The submission with a hash.
	 */
	public function find_by_hash( string $hash ): ?Submission {
		$row = $this->db->row( 'SELECT * FROM %i WHERE idempotency_hash = %s', $this->db->table( 'submissions' ), $hash );
		return null === $row ? null : Submission::from_row( $row );
	}

	/**
	 * A submission.
	 *
	 * @param bool $lock Whether to hold its row until the transaction ends.
	 */
	public function find( int $id, bool $lock = false ): ?Submission {
		$row = $this->db->row( 'SELECT * FROM %i WHERE id = %d' . ( $lock ? ' FOR UPDATE' : '' ), $this->db->table( 'submissions' ), $id );
		return null === $row ? null : Submission::from_row( $row );
	}

	/**
	 * One page of the log, newest first.
	 *
	 * @param array<string, string|int> $filters Column => value.
	 * @return list<Submission>
	 */
	public function page( array $filters, int $offset, int $limit ): array {
		$where = self::where( $filters );
		$rows  = $this->db->rows( "SELECT * FROM %i WHERE $where->sql ORDER BY id DESC LIMIT %d OFFSET %d", $this->db->table( 'submissions' ), ...array( ...$where->args, $limit, $offset ) );
		return array_map( Submission::from_row( ... ), $rows );
	}

	/**
	 * How many the log holds.
	 *
	 * @param array<string, string|int> $filters Column => value.
	 */
	public function count( array $filters ): int {
		$where = self::where( $filters );
		return $this->db->int( "SELECT COUNT(*) FROM %i WHERE $where->sql", $this->db->table( 'submissions' ), ...$where->args );
	}

	/**
	 * Submissions that no contact came of, such as spam, by the e-mail address that was entered; all are read for it.
	 *
	 * @return list<Submission>
	 */
	public function without_contact( string $email ): array {
		$email = trim( $email );
		$rows  = '' === $email ? array() : $this->db->rows( 'SELECT * FROM %i WHERE contact_id IS NULL AND fields LIKE %s ORDER BY id', $this->db->table( 'submissions' ), '%' . $this->db->starts_with( (string) wp_json_encode( $email, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ) ) );
		$is    = static fn ( mixed $value ): bool => is_string( $value ) && 0 === strcasecmp( $email, trim( $value ) );
		return array_values( array_filter( array_map( Submission::from_row( ... ), $rows ), static fn ( Submission $submission ): bool => array() !== array_filter( $submission->fields, $is ) ) );
	}

	/**
	 * Takes out what was sent; that something was stays.
	 */
	public function blank( int $id ): void {
		$this->db->execute( "UPDATE %i SET fields = '{}', message = '' WHERE id = %d", $this->db->table( 'submissions' ), $id );
	}

	/**
	 * When each form of a provider last had a submission.
	 *
	 * @return array<string, string> Form => `Y-m-d H:i:s` UTC.
	 */
	public function last_received( string $provider ): array {
		$times = array();
		foreach ( $this->db->rows( 'SELECT form, MAX( created_gmt ) AS last FROM %i WHERE provider = %s GROUP BY form', $this->db->table( 'submissions' ), $provider ) as $row ) {
			$times[ (string) $row['form'] ] = (string) $row['last'];
		}
		return $times;
	}

	/**
	 * @param array<string, string|int> $filters Column => value.
	 */
	private static function where( array $filters ): Clause {
		$clauses = array();
		foreach ( $filters as $column => $value ) {
			$clauses[] = new Clause( is_int( $value ) ? '%i = %d' : '%i = %s', array( $column, $value ) );
		}
		return Clause::all( $clauses );
	}
}
