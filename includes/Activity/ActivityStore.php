<?php
/**
 * The activity log's SQL.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Activity;

use Steward\Access\Actor;
use Steward\Access\RecordType;
use Steward\Database\Clock;
use Steward\Database\Connection;

/**
 * Append-only: nothing here updates a row, and rows go only when their record is erased.
 */
final class ActivityStore {

	/** What a change of the site itself may be about: kinds of object that aren't records. */
	public const ROLE     = 'role';
	public const SETTINGS = 'settings';
	public const PIPELINE = 'pipeline';
	public const STAGE    = 'stage';
	public const MEMBER   = 'member';

	/**
	 * The kinds of object that activity is of.
	 *
	 * @return list<string>
	 */
	public static function types(): array {
		return array( ...array_column( RecordType::cases(), 'value' ), self::ROLE, self::SETTINGS, self::PIPELINE, self::STAGE, self::MEMBER );
	}

	/**
	 * @param \Closure(): ActivityListener $listener Who is told of each row, in the same transaction.
	 */
	public function __construct( private readonly Connection $db, private readonly Clock $clock, private readonly \Closure $listener ) {
	}

	/**
	 * Adds a row, in the transaction of the change it tells of.
	 *
	 * @param string               $action  Such as `claimed`.
	 * @param array<string, mixed> $changes Field => { old, new }.
	 */
	public function add( RecordType $type, int $id, string $action, Actor $actor, Cause $cause, array $changes = array() ): void {
		$this->insert( $type->value, $id, $action, $actor, $cause->kind, $cause->detail, $changes );
		( $this->listener )()->activity_added( $type, $id, $action, $actor, $cause, $changes );
	}

	/**
	 * Adds a row about what belongs to no record: a role, the settings, a pipeline. Its `object_id` is 0, and what it is about stands where
	 * a form's or rule's name would.
	 *
	 * @param string               $object_type One of the constants.
	 * @param string               $object_key  Such as a role's slug or a user's id; '' where the kind says it all.
	 * @param string               $action      created, updated or removed.
	 * @param array<string, mixed> $changes     Cell or setting, such as `contacts.view` => { old, new }.
	 */
	public function add_site_change( string $object_type, string $object_key, string $action, Actor $actor, Cause $cause, array $changes ): void {
		$this->insert( $object_type, 0, $action, $actor, $cause->kind, mb_substr( $object_key, 0, 190 ), $changes );
	}

	/**
	 * Adds the same row for each of many records.
	 *
	 * @param list<int>            $ids     Records.
	 * @param string               $action  Such as `reassigned`.
	 * @param array<string, mixed> $changes Field => { old, new }.
	 */
	public function add_to_many( RecordType $type, array $ids, string $action, Actor $actor, Cause $cause, array $changes ): void {
		$row = array(
			'object_type'  => $type->value,
			'action'       => $action,
			'actor'        => $actor->id,
			'cause'        => $cause->kind,
			'cause_detail' => $cause->detail,
			'changes'      => self::json( $changes ),
			'created_gmt'  => $this->clock->now(),
		);
		$this->db->insert_many( 'activity', array_map( static fn ( int $id ): array => $row + array( 'object_id' => $id ), $ids ) );
		foreach ( $ids as $id ) {
			( $this->listener )()->activity_added( $type, $id, $action, $actor, $cause, $changes );
		}
	}

	/**
	 * Whether somebody has done the same since a point in time: what is logged once an occasion.
	 *
	 * @param string $since `Y-m-d H:i:s` UTC.
	 */
	public function has_site_change( string $object_type, string $object_key, string $action, Actor $actor, string $since ): bool {
		return $this->db->int(
			'SELECT COUNT(*) FROM %i WHERE actor = %d AND object_type = %s AND object_id = 0 AND cause_detail = %s AND action = %s AND created_gmt >= %s',
			$this->db->table( 'activity' ),
			$actor->id,
			$object_type,
			$object_key,
			$action,
			$since
		) > 0;
	}

	/**
	 * The changes of the last row of a kind about a record.
	 *
	 * @param string $since Not before, `Y-m-d H:i:s` UTC.
	 * @return array<mixed> Empty where there is none.
	 */
	public function last_changes( RecordType $type, int $id, string $action, string $since ): array {
		$row     = $this->db->row( 'SELECT changes FROM %i WHERE object_type = %s AND object_id = %d AND action = %s AND created_gmt >= %s ORDER BY id DESC LIMIT 1', $this->db->table( 'activity' ), $type->value, $id, $action, $since );
		$changes = null === $row ? null : json_decode( (string) $row['changes'], true );
		return is_array( $changes ) ? $changes : array();
	}

