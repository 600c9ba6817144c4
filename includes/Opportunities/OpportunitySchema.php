<?php
/**
 * An opportunity as JSON.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Ownership\RecordSchema;
use Steward\Rest\Schema;

/**
 * The JSON schema of an opportunity: what OPTIONS shows.
 */
final class OpportunitySchema {

	/** Fields a client may send back but never sets. */
	public const READ_ONLY = array( 'id', 'contact_name', 'contact_viewable', 'owner_since_gmt', 'owner_cause', 'closed_gmt', 'created_gmt', 'modified_gmt', 'trashed', 'people', 'relation', 'can', 'sync_skipped', '_links', '_embedded' );

	/** Fields shown where an opportunity is embedded. */
	private const EMBEDDED = array( 'id', 'contact', 'contact_name', 'pipeline', 'stage', 'title', 'value', 'currency', 'status', 'owner', 'expected_close' );

	/**
	 * The schema.
	 *
	 * @return array<string, mixed>
	 */
	public static function get(): array {
		$properties = array(
			'contact'        => Schema::value( 'integer', __( 'The contact\'s id.', 'steward' ) ),
			'pipeline'       => Schema::value( 'integer', __( 'The stage\'s pipeline.', 'steward' ) ),
			'stage'          => Schema::value( 'integer', __( 'Stage.', 'steward' ) ),
			'title'          => Schema::value( 'string', __( 'Title.', 'steward' ), array( 'maxLength' => OpportunityInput::MAX_TITLE ) ),
			'value'          => Schema::value( 'string', __( 'Exact amount, with the decimals of its currency.', 'steward' ) ),
			'currency'       => Schema::value( 'string', __( 'ISO 4217 code.', 'steward' ) ),
			'status'         => Schema::choice( __( 'The stage\'s outcome; setting it moves to the first stage with that outcome.', 'steward' ), Stage::OUTCOMES ),
			'owner'          => RecordSchema::owner(),
			'expected_close' => Schema::value( array( 'string', 'null' ), __( 'The day it is expected to be won, YYYY-MM-DD.', 'steward' ), array( 'pattern' => '^\d{4}-\d{2}-\d{2}$' ) ),
		) + Schema::read_only(
			array(
				'contact_name'     => Schema::value( 'string', __( 'The contact\'s name, also where the contact may not be viewed.', 'steward' ) ),
				'contact_viewable' => Schema::value( 'boolean', __( 'Whether the caller may view the contact.', 'steward' ) ),
				'closed_gmt'       => Schema::nullable( Schema::time( __( 'When it was won or lost; null while it is open.', 'steward' ) ) ),
				'trashed'          => Schema::value( 'boolean', __( 'Whether it is in the trash.', 'steward' ) ),
			)
		);
		return Schema::of( 'opportunity', Schema::in_contexts( $properties + RecordSchema::properties(), self::EMBEDDED ) );
	}
}
