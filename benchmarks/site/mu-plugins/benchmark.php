<?php
/**
 * Plugin Name: Steward's benchmark
 * Description: A bare route to compare with, and, where a request asks for it, what its SQL was.
 *
 * @package Steward
 */

declare( strict_types=1 );

add_action(
	'rest_api_init',
	static function (): void {
		register_rest_route(
			'benchmark/v1',
			'/bare',
			array(
				'methods'             => 'GET, POST',
				'callback'            => static fn (): WP_REST_Response => new WP_REST_Response( new stdClass() ),
				'permission_callback' => 'is_user_logged_in',
			)
		);
	}
);

if ( ! isset( $_SERVER['HTTP_X_BENCHMARK_PROFILE'] ) ) {
	return;
}

defined( 'SAVEQUERIES' ) || define( 'SAVEQUERIES', true );

/**
 * Rows that this connection has read so far, by any way.
 *
 * @return array<string, int>
 */
function steward_benchmark_rows_read(): array {
	global $wpdb;
	return array_map( 'intval', array_column( $wpdb->get_results( "SHOW SESSION STATUS LIKE 'Handler_read%'", ARRAY_A ), 'Value', 'Variable_name' ) );
}

/**
 * Which key each table of a query is read by.
 *
 * @return list<array<string, string|null>>
 */
function steward_benchmark_explain( string $sql ): array {
	global $wpdb;
	return preg_match( '/^\s*SELECT/i', $sql ) ? $wpdb->get_results( "EXPLAIN $sql", ARRAY_A ) : array();
}

$steward_benchmark = new class() {
	/** @var int Queries before the route was asked. */
	public int $queries = 0;
	/** @var array<string, int> Handler counters then. */
	public array $rows = array();
	/** @var int What reading the counters itself adds to them. */
	public int $own = 0;
};

add_filter(
	'rest_pre_dispatch',
	static function ( $result ) use ( $steward_benchmark ) {
		global $wpdb;
		$first                      = steward_benchmark_rows_read();
		$steward_benchmark->rows    = steward_benchmark_rows_read();
		$steward_benchmark->own     = array_sum( $steward_benchmark->rows ) - array_sum( $first );
		$steward_benchmark->queries = count( $wpdb->queries );
		return $result;
	}
);

add_filter(
	'rest_pre_echo_response',
	static function ( $answer ) use ( $steward_benchmark ): array {
		global $wpdb;
		$queries = array_slice( $wpdb->queries, $steward_benchmark->queries );
		$rows    = array_sum( steward_benchmark_rows_read() ) - array_sum( $steward_benchmark->rows ) - $steward_benchmark->own;
		return array(
			'rows'    => $rows,
			'queries' => array_map(
				static fn ( array $query ): array => array(
					'sql'     => $query[0],
					'ms'      => 1000 * $query[1],
					'explain' => steward_benchmark_explain( $query[0] ),
				),
				$queries
			),
			'items'   => is_array( $answer ) && array_is_list( $answer ) ? count( $answer ) : null,
		);
	},
	1000
);
