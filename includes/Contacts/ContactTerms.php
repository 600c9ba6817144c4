<?php
/**
 * What a contact is found by.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

use Steward\Database\Connection;

/**
 * An index of words: the start of any word of name, company and e-mail, and any run of a phone's digits (each of the
 * phone's endings is a word, so a run is a start). Kept with the contact, in the same transaction.
 */
final class ContactTerms {

	/** Best first: the rank of the field a word comes from. */
	private const RANKS = array(
		'name'    => 1,
		'email'   => 2,
		'company' => 3,
		'phone'   => 4,
	);

	private const MAX_TERM   = 40;
	private const MAX_WORDS  = 6;
	private const MAX_DIGITS = 20;

	public function __construct( private readonly Connection $db ) {
	}

	/**
	 * The words of a contact's fields.
	 *
	 * @param array<string, string> $texts name, email, company and phone.
	 * @return array<string|int, int> Word => rank of the best field it is in.
	 */
	public static function of( array $texts ): array {
		$terms = array();
		foreach ( self::RANKS as $field => $rank ) {
			$words = 'phone' === $field ? self::endings( $texts[ $field ] ?? '' ) : self::words( $texts[ $field ] ?? '' );
			foreach ( $words as $word ) {
				$terms[ $word ] ??= $rank;
			}
		}
		return $terms;
	}

	/**
	 * The words of a search, in the form they are stored in; a phone number typed with blanks is one word.
	 *
	 * @return list<string>
	 */
	public static function of_search( string $search ): array {
		$digits = self::digits( $search );
		if ( strlen( $digits ) >= 3 && preg_match( '/^[\d\s+()\/.\-]+$/', $search ) ) {
			return array( $digits );
		}
		return array_slice( self::words( $search ), 0, self::MAX_WORDS );
	}

	/**
	 * Stores the words of a contact anew.
	 *
	 * @param int                   $id      Contact's id.
	 * @param array<string, string> $texts   name, email, company and phone.
	 * @param bool                  $trashed Whether it is in the trash.
	 * @param bool                  $is_new  Whether it has none yet.
	 */
	public function put( int $id, array $texts, bool $trashed, bool $is_new = false ): void {
		if ( ! $is_new ) {
			$this->remove( $id );
		}
		$rows = array();
		foreach ( self::of( $texts ) as $term => $rank ) {
			$rows[] = array(
				'trashed'    => (int) $trashed,
				'term'       => (string) $term,
				'field_rank' => $rank,
				'contact_id' => $id,
			);
		}
		// Words that a collation takes for the same one meet in the key: the first stays.
		$this->db->insert_many( 'contact_terms', $rows, true );
	}

	/**
	 * Marks the words of a contact that goes to the trash or comes back.
	 */
	public function mark( int $id, bool $trashed ): void {
		$this->db->execute( 'UPDATE %i SET trashed = %d WHERE contact_id = %d', $this->db->table( 'contact_terms' ), (int) $trashed, $id );
	}

	/**
	 * Removes the words of a contact.
	 */
	public function remove( int $id ): void {
		$this->db->execute( 'DELETE FROM %i WHERE contact_id = %d', $this->db->table( 'contact_terms' ), $id );
	}

	/**
	 * @return list<string>
	 */
	private static function words( string $text ): array {
		$words = preg_split( '/[^\p{L}\p{M}\p{N}]+/u', mb_strtolower( remove_accents( $text ) ), -1, PREG_SPLIT_NO_EMPTY );
		return array_map( static fn ( string $word ): string => mb_substr( $word, 0, self::MAX_TERM ), array_values( array_unique( false === $words ? array() : $words ) ) );
	}

	/**
	 * Every ending of a phone number of two digits or more.
	 *
	 * @return list<string>
	 */
	private static function endings( string $phone ): array {
		$digits  = substr( self::digits( $phone ), 0, self::MAX_DIGITS );
		$last    = strlen( $digits ) - 2;
		$endings = array();
		for ( $from = 0; $from <= $last; $from++ ) {
			$endings[] = substr( $digits, $from );
		}
		return $endings;
	}

	private static function digits( string $text ): string {
		return (string) preg_replace( '/\D+/', '', $text );
	}
}
