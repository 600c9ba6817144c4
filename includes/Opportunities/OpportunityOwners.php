<?php
/**
 * Opportunities' owners beside their contacts'.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Database\Connection;

/**
 * The SQL of single and separate owners. Owners are written elsewhere.
 */
final class OpportunityOwners {

	/** An opportunity `o` whose owner is not its contact's, written for every database: none has NULL-safe inequality alike. */
	private const DIFFERS = '( o.owner <> c.contact_owner OR ( o.owner IS NULL AND c.contact_owner IS NOT NULL ) OR ( o.owner IS NOT NULL AND c.contact_owner IS NULL ) )';

	public function __construct( private readonly Connection $db ) {
	}

	/**
	 * The owners of a contact's opportunities, in the trash too.
	 *
	 * @param bool $lock Whether to hold their rows until the transaction ends.
	 * @return array<int, int|null> Opportunity's id => owner's user id.
	 */
	public function of_contact( int $contact, bool $lock = true ): array {
		$owners = array();
		foreach ( $this->db->rows( 'SELECT id, owner FROM %i WHERE contact_id = %d ORDER BY id' . ( $lock ? ' FOR UPDATE' : '' ), $this->db->table( 'opportunities' ), $contact ) as $row ) {
			$owners[ (int) $row['id'] ] = isset( $row['owner'] ) ? (int) $row['owner'] : null;
		}
		return $owners;
	}

	/**
	 * Who owns living opportunities of a contact.
	 *
	 * @param bool $lock Whether it is as it is now, for a decision that others may make at the same moment.
	 * @return list<int> User ids.
	 */
	public function people_of_contact( int $contact, bool $lock = false ): array {
		return array_values( array_unique( $this->db->ints( 'SELECT owner FROM %i WHERE contact_id = %d AND trashed = 0 AND owner IS NOT NULL ORDER BY owner' . ( $lock ? ' FOR UPDATE' : '' ), $this->db->table( 'opportunities' ), $contact ) ) );
	}

	/**
	 * When somebody came to own one of a contact's living opportunities by a change of its owner, last.
	 *
	 * @return string|null `Y-m-d H:i:s` UTC; null where they own none so.
	 */
	public function owned_by_change( int $contact, int $user ): ?string {
		$row = $this->db->row(
			'SELECT MAX( owner_since_gmt ) AS since FROM %i WHERE contact_id = %d AND trashed = 0 AND owner = %d AND owner_cause IN ( ' . Connection::placeholders( DueFollows::BY_CHANGE ) . ' )',
			$this->db->table( 'opportunities' ),
			$contact,
			$user,
			...DueFollows::BY_CHANGE
		);
		return $row['since'] ?? null;
	}

	/**
	 * Opportunities that have another owner than their contact.
	 */
	public function differing(): Differing {
		$rows = $this->db->rows(
			'SELECT o.owner, c.contact_owner, COUNT(*) AS n FROM %i o JOIN %i c ON c.id = o.contact_id WHERE ' . self::DIFFERS . ' GROUP BY o.owner, c.contact_owner',
			$this->db->table( 'opportunities' ),
			$this->db->table( 'contacts' )
		);
		return Differing::of( array_map( static fn ( array $row ): array => array( (int) $row['owner'], (int) $row['contact_owner'], (int) $row['n'] ), $rows ) );
	}

	/**
	 * Contacts with opportunities that have another owner, in order of id. They may be few among a million: the caller says how
	 * far to look at once.
	 *
	 * @return list<int> Contacts' ids.
	 */
	public function contacts_differing( int $after_id, int $until_id, int $limit ): array {
		return $this->db->ints(
			'SELECT DISTINCT o.contact_id FROM %i o JOIN %i c ON c.id = o.contact_id WHERE o.contact_id > %d AND o.contact_id <= %d AND ' . self::DIFFERS . ' ORDER BY o.contact_id LIMIT %d',
			$this->db->table( 'opportunities' ),
			$this->db->table( 'contacts' ),
			$after_id,
			$until_id,
			$limit
		);
	}

	/**
	 * The last contact that has any.
	 */
	public function last_contact(): int {
		return $this->db->int( 'SELECT COALESCE( MAX( contact_id ), 0 ) FROM %i', $this->db->table( 'opportunities' ) );
	}
}
