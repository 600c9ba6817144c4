<?php
/**
 * Tags of contacts.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

use Steward\Access\RecordType;
use Steward\Access\Scope;
use Steward\Access\ScopeSql;
use Steward\Database\Clause;
use Steward\Database\Connection;
use Steward\Lists\Hints;

/**
 * A tag is a name; the database holds that no two differ in case only.
 */
final class ContactTags {

	/** Up to so many contacts are read for their tags. */
	private const FEW = 1000;

	/** @var ScopeSql Whose contacts are looked at. */
	private readonly ScopeSql $scopes;

	public function __construct( private readonly Connection $db ) {
		$this->scopes = new ScopeSql( $db );
	}

	/**
	 * Tags of contacts, in order of name.
	 *
	 * @param list<int> $ids Contacts' ids.
	 * @return array<int, list<string>> Contact's id => tags; contacts without one are missing.
	 */
	public function of( array $ids ): array {
		$tags = array();
		if ( array() === $ids ) {
			return $tags;
		}
		$rows = $this->db->rows(
			'SELECT ct.contact_id, t.name FROM %i ct JOIN %i t ON t.id = ct.tag_id WHERE ct.contact_id IN ( ' . Connection::placeholders( $ids ) . ' ) ORDER BY t.name',
			$this->db->table( 'contact_tags' ),
			$this->db->table( 'tags' ),
			...$ids
		);
		foreach ( $rows as $row ) {
			$tags[ (int) $row['contact_id'] ][] = (string) $row['name'];
		}
		return $tags;
	}

	/**
	 * Gives a contact exactly these tags.
	 *
	 * @param int          $id      Contact's id.
	 * @param list<string> $names   Tags; ones that don't exist are made.
	 * @param bool         $trashed Whether the contact is in the trash.
	 * @param bool         $has_any Whether it may have tags now. A DELETE that finds none would hold the gap behind the
	 *                              newest contact, where everybody else's new rows go: a deadlock.
	 */
	public function put( int $id, array $names, bool $trashed, bool $has_any = true ): void {
		if ( $has_any ) {
			$this->db->execute( 'DELETE FROM %i WHERE contact_id = %d', $this->db->table( 'contact_tags' ), $id );
		}
		if ( array() === $names ) {
			return;
		}
		$known   = $this->ids( $names );
		$missing = array_values( array_filter( $names, static fn ( string $name ): bool => ! isset( $known[ mb_strtolower( $name ) ] ) ) );
		if ( array() !== $missing ) {
			$this->db->insert_many( 'tags', array_map( static fn ( string $name ): array => array( 'name' => $name ), $missing ), true );
			$known = $this->ids( $names, true );
		}
		$rows = array();
		foreach ( array_unique( array_values( $known ) ) as $tag ) {
			$rows[] = array(
				'tag_id'     => $tag,
				'contact_id' => $id,
				'trashed'    => (int) $trashed,
			);
		}
		$this->db->insert_many( 'contact_tags', $rows, true );
	}

	/**
	 * Marks the tags of a contact that goes to the trash or comes back.
	 */
	public function mark( int $id, bool $trashed ): void {
		$this->db->execute( 'UPDATE %i SET trashed = %d WHERE contact_id = %d', $this->db->table( 'contact_tags' ), (int) $trashed, $id );
	}

	/**
	 * Ids of tags that exist.
	 *
	 * @param list<string> $names   Names.
	 * @param bool         $current Whether to see past the transaction's snapshot, to tags that others have just made.
	 * @return array<string, int> Name in lower case => id.
	 */
	public function ids( array $names, bool $current = false ): array {
		$ids = array();
		if ( array() === $names ) {
			return $ids;
		}
		// Shared: whoever met a tag that another has just made holds that already, and wanting more they would deadlock.
		$lock = $current && ! $this->db->is_sqlite() ? ' LOCK IN SHARE MODE' : '';
		foreach ( $this->db->rows( 'SELECT id, name FROM %i WHERE name IN ( ' . Connection::placeholders( $names ) . ' )' . $lock, $this->db->table( 'tags' ), ...$names ) as $row ) {
			$ids[ mb_strtolower( (string) $row['name'] ) ] = (int) $row['id'];
		}
		return $ids;
	}

