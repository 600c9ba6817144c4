<?php
/**
 * Pipelines' and stages' SQL.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Database\Connection;

/**
 * There are few of them, so they are read whole, in their order.
 */
final class PipelineStore {

	public function __construct( private readonly Connection $db ) {
	}

	/**
	 * Every pipeline with its stages.
	 *
	 * @return list<Pipeline>
	 */
	public function all(): array {
		$stages = array();
		foreach ( $this->db->rows( 'SELECT * FROM %i ORDER BY pipeline_id, position, id', $this->db->table( 'stages' ) ) as $row ) {
			$stages[ (int) $row['pipeline_id'] ][] = Stage::from_row( $row );
		}
		return array_map(
			static fn ( array $row ): Pipeline => new Pipeline( (int) $row['id'], (string) $row['name'], (int) $row['position'], (string) $row['currency'], $stages[ (int) $row['id'] ] ?? array() ),
			$this->db->rows( 'SELECT * FROM %i ORDER BY position, id', $this->db->table( 'pipelines' ) )
		);
	}

	/**
	 * A pipeline.
	 */
	public function find( int $id ): ?Pipeline {
		foreach ( $this->all() as $pipeline ) {
			if ( $pipeline->id === $id ) {
				return $pipeline;
			}
		}
		return null;
	}

	/**
	 * A stage.
	 *
	 * @param bool $share Whether it must stay there until the transaction ends.
	 */
	public function stage( int $id, bool $share = false ): ?Stage {
		$lock = $share && ! $this->db->is_sqlite() ? ' LOCK IN SHARE MODE' : '';
		$row  = $this->db->row( "SELECT * FROM %i WHERE id = %d$lock", $this->db->table( 'stages' ), $id );
		return null === $row ? null : Stage::from_row( $row );
	}

	/**
	 * Holds every pipeline and stage until the transaction ends, so that one at a time changes them.
	 */
	public function lock(): void {
		$this->db->rows( 'SELECT id FROM %i FOR UPDATE', $this->db->table( 'pipelines' ) );
		$this->db->rows( 'SELECT id FROM %i FOR UPDATE', $this->db->table( 'stages' ) );
	}

	/**
	 * Adds a pipeline, or a stage.
	 *
	 * @param 'pipelines'|'stages'      $table  Which.
	 * @param array<string, string|int> $values Column => value.
	 */
	public function insert( string $table, array $values ): int {
		return $this->db->insert( $table, $values );
	}

	/**
	 * Changes a pipeline, or a stage.
	 *
	 * @param 'pipelines'|'stages'      $table  Which.
	 * @param array<string, string|int> $values Column => value.
	 */
	public function update( string $table, int $id, array $values ): void {
		if ( array() !== $values ) {
			list( $set, $args ) = Connection::assignments( $values );
			$this->db->execute( "UPDATE %i SET $set WHERE id = %d", ...array( $this->db->table( $table ), ...$args, $id ) );
		}
	}

	/**
	 * Removes a stage.
	 */
	public function delete_stage( int $id ): void {
		$this->db->execute( 'DELETE FROM %i WHERE id = %d', $this->db->table( 'stages' ), $id );
	}

	/**
	 * Removes a pipeline with its stages.
	 */
	public function delete_pipeline( int $id ): void {
		$this->db->execute( 'DELETE FROM %i WHERE pipeline_id = %d', $this->db->table( 'stages' ), $id );
		$this->db->execute( 'DELETE FROM %i WHERE id = %d', $this->db->table( 'pipelines' ), $id );
	}
}
