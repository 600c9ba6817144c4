<?php
/**
 * PHPUnit's start for the tests that need WordPress.
 *
 * @package Steward
 */

declare( strict_types=1 );

require_once dirname( __DIR__, 2 ) . '/vendor/autoload.php';
require_once __DIR__ . '/config.php';

$wp_filter = array(
	'pre_wp_mail' => array(
		10 => array(
			'steward_tests' => array(
				'function'      => static function ( $result, array $mail ): bool {
					Steward\Tests\Support\TestCase::$mail[] = $mail;
					return true;
				},
				'accepted_args' => 2,
			),
		),
	),
);
// Included within a function by PHPUnit, so this is not yet the global.
$GLOBALS['wp_filter'] = $wp_filter; // phpcs:ignore WordPress.WP.GlobalVariablesOverride

require __DIR__ . '/load-wordpress.php';
