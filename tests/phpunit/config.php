<?php
/**
 * The configuration of a WordPress for tests, from environment variables. It takes wp-config.php's place: core is
 * shared and never written to.
 *
 * WP_CORE_DIR           an unpacked WordPress
 * WP_TESTS_CONTENT_DIR  its wp-content, which the test runner makes
 * WP_TESTS_DB           "mariadb" or "sqlite"
 * WP_TESTS_DB_HOST, WP_TESTS_DB_NAME, WP_TESTS_DB_USER, WP_TESTS_DB_PASSWORD   for MariaDB
 * WP_TESTS_DB_DIR       the folder of SQLite's file
 * WP_TESTS_MULTISITE    "1" for a network
 *
 * @package Steward
 */

declare( strict_types=1 );

// In a function: wp-settings.php runs in the global scope and has variables of its own.
( static function (): void {
	$env = static function ( string $name, string $fallback = '' ): string {
		$value = getenv( $name );
		return false === $value ? $fallback : $value;
	};

	$core = rtrim( $env( 'WP_CORE_DIR' ), '/' );
	if ( ! is_file( $core . '/wp-settings.php' ) ) {
		fwrite( STDERR, "Run the tests by: npm test -- integration\n" );
		exit( 1 );
	}

	$constants = array(
		'ABSPATH'                    => $core . '/',
		'WP_CONTENT_DIR'             => rtrim( $env( 'WP_TESTS_CONTENT_DIR' ), '/' ),
		'WP_CONTENT_URL'             => 'http://example.org/wp-content',
		'DB_NAME'                    => $env( 'WP_TESTS_DB_NAME', 'steward_tests' ),
		'DB_USER'                    => $env( 'WP_TESTS_DB_USER' ),
		'DB_PASSWORD'                => $env( 'WP_TESTS_DB_PASSWORD' ),
		'DB_HOST'                    => $env( 'WP_TESTS_DB_HOST' ),
		'DB_CHARSET'                 => 'utf8mb4',
		'DB_COLLATE'                 => '',
		'WP_DEBUG'                   => true,
		'WP_DEBUG_DISPLAY'           => true,
		'WP_DEBUG_LOG'               => false,
		'WP_ENVIRONMENT_TYPE'        => 'local',
		'WP_DEFAULT_THEME'           => 'steward-plain',
		'WP_HTTP_BLOCK_EXTERNAL'     => true,
		'DISABLE_WP_CRON'            => true,
		'AUTOMATIC_UPDATER_DISABLED' => true,
		'WP_MEMORY_LIMIT'            => '512M',
	);
	if ( 'sqlite' === $env( 'WP_TESTS_DB' ) ) {
		$constants['DB_DIR']  = rtrim( $env( 'WP_TESTS_DB_DIR' ), '/' ) . '/';
		$constants['DB_FILE'] = '.ht.sqlite';
	}
	foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $kind ) {
		$constants[ $kind . '_KEY' ]  = 'key of the tests';
		$constants[ $kind . '_SALT' ] = 'salt of the tests';
	}
	if ( '1' === $env( 'WP_TESTS_MULTISITE' ) ) {
		$constants['WP_ALLOW_MULTISITE'] = true;
		if ( ! defined( 'WP_INSTALLING' ) ) {
			$constants += array(
				'MULTISITE'            => true,
				'SUBDOMAIN_INSTALL'    => false,
				'DOMAIN_CURRENT_SITE'  => 'example.org',
				'PATH_CURRENT_SITE'    => '/',
				'SITE_ID_CURRENT_SITE' => 1,
				'BLOG_ID_CURRENT_SITE' => 1,
			);
		}
	}
	foreach ( $constants as $name => $value ) {
		define( $name, $value );
	}

	$_SERVER = array_merge(
		$_SERVER,
		array(
			'SERVER_PROTOCOL' => 'HTTP/1.1',
			'HTTP_HOST'       => 'example.org',
			'SERVER_NAME'     => 'example.org',
			'SERVER_PORT'     => '80',
			'REQUEST_METHOD'  => 'GET',
			'REQUEST_URI'     => '/',
			'REMOTE_ADDR'     => '127.0.0.1',
			'HTTP_USER_AGENT' => 'Steward tests',
			'PHP_SELF'        => '/index.php',
		)
	);
} )();

$GLOBALS['table_prefix'] = 'wptests_'; // phpcs:ignore WordPress.WP.GlobalVariablesOverride
