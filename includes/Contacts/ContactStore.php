<?php
/**
 * The contacts table's SQL, but for lists.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

use Steward\Access\RecordType;
use Steward\Database\Connection;
use Steward\Ownership\Followers;
use Steward\Ownership\RecordStore;
use Steward\Rest\Errors;
use Steward\Rest\Refused;

/**
 * Reads and writes single contacts and everything stored with them. Who may is decided before; owners change elsewhere.
 *
 * @implements RecordStore<Contact>
 */
final class ContactStore implements RecordStore {

	public function __construct(
		private readonly Connection $db,
		private readonly ContactTags $tags,
		private readonly ContactTerms $terms,
		private readonly Followers $followers,
	) {
	}

	/**
	 * A contact, in the trash or not.
	 *
	 * @param bool $lock Whether to hold its row until the transaction ends, and to see past the transaction's snapshot.
	 */
	public function find( int $id, bool $lock = false ): ?Contact {
		$row = $this->db->row( 'SELECT * FROM %i WHERE id = %d' . ( $lock ? ' FOR UPDATE' : '' ), $this->db->table( 'contacts' ), $id );
		return null === $row ? null : $this->complete( array( $row ) )[0];
	}

	/**
	 * A contact that must be there.
	 *
	 * @param bool $lock As in find().
	 * @throws Refused When there is none.
	 */
	public function get( int $id, bool $lock = false ): Contact {
		return $this->find( $id, $lock ) ?? throw new Refused( Errors::not_found() );
	}

	/**
	 * Contacts by id, in the order of the ids; missing ones are left out.
	 *
	 * @param list<int> $ids Ids.
	 * @return list<Contact>
	 */
	public function find_all( array $ids ): array {
		if ( array() === $ids ) {
			return array();
		}
		$rows  = $this->db->rows( 'SELECT * FROM %i WHERE id IN ( ' . Connection::placeholders( $ids ) . ' )', $this->db->table( 'contacts' ), ...$ids );
		$place = array_flip( $ids );
		usort( $rows, static fn ( array $a, array $b ): int => $place[ (int) $a['id'] ] <=> $place[ (int) $b['id'] ] );
		return $this->complete( $rows );
	}

	/**
	 * The living contact with an e-mail address; 0 when there is none.
	 */
	public function id_by_email( string $email ): int {
		$hash = self::email_hash( $email );
		return null === $hash ? 0 : $this->db->int( 'SELECT id FROM %i WHERE email_hash = %s', $this->db->table( 'contacts' ), $hash );
	}

	/**
	 * All contacts with an e-mail address, also those in the trash, oldest first.
	 *
	 * @return list<int> Ids.
	 */
	public function ids_by_email( string $email ): array {
		return '' === trim( $email ) ? array() : $this->db->ints( 'SELECT id FROM %i WHERE trashed IN ( 0, 1 ) AND email = %s ORDER BY id', $this->db->table( 'contacts' ), trim( $email ) );
	}

	/**
	 * Inserts a contact with its tags and words.
	 *
	 * @param array<string, string>                     $texts  Contact::TEXT_FIELDS.
	 * @param list<string>                              $tags   Tags.
	 * @param array<string, string|int|float|bool|null> $custom Further fields.
	 * @param int|null                                  $owner  Owner's user id.
	 * @param string                                    $cause  How the owner came about.
	 * @param string                                    $created `Y-m-d H:i:s` UTC.
	 * @param string                                    $now    `Y-m-d H:i:s` UTC.
	 * @return int The new id; 0 when a contact with that e-mail exists.
	 */
	public function insert( array $texts, array $tags, array $custom, ?int $owner, string $cause, string $created, string $now ): int {
		$texts += array_fill_keys( Contact::TEXT_FIELDS, '' );
		$stored = self::derived( $texts );
		$id     = $this->db->insert(
			'contacts',
			array_merge(
				$texts,
				$stored,
				array(
					'contact_owner'   => $owner,
					'owner_since_gmt' => $created,
					'owner_cause'     => $cause,
					'created_gmt'     => $created,
					'modified_gmt'    => $now,
					'custom'          => self::json( $custom ),
				)
			),
			true
		);
		if ( $id > 0 ) {
			$this->tags->put( $id, $tags, false, false );
			$this->terms->put( $id, array( 'name' => $stored['name'] ) + $texts, false, true );
		}
		return $id;
	}

