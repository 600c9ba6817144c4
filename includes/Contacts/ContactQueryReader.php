<?php
/**
 * A list's parameters.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

use Steward\Access\Actor;
use Steward\Rest\Errors;
use Steward\Ownership\OwnershipFilters;
use Steward\Rest\Input;
use Steward\Rest\Refused;

/**
 * Reads the filters and the order of a list of contacts from a request, or from the filter of a bulk change.
 */
final class ContactQueryReader {

	/**
	 * JSON schema of the parameters, but for page and per_page.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function args(): array {
		$text  = array( 'type' => 'string' );
		$texts = array(
			'type'              => 'array',
			'items'             => array( 'type' => 'string' ),
			// WordPress would also split a list at blanks, which tags have.
			'validate_callback' => 'rest_validate_request_arg',
			'sanitize_callback' => static fn ( mixed $value ): array => Input::strings( $value ),
		);
		$ids    = array(
			'type'  => 'array',
			'items' => array( 'type' => 'integer' ),
		);
		$time   = array( 'type' => 'string' );
		$people = array(
			'type'  => 'array',
			'items' => array( 'type' => array( 'integer', 'string' ) ),
		);
		return array(
			'search'         => self::described( $text + array( 'maxLength' => 200 ), __( 'The start of any words of name, company or e-mail address, or a run of a phone\'s digits.', 'steward' ) ),
			'contact_owner'  => self::described( $people, __( 'Owners: user ids, me, or none for unassigned.', 'steward' ) ),
			'follower'       => self::described( array( 'type' => array( 'integer', 'string' ) ), __( 'A follower: a user id, or me.', 'steward' ) ),
			'tags'           => self::described( $texts, __( 'Any of these tags.', 'steward' ) ),
			'tags_all'       => self::described( $texts, __( 'All of these tags.', 'steward' ) ),
			'source'         => self::described( $text, __( 'Where it came from.', 'steward' ) ),
			'country'        => self::described( $text, __( 'Country code.', 'steward' ) ),
			'region'         => self::described( $text, __( 'Region.', 'steward' ) ),
			'city'           => self::described( $text, __( 'City.', 'steward' ) ),
			'created_after'  => self::described( $time, __( 'Created then or later; ISO 8601, UTC unless it says otherwise.', 'steward' ) ),
			'created_before' => self::described( $time, __( 'Created before then.', 'steward' ) ),
			'email'          => self::described( $text, __( 'This e-mail address.', 'steward' ) ),
			'include'        => self::described( $ids, __( 'Only these ids.', 'steward' ) ),
			'exclude'        => self::described( $ids, __( 'Not these ids.', 'steward' ) ),
			'status'         => self::described(
				array(
					'type'    => 'string',
					'enum'    => array( 'active', 'trash' ),
					'default' => 'active',
				),
				__( 'The living, or the trash.', 'steward' )
			),
			'orderby'        => self::described(
				array(
					'type' => 'string',
					'enum' => array( ...array_keys( ContactQuery::ORDERS ), ContactQuery::RELEVANCE ),
				),
				__( 'Order; created, or relevance in a search, unless given.', 'steward' )
			),
			'order'          => self::described(
				array(
					'type'    => 'string',
					'enum'    => array( 'asc', 'desc' ),
					'default' => 'desc',
				),
				__( 'Direction of the order.', 'steward' )
			),
		);
	}

	/**
	 * Checks the filter of a bulk change as a list's parameters are checked.
	 *
	 * @param array<mixed> $filter Parameters, but for page and order.
	 * @return array<string, mixed>
	 * @throws Refused When one is unknown or wrong.
	 */
	public static function filter( array $filter ): array {
		$clean  = array();
		$errors = array();
		$args   = array_diff_key( self::args(), array_flip( array( 'orderby', 'order' ) ) );
		foreach ( $filter as $name => $value ) {
			$valid = isset( $args[ $name ] ) ? rest_validate_value_from_schema( $value, $args[ $name ], "filter.$name" ) : new \WP_Error( 'unknown', __( 'There is no such filter.', 'steward' ) );
			if ( is_wp_error( $valid ) ) {
				$errors[ "filter.$name" ] = $valid->get_error_message();
			} else {
				$clean[ (string) $name ] = rest_sanitize_value_from_schema( $value, $args[ $name ] );
			}
		}
		if ( array() !== $errors ) {
			throw new Refused( Errors::invalid( $errors ) );
		}
		return $clean;
	}

	/**
	 * The query.
	 *
	 * @param array<mixed>|\WP_REST_Request $params Parameters as args() describes them.
	 * @throws Refused When one can't be read.
	 */
	public static function read( array|\WP_REST_Request $params, Actor $actor, int $offset, int $limit ): ContactQuery {
		$errors = array();
		$search = trim( Input::string( $params['search'] ?? '' ) );
		$owners = OwnershipFilters::owners( 'contact_owner', $params['contact_owner'] ?? null, $actor, $errors );
		$order  = Input::string( $params['orderby'] ?? '' );
		$order  = '' === $order ? ( '' === $search ? 'created' : ContactQuery::RELEVANCE ) : $order;
		$places = array();
		foreach ( ContactQuery::PLACES as $place ) {
			$value = trim( Input::string( $params[ $place ] ?? '' ) );
			if ( '' !== $value ) {
				$places[ $place ] = $value;
			}
		}
		$follower = OwnershipFilters::follower( $params['follower'] ?? null, $actor, $errors );
		$times    = array();
		foreach ( array( 'created_after', 'created_before' ) as $name ) {
			$times[ $name ] = Input::time( $params[ $name ] ?? null );
			if ( null === $times[ $name ] && '' !== Input::string( $params[ $name ] ?? '' ) ) {
				$errors[ $name ] = __( 'This is not a time in ISO 8601, such as 2026-01-31T12:00:00Z.', 'steward' );
			}
		}
		if ( array() !== $errors ) {
			throw new Refused( Errors::invalid( $errors ) );
		}
		$email     = trim( Input::string( $params['email'] ?? '' ) );
		$ascending = 'asc' === ( $params['order'] ?? 'desc' );
		return new ContactQuery(
			$owners,
			$follower,
			Input::strings( $params['tags'] ?? array() ),
			Input::strings( $params['tags_all'] ?? array() ),
			$places,
			$times['created_after'],
			$times['created_before'],
			'' === $email ? null : $email,
			$search,
			isset( $params['include'] ) && array() !== $params['include'] ? Input::ids( $params['include'] ) : null,
			Input::ids( $params['exclude'] ?? array() ),
			Input::int( $params['after_id'] ?? 0 ),
			'trash' === ( $params['status'] ?? 'active' ),
			$order,
			! $ascending,
			$offset,
			$limit,
		);
	}

	/**
	 * @param array<string, mixed> $schema What it may be.
	 * @return array<string, mixed>
	 */
	private static function described( array $schema, string $description ): array {
		return array( 'description' => $description ) + $schema;
	}
}
