<?php
/**
 * An opportunity as JSON.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

/**
 * The JSON schema of an opportunity: what OPTIONS shows.
 */
final class OpportunitySchema {

	/** Fields a client may send back but never sets. */
	public const READ_ONLY = array( 'id', 'contact_name', 'contact_viewable', 'owner_since_gmt', 'owner_cause', 'closed_gmt', 'created_gmt', 'modified_gmt', 'trashed', 'people', 'relation', 'can', 'sync_skipped', '_links', '_embedded' );

	/**
	 * The schema.
	 *
	 * @return array<string, mixed>
	 */
	public static function get(): array {
		$people     = array(
			'items' => array(
				'type'       => 'object',
				'properties' => array(
					'id'         => array( 'type' => 'integer' ),
					'name'       => array( 'type' => 'string' ),
					'avatar_url' => array( 'type' => 'string' ),
				),
			),
		);
		$properties = array(
			'id'               => self::property( 'integer', __( 'Unique id.', 'steward' ), true, true ),
			'contact'          => self::property( 'integer', __( 'The contact\'s id.', 'steward' ), true ),
			'contact_name'     => self::property( 'string', __( 'The contact\'s name, also where the contact may not be viewed.', 'steward' ), true, true ),
			'contact_viewable' => self::property( 'boolean', __( 'Whether the caller may view the contact.', 'steward' ), false, true ),
			'pipeline'         => self::property( 'integer', __( 'The stage\'s pipeline.', 'steward' ), true ),
			'stage'            => self::property( 'integer', __( 'Stage.', 'steward' ), true ),
			'title'            => self::property( 'string', __( 'Title.', 'steward' ), true ) + array( 'maxLength' => OpportunityInput::MAX_TITLE ),
			'value'            => self::property( 'string', __( 'Exact amount, with the decimals of its currency.', 'steward' ), true ),
			'currency'         => self::property( 'string', __( 'ISO 4217 code.', 'steward' ), true ),
			'status'           => self::property( 'string', __( 'The stage\'s outcome; setting it moves to the first stage with that outcome.', 'steward' ), true ) + array( 'enum' => Stage::OUTCOMES ),
			'owner'            => self::property( array( 'integer', 'null' ), __( 'Owner\'s user id; null is unassigned.', 'steward' ), true ),
			'owner_since_gmt'  => self::time( __( 'When the present owner, or having none, began.', 'steward' ) ),
			'owner_cause'      => self::property( 'string', __( 'How the present owner came about, such as claim.', 'steward' ), false, true ),
			'followers'        => self::property( 'array', __( 'Followers\' user ids.', 'steward' ) ) + array( 'items' => array( 'type' => 'integer' ) ),
			'expected_close'   => self::property( array( 'string', 'null' ), __( 'The day it is expected to be won, YYYY-MM-DD.', 'steward' ), true ),
			'closed_gmt'       => self::time( __( 'When it was won or lost; null while it is open.', 'steward' ) ),
			'created_gmt'      => self::time( __( 'When it was created.', 'steward' ) ),
			'modified_gmt'     => self::time( __( 'When it was last changed.', 'steward' ) ),
			'version'          => self::property( 'integer', __( 'Grows with every change; send the one you read, so that a newer one is not overwritten.', 'steward' ) ),
			'trashed'          => self::property( 'boolean', __( 'Whether it is in the trash.', 'steward' ), false, true ),
			'people'           => self::property( 'array', __( 'Names and avatars of the owner and the followers.', 'steward' ), false, true ) + $people,
			'relation'         => self::property( 'string', __( 'What the caller is to the opportunity.', 'steward' ), false, true ) + array( 'enum' => array( 'owner', 'follower', 'unassigned', 'other' ) ),
			'can'              => self::property( 'object', __( 'What the caller may do.', 'steward' ), false, true ),
			'sync_skipped'     => self::property( 'array', __( 'People whom a sync could not make followers, since the list is full; of a single opportunity.', 'steward' ), false, true ) + $people,
		);

		$properties['closed_gmt']['type'] = array( 'string', 'null' );
		$properties['can']['properties']  = array_fill_keys( array( 'view', 'update', 'claim', 'reassign', 'delete' ), array( 'type' => 'boolean' ) );
		return array(
			'$schema'              => 'http://json-schema.org/draft-04/schema#',
			'title'                => 'steward-opportunity',
			'type'                 => 'object',
			'properties'           => $properties,
			'additionalProperties' => false,
		);
	}

	/**
	 * @param string|list<string> $type JSON type.
	 * @return array<string, mixed>
	 */
	private static function property( string|array $type, string $description, bool $embed = false, bool $read_only = false ): array {
		$property = array(
			'description' => $description,
			'type'        => $type,
			'context'     => $embed ? array( 'view', 'edit', 'embed' ) : array( 'view', 'edit' ),
		);
		return $read_only ? $property + array( 'readonly' => true ) : $property;
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function time( string $description ): array {
		return self::property( 'string', $description, false, true ) + array( 'format' => 'date-time' );
	}
}
