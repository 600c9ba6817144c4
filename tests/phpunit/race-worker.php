<?php
/**
 * One process of a parallel test: reads its requests as a line of JSON, loads WordPress, says "ready", waits for
 * the moment it is told, sends the requests and prints the answers as a line of JSON.
 *
 * @package Steward
 */

declare( strict_types=1 );

$steward_requests = json_decode( (string) fgets( STDIN ), true, 512, JSON_THROW_ON_ERROR );

require __DIR__ . '/config.php';

$steward_mail = 0;
$wp_filter    = array(
	'pre_wp_mail' => array(
		10 => array(
			'steward_tests' => array(
				'function'      => static function () use ( &$steward_mail ): bool {
					++$steward_mail;
					return true;
				},
				'accepted_args' => 2,
			),
		),
	),
);
$wp_filter['muplugins_loaded'][10]['steward_tests'] = array(
	'function'      => static function (): void {
		require WP_PLUGIN_DIR . '/steward/plugin.php';
	},
	'accepted_args' => 0,
);

$table_prefix = 'wptests_';
require ABSPATH . 'wp-settings.php';

// The routes are made beforehand: what is raced is the work, not the start.
rest_get_server();

echo "ready\n";
$steward_start = (float) fgets( STDIN );
while ( microtime( true ) < $steward_start ) {
	usleep( 100 );
}

$steward_answers = array();
foreach ( $steward_requests as $steward_item ) {
	if ( isset( $steward_item['job'] ) ) {
		// As WP-Cron does, but for as long as it takes.
		Steward\Plugin::instance()->job_runner()->run( (int) $steward_item['job'], 600 );
		$steward_answers[] = array( 'status' => 200 );
		continue;
	}
	wp_set_current_user( (int) $steward_item['user'] );
	$steward_request = new WP_REST_Request( $steward_item['method'], $steward_item['route'] );
	$steward_params  = $steward_item['params'] ?? array();
	if ( in_array( $steward_item['method'], array( 'GET', 'DELETE' ), true ) ) {
		$steward_request->set_query_params( $steward_params );
	} else {
		$steward_request->set_header( 'Content-Type', 'application/json' );
		$steward_request->set_body( (string) wp_json_encode( (object) $steward_params ) );
	}
	$steward_began     = microtime( true );
	$steward_mailed    = $steward_mail;
	$steward_response  = rest_do_request( $steward_request );
	$steward_answers[] = array(
		'status'  => $steward_response->get_status(),
		'data'    => rest_get_server()->response_to_data( $steward_response, false ),
		'headers' => $steward_response->get_headers(),
		'mail'    => $steward_mail - $steward_mailed,
		'seconds' => microtime( true ) - $steward_began,
	);
}
echo wp_json_encode( $steward_answers ) . "\n";
