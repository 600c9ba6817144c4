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
		$rows   = $this->db->rows(
			'SELECT p.id AS p_id, p.name AS p_name, p.position AS p_position, p.currency, s.* FROM %i p LEFT JOIN %i s ON s.pipeline_id = p.id ORDER BY p.position, p.id, s.position, s.id',
			$this->db->table( 'pipelines' ),
			$this->db->table( 'stages' )
		);
		$stages = array();
		$heads  = array();
		foreach ( $rows as $row ) {
			$id             = (int) $row['p_id'];
			$heads[ $id ] ??= $row;
			if ( isset( $row['id'] ) ) {
				$stages[ $id ][] = Stage::from_row( $row );
			}
		}
		return array_map(
			static fn ( array $row ): Pipeline => new Pipeline( (int) $row['p_id'], (string) $row['p_name'], (int) $row['p_position'], (string) $row['currency'], $stages[ (int) $row['p_id'] ] ?? array() ),
			array_values( $heads )
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
