<?php
/**
 * What became of each of many.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Rest;

/**
 * Runs a use case for each id, each in its own transaction: one that is refused keeps no other from being done.
 */
final class RowResults {

	/** Rows a request does at once. */
	public const MAX = 100;

	/** What of an error's data a row tells. */
	private const TOLD = array( 'reason', 'remedy', 'owner' );

	/**
	 * The result of each, in the order of the ids.
	 *
	 * @param list<int>              $ids  Ids.
	 * @param callable( int ): mixed $work The use case.
	 * @return list<array<string, mixed>>
	 */
	public static function each( array $ids, callable $work ): array {
		$results = array();
		foreach ( $ids as $id ) {
			try {
				$work( $id );
				$results[] = array(
					'id' => $id,
					'ok' => true,
				);
			} catch ( Refused $refused ) {
				$results[] = self::failure( $id, $refused );
			}
		}
		return $results;
	}

	/**
	 * The JSON schema of the results.
	 *
	 * @param array<string, array<string, mixed>> $more What a row of this kind tells beside.
	 * @return array<string, mixed>
	 */
	public static function schema( array $more = array() ): array {
		$result = array(
			'id'      => Schema::value( 'integer', __( 'The record\'s id.', 'steward' ) ),
			'ok'      => Schema::value( 'boolean', __( 'Whether it was changed, or was so already.', 'steward' ) ),
			'code'    => Schema::value( 'string', __( 'Code of the error.', 'steward' ) ),
			'message' => Schema::value( 'string', __( 'What was wrong.', 'steward' ) ),
			'reason'  => Schema::value( 'string', __( 'Why it was refused, for programs.', 'steward' ) ),
			'remedy'  => Schema::value( 'string', __( 'What would help.', 'steward' ) ),
		) + $more;
		return Schema::of( 'bulk-results', Schema::read_only( array( 'results' => Schema::items( __( 'What became of each record, in the order of the ids.', 'steward' ), Schema::object( $result ) ) ) ) );
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function failure( int $id, Refused $refused ): array {
		$data = $refused->error->get_error_data();
		return array(
			'id' => $id,
			'ok' => false,
		) + $refused->of_row( $id ) + array_intersect_key( is_array( $data ) ? $data : array(), array_flip( self::TOLD ) );
	}
}
