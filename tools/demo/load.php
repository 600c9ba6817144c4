<?php
/**
 * Lets the demo's story happen: each event as its actor, by Steward's own REST API, at the story's time. Reads the
 * events as JSON from its standard input, or from the file that STEWARD_INPUT names; its working folder is the site's. Prints how many happened and which were
 * refused.
 *
 * @package Steward
 */

declare( strict_types=1 );

use Steward\Database\Clock;
use Steward\Plugin;

$steward_events = json_decode( (string) file_get_contents( getenv( 'STEWARD_INPUT' ) ?: 'php://stdin' ), true, 512, JSON_THROW_ON_ERROR );

$_SERVER['HTTP_HOST']       = '127.0.0.1';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['REQUEST_URI']     = '/';
// Nobody is told of what happened a year ago.
define( 'DISABLE_WP_CRON', true );
require getcwd() . '/wp-load.php';
add_filter( 'pre_wp_mail', '__return_true', 1 );

$steward_clock = new class() extends Clock {
	public int $at = 0;

	public function timestamp(): int {
		return $this->at;
	}
};

// The services take the clock from the composition root: give it ours before the first of them is made.
( function () use ( $steward_clock ): void {
	$this->services = array( Clock::class => $steward_clock, \Steward\Database\Connection::class => $this->db() );
} )->call( Plugin::instance() );

$steward_users   = array();
$steward_ids     = array();
$steward_deals   = array();
$steward_tasks   = array();
$steward_stages  = array();
$steward_refused = array();
$steward_done    = 0;

foreach ( get_users( array( 'fields' => array( 'ID', 'user_login' ) ) ) as $steward_user ) {
	$steward_users[ $steward_user->user_login ] = (int) $steward_user->ID;
}

foreach ( Plugin::instance()->pipelines()->all()[0]->stages as $steward_stage ) {
	$steward_stages[ $steward_stage->name ] = $steward_stage->id;
}

/**
 * Sends a request of the story.
 *
 * @param array<string, mixed> $body
 */
$steward_send = static function ( string $method, string $route, array $body = array() ): WP_REST_Response {
	$request = new WP_REST_Request( $method, '/steward/v1' . $route );
	$request->set_header( 'Content-Type', 'application/json' );
	$request->set_body( (string) wp_json_encode( (object) $body ) );
	return rest_do_request( $request );
};

foreach ( $steward_events as $steward_event ) {
	$steward_clock->at = $steward_event['at'];
	wp_set_current_user( $steward_users[ $steward_event['actor'] ?? '' ] ?? 0 );
	$steward_route = '/contacts/' . ( $steward_ids[ $steward_event['contact'] ] ?? 0 );
	$steward_owner = $steward_users[ $steward_event['owner'] ?? '' ] ?? null;

	if ( 'create' === $steward_event['do'] && 'hand' !== $steward_event['cause'] ) {
		$steward_contact = steward_create_contact(
			$steward_event['fields'] + array( 'contact_owner' => $steward_owner ),
			array(
				'cause'  => $steward_event['cause'],
				'detail' => $steward_event['detail'],
			)
		);
		if ( is_wp_error( $steward_contact ) ) {
			$steward_refused[] = 'create: ' . $steward_contact->get_error_message() . ' ' . wp_json_encode( $steward_event['fields'] );
		} else {
			$steward_ids[ $steward_event['contact'] ] = $steward_contact->id;
			++$steward_done;
		}
		continue;
	}

	$steward_of       = null === ( $steward_event['deal'] ?? null ) ? array( 'contact' => $steward_ids[ $steward_event['contact'] ] ?? 0 ) : array( 'opportunity' => $steward_deals[ $steward_event['deal'] ] ?? 0 );
	$steward_response = match ( $steward_event['do'] ) {
		'create'   => $steward_send( 'POST', '/contacts', $steward_event['fields'] + array( 'contact_owner' => $steward_owner ) ),
		'claim'    => $steward_send( 'POST', $steward_route . '/claim' ),
		'reassign' => $steward_send( 'POST', $steward_route . '/reassign', array( 'contact_owner' => $steward_owner, 'note' => $steward_event['note'] ) ),
		'follow'   => $steward_send( 'POST', $steward_route . '/followers', array( 'user' => $steward_users[ $steward_event['user'] ] ) ),
		'update'   => $steward_send( 'PATCH', $steward_route, $steward_event['fields'] ),
		'trash'    => $steward_send( 'DELETE', $steward_route ),
		'deal'     => $steward_send( 'POST', '/opportunities', array( 'contact' => $steward_ids[ $steward_event['contact'] ] ?? 0 ) + $steward_event['fields'] ),
		'task'     => $steward_send( 'POST', '/tasks', $steward_of + array( 'assignee' => $steward_users[ $steward_event['assignee'] ] ) + $steward_event['fields'] ),
		'task_done' => $steward_send( 'PATCH', '/tasks/' . ( $steward_tasks[ $steward_event['task'] ] ?? 0 ), array( 'status' => 'done' ) ),
		'stage'    => $steward_send( 'PATCH', '/opportunities/' . ( $steward_deals[ $steward_event['deal'] ] ?? 0 ), array( 'stage' => $steward_stages[ $steward_event['stage'] ] ) ),
	};
	if ( $steward_response->is_error() ) {
		$steward_refused[] = $steward_event['do'] . ': ' . $steward_response->as_error()->get_error_message();
		continue;
	}
	if ( 'deal' === $steward_event['do'] ) {
		$steward_deals[ $steward_event['deal'] ] = $steward_response->get_data()['id'];
	} elseif ( 'task' === $steward_event['do'] ) {
		$steward_tasks[ $steward_event['task'] ] = $steward_response->get_data()['id'];
	} elseif ( 'create' === $steward_event['do'] ) {
		$steward_ids[ $steward_event['contact'] ] = $steward_response->get_data()['id'];
	}
	++$steward_done;
}

echo wp_json_encode(
	array(
		'done'    => $steward_done,
		'refused' => $steward_refused,
	)
) . "\ndone\n";
