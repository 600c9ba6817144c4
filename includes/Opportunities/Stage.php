<?php
/**
 * A stage of a pipeline.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

/**
 * An immutable snapshot of a stored stage. Its outcome is the status of the opportunities in it.
 */
final class Stage {

	public const OPEN = 'open';
	public const WON  = 'won';
	public const LOST = 'lost';

	public const OUTCOMES = array( self::OPEN, self::WON, self::LOST );

	public const COLORS = array( 'gray', 'blue', 'teal', 'green', 'yellow', 'orange', 'red', 'purple' );

	/**
	 * @param int    $id          Id.
	 * @param int    $pipeline_id Its pipeline.
	 * @param string $name        Name.
	 * @param int    $position    Place among the pipeline's stages.
	 * @param string $color       One of COLORS.
	 * @param int    $probability Of winning what is in it, in percent.
	 * @param string $outcome     One of OUTCOMES.
	 */
	public function __construct(
		public readonly int $id,
		public readonly int $pipeline_id,
		public readonly string $name,
		public readonly int $position,
		public readonly string $color,
		public readonly int $probability,
		public readonly string $outcome,
	) {
	}

	/**
	 * A stage from its row.
	 *
	 * @param array<string, string|null> $row A row of the stages table.
	 */
	public static function from_row( array $row ): self {
		return new self( (int) $row['id'], (int) $row['pipeline_id'], (string) $row['name'], (int) $row['position'], (string) $row['color'], (int) $row['probability'], (string) $row['outcome'] );
	}

	/**
	 * As REST shows it.
	 *
	 * @return array{id: int, name: string, position: int, color: string, probability: int, outcome: string}
	 */
	public function to_array(): array {
		return array(
			'id'          => $this->id,
			'name'        => $this->name,
			'position'    => $this->position,
			'color'       => $this->color,
			'probability' => $this->probability,
			'outcome'     => $this->outcome,
		);
	}
}
