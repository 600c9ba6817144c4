<?php
/**
 * PHPUnit's start for the tests that need no WordPress: pure rules.
 *
 * @package Steward
 */

declare( strict_types=1 );

require_once dirname( __DIR__, 2 ) . '/vendor/autoload.php';

// Files that must not be called over the web end at once without it.
defined( 'ABSPATH' ) || define( 'ABSPATH', dirname( __DIR__, 2 ) . '/' );

require_once dirname( __DIR__ ) . '/stubs/wordpress-functions.php';
