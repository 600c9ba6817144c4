<?php
/**
 * Plugin Name: Steward's development site
 * Description: The plugin's folder here is a link to the checkout: keeps WordPress from deleting or updating it.
 *
 * @package Steward
 */

add_filter(
	'map_meta_cap',
	static fn ( array $caps, string $cap ): array => 'delete_plugins' === $cap ? array( 'do_not_allow' ) : $caps,
	10,
	2
);

add_filter(
	'site_transient_update_plugins',
	static function ( $updates ) {
		if ( is_object( $updates ) && isset( $updates->response ) ) {
			unset( $updates->response['steward/plugin.php'] );
		}
		return $updates;
	}
);

// There is no mail server; the log is enough to see that mail went out.
add_filter(
	'pre_wp_mail',
	static function ( $result, array $mail ): bool {
		error_log( sprintf( 'Mail to %s: %s', implode( ', ', (array) $mail['to'] ), $mail['subject'] ) ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions
		return true;
	},
	10,
	2
);
