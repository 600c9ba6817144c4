<?php
/**
 * Makes the plugin's tables once more, empty, under names that begin with `model_`: what keys they should have now.
 *
 * @package Steward
 */

declare( strict_types=1 );

require getcwd() . '/wp-load.php';

( static function (): void {
	global $wpdb;
	foreach ( Steward\Database\Tables::version_1() + Steward\Opportunities\OpportunityTables::bodies() as $name => $body ) {
		$wpdb->query( "DROP TABLE IF EXISTS model_$name" );
		$wpdb->query( "CREATE TABLE model_$name ( $body ) " . $wpdb->get_charset_collate() );
	}
} )();
delete_option( Steward\Database\Migrations::OPTION );
Steward\Plugin::instance()->migrations()->migrate();
echo 'done';
