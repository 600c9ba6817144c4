<?php
/**
 * A contact as JSON.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

/**
 * The JSON schema of a contact: what OPTIONS shows.
 */
final class ContactSchema {

	/** Fields a client may send back but never sets. */
	public const READ_ONLY = array( 'id', 'owner_since_gmt', 'owner_cause', 'people', 'created_gmt', 'modified_gmt', 'status', 'relation', 'can', 'sync_skipped', '_links', '_embedded' );

	/**
	 * The schema.
	 *
	 * @return array<string, mixed>
	 */
	public static function get(): array {
		$all        = array( 'view', 'edit', 'embed' );
		$some       = array( 'view', 'edit' );
		$properties = array( 'id' => self::property( 'integer', __( 'Unique id.', 'steward' ), $all, true ) );
		foreach ( self::texts() as $field => $description ) {
			$properties[ $field ]              = self::property( 'string', $description, in_array( $field, array( 'first_name', 'last_name', 'name', 'email', 'company' ), true ) ? $all : $some );
			$properties[ $field ]['maxLength'] = ContactInput::MAX_LENGTHS[ $field ];
		}
		$properties['address']               = self::property( 'object', __( 'Postal address.', 'steward' ), $some );
		$properties['address']['properties'] = self::address();
		$properties['tags']                  = self::property( 'array', __( 'Tags.', 'steward' ), $some );
		$properties['tags']['items']         = array(
			'type'      => 'string',
			'maxLength' => ContactInput::MAX_TAG_LENGTH,
		);
		$properties['tags']['maxItems']      = ContactInput::MAX_TAGS;
		$properties['contact_owner']         = self::property( array( 'integer', 'null' ), __( 'Owner\'s user id; null is unassigned.', 'steward' ), $all );
		$properties['owner_since_gmt']       = self::time( __( 'When the present owner, or having none, began.', 'steward' ) );
		$properties['owner_cause']           = self::property( 'string', __( 'How the present owner came about, such as claim.', 'steward' ), $some, true );
		$properties['followers']             = self::property( 'array', __( 'Followers\' user ids.', 'steward' ), $some );
		$properties['followers']['items']    = array( 'type' => 'integer' );
		$properties['people']                = self::property( 'array', __( 'Names and avatars of the owner and the followers.', 'steward' ), $some, true );
		$properties['people']['items']       = array(
			'type'       => 'object',
			'properties' => array(
				'id'         => array( 'type' => 'integer' ),
				'name'       => array( 'type' => 'string' ),
				'avatar_url' => array( 'type' => 'string' ),
			),
		);
		$properties['source']                = self::property( 'string', __( 'Where the contact came from.', 'steward' ), $some );
		$properties['source']['maxLength']   = ContactInput::MAX_LENGTHS['source'];
		$properties['source_id']             = self::property( 'string', __( 'The contact\'s id there.', 'steward' ), $some );

		$properties['source_id']['maxLength'] = ContactInput::MAX_LENGTHS['source_id'];

		$properties['created_gmt']  = self::time( __( 'When it was created.', 'steward' ) );
		$properties['modified_gmt'] = self::time( __( 'When it was last changed.', 'steward' ) );
		$properties['version']      = self::property( 'integer', __( 'Grows with every change; send the one you read, so that a newer one is not overwritten.', 'steward' ), $some );
		$properties['status']       = self::property( 'string', __( 'Whether it is in the trash.', 'steward' ), $some, true );
		$properties['custom']       = self::property( 'object', __( 'Further fields: text, number, true, false or null.', 'steward' ), $some );
		$properties['relation']     = self::property( 'string', __( 'What the caller is to the contact.', 'steward' ), $some, true );
		$properties['can']          = self::property( 'object', __( 'What the caller may do.', 'steward' ), $some, true );
		$properties['sync_skipped'] = self::property( 'array', __( 'People whom a sync could not make followers, since the list is full; of a single contact.', 'steward' ), $some, true );

		$properties['status']['enum']                 = array( 'active', 'trash' );
		$properties['custom']['additionalProperties'] = array( 'type' => array( 'string', 'number', 'boolean', 'null' ) );
		$properties['relation']['enum']               = array( 'owner', 'follower', 'unassigned', 'other' );
		$properties['sync_skipped']['items']          = $properties['people']['items'];
		$properties['can']['properties']              = array_fill_keys( array( 'view', 'update', 'claim', 'reassign', 'delete' ), array( 'type' => 'boolean' ) );
		return array(
			'$schema'              => 'http://json-schema.org/draft-04/schema#',
			'title'                => 'steward-contact',
			'type'                 => 'object',
			'properties'           => $properties,
			'additionalProperties' => false,
		);
	}

	/**
	 * @return array<string, string> Field => description.
	 */
	private static function texts(): array {
		return array(
			'first_name' => __( 'First name.', 'steward' ),
			'last_name'  => __( 'Last name.', 'steward' ),
			'name'       => __( 'Full name; sent alone, it is split into first and last name.', 'steward' ),
			'email'      => __( 'E-mail address; no two contacts have the same.', 'steward' ),
			'phone'      => __( 'Phone number.', 'steward' ),
			'company'    => __( 'Company.', 'steward' ),
			'title'      => __( 'Job title.', 'steward' ),
			'website'    => __( 'Web address.', 'steward' ),
		);
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private static function address(): array {
		return array(
			'line1'    => self::part( 'address_line1' ),
			'line2'    => self::part( 'address_line2' ),
			'city'     => self::part( 'city' ),
			'region'   => self::part( 'region' ),
			'postcode' => self::part( 'postcode' ),
			'country'  => self::part( 'country' ) + array( 'description' => __( 'ISO 3166-1 alpha-2 code.', 'steward' ) ),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function part( string $column ): array {
		return array(
			'type'      => 'string',
			'maxLength' => ContactInput::MAX_LENGTHS[ $column ],
		);
	}

	/**
	 * @param string|list<string> $type     JSON type.
	 * @param list<string>        $contexts Contexts it is shown in.
	 * @return array<string, mixed>
	 */
	private static function property( string|array $type, string $description, array $contexts, bool $read_only = false ): array {
		$property = array(
			'description' => $description,
			'type'        => $type,
			'context'     => $contexts,
		);
		return $read_only ? $property + array( 'readonly' => true ) : $property;
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function time( string $description ): array {
		return self::property( 'string', $description, array( 'view', 'edit' ), true ) + array( 'format' => 'date-time' );
	}
}
