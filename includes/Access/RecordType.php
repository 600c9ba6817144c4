<?php
/**
 * The kinds of record that have an owner.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

/**
 * The value is what `object_type` columns and REST say.
 */
enum RecordType: string {
	case Contact     = 'contact';
	case Opportunity = 'opportunity';

	/**
	 * The plural, as in tables, routes and capabilities.
	 */
	public function plural(): string {
		return match ( $this ) {
			self::Contact     => 'contacts',
			self::Opportunity => 'opportunities',
		};
	}

	/**
	 * The column, and the REST field, that holds the owner's user id.
	 */
	public function owner_field(): string {
		return match ( $this ) {
			self::Contact     => 'contact_owner',
			self::Opportunity => 'owner',
		};
	}
}
