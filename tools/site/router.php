<?php
/**
 * Serves a WordPress by PHP's own web server: files as they are, all else by index.php.
 *
 * @package Steward
 */

$steward_root = rtrim( $_SERVER['DOCUMENT_ROOT'], '/' );
$steward_path = '/' . ltrim( rawurldecode( (string) parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) ), '/' );

// Nothing hidden (the database's file), and nothing outside.
if ( preg_match( '#/\.|/\.\./|wp-config\.php|debug\.log#', $steward_path ) ) {
	http_response_code( 404 );
	return;
}

$steward_file = $steward_root . $steward_path;
if ( is_dir( $steward_file ) ) {
	if ( ! str_ends_with( $steward_path, '/' ) && is_file( $steward_file . '/index.php' ) ) {
		header( 'Location: ' . $steward_path . '/', true, 301 );
		return;
	}
	$steward_file = rtrim( $steward_file, '/' ) . '/index.php';
	$steward_path = rtrim( $steward_path, '/' ) . '/index.php';
}

if ( is_file( $steward_file ) && ! str_ends_with( $steward_file, '.php' ) ) {
	return false;
}
if ( ! is_file( $steward_file ) ) {
	$steward_path = '/index.php';
	$steward_file = $steward_root . $steward_path;
}

$_SERVER['SCRIPT_NAME']     = $steward_path;
$_SERVER['PHP_SELF']        = $steward_path;
$_SERVER['SCRIPT_FILENAME'] = $steward_file;
chdir( dirname( $steward_file ) );
require $steward_file;
