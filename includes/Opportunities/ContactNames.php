<?php
/**
 * What shows of opportunities' contacts.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\AccessPolicy;
use Steward\Access\Actor;
use Steward\Access\RecordType;
use Steward\Access\ScopeSql;
use Steward\Database\Connection;

/**
 * The names of contacts and whether somebody may view them, in one query. A nameless contact is called by its e-mail address,
 * company or phone, which only those may read who may view it.
 */
final class ContactNames {

	public function __construct( private readonly Connection $db, private readonly ScopeSql $scopes ) {
	}

	/**
	 * Names of contacts.
	 *
	 * @param list<int> $ids Contacts' ids.
	 * @return array<int, array{name: string, viewable: bool}> By id.
	 */
	public function of( array $ids, Actor $actor ): array {
		$names = array();
		if ( array() === $ids ) {
			return $names;
		}
		$scope = $this->scopes->condition( AccessPolicy::view_scope( $actor, RecordType::Contact ), RecordType::Contact, 'c.contact_owner', 'c.id', true );
		$rows  = $this->db->rows(
			"SELECT c.id, c.name, c.email, c.company, c.phone, CASE WHEN $scope->sql THEN 1 ELSE 0 END AS viewable FROM %i c WHERE c.id IN ( " . Connection::placeholders( $ids ) . ' )',
			...array( ...$scope->args, $this->db->table( 'contacts' ), ...$ids )
		);
		foreach ( $rows as $row ) {
			$viewable                  = '1' === (string) $row['viewable'];
			$readable                  = array_filter( $viewable ? array( $row['name'], $row['email'], $row['company'], $row['phone'] ) : array( $row['name'] ) );
			$names[ (int) $row['id'] ] = array(
				'name'     => array() === $readable ? sprintf( '#%d', (int) $row['id'] ) : (string) reset( $readable ),
				'viewable' => $viewable,
			);
		}
		return $names;
	}
}
