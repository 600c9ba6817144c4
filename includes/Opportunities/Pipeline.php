<?php
/**
 * A pipeline: the stages an opportunity goes through.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

/**
 * An immutable snapshot of a stored pipeline with its stages in order.
 */
final class Pipeline {

	/**
	 * @param int         $id       Id.
	 * @param string      $name     Name.
	 * @param int         $position Place among the pipelines.
	 * @param string      $currency Of new opportunities, unless they say otherwise.
	 * @param list<Stage> $stages   Stages in order.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $name,
		public readonly int $position,
		public readonly string $currency,
		public readonly array $stages,
	) {
	}

	/**
	 * The first stage with an outcome.
	 */
	public function first( string $outcome ): ?Stage {
		foreach ( $this->stages as $stage ) {
			if ( $stage->outcome === $outcome ) {
				return $stage;
			}
		}
		return null;
	}

	/**
	 * As REST shows it.
	 *
	 * @return array<string, mixed>
	 */
	public function to_array(): array {
		return array(
			'id'       => $this->id,
			'name'     => $this->name,
			'position' => $this->position,
			'currency' => $this->currency,
			'stages'   => array_map( static fn ( Stage $stage ): array => $stage->to_array(), $this->stages ),
		);
	}
}
