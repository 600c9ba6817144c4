<?php
/**
 * The few functions of WordPress that pure code calls, as they are without translations and filters: for tests
 * that run without WordPress.
 *
 * @package Steward
 */

// phpcs:disable

if ( ! function_exists( '__' ) ) {
	function __( string $text, string $domain = 'default' ): string {
		return $text;
	}
	function _x( string $text, string $context, string $domain = 'default' ): string {
		return $text;
	}
	function _n( string $single, string $plural, int $number, string $domain = 'default' ): string {
		return 1 === $number ? $single : $plural;
	}
	function _nx( string $single, string $plural, int $number, string $context, string $domain = 'default' ): string {
		return 1 === $number ? $single : $plural;
	}
	function esc_html__( string $text, string $domain = 'default' ): string {
		return $text;
	}
	function apply_filters( string $hook, mixed $value, mixed ...$args ): mixed {
		return $value;
	}
	function do_action( string $hook, mixed ...$args ): void {}
	function wp_json_encode( mixed $value, int $flags = 0, int $depth = 512 ): string|false {
		return json_encode( $value, $flags, $depth );
	}
	function absint( mixed $value ): int {
		return abs( (int) $value );
	}
}
