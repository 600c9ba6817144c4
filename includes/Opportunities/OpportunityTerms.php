<?php
/**
 * What an opportunity is found by.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Contacts\Contact;
use Steward\Contacts\ContactTerms;
use Steward\Database\Connection;

/**
 * An index of the words of the title and of the contact's name and company, kept in the transaction that changes one of them.
 * A word stands under each field it is in: the company's count only for who may view the contact.
 */
final class OpportunityTerms {

	public const TITLE   = 1;
	public const NAME    = 2;
	public const COMPANY = 3;

	private const MAX_WORDS = 6;

	public function __construct( private readonly Connection $db ) {
	}

	/**
	 * The words of a search, in the form they are stored in.
	 *
	 * @return list<string>
	 */
	public static function of_search( string $search ): array {
		return array_slice( self::words( $search ), 0, self::MAX_WORDS );
	}

	/**
	 * Stores the words of a title anew.
	 *
	 * @param bool $is_new Whether it has none yet.
	 */
	public function put_title( int $id, string $title, bool $trashed, bool $is_new = false ): void {
		if ( ! $is_new ) {
			$this->db->execute( 'DELETE FROM %i WHERE opportunity_id = %d AND field_rank = %d', $this->db->table( 'opportunity_terms' ), $id, self::TITLE );
		}
		$this->insert( $id, array( self::TITLE => self::words( $title ) ), $trashed );
	}

	/**
	 * Stores the words of an opportunity's contact anew.
	 *
	 * @param bool $is_new Whether it has none yet.
	 */
	public function put_contact( int $id, Contact $contact, bool $trashed, bool $is_new = false ): void {
		if ( ! $is_new ) {
			$this->db->execute( 'DELETE FROM %i WHERE opportunity_id = %d AND field_rank <> %d', $this->db->table( 'opportunity_terms' ), $id, self::TITLE );
		}
		$this->insert( $id, self::of_contact( $contact ), $trashed );
	}

	/**
	 * Stores a contact's words anew for all of its opportunities, which may be thousands.
	 */
	public function contact_changed( Contact $contact ): void {
		$terms         = $this->db->table( 'opportunity_terms' );
		$opportunities = $this->db->table( 'opportunities' );
		$this->db->execute( 'DELETE t FROM %i t JOIN %i o ON o.id = t.opportunity_id WHERE o.contact_id = %d AND t.field_rank <> %d', $terms, $opportunities, $contact->id, self::TITLE );
		foreach ( self::of_contact( $contact ) as $rank => $words ) {
			foreach ( $words as $word ) {
				// Words that a collation takes for the same one meet in the key: the first stays.
				$this->db->execute( 'INSERT IGNORE INTO %i ( trashed, term, field_rank, opportunity_id ) SELECT trashed, %s, %d, id FROM %i WHERE contact_id = %d', $terms, $word, $rank, $opportunities, $contact->id );
			}
		}
	}

	/**
	 * Marks the words of an opportunity that goes to the trash or comes back.
	 */
	public function mark( int $id, bool $trashed ): void {
		$this->db->execute( 'UPDATE %i SET trashed = %d WHERE opportunity_id = %d', $this->db->table( 'opportunity_terms' ), (int) $trashed, $id );
	}

	/**
	 * Removes the words of an opportunity.
	 */
	public function remove( int $id ): void {
		$this->db->execute( 'DELETE FROM %i WHERE opportunity_id = %d', $this->db->table( 'opportunity_terms' ), $id );
	}

	/**
	 * @param array<int, list<string>> $words Rank => words.
	 */
	private function insert( int $id, array $words, bool $trashed ): void {
		$rows = array();
		foreach ( $words as $rank => $terms ) {
			foreach ( $terms as $term ) {
				$rows[] = array(
					'trashed'        => (int) $trashed,
					'term'           => $term,
					'field_rank'     => $rank,
					'opportunity_id' => $id,
				);
			}
		}
		$this->db->insert_many( 'opportunity_terms', $rows, true );
	}

	/**
	 * @return array<int, list<string>> Rank => words.
	 */
	private static function of_contact( Contact $contact ): array {
		return array(
			self::NAME    => self::words( $contact->text( 'name' ) ),
			self::COMPANY => self::words( $contact->text( 'company' ) ),
		);
	}

	/**
	 * @return list<string>
	 */
	private static function words( string $text ): array {
		return array_map( 'strval', array_keys( ContactTerms::of( array( 'name' => $text ) ) ) );
	}
}
