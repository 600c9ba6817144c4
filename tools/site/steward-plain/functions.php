<?php
/**
 * What a theme says that it can.
 *
 * @package Steward
 */

add_action(
	'after_setup_theme',
	static function (): void {
		add_theme_support( 'title-tag' );
		add_theme_support( 'html5', array( 'search-form', 'style', 'script' ) );
	}
);
