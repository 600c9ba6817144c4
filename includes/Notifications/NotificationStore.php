<?php
/**
 * The notifications' SQL, but for the mail's.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Notifications;

use Steward\Access\RecordType;
use Steward\Database\Clause;
use Steward\Database\Clock;
use Steward\Database\Connection;

/**
 * Writes messages, each bulk change's into one row a person, and reads one person's.
 */
final class NotificationStore {

	/** Records a message names at most; of more it keeps the number. */
	public const MAX_ITEMS = 100;

	/** The bell counts so far and then says "more". */
	public const MAX_UNREAD = 100;

	private const KEPT_DAYS  = 180;
	private const PURGE_ROWS = 500;

	public function __construct( private readonly Connection $db, private readonly Clock $clock ) {
	}

	/**
	 * Adds messages, or the records they are about to the messages of the same bulk change; within its transaction.
	 *
	 * @param list<Draft> $drafts Messages.
	 */
	public function add( array $drafts ): void {
		if ( array() === $drafts ) {
			return;
		}
		$now  = $this->clock->now();
		$rows = array_map( static fn ( Draft $draft ): array => $draft->row( $now ), $drafts );
		$this->db->upsert_many( 'notifications', $rows, 'item_count = item_count + VALUES( item_count ), read_gmt = NULL, mail_due_gmt = VALUES( mail_due_gmt )' );
		$stored = array();
		$keys   = array_map( static fn ( Draft $draft ): string => $draft->dedupe_key, $drafts );
		foreach ( $this->db->rows( 'SELECT id, dedupe_key, item_count FROM %i WHERE dedupe_key IN ( ' . Connection::placeholders( $keys ) . ' )', $this->db->table( 'notifications' ), ...$keys ) as $row ) {
			$stored[ (string) $row['dedupe_key'] ] = $row;
		}
		$items = array();
		foreach ( $drafts as $draft ) {
			$row  = $stored[ $draft->dedupe_key ];
			$free = self::MAX_ITEMS - ( (int) $row['item_count'] - count( $draft->items ) );
			foreach ( array_slice( $draft->items, 0, max( 0, $free ) ) as $item ) {
				$items[] = array(
					'notification_id' => (int) $row['id'],
					'object_type'     => $draft->type->value,
					'object_id'       => $item,
				);
			}
		}
		$this->db->insert_many( 'notification_items', $items, true );
	}

	/**
	 * A page of a person's messages, newest first.
	 *
	 * @param Clause $sight What they may view: Sight::condition().
	 * @return list<Notification>
	 */
	public function page( int $user, Clause $sight, bool $unread, ?Kind $kind, int $offset, int $limit ): array {
		$where = $this->where( $user, $sight, $unread, $kind );
		return $this->complete( $this->db->rows( "SELECT n.* FROM %i n WHERE $where->sql ORDER BY n.id DESC LIMIT %d OFFSET %d", $this->db->table( 'notifications' ), ...array( ...$where->args, $limit, $offset ) ) );
	}

	/**
	 * How many messages such a list has.
	 *
	 * @param Clause $sight What they may view: Sight::condition().
	 */
	public function count( int $user, Clause $sight, bool $unread, ?Kind $kind ): int {
		$where = $this->where( $user, $sight, $unread, $kind );
		return $this->db->int( "SELECT COUNT(*) FROM %i n WHERE $where->sql", $this->db->table( 'notifications' ), ...$where->args );
	}

	/**
	 * How many unread messages a person has, MAX_UNREAD at most: one indexed read of so many rows.
	 *
	 * @param Clause $sight What they may view: Sight::condition().
	 */
	public function unread( int $user, Clause $sight ): int {
		$where = $this->where( $user, $sight, true, null );
		return $this->db->int( "SELECT COUNT(*) FROM ( SELECT n.id FROM %i n WHERE $where->sql LIMIT %d ) AS unread", $this->db->table( 'notifications' ), ...array( ...$where->args, self::MAX_UNREAD ) );
	}

	/**
	 * Marks messages of a person as read; nobody else's.
	 *
	 * @param list<int>|null $ids Messages; null is all.
	 */
	public function mark_read( int $user, ?array $ids ): void {
		if ( null === $ids ) {
			$this->db->execute( 'UPDATE %i SET read_gmt = %s WHERE user_id = %d AND read_gmt IS NULL', $this->db->table( 'notifications' ), $this->clock->now(), $user );
			return;
		}
		if ( array() !== $ids ) {
			$this->db->execute( 'UPDATE %i SET read_gmt = %s WHERE user_id = %d AND read_gmt IS NULL AND id IN ( ' . Connection::placeholders( $ids ) . ' )', $this->db->table( 'notifications' ), $this->clock->now(), $user, ...$ids );
		}
	}

