<?php
/**
 * Makes the tables of a new site. Reads {title, url, admin: {login, email, password}, options} as JSON from its
 * standard input, or from the file that STEWARD_INPUT names; its working folder is the site's.
 *
 * @package Steward
 */

declare( strict_types=1 );

define( 'WP_INSTALLING', true );
$steward_site = json_decode( (string) file_get_contents( getenv( 'STEWARD_INPUT' ) ?: 'php://stdin' ), true, 512, JSON_THROW_ON_ERROR );

// What a request would bring.
$_SERVER['HTTP_HOST']       = '127.0.0.1';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['REQUEST_URI']     = '/';
require getcwd() . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

add_filter( 'pre_wp_mail', '__return_true' );
$steward_admin = $steward_site['admin'];
wp_install( $steward_site['title'], $steward_admin['login'], $steward_admin['email'], true, '', $steward_admin['password'], 'en_US' );

foreach ( $steward_site['options'] as $steward_name => $steward_value ) {
	update_option( $steward_name, $steward_value );
}

echo "done\n";
