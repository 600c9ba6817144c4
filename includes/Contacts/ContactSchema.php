<?php
/**
 * A contact as JSON.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

use Steward\Ownership\RecordSchema;
use Steward\Rest\Schema;

/**
 * The JSON schema of a contact: what OPTIONS shows.
 */
final class ContactSchema {

	/** Fields a client may send back but never sets. */
	public const READ_ONLY = array( 'id', 'owner_since_gmt', 'owner_cause', 'people', 'created_gmt', 'modified_gmt', 'status', 'relation', 'can', 'sync_skipped', '_links', '_embedded' );

	/** Fields shown where a contact is embedded. */
	private const EMBEDDED = array( 'id', 'first_name', 'last_name', 'name', 'email', 'company', 'contact_owner' );

	/**
	 * The schema.
	 *
	 * @return array<string, mixed>
	 */
	public static function get(): array {
		$tag        = array(
			'type'      => 'string',
			'maxLength' => ContactInput::MAX_TAG_LENGTH,
		);
		$properties = array(
			'first_name'    => self::text( 'first_name', __( 'First name.', 'steward' ) ),
			'last_name'     => self::text( 'last_name', __( 'Last name.', 'steward' ) ),
			'name'          => self::text( 'name', __( 'Full name; sent alone, it is split into first and last name.', 'steward' ) ),
			'email'         => self::text( 'email', __( 'E-mail address; no two contacts have the same.', 'steward' ) ),
			'phone'         => self::text( 'phone', __( 'Phone number.', 'steward' ) ),
			'company'       => self::text( 'company', __( 'Company.', 'steward' ) ),
			'title'         => self::text( 'title', __( 'Job title.', 'steward' ) ),
			'website'       => self::text( 'website', __( 'Web address.', 'steward' ) ),
			'address'       => Schema::object( self::address(), __( 'Postal address.', 'steward' ) ),
			'tags'          => Schema::items( __( 'Tags.', 'steward' ), $tag ) + array( 'maxItems' => ContactInput::MAX_TAGS ),
			'contact_owner' => RecordSchema::owner(),
			'source'        => self::text( 'source', __( 'Where the contact came from.', 'steward' ) ),
			'source_id'     => self::text( 'source_id', __( 'The contact\'s id there.', 'steward' ) ),
			'custom'        => Schema::map( __( 'Further fields: text, number, true, false or null.', 'steward' ), array( 'type' => array( 'string', 'number', 'boolean', 'null' ) ) ),
			'status'        => Schema::choice( __( 'Whether it is in the trash.', 'steward' ), array( 'active', 'trash' ) ) + array( 'readonly' => true ),
		);
		return Schema::of( 'contact', Schema::in_contexts( $properties + RecordSchema::properties(), self::EMBEDDED ) );
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private static function address(): array {
		return array(
			'line1'    => self::text( 'address_line1', __( 'Street.', 'steward' ) ),
			'line2'    => self::text( 'address_line2', __( 'More of the street.', 'steward' ) ),
			'city'     => self::text( 'city', __( 'City.', 'steward' ) ),
			'region'   => self::text( 'region', __( 'Region.', 'steward' ) ),
			'postcode' => self::text( 'postcode', __( 'Postcode.', 'steward' ) ),
			'country'  => self::text( 'country', __( 'ISO 3166-1 alpha-2 code.', 'steward' ) ),
		);
	}

	/**
	 * @param string $column Key of its maximum length.
	 * @return array<string, mixed>
	 */
	private static function text( string $column, string $description ): array {
		return Schema::value( 'string', $description, array( 'maxLength' => ContactInput::MAX_LENGTHS[ $column ] ) );
	}
}