	/**
	 * What happened last to somebody's following of a record.
	 *
	 * @return array{action: string, cause: string}|null Null where nothing did.
	 */
	public function last_of_follower( RecordType $type, int $id, int $user ): ?array {
		$row = $this->db->row(
			"SELECT action, cause FROM %i WHERE object_type = %s AND object_id = %d AND action IN ( 'follower_added', 'follower_removed', 'sync_skipped' ) AND changes IN ( %s, %s ) ORDER BY id DESC LIMIT 1",
			$this->db->table( 'activity' ),
			$type->value,
			$id,
			self::json( self::follower( null, $user ) ),
			self::json( self::follower( $user, null ) )
		);
		return null === $row ? null : array(
			'action' => (string) $row['action'],
			'cause'  => (string) $row['cause'],
		);
	}

	/**
	 * Who was once not made a follower of a record, as its list was full.
	 *
	 * @return list<int> User ids.
	 */
	public function ever_skipped( RecordType $type, int $id ): array {
		$users = array();
		foreach ( $this->db->rows( "SELECT changes FROM %i WHERE object_type = %s AND object_id = %d AND action = 'sync_skipped'", $this->db->table( 'activity' ), $type->value, $id ) as $row ) {
			/** @var mixed $changes */
			$changes = json_decode( (string) $row['changes'], true );
			$user    = is_array( $changes ) && is_array( $changes['follower'] ?? null ) ? $changes['follower']['new'] ?? null : null;
			$users[] = is_int( $user ) ? $user : 0;
		}
		return array_values( array_unique( array_filter( $users ) ) );
	}

	/**
	 * The changes of a row about a follower.
	 *
	 * @return array<string, array{old: int|null, new: int|null}>
	 */
	public static function follower( ?int $old, ?int $new ): array {
		return array(
			'follower' => array(
				'old' => $old,
				'new' => $new,
			),
		);
	}

	/**
	 * Whether a setting was changed after a point in time.
	 *
	 * @param string $setting Its name.
	 * @param string $since   `Y-m-d H:i:s` UTC.
	 */
	public function setting_changed( string $setting, string $since ): bool {
		return $this->db->int( 'SELECT COUNT(*) FROM %i WHERE object_type = %s AND object_id = 0 AND created_gmt > %s AND changes LIKE %s', $this->db->table( 'activity' ), self::SETTINGS, $since, '%"' . $setting . '"%' ) > 0;
	}

	/**
	 * One page of a record's activity, newest first.
	 *
	 * @return list<array<string, string|null>>
	 */
	public function page( RecordType $type, int $id, int $offset, int $limit ): array {
		return $this->db->rows(
			'SELECT * FROM %i WHERE object_type = %s AND object_id = %d ORDER BY id DESC LIMIT %d OFFSET %d',
			$this->db->table( 'activity' ),
			$type->value,
			$id,
			$limit,
			$offset
		);
	}

	/**
	 * How many rows a record has.
	 */
	public function count( RecordType $type, int $id ): int {
		return $this->db->int( 'SELECT COUNT(*) FROM %i WHERE object_type = %s AND object_id = %d', $this->db->table( 'activity' ), $type->value, $id );
	}

	/**
	 * Removes a record's rows, when the record itself is erased.
	 */
	public function erase( RecordType $type, int $id ): void {
		$this->db->execute( 'DELETE FROM %i WHERE object_type = %s AND object_id = %d', $this->db->table( 'activity' ), $type->value, $id );
	}

	/**
	 * @param array<string, mixed> $changes Field => { old, new }.
	 */
	private function insert( string $object_type, int $id, string $action, Actor $actor, string $cause, string $detail, array $changes ): void {
		$this->db->insert(
			'activity',
			array(
				'object_type'  => $object_type,
				'object_id'    => $id,
				'action'       => $action,
				'actor'        => $actor->id,
				'cause'        => $cause,
				'cause_detail' => $detail,
				'changes'      => self::json( $changes ),
				'created_gmt'  => $this->clock->now(),
			)
		);
	}

	/**
	 * @param array<string, mixed> $changes Field => { old, new }.
	 */
	private static function json( array $changes ): string {
		return (string) wp_json_encode( $changes, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES );
	}
}