	/**
	 * Whom a change of records concerns: each record's owner and its followers who haven't muted it.
	 *
	 * @param list<int> $ids Records' ids.
	 * @return array<int, array{owner: int|null, followers: list<int>}> Record's id => people; a record that is gone is missing.
	 */
	public function concerned( RecordType $type, array $ids ): array {
		$rows      = $this->db->rows(
			'SELECT r.id, r.%i AS owner_id, f.user_id FROM %i r LEFT JOIN %i f ON f.object_type = %s AND f.object_id = r.id AND NOT EXISTS ( SELECT 1 FROM %i m WHERE m.object_type = f.object_type AND m.object_id = f.object_id AND m.user_id = f.user_id ) WHERE r.id IN ( ' . Connection::placeholders( $ids ) . ' )',
			$type->owner_field(),
			$this->db->table( $type->plural() ),
			$this->db->table( 'followers' ),
			$type->value,
			$this->db->table( 'mutes' ),
			...$ids
		);
		$concerned = array();
		foreach ( $rows as $row ) {
			$id                 = (int) $row['id'];
			$concerned[ $id ] ??= array(
				'owner'     => null === $row['owner_id'] ? null : (int) $row['owner_id'],
				'followers' => array(),
			);
			if ( null !== $row['user_id'] ) {
				$concerned[ $id ]['followers'][] = (int) $row['user_id'];
			}
		}
		return $concerned;
	}

	/**
	 * Forgets a record that is erased: messages about it alone go, others are about one less.
	 */
	public function forget_record( RecordType $type, int $id ): void {
		$about = $this->db->ints( 'SELECT notification_id FROM %i WHERE object_type = %s AND object_id = %d', $this->db->table( 'notification_items' ), $type->value, $id );
		if ( array() === $about ) {
			return;
		}
		$list = Connection::placeholders( $about );
		$this->db->execute( 'DELETE FROM %i WHERE object_type = %s AND object_id = %d', $this->db->table( 'notification_items' ), $type->value, $id );
		$this->db->execute( "UPDATE %i SET item_count = item_count - 1 WHERE item_count > 0 AND id IN ( $list )", $this->db->table( 'notifications' ), ...$about );
		$this->db->execute( "DELETE FROM %i WHERE item_count = 0 AND id IN ( $list )", $this->db->table( 'notifications' ), ...$about );
	}

	/**
	 * Forgets what a user who is gone was told.
	 */
	public function forget_user( int $user ): void {
		$this->db->execute( 'DELETE FROM %i WHERE notification_id IN ( SELECT id FROM %i WHERE user_id = %d )', $this->db->table( 'notification_items' ), $this->db->table( 'notifications' ), $user );
		$this->db->execute( 'DELETE FROM %i WHERE user_id = %d', $this->db->table( 'notifications' ), $user );
	}

	/**
	 * Removes some of what is older than half a year.
	 */
	public function purge(): void {
		$old = $this->db->ints( 'SELECT id FROM %i WHERE created_gmt < %s ORDER BY created_gmt LIMIT %d', $this->db->table( 'notifications' ), $this->clock->ago( self::KEPT_DAYS * DAY_IN_SECONDS ), self::PURGE_ROWS );
		if ( array() !== $old ) {
			$list = Connection::placeholders( $old );
			$this->db->execute( "DELETE FROM %i WHERE notification_id IN ( $list )", $this->db->table( 'notification_items' ), ...$old );
			$this->db->execute( "DELETE FROM %i WHERE id IN ( $list )", $this->db->table( 'notifications' ), ...$old );
		}
	}

	/**
	 * Notifications of rows, with their items.
	 *
	 * @param list<array<string, string|null>> $rows Rows of the notifications table.
	 * @return list<Notification>
	 */
	public function complete( array $rows ): array {
		$ids   = array_map( static fn ( array $row ): int => (int) $row['id'], $rows );
		$items = array();
		if ( array() !== $ids ) {
			foreach ( $this->db->rows( 'SELECT notification_id, object_id FROM %i WHERE notification_id IN ( ' . Connection::placeholders( $ids ) . ' ) ORDER BY notification_id, object_id', $this->db->table( 'notification_items' ), ...$ids ) as $row ) {
				$items[ (int) $row['notification_id'] ][] = (int) $row['object_id'];
			}
		}
		return array_values( array_filter( array_map( static fn ( array $row ): ?Notification => Notification::from_row( $row, $items[ (int) $row['id'] ] ?? array() ), $rows ) ) );
	}

	private function where( int $user, Clause $sight, bool $unread, ?Kind $kind ): Clause {
		$clauses = array( new Clause( 'n.user_id = %d', array( $user ) ) );
		if ( $unread ) {
			$clauses[] = new Clause( 'n.read_gmt IS NULL' );
		}
		if ( null !== $kind ) {
			$clauses[] = new Clause( 'n.kind = %s', array( $kind->value ) );
		}
		$clauses[] = $sight;
		return Clause::all( $clauses );
	}
}
