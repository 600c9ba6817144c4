<?php
/**
 * The opportunities table's SQL, but for lists.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\RecordType;
use Steward\Contacts\Contact;
use Steward\Database\Connection;
use Steward\Ownership\Followers;
use Steward\Ownership\RecordStore;
use Steward\Rest\Errors;
use Steward\Rest\Refused;

/**
 * Reads and writes single opportunities and everything stored with them, and what must be done at once to all of a contact's or
 * a stage's. Who may is decided before; owners change elsewhere.
 *
 * @implements RecordStore<Opportunity>
 */
final class OpportunityStore implements RecordStore {

	public function __construct(
		private readonly Connection $db,
		private readonly OpportunityTerms $terms,
		private readonly Followers $followers,
	) {
	}

	/**
	 * Whether the database keeps an amount as it is, to the last digit.
	 *
	 * @param string $value As Money gives it.
	 */
	public function keeps( string $value ): bool {
		return ! $this->db->is_sqlite() || Money::digits( $value ) <= Money::SQLITE_DIGITS;
	}

	/**
	 * An opportunity, in the trash or not.
	 *
	 * @param bool $lock Whether to hold its row until the transaction ends, and to see past the transaction's snapshot.
	 */
	public function find( int $id, bool $lock = false ): ?Opportunity {
		$row = $this->db->row( 'SELECT * FROM %i WHERE id = %d' . ( $lock ? ' FOR UPDATE' : '' ), $this->db->table( 'opportunities' ), $id );
		return null === $row ? null : $this->complete( array( $row ) )[0];
	}

	/**
	 * An opportunity that must be there.
	 *
	 * @param bool $lock As in find().
	 * @throws Refused When there is none.
	 */
	public function get( int $id, bool $lock = false ): Opportunity {
		return $this->find( $id, $lock ) ?? throw new Refused( Errors::not_found() );
	}

	/**
	 * Opportunities by id, in the order of the ids; missing ones are left out.
	 *
	 * @param list<int> $ids Ids.
	 * @return list<Opportunity>
	 */
	public function find_all( array $ids ): array {
		if ( array() === $ids ) {
			return array();
		}
		$rows  = $this->db->rows( 'SELECT * FROM %i WHERE id IN ( ' . Connection::placeholders( $ids ) . ' )', $this->db->table( 'opportunities' ), ...$ids );
		$place = array_flip( $ids );
		usort( $rows, static fn ( array $a, array $b ): int => $place[ (int) $a['id'] ] <=> $place[ (int) $b['id'] ] );
		return $this->complete( $rows );
	}

	/**
	 * A contact's opportunities, in the trash too, in order of id.
	 *
	 * @return list<int>
	 */
	public function ids_of_contact( int $contact_id, int $after_id = 0, int $limit = PHP_INT_MAX ): array {
		return $this->db->ints( 'SELECT id FROM %i WHERE contact_id = %d AND trashed IN ( 0, 1 ) AND id > %d ORDER BY id LIMIT %d', $this->db->table( 'opportunities' ), $contact_id, $after_id, $limit );
	}

	/**
	 * What is in stages, in the trash too, in order of id.
	 *
	 * @param non-empty-list<int> $stages Stages.
	 * @return list<int>
	 */
	public function ids_in_stages( array $stages, int $limit ): array {
		return $this->db->ints( 'SELECT id FROM %i WHERE trashed IN ( 0, 1 ) AND stage_id IN ( ' . Connection::placeholders( $stages ) . ' ) ORDER BY id LIMIT %d', $this->db->table( 'opportunities' ), ...array( ...$stages, $limit ) );
	}

	/**
	 * How many are in stages, in the trash too.
	 *
	 * @param list<int> $stages Stages.
	 */
	public function count_in_stages( array $stages ): int {
		return array() === $stages ? 0 : $this->db->int( 'SELECT COUNT(*) FROM %i WHERE trashed IN ( 0, 1 ) AND stage_id IN ( ' . Connection::placeholders( $stages ) . ' )', $this->db->table( 'opportunities' ), ...$stages );
	}

