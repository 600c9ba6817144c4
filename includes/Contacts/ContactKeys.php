<?php
/**
 * Later keys of the contacts table.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

use Steward\Database\Connection;

/**
 * The keys of the list orders end with the owner: so a walk along one of them sees whose a contact is, and passes over
 * others' without reading their rows.
 */
final class ContactKeys {

	/** Key => its columns between `trashed` and `id`. */
	private const ENDING_WITH_OWNER = array(
		'list_id'         => '',
		'list_created'    => 'created_gmt, ',
		'list_modified'   => 'modified_gmt, ',
		'list_name'       => 'name, ',
		'list_email'      => 'email, ',
		'source_created'  => 'source, created_gmt, ',
		'country_created' => 'country, created_gmt, ',
		'region_created'  => 'region, created_gmt, ',
		'city_created'    => 'city, created_gmt, ',
	);

	public function __construct( private readonly Connection $db ) {
	}

	/**
	 * Makes keys of before version 5 anew, all in one statement; on SQLite, where no site has so many contacts, they stay
	 * as they are.
	 */
	public function end_with_owner(): void {
		$contacts = $this->db->table( 'contacts' );
		if ( $this->db->is_sqlite() || array() !== $this->db->rows( "SHOW INDEX FROM %i WHERE Key_name = 'list_id' AND Column_name = 'contact_owner'", $contacts ) ) {
			return;
		}
		$there   = array_column( $this->db->rows( 'SHOW INDEX FROM %i', $contacts ), 'Key_name' );
		$changes = array();
		foreach ( self::ENDING_WITH_OWNER as $name => $columns ) {
			$changes[] = ( in_array( $name, $there, true ) ? "DROP KEY $name, " : '' ) . "ADD KEY $name ( trashed, {$columns}id, contact_owner )";
		}
		$this->db->execute( 'ALTER TABLE %i ' . implode( ', ', $changes ), $contacts );
	}
}
