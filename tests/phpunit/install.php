<?php
/**
 * Makes the tables of a new WordPress for tests. A process of its own: WP_INSTALLING can't be taken back.
 *
 * @package Steward
 */

declare( strict_types=1 );

define( 'WP_INSTALLING', true );
require __DIR__ . '/config.php';

if ( 'sqlite' === getenv( 'WP_TESTS_DB' ) ) {
	foreach ( (array) glob( DB_DIR . DB_FILE . '*' ) as $file ) {
		unlink( (string) $file );
	}
} else {
	mysqli_report( MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT );
	[ $host, $port ] = explode( ':', DB_HOST ) + array( '127.0.0.1', '3306' );
	$connection      = new mysqli( $host, DB_USER, DB_PASSWORD, '', (int) $port );
	$connection->query( 'DROP DATABASE IF EXISTS `' . DB_NAME . '`' );
	$connection->query( 'CREATE DATABASE `' . DB_NAME . '` DEFAULT CHARACTER SET utf8mb4' );
	$connection->close();
}

$table_prefix = 'wptests_';
require ABSPATH . 'wp-settings.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

add_filter( 'pre_wp_mail', '__return_true' );
wp_install( 'Tests', 'admin', 'admin@example.org', true, '', 'password', 'en_US' );
update_option( 'siteurl', 'http://example.org' );
update_option( 'home', 'http://example.org' );
update_option( 'permalink_structure', '/%postname%/' );

if ( '1' === getenv( 'WP_TESTS_MULTISITE' ) ) {
	foreach ( $wpdb->tables( 'ms_global' ) as $name => $table ) {
		$wpdb->$name = $table;
	}
	install_network();
	$result = populate_network( 1, 'example.org', 'admin@example.org', 'Tests', '/', false );
	if ( is_wp_error( $result ) && 'no_wildcard_dns' !== $result->get_error_code() ) {
		fwrite( STDERR, $result->get_error_message() . "\n" );
		exit( 1 );
	}
}
