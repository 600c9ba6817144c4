<?php
/**
 * A list's parameters.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\AccessPolicy;
use Steward\Access\Actor;
use Steward\Access\RecordType;
use Steward\Rest\Errors;
use Steward\Ownership\OwnershipFilters;
use Steward\Rest\Input;
use Steward\Rest\Refused;

/**
 * Reads the filters and the order of a list of opportunities from a request, or from the filter of a bulk change. Pipeline and
 * status are read as the stages they mean.
 */
final class OpportunityQueryReader {

	public function __construct( private readonly PipelineStore $pipelines ) {
	}

	/**
	 * JSON schema of the filters.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function filter_args(): array {
		$text   = array( 'type' => 'string' );
		$id     = array(
			'type'    => 'integer',
			'minimum' => 1,
		);
		$ids    = array(
			'type'  => 'array',
			'items' => array( 'type' => 'integer' ),
		);
		$status = array(
			'type'  => 'array',
			'items' => array(
				'type' => 'string',
				'enum' => Stage::OUTCOMES,
			),
		);
		$people = array(
			'type'  => 'array',
			'items' => array( 'type' => array( 'integer', 'string' ) ),
		);
		return array(
			'search'       => self::described( $text + array( 'maxLength' => 200 ), __( 'The start of any words of the title, the contact\'s name or company.', 'steward' ) ),
			'pipeline'     => self::described( $id, __( 'A pipeline\'s id.', 'steward' ) ),
			'stage'        => self::described( $ids, __( 'Any of these stages.', 'steward' ) ),
			'status'       => self::described( $status, __( 'Any of open, won and lost.', 'steward' ) ),
			'owner'        => self::described( $people, __( 'Owners: user ids, me, or none for unassigned.', 'steward' ) ),
			'contact'      => self::described( $id, __( 'A contact\'s id.', 'steward' ) ),
			'follower'     => self::described( array( 'type' => array( 'integer', 'string' ) ), __( 'A follower: a user id, or me.', 'steward' ) ),
			'value_min'    => self::described( $text, __( 'This amount or more, whatever the currency.', 'steward' ) ),
			'value_max'    => self::described( $text, __( 'This amount or less, whatever the currency.', 'steward' ) ),
			'currency'     => self::described( $text, __( 'ISO 4217 code.', 'steward' ) ),
			'close_after'  => self::described( $text, __( 'Expected on this day or later, YYYY-MM-DD.', 'steward' ) ),
			'close_before' => self::described( $text, __( 'Expected before this day, YYYY-MM-DD.', 'steward' ) ),
			'include'      => self::described( $ids, __( 'Only these ids.', 'steward' ) ),
			'exclude'      => self::described( $ids, __( 'Not these ids.', 'steward' ) ),
			'trashed'      => self::described(
				array(
					'type'    => 'boolean',
					'default' => false,
				),
				__( 'The trash instead of the living.', 'steward' )
			),
		);
	}

	/**
	 * JSON schema of all parameters, but for page and per_page.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function args(): array {
		return self::filter_args() + array(
			'orderby' => self::described(
				array(
					'type' => 'string',
					'enum' => array( ...array_keys( OpportunityQuery::ORDERS ), OpportunityQuery::RELEVANCE ),
				),
				__( 'Order; created, or relevance in a search, unless given.', 'steward' )
			),
			'order'   => self::described(
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
		$args   = self::filter_args();
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
	public function read( array|\WP_REST_Request $params, Actor $actor, int $offset, int $limit ): OpportunityQuery {
		$errors   = array();
		$search   = trim( Input::string( $params['search'] ?? '' ) );
		$owners   = OwnershipFilters::owners( 'owner', $params['owner'] ?? null, $actor, $errors );
		$follower = OwnershipFilters::follower( $params['follower'] ?? null, $actor, $errors );
		$order    = Input::string( $params['orderby'] ?? '' );
		$order    = '' === $order ? ( '' === $search ? 'created' : OpportunityQuery::RELEVANCE ) : $order;
		$amounts  = array();
		$days     = array();
		foreach ( array( 'value_min', 'value_max' ) as $name ) {
			$text             = Input::string( $params[ $name ] ?? '' );
			$amounts[ $name ] = '' === $text ? null : Money::read( $text );
			if ( '' !== $text && null === $amounts[ $name ] ) {
				$errors[ $name ] = __( 'This must be an amount, such as 1234.50.', 'steward' );
			}
		}
		foreach ( array( 'close_after', 'close_before' ) as $name ) {
			$text          = Input::string( $params[ $name ] ?? '' );
			$days[ $name ] = OpportunityInput::date( $text );
			if ( '' !== $text && null === $days[ $name ] ) {
				$errors[ $name ] = __( 'This must be a date, such as 2026-01-31.', 'steward' );
			}
		}
		$currency = strtoupper( trim( Input::string( $params['currency'] ?? '' ) ) );
		if ( '' !== $currency && ! Currencies::has( $currency ) ) {
			$errors['currency'] = __( 'This is not a currency code of three letters (ISO 4217), such as EUR.', 'steward' );
		}
		if ( array() !== $errors ) {
			throw new Refused( Errors::invalid( $errors ) );
		}
		$contact   = Input::int( $params['contact'] ?? 0 );
		$ascending = 'asc' === ( $params['order'] ?? 'desc' );
		return new OpportunityQuery(
			$owners,
			$follower,
			$this->stages( $params ),
			$contact > 0 ? $contact : null,
			$amounts['value_min'],
			$amounts['value_max'],
			'' === $currency ? null : $currency,
			$days['close_after'],
			$days['close_before'],
			$search,
			AccessPolicy::view_scope( $actor, RecordType::Contact ),
			isset( $params['include'] ) && array() !== $params['include'] ? Input::ids( $params['include'] ) : null,
			Input::ids( $params['exclude'] ?? array() ),
			Input::int( $params['after_id'] ?? 0 ),
			rest_sanitize_boolean( Input::string( $params['trashed'] ?? '' ) ),
			$order,
			! $ascending,
			$offset,
			$limit,
		);
	}

	/**
	 * The stages that are meant; null for all.
	 *
	 * @param array<mixed>|\WP_REST_Request $params Parameters.
	 * @return list<int>|null
	 */
	private function stages( array|\WP_REST_Request $params ): ?array {
		$pipeline = Input::int( $params['pipeline'] ?? 0 );
		$status   = Input::strings( $params['status'] ?? array() );
		$wanted   = Input::ids( $params['stage'] ?? array() );
		if ( $pipeline < 1 && array() === $status ) {
			return array() === $wanted ? null : $wanted;
		}
		$stages = array();
		foreach ( $this->pipelines->all() as $each ) {
			foreach ( $pipeline < 1 || $each->id === $pipeline ? $each->stages : array() as $stage ) {
				if ( ( array() === $status || in_array( $stage->outcome, $status, true ) ) && ( array() === $wanted || in_array( $stage->id, $wanted, true ) ) ) {
					$stages[] = $stage->id;
				}
			}
		}
		return $stages;
	}

	/**
	 * @param array<string, mixed> $schema What it may be.
	 * @return array<string, mixed>
	 */
	private static function described( array $schema, string $description ): array {
		return array( 'description' => $description ) + $schema;
	}
}
