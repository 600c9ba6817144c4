<?php
/**
 * What Steward's commands use of WP-CLI, for static analysis only.
 */

declare( strict_types=1 );

namespace {
	class WP_CLI {
		/**
		 * @param callable|object|class-string $callable
		 * @param array<string, mixed>         $args
		 */
		public static function add_command( string $name, $callable, array $args = array() ): bool {
			return true;
		}
		public static function line( string $message = '' ): void {}
		public static function log( string $message ): void {}
		public static function success( string $message ): void {}
		public static function warning( string $message ): void {}
		/** @return never */
		public static function error( string $message ): void {
			exit( 1 );
		}
		/** @return never */
		public static function halt( int $return_code ): void {
			exit( $return_code );
		}
		/** @param array<string, mixed> $assoc_args */
		public static function confirm( string $question, array $assoc_args = array() ): void {}
	}
}

namespace WP_CLI\Utils {
	/**
	 * @param array<int, array<string, mixed>|object> $items
	 * @param list<string>|string                     $fields
	 */
	function format_items( string $format, array $items, $fields ): void {}

	/**
	 * @param array<string, mixed> $assoc_args
	 * @param mixed                $fallback
	 * @return mixed
	 */
	function get_flag_value( array $assoc_args, string $flag, $fallback = null ) {
		return $fallback;
	}
}
