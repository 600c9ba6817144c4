<?php
/**
 * Makes a range of contacts as tab-separated files, their words by the plugin's own class. Reads {from, to, total, dir,
 * words, tags, follows} as JSON from its standard input; its working folder is the site's. The same input gives the
 * same contacts.
 *
 * @package Steward
 */

declare( strict_types=1 );

use Steward\Contacts\ContactStore;
use Steward\Contacts\ContactTerms;

require getcwd() . '/wp-load.php';

( static function ( array $input ): void {
	mt_srand( $input['from'] );
	$words  = $input['words'];
	$owners = array_map(
		'intval',
		get_users(
			array(
				'role'    => 'steward_sales_rep',
				'fields'  => 'ID',
				'orderby' => 'ID',
			)
		)
	);
	// Popular ones come first in each list; the higher the power, the more popular.
	$chance = static fn ( float $share ): bool => mt_rand() / mt_getrandmax() < $share;
	$pick   = static fn ( array $list, float $power = 2.0 ) => $list[ (int) ( ( mt_rand() / ( mt_getrandmax() + 1 ) ) ** $power * count( $list ) ) ];
	$file   = static fn ( string $name ) => fopen( sprintf( '%s/%s.%09d.tsv', $input['dir'], $name, $input['from'] ), 'wb' );
	$line   = static function ( $handle, array $values ): void {
		fwrite( $handle, implode( "\t", array_map( static fn ( $value ) => $value ?? '\N', $values ) ) . "\n" );
	};

	$contacts  = $file( 'contacts' );
	$terms     = $file( 'contact_terms' );
	$tags      = $file( 'contact_tags' );
	$followers = $file( 'followers' );
	$years     = 3 * YEAR_IN_SECONDS;
	$end       = strtotime( '2026-06-30 00:00:00 UTC' );
	$begin     = $end - $years;

	for ( $id = $input['from']; $id < $input['to']; $id++ ) {
		$first   = $pick( $words['first_names'], 2.5 );
		$last    = $pick( $words['last_names'], 2.0 );
		$place   = $pick( $words['places'], 2.5 );
		$company = $chance( 0.6 ) ? $pick( $words['last_names'], 1.2 ) . ' ' . $pick( $words['company_words'], 2.0 ) : '';
		$slug    = strtolower( preg_replace( '/[^A-Za-z]/', '', remove_accents( "$first.$last" ) ) );
		$local   = $chance( 0.5 ) ? strtolower( preg_replace( '/[^A-Za-z.]/', '', remove_accents( "$first.$last" ) ) ) . $id : $slug . $id;
		$domain  = $chance( 0.6 ) || '' === $company ? $pick( $words['mail_hosts'], 2.5 ) : strtolower( preg_replace( '/[^A-Za-z]/', '', remove_accents( $company ) ) ) . '.com';
		$email   = $chance( 0.92 ) ? "$local@$domain" : '';
		$phone   = $chance( 0.7 ) ? sprintf( '+%d %03d %03d %03d', $place['dial'], mt_rand( 200, 999 ), mt_rand( 0, 999 ), mt_rand( 0, 999 ) ) : '';
		// Mostly in order of their ids, as people come in; some are imported with an older date.
		$created  = $chance( 0.9 ) ? $begin + (int) ( $years * $id / $input['total'] ) : mt_rand( $begin, $end );
		$modified = $chance( 0.5 ) ? $created : mt_rand( $created, $end );
		$owner    = $chance( 0.3 ) ? null : $pick( $owners, 1.1 );
		$name     = "$first $last";
		$follows  = array();
		if ( $chance( $input['follows'] / $input['total'] / 1.5 ) ) {
			$follows = array_unique( $chance( 0.5 ) ? array( $pick( $owners, 1.0 ) ) : array( $pick( $owners, 1.0 ), $pick( $owners, 1.0 ) ) );
		}
		$texts = array(
			'name'    => $name,
			'email'   => $email,
			'phone'   => $phone,
			'company' => $company,
		);
		$line(
			$contacts,
			array(
				$id,
				$first,
				$last,
				$name,
				$email,
				ContactStore::email_hash( $email ),
				$phone,
				$company,
				$chance( 0.5 ) ? $pick( $words['titles'], 1.5 ) : '',
				mt_rand( 1, 300 ) . ' ' . $pick( $words['last_names'], 1.0 ) . ' Street',
				$place['city'],
				$place['region'],
				sprintf( '%05d', mt_rand( 1000, 99999 ) ),
				$place['country'],
				$owner,
				gmdate( 'Y-m-d H:i:s', $modified ),
				null === $owner ? 'form' : 'rule',
				count( $follows ),
				$pick( $words['sources'], 2.0 ),
				gmdate( 'Y-m-d H:i:s', $created ),
				gmdate( 'Y-m-d H:i:s', $modified ),
				$chance( 0.3 ) ? '{"budget":' . mt_rand( 1, 90 ) * 1000 . ',"newsletter":true}' : '{}',
			)
		);
		foreach ( ContactTerms::of( $texts ) as $term => $rank ) {
			$line( $terms, array( 0, $term, $rank, $id ) );
		}
		$tagged = array();
		for ( $count = $chance( 0.6 ) ? mt_rand( 1, 4 ) : 0; $count > 0; $count-- ) {
			$tagged[ $pick( range( 1, $input['tags'] ), 3.5 ) ] = true;
		}
		foreach ( array_keys( $tagged ) as $tag ) {
			$line( $tags, array( $tag, $id ) );
		}
		foreach ( $follows as $user ) {
			$line( $followers, array( 'contact', $id, $user, 'manual', gmdate( 'Y-m-d H:i:s', $modified ) ) );
		}
	}
} )( json_decode( (string) stream_get_contents( STDIN ), true, 512, JSON_THROW_ON_ERROR ) );
echo 'done';
