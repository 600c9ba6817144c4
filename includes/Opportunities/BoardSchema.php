<?php
/**
 * Board and forecast as JSON.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Rest\People;
use Steward\Rest\Schema;

/**
 * The JSON schemas of a pipeline at a glance, and of what it will bring.
 */
final class BoardSchema {

	/**
	 * The board.
	 *
	 * @return array<string, mixed>
	 */
	public static function get(): array {
		$sum    = Schema::object( array_intersect_key( self::sums(), array_flip( array( 'currency', 'value' ) ) ) );
		$column = array(
			'stage'         => Schema::value( 'integer', __( 'The stage\'s id.', 'steward' ) ),
			'count'         => self::sums()['count'],
			'values'        => Schema::items( __( 'What they are worth, in each currency.', 'steward' ), $sum ),
			'weighted'      => Schema::items( __( 'The same, by the stage\'s probability.', 'steward' ), $sum ),
			'opportunities' => Schema::items( __( 'The first cards, newest change first.', 'steward' ), OpportunitySchema::get() ),
		);
		return Schema::of(
			'board',
			Schema::read_only(
				array(
					'pipeline' => Schema::value( 'integer', __( 'The pipeline\'s id.', 'steward' ) ),
					'stages'   => Schema::items( __( 'Its columns in order.', 'steward' ), Schema::object( $column ) ),
				)
			)
		);
	}

	/**
	 * The forecast.
	 *
	 * @return array<string, mixed>
	 */
	public static function forecast(): array {
		$row = array(
			'month' => Schema::value( array( 'string', 'null' ), __( 'Month of the expected close, YYYY-MM; null is none.', 'steward' ), array( 'pattern' => '^\d{4}-\d{2}$' ) ),
			'stage' => Schema::value( 'integer', __( 'The stage\'s id.', 'steward' ) ),
			'owner' => Schema::value( array( 'integer', 'null' ), __( 'Owner\'s user id; null is unassigned.', 'steward' ) ),
		) + self::sums();
		return Schema::of(
			'forecast',
			Schema::read_only(
				array(
					'rows'   => Schema::items( __( 'Open opportunities by month, stage, owner and currency.', 'steward' ), Schema::object( $row ) ),
					'people' => Schema::items( __( 'The owners.', 'steward' ), People::schema() ),
				)
			)
		);
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private static function sums(): array {
		return array(
			'currency' => Schema::value( 'string', __( 'ISO 4217 code.', 'steward' ) ),
			'count'    => Schema::value( 'integer', __( 'How many opportunities.', 'steward' ) ),
			'value'    => Schema::value( 'string', __( 'Exact sum.', 'steward' ) ),
			'weighted' => Schema::value( 'string', __( 'The sum by the stage\'s probability.', 'steward' ) ),
		);
	}
}