	/**
	 * Inserts an opportunity with its words.
	 *
	 * @param Contact     $contact        Its contact, whose row is held.
	 * @param Stage       $stage          Its stage.
	 * @param string      $value          As Money::read() gives it.
	 * @param int|null    $owner          Owner's user id.
	 * @param string      $cause          How the owner came about.
	 * @param string|null $expected_close `Y-m-d`.
	 * @param string      $now            `Y-m-d H:i:s` UTC.
	 * @return int The new id.
	 */
	public function insert( Contact $contact, Stage $stage, string $title, string $value, string $currency, ?int $owner, string $cause, ?string $expected_close, string $now ): int {
		$id = $this->db->insert(
			'opportunities',
			array(
				'contact_id'      => $contact->id,
				'pipeline_id'     => $stage->pipeline_id,
				'stage_id'        => $stage->id,
				'title'           => $title,
				'value'           => $value,
				'currency'        => $currency,
				'status'          => $stage->outcome,
				'owner'           => $owner,
				'owner_since_gmt' => $now,
				'owner_cause'     => $cause,
				'expected_close'  => $expected_close,
				'closed_gmt'      => Stage::OPEN === $stage->outcome ? null : $now,
				'created_gmt'     => $now,
				'modified_gmt'    => $now,
			)
		);
		$this->terms->put_title( $id, $title, false, true );
		$this->terms->put_contact( $id, $contact, false, true );
		return $id;
	}

	/**
	 * Stores changed columns under the next version.
	 *
	 * @param Opportunity                    $opportunity As it was read and locked.
	 * @param array<string, string|int|null> $values      Column => value.
	 * @param Contact|null                   $contact     Its new contact, when that changes.
	 * @param string                         $now         `Y-m-d H:i:s` UTC.
	 * @return bool False when somebody else has changed it since.
	 */
	public function update( Opportunity $opportunity, array $values, ?Contact $contact, string $now ): bool {
		list( $set, $args ) = Connection::assignments( array( 'modified_gmt' => $now ) + $values );
		if ( 0 === $this->db->execute( "UPDATE %i SET $set, version = version + 1 WHERE id = %d AND version = %d", ...array( $this->db->table( 'opportunities' ), ...$args, $opportunity->id, $opportunity->version ) ) ) {
			return false;
		}
		if ( isset( $values['title'] ) ) {
			$this->terms->put_title( $opportunity->id, (string) $values['title'], $opportunity->trashed );
		}
		if ( null !== $contact ) {
			$this->terms->put_contact( $opportunity->id, $contact, $opportunity->trashed );
		}
		return true;
	}

	/**
	 * Moves an opportunity to the trash or back.
	 *
	 * @return bool False when somebody else has changed it since.
	 */
	public function set_trashed( Opportunity $opportunity, bool $trashed, string $now ): bool {
		if ( ! $this->update( $opportunity, array( 'trashed' => (int) $trashed ), null, $now ) ) {
			return false;
		}
		$this->terms->mark( $opportunity->id, $trashed );
		return true;
	}

	/**
	 * Erases an opportunity with everything stored with it, but for its activity.
	 */
	public function delete( int $id ): void {
		$this->terms->remove( $id );
		$this->followers->erase( RecordType::Opportunity, $id );
		$this->db->execute( 'DELETE FROM %i WHERE id = %d', $this->db->table( 'opportunities' ), $id );
	}

	/**
	 * Erases all opportunities of a contact with everything stored with them, their activity too: a few statements, however many.
	 */
	public function delete_of_contact( int $contact_id ): void {
		$opportunities = $this->db->table( 'opportunities' );
		$this->db->execute( 'DELETE t FROM %i t JOIN %i o ON o.id = t.opportunity_id WHERE o.contact_id = %d', $this->db->table( 'opportunity_terms' ), $opportunities, $contact_id );
		foreach ( array( 'followers', 'activity' ) as $table ) {
			$this->db->execute( 'DELETE t FROM %i t JOIN %i o ON o.id = t.object_id WHERE t.object_type = %s AND o.contact_id = %d', $this->db->table( $table ), $opportunities, RecordType::Opportunity->value, $contact_id );
		}
		$this->db->execute( 'DELETE FROM %i WHERE contact_id = %d', $opportunities, $contact_id );
	}

	/**
	 * @param list<array<string, string|null>> $rows Rows of the opportunities table.
	 * @return list<Opportunity>
	 */
	private function complete( array $rows ): array {
		$followed  = array_values( array_map( static fn ( array $row ): int => (int) $row['id'], array_filter( $rows, static fn ( array $row ): bool => (int) $row['follower_count'] > 0 ) ) );
		$followers = $this->followers->of( RecordType::Opportunity, $followed );
		return array_map( static fn ( array $row ): Opportunity => Opportunity::from_row( $row, $followers[ (int) $row['id'] ] ?? array() ), $rows );
	}
}