	/**
	 * Stores changed fields under the next version.
	 *
	 * @param Contact                                        $contact The contact as it was read and locked.
	 * @param array<string, string>                          $texts   Changed text fields.
	 * @param list<string>|null                              $tags    Tags, when they change.
	 * @param array<string, string|int|float|bool|null>|null $custom  All further fields, when they change.
	 * @param string                                         $now     `Y-m-d H:i:s` UTC.
	 * @return bool False when somebody else has changed it since.
	 */
	public function update( Contact $contact, array $texts, ?array $tags, ?array $custom, string $now ): bool {
		$values = $texts;
		if ( array() !== array_intersect_key( $texts, array_flip( array( 'first_name', 'last_name', 'email' ) ) ) ) {
			$values = array_merge( $values, self::derived( $texts + self::texts( $contact ) ) );
		}
		if ( null !== $custom ) {
			$values['custom'] = self::json( $custom );
		}
		$values['modified_gmt'] = $now;
		if ( ! $this->put( $contact, $values ) ) {
			return false;
		}
		if ( null !== $tags ) {
			$this->tags->put( $contact->id, $tags, $contact->trashed, array() !== $contact->tags );
		}
		if ( array() !== array_intersect_key( $texts, array_flip( array( 'first_name', 'last_name', 'email', 'company', 'phone' ) ) ) ) {
			$all = $texts + self::texts( $contact );
			$this->terms->put( $contact->id, array( 'name' => self::derived( $all )['name'] ) + $all, $contact->trashed );
		}
		return true;
	}

	/**
	 * Moves a contact to the trash or back; a trashed one no longer holds its e-mail address.
	 *
	 * @return bool False when somebody else has changed it since.
	 */
	public function set_trashed( Contact $contact, bool $trashed, string $now ): bool {
		$hash   = $trashed ? null : self::email_hash( $contact->text( 'email' ) );
		$values = array(
			'trashed'      => (int) $trashed,
			'email_hash'   => $hash,
			'modified_gmt' => $now,
		);
		if ( ! $this->put( $contact, $values ) ) {
			return false;
		}
		$this->terms->mark( $contact->id, $trashed );
		$this->tags->mark( $contact->id, $trashed );
		return true;
	}

	/**
	 * Erases a contact with everything stored with it, but for its activity.
	 */
	public function delete( int $id ): void {
		$this->terms->remove( $id );
		$this->tags->put( $id, array(), false );
		$this->followers->erase( RecordType::Contact, $id );
		$this->db->execute( "UPDATE %i SET contact_id = NULL, fields = '{}', message = '' WHERE contact_id = %d", $this->db->table( 'submissions' ), $id );
		$this->db->execute( 'DELETE FROM %i WHERE id = %d', $this->db->table( 'contacts' ), $id );
	}

	/**
	 * What holds one contact an e-mail address: the same for addresses that differ in case only; null for none.
	 */
	public static function email_hash( string $email ): ?string {
		$email = mb_strtolower( trim( $email ) );
		return '' === $email ? null : substr( hash( 'sha256', $email ), 0, 32 );
	}

	/**
	 * Text fields of a contact.
	 *
	 * @return array<string, string>
	 */
	public static function texts( Contact $contact ): array {
		$texts = array();
		foreach ( Contact::TEXT_FIELDS as $field ) {
			$texts[ $field ] = $contact->text( $field );
		}
		return $texts;
	}

	/**
	 * @param array<string, string|int|null> $values Columns to set.
	 */
	private function put( Contact $contact, array $values ): bool {
		list( $set, $args ) = Connection::assignments( $values );
		$table              = $this->db->table( 'contacts' );
		return $this->db->execute( "UPDATE %i SET $set, version = version + 1 WHERE id = %d AND version = %d", $table, ...array( ...$args, $contact->id, $contact->version ) ) > 0;
	}

	/**
	 * @param array<string, string> $texts Text fields.
	 * @return array{name: string, email_hash: string|null}
	 */
	private static function derived( array $texts ): array {
		return array(
			'name'       => trim( $texts['first_name'] . ' ' . $texts['last_name'] ),
			'email_hash' => self::email_hash( $texts['email'] ),
		);
	}

	/**
	 * @param array<string, string|int|float|bool|null> $custom Further fields.
	 */
	private static function json( array $custom ): string {
		return (string) wp_json_encode( (object) $custom, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES );
	}

	/**
	 * @param list<array<string, string|null>> $rows Rows of the contacts table.
	 * @return list<Contact>
	 */
	private function complete( array $rows ): array {
		$ids       = array_map( static fn ( array $row ): int => (int) $row['id'], $rows );
		$followed  = array_values( array_map( static fn ( array $row ): int => (int) $row['id'], array_filter( $rows, static fn ( array $row ): bool => (int) $row['follower_count'] > 0 ) ) );
		$tags      = $this->tags->of( $ids );
		$followers = $this->followers->of( RecordType::Contact, $followed );
		return array_map( static fn ( array $row ): Contact => Contact::from_row( $row, $tags[ (int) $row['id'] ] ?? array(), $followers[ (int) $row['id'] ] ?? array() ), $rows );
	}
}
