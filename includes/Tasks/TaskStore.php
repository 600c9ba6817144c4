<?php
/**
 * The tasks table's SQL, but for lists.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tasks;

use Steward\Access\RecordType;
use Steward\Database\Clause;
use Steward\Database\Connection;
use Steward\Rest\Errors;
use Steward\Rest\Refused;

/**
 * Reads and writes single tasks, and what must be done at once to all of a record. Who may is decided before.
 */
final class TaskStore {

	public function __construct( private readonly Connection $db ) {
	}

	/**
	 * A task.
	 *
	 * @param bool $lock Whether to hold its row until the transaction ends, and to see past the transaction's snapshot.
	 */
	public function find( int $id, bool $lock = false ): ?Task {
		$row = $this->db->row( 'SELECT * FROM %i WHERE id = %d' . ( $lock ? ' FOR UPDATE' : '' ), $this->table(), $id );
		return null === $row ? null : Task::from_row( $row );
	}

	/**
	 * A task that must be there.
	 *
	 * @param bool $lock As in find().
	 * @throws Refused When there is none.
	 */
	public function get( int $id, bool $lock = false ): Task {
		return $this->find( $id, $lock ) ?? throw new Refused( Errors::not_found() );
	}

	/**
	 * Tasks by id, in the order of the ids; missing ones are left out.
	 *
	 * @param list<int> $ids Ids.
	 * @return list<Task>
	 */
	public function find_all( array $ids ): array {
		if ( array() === $ids ) {
			return array();
		}
		$tasks = array();
		foreach ( $this->db->rows( 'SELECT * FROM %i WHERE id IN ( ' . Connection::placeholders( $ids ) . ' )', $this->table(), ...$ids ) as $row ) {
			$tasks[ (int) $row['id'] ] = Task::from_row( $row );
		}
		return array_values( array_filter( array_map( static fn ( int $id ): ?Task => $tasks[ $id ] ?? null, $ids ) ) );
	}

	/**
	 * Inserts a task.
	 *
	 * @param array<string, string|int|null> $values Column => value.
	 * @param string                         $now    `Y-m-d H:i:s` UTC.
	 * @return int The new id.
	 */
	public function insert( array $values, string $now ): int {
		return $this->db->insert(
			'tasks',
			$values + array(
				'created_gmt'  => $now,
				'modified_gmt' => $now,
			)
		);
	}

	/**
	 * Stores changed columns under the next version.
	 *
	 * @param Task                           $task   As it was read.
	 * @param array<string, string|int|null> $values Column => value.
	 * @param string                         $now    `Y-m-d H:i:s` UTC.
	 * @return bool False when somebody else has changed it since.
	 */
	public function update( Task $task, array $values, string $now ): bool {
		list( $set, $args ) = Connection::assignments( array( 'modified_gmt' => $now ) + $values );
		return $this->db->execute( "UPDATE %i SET $set, version = version + 1 WHERE id = %d AND version = %d", ...array( $this->table(), ...$args, $task->id, $task->version ) ) > 0;
	}

	/**
	 * Erases a task.
	 */
	public function delete( int $id ): void {
		$this->db->execute( 'DELETE FROM %i WHERE id = %d', $this->table(), $id );
	}

	/**
	 * A record's tasks, in order of id; a contact's without those of its opportunities.
	 *
	 * @return list<int> Ids.
	 */
	public function ids_of( RecordType $type, int $id, int $limit = PHP_INT_MAX ): array {
		$of = self::of( $type, array( $id ) );
		return $this->db->ints( "SELECT id FROM %i WHERE $of->sql ORDER BY id LIMIT %d", ...array( $this->table(), ...$of->args, $limit ) );
	}

	/**
	 * A contact's tasks and those of its opportunities, in order of id.
	 *
	 * @return list<int> Ids.
	 */
	public function ids_of_contact( int $contact_id, int $limit = PHP_INT_MAX ): array {
		return $this->db->ints( 'SELECT id FROM %i WHERE contact_id = %d ORDER BY id LIMIT %d', $this->table(), $contact_id, $limit );
	}

	/**
	 * A contact's open tasks, those of its opportunities among them.
	 *
	 * @param bool $lock Whether to hold them, and to see past the transaction's snapshot.
	 * @return list<array{id: int, opportunity: int|null, assignee: int|null}>
	 */
	public function open_of_contact( int $contact_id, bool $lock ): array {
		return $this->open( new Clause( 'contact_id = %d', array( $contact_id ) ), $lock );
	}

