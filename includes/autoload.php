<?php
/**
 * Maps `Steward\Folder\Class` to `includes/Folder/Class.php`. The shipped plugin needs no Composer at run time.
 *
 * @package Steward
 */

defined( 'ABSPATH' ) || defined( 'STEWARD_UNIT_TESTS' ) || exit;

spl_autoload_register(
	static function ( string $name ): void {
		if ( ! str_starts_with( $name, 'Steward\\' ) ) {
			return;
		}
		$file = __DIR__ . '/' . strtr( substr( $name, 8 ), '\\', '/' ) . '.php';
		// class_exists() may ask for what isn't there, such as a test's own classes.
		if ( is_file( $file ) ) {
			require $file;
		}
	}
);