	/**
	 * Tags whose name begins with a text, in order of name, for pickers: those of contacts in the scope.
	 *
	 * @return array{names: list<string>, total: int} A page of them, and how many there are.
	 */
	public function search( string $start, Scope $scope, int $limit, int $offset ): array {
		$found = $this->found( $start, $scope );
		$rows  = $this->db->rows( "SELECT g.name $found->sql ORDER BY g.name LIMIT %d OFFSET %d", ...array( ...$found->args, $limit, $offset ) );
		return array(
			'names' => array_map( static fn ( array $row ): string => (string) $row['name'], $rows ),
			'total' => 0 === $offset && count( $rows ) < $limit ? count( $rows ) : $this->db->int( "SELECT COUNT(*) $found->sql", ...$found->args ),
		);
	}

	private function found( string $start, Scope $scope ): Clause {
		$begins = new Clause( 'FROM %i g WHERE g.name LIKE %s', array( $this->db->table( 'tags' ), $this->db->starts_with( $start ) ) );
		if ( $scope->everything ) {
			return $begins;
		}
		$tags = $this->db->table( 'contact_tags' );
		$few  = $this->few( $scope );
		if ( null !== $few ) {
			return new Clause( "$begins->sql AND g.id IN ( SELECT ct.tag_id FROM ( $few->sql ) v JOIN %i ct ON ct.contact_id = v.id )", array( ...$begins->args, ...$few->args, $tags ) );
		}
		// Of many contacts in the scope one with the tag is soon found, and the first one is enough.
		$visible = $this->scopes->condition( $scope, RecordType::Contact, 'c.contact_owner', 'c.id', true );
		return new Clause(
			"$begins->sql AND ( SELECT 1 FROM %i ct JOIN %i c ON c.id = ct.contact_id WHERE ct.tag_id = g.id AND $visible->sql LIMIT 1 ) = 1",
			array( ...$begins->args, $tags, $this->db->table( 'contacts' ), ...$visible->args )
		);
	}

	/**
	 * The contacts in a scope, where they are few: then reading their tags beats looking for one of them behind each tag.
	 *
	 * @return Clause|null SELECT of `id`; null where they are many.
	 */
	private function few( Scope $scope ): ?Clause {
		$parts = array();
		$args  = array();
		$left  = self::FEW;
		$key   = ( new Hints( $this->db ) )->use_key( 'owner_id' );
		foreach ( $this->scopes->branches( $scope, RecordType::Contact, 'c.contact_owner', 'c.id', null ) as $index => $branch ) {
			$from  = $branch->joins_followers ? new Clause( '%i sb JOIN %i c ON c.id = sb.object_id', array( $this->db->table( 'followers' ), $this->db->table( 'contacts' ) ) ) : new Clause( "%i c $key", array( $this->db->table( 'contacts' ) ) );
			$part  = new Clause( "SELECT c.id FROM $from->sql WHERE c.trashed IN ( 0, 1 ) AND {$branch->clause->sql} LIMIT %d", array( ...$from->args, ...$branch->clause->args, self::FEW + 1 ) );
			$left -= $this->db->int( "SELECT COUNT(*) FROM ( $part->sql ) n", ...$part->args );
			if ( $left < 0 ) {
				return null;
			}
			$parts[] = "SELECT id FROM ( $part->sql ) b$index";
			array_push( $args, ...$part->args );
		}
		return array() === $parts ? new Clause( 'SELECT 0 AS id' ) : new Clause( implode( ' UNION ALL ', $parts ), $args );
	}
}