	/**
	 * Opportunities' open tasks.
	 *
	 * @param non-empty-list<int> $ids  Opportunities.
	 * @param bool                $lock As in open_of_contact().
	 * @return list<array{id: int, opportunity: int|null, assignee: int|null}>
	 */
	public function open_of_opportunities( array $ids, bool $lock ): array {
		return $this->open( self::of( RecordType::Opportunity, $ids ), $lock );
	}

	/**
	 * Gives open tasks that are still somebody's, or nobody's, to somebody else, or to nobody.
	 *
	 * @param non-empty-list<int> $ids Tasks.
	 * @param int|null            $old Whose they are.
	 * @param string              $now `Y-m-d H:i:s` UTC.
	 * @return int How many went.
	 */
	public function give( array $ids, ?int $old, ?int $assignee, string $now ): int {
		$whose = null === $old ? new Clause( 'assignee IS NULL' ) : new Clause( 'assignee = %d', array( $old ) );
		return $this->change( new Clause( 'id IN ( ' . Connection::placeholders( $ids ) . " ) AND status = 'open' AND $whose->sql", array( ...$ids, ...$whose->args ) ), array( 'assignee' => $assignee ), $now );
	}

	/**
	 * Marks a record's tasks as it is marked.
	 */
	public function set_trashed( RecordType $type, int $id, bool $trashed ): void {
		// Who looked at one before may go on with it afterwards: it is no other version.
		$of = self::of( $type, array( $id ) );
		$this->db->execute( "UPDATE %i SET trashed = %d WHERE $of->sql", ...array( $this->table(), (int) $trashed, ...$of->args ) );
	}

	/**
	 * An opportunity's tasks come to another contact with it.
	 *
	 * @param string $now `Y-m-d H:i:s` UTC.
	 */
	public function move( int $opportunity_id, int $contact_id, string $now ): void {
		$this->change( self::of( RecordType::Opportunity, array( $opportunity_id ) ), array( 'contact_id' => $contact_id ), $now );
	}

	/**
	 * Erases all tasks of an opportunity.
	 */
	public function delete_of_opportunity( int $opportunity_id ): void {
		$this->db->execute( 'DELETE FROM %i WHERE opportunity_id = %d', $this->table(), $opportunity_id );
	}

	/**
	 * Erases all tasks of a contact and of its opportunities.
	 */
	public function delete_of_contact( int $contact_id ): void {
		$this->db->execute( 'DELETE FROM %i WHERE contact_id = %d', $this->table(), $contact_id );
	}

	/**
	 * What somebody shall do or has done, in the trash too, in order of id.
	 *
	 * @return list<int> Ids.
	 */
	public function assigned_to( int $user, int $after_id, int $limit ): array {
		return $this->db->ints( 'SELECT id FROM %i WHERE trashed IN ( 0, 1 ) AND assignee = %d AND id > %d ORDER BY id LIMIT %d', $this->table(), $user, $after_id, $limit );
	}

	/**
	 * How many those are.
	 */
	public function count_assigned_to( int $user ): int {
		return $this->db->int( 'SELECT COUNT(*) FROM %i WHERE trashed IN ( 0, 1 ) AND assignee = %d', $this->table(), $user );
	}

	/**
	 * @param array<string, string|int|null> $values Column => value.
	 */
	private function change( Clause $which, array $values, string $now ): int {
		list( $set, $args ) = Connection::assignments( array( 'modified_gmt' => $now ) + $values );
		return $this->db->execute( "UPDATE %i SET $set, version = version + 1 WHERE $which->sql", ...array( $this->table(), ...$args, ...$which->args ) );
	}

	/**
	 * @return list<array{id: int, opportunity: int|null, assignee: int|null}>
	 */
	private function open( Clause $which, bool $lock ): array {
		$number = static fn ( ?string $value ): ?int => null === $value ? null : (int) $value;
		return array_map(
			static fn ( array $row ): array => array(
				'id'          => (int) $row['id'],
				'opportunity' => $number( $row['opportunity_id'] ),
				'assignee'    => $number( $row['assignee'] ),
			),
			$this->db->rows( "SELECT id, opportunity_id, assignee FROM %i WHERE $which->sql AND status = 'open'" . ( $lock ? ' FOR UPDATE' : '' ), ...array( $this->table(), ...$which->args ) )
		);
	}

	/**
	 * The tasks whose parents these records are.
	 *
	 * @param non-empty-list<int> $ids Records.
	 */
	private static function of( RecordType $type, array $ids ): Clause {
		$in = 1 === count( $ids ) ? '= %d' : 'IN ( ' . Connection::placeholders( $ids ) . ' )';
		return new Clause( RecordType::Contact === $type ? "contact_id $in AND opportunity_id IS NULL" : "opportunity_id $in", $ids );
	}

	private function table(): string {
		return $this->db->table( 'tasks' );
	}
}
