<?php
/**
 * A stage as JSON.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Rest\Schema;

/**
 * The JSON schema of a pipeline's stage.
 */
final class StageSchema {

	/**
	 * The schema.
	 *
	 * @return array<string, mixed>
	 */
	public static function get(): array {
		return Schema::of( 'stage', Schema::read_only( array( 'id' => Schema::value( 'integer', __( 'Unique id.', 'steward' ) ) ) ) + self::fields() );
	}

	/**
	 * What may be set.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function fields(): array {
		$percent = array(
			'minimum' => 0,
			'maximum' => 100,
		);
		return array(
			'name'        => PipelineSchema::name(),
			'color'       => Schema::choice( __( 'Colour.', 'steward' ), Stage::COLORS ),
			'probability' => Schema::value( 'integer', __( 'Of winning what is in it, in percent.', 'steward' ), $percent ),
			'outcome'     => Schema::choice( __( 'What coming into it means.', 'steward' ), Stage::OUTCOMES ),
			'position'    => PipelineSchema::position(),
		);
	}
}
