<?php
/**
 * What records of every kind have in JSON.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Access\Relation;
use Steward\Access\Verb;
use Steward\Rest\People;
use Steward\Rest\Schema;

/**
 * Properties that the schemas of contacts and opportunities share.
 */
final class RecordSchema {

	/**
	 * The properties.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function properties(): array {
		$set = array(
			'followers' => Schema::items( __( 'Followers\' user ids.', 'steward' ), array( 'type' => 'integer' ) ),
			'version'   => Schema::value( 'integer', __( 'Grows with every change; send the one you read, so that a newer one is not overwritten.', 'steward' ) ),
		);
		return $set + Schema::read_only(
			array(
				'id'              => Schema::value( 'integer', __( 'Unique id.', 'steward' ) ),
				'owner_since_gmt' => Schema::time( __( 'When the present owner, or having none, began.', 'steward' ) ),
				'owner_cause'     => Schema::value( 'string', __( 'How the present owner came about, such as claim.', 'steward' ) ),
				'created_gmt'     => Schema::time( __( 'When it was created.', 'steward' ) ),
				'modified_gmt'    => Schema::time( __( 'When it was last changed.', 'steward' ) ),
				'people'          => Schema::items( __( 'Names and avatars of the owner and the followers.', 'steward' ), People::schema() ),
				'relation'        => self::relation( __( 'What the caller is to it.', 'steward' ) ),
				'can'             => Schema::object( array_fill_keys( array_column( Verb::cases(), 'value' ), array( 'type' => 'boolean' ) ), __( 'What the caller may do.', 'steward' ) ),
				'sync_skipped'    => Schema::items( __( 'People whom a sync could not make followers, since the list was full, until they follow or need not any more; of a single record.', 'steward' ), People::schema() ),
			)
		);
	}

	/**
	 * An owner.
	 *
	 * @return array<string, mixed>
	 */
	public static function owner(): array {
		return Schema::value( array( 'integer', 'null' ), __( 'Owner\'s user id; null is unassigned.', 'steward' ) );
	}

	/**
	 * What somebody is to a record.
	 *
	 * @return array<string, mixed>
	 */
	public static function relation( string $description ): array {
		return Schema::choice( $description, array_column( Relation::cases(), 'value' ) );
	}
}
