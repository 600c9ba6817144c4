<?php
/**
 * Prepares an installed site: activates plugins and makes users. Reads {plugins: ["steward/plugin.php"], users:
 * [{login, password, email, role, first_name, last_name}], theme} as JSON from its standard input, or from the file that STEWARD_INPUT names; its working
 * folder is the site's. A user who is there already is left as they are.
 *
 * @package Steward
 */

declare( strict_types=1 );

$steward_site = json_decode( (string) file_get_contents( getenv( 'STEWARD_INPUT' ) ?: 'php://stdin' ), true, 512, JSON_THROW_ON_ERROR );

// What a request would bring.
$_SERVER['HTTP_HOST']       = '127.0.0.1';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['REQUEST_URI']     = '/';
require getcwd() . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

add_filter( 'pre_wp_mail', '__return_true' );

if ( $steward_site['theme'] && wp_get_theme( $steward_site['theme'] )->exists() ) {
	switch_theme( $steward_site['theme'] );
}
foreach ( $steward_site['plugins'] as $steward_plugin ) {
	$steward_result = activate_plugin( $steward_plugin );
	if ( is_wp_error( $steward_result ) ) {
		fwrite( STDERR, $steward_plugin . ': ' . $steward_result->get_error_message() . "\n" );
		exit( 1 );
	}
}
foreach ( $steward_site['users'] as $steward_user ) {
	$steward_fields = array(
		'user_email'   => $steward_user['email'],
		'role'         => $steward_user['role'],
		'first_name'   => $steward_user['first_name'],
		'last_name'    => $steward_user['last_name'],
		'display_name' => $steward_user['first_name'] . ' ' . $steward_user['last_name'],
	);
	$steward_found  = get_user_by( 'login', $steward_user['login'] );
	$steward_result = $steward_found
		? wp_update_user( array( 'ID' => $steward_found->ID ) + $steward_fields )
		: wp_insert_user(
			array(
				'user_login' => $steward_user['login'],
				'user_pass'  => $steward_user['password'],
			) + $steward_fields
		);
	if ( is_wp_error( $steward_result ) ) {
		fwrite( STDERR, $steward_user['login'] . ': ' . $steward_result->get_error_message() . "\n" );
		exit( 1 );
	}
}
flush_rewrite_rules();

echo "done\n";
