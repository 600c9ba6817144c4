<?php
/**
 * Reads the parameters of the team's activity.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Activity;

use Steward\Access\Actor;
use Steward\Rest\Errors;
use Steward\Rest\Input;
use Steward\Rest\Refused;

/**
 * The same for the list, its export and the command line.
 */
final class ActivityQueryReader {

	/** What Steward itself did, as an `actor`. */
	private const SYSTEM = 'system';

	/**
	 * A query from parameters that may come from anywhere.
	 *
	 * @param array<mixed> $params Of args().
	 * @throws Refused When one makes no sense.
	 */
	public static function read( array $params, Actor $actor, int $offset, int $limit ): ActivityQuery {
		$id   = self::text( $params, 'object_id' );
		$type = self::text( $params, 'object_type' );
		if ( null !== $id && ( null === $type || ! ctype_digit( $id ) ) ) {
			throw new Refused( Errors::invalid( array( 'object_id' => __( 'Give the number of a record, and its kind as object_type.', 'steward' ) ) ) );
		}
		return new ActivityQuery(
			$type,
			null === $id ? null : (int) $id,
			self::actor( self::text( $params, 'actor' ), $actor ),
			array_slice( Input::strings( $params['action'] ?? '' ), 0, 50 ),
			self::text( $params, 'cause' ),
			self::time( $params, 'created_after' ),
			self::time( $params, 'created_before' ),
			null,
			$offset,
			$limit,
		);
	}

	/**
	 * Arguments of a route.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function args(): array {
		return array(
			'object_type'    => array(
				'description' => __( 'Only what happened to this kind of thing, such as contact.', 'steward' ),
				'type'        => 'string',
				'enum'        => ActivityStore::types(),
			),
			'object_id'      => array(
				'description' => __( 'Only what happened to the record with this id; needs object_type.', 'steward' ),
				'type'        => 'integer',
				'minimum'     => 1,
			),
			'actor'          => array(
				'description' => __( 'Only what this user did: an id, me, or system for Steward itself.', 'steward' ),
				'type'        => array( 'integer', 'string' ),
			),
			'action'         => array(
				'description' => __( 'Only these actions, such as claimed.', 'steward' ),
				'type'        => 'array',
				'maxItems'    => 50,
				'items'       => array(
					'type'      => 'string',
					'maxLength' => 30,
				),
			),
			'cause'          => array(
				'description' => __( 'Only what came about through this.', 'steward' ),
				'type'        => 'string',
				'enum'        => Cause::KINDS,
			),
			'created_after'  => array(
				'description' => __( 'Only from this time on.', 'steward' ),
				'type'        => 'string',
			),
			'created_before' => array(
				'description' => __( 'Only before this time.', 'steward' ),
				'type'        => 'string',
			),
		);
	}

	private static function actor( ?string $value, Actor $actor ): ?int {
		if ( null === $value ) {
			return null;
		}
		if ( ! in_array( $value, array( 'me', self::SYSTEM ), true ) && ! ctype_digit( $value ) ) {
			throw new Refused( Errors::invalid( array( 'actor' => __( 'Give a user\'s id, me or system.', 'steward' ) ) ) );
		}
		return match ( $value ) {
			'me'         => $actor->id,
			self::SYSTEM => 0,
			default      => (int) $value,
		};
	}

	/**
	 * @param array<mixed> $params Parameters.
	 */
	private static function time( array $params, string $name ): ?string {
		if ( null === self::text( $params, $name ) ) {
			return null;
		}
		return Input::time( $params[ $name ] ) ?? throw new Refused( Errors::invalid( array( $name => __( 'Give a time such as 2026-01-31T12:00:00Z.', 'steward' ) ) ) );
	}

	/**
	 * @param array<mixed> $params Parameters.
	 */
	private static function text( array $params, string $name ): ?string {
		$text = trim( Input::string( $params[ $name ] ?? '' ) );
		return '' === $text ? null : $text;
	}
}
