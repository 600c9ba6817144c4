<?php
/**
 * A pipeline as JSON.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Rest\Schema;

/**
 * The JSON schemas of a pipeline, and of how many opportunities are in it.
 */
final class PipelineSchema {

	private const MAX_NAME = 100;

	/**
	 * A pipeline.
	 *
	 * @return array<string, mixed>
	 */
	public static function get(): array {
		$stages = array( 'stages' => Schema::items( __( 'Its stages in order.', 'steward' ), StageSchema::get() ) );
		return Schema::of( 'pipeline', Schema::read_only( array( 'id' => Schema::value( 'integer', __( 'Unique id.', 'steward' ) ) ) ) + self::fields() + $stages );
	}

	/**
	 * What may be set.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function fields(): array {
		return array(
			'name'     => self::name(),
			'currency' => Schema::value( 'string', __( 'ISO 4217 code for new opportunities.', 'steward' ) ),
			'position' => self::position(),
		);
	}

	/**
	 * What is in a pipeline.
	 *
	 * @return array<string, mixed>
	 */
	public static function in_use(): array {
		$number = array( 'opportunities' => Schema::value( 'integer', __( 'How many opportunities are in it, those in the trash counted.', 'steward' ) ) );
		$stage  = array( 'id' => Schema::value( 'integer', __( 'The stage\'s id.', 'steward' ) ) ) + $number;
		return Schema::of( 'pipeline-use', Schema::read_only( $number + array( 'stages' => Schema::items( __( 'The same of each stage.', 'steward' ), Schema::object( $stage ) ) ) ) );
	}

	/**
	 * A pipeline's or a stage's name.
	 *
	 * @return array<string, mixed>
	 */
	public static function name(): array {
		$length = array(
			'minLength' => 1,
			'maxLength' => self::MAX_NAME,
		);
		return Schema::value( 'string', __( 'Name.', 'steward' ), $length );
	}

	/**
	 * A pipeline's or a stage's place.
	 *
	 * @return array<string, mixed>
	 */
	public static function position(): array {
		return Schema::value( 'integer', __( 'Place among the others, from 0.', 'steward' ), array( 'minimum' => 0 ) );
	}
}
