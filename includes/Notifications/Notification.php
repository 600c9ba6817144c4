<?php
/**
 * One message to one person.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Notifications;

use Steward\Access\RecordType;

/**
 * An immutable snapshot of a stored notification, with the records it is about as far as they are stored.
 */
final class Notification {

	/**
	 * @param int        $id       Id.
	 * @param int        $user     To whom.
	 * @param Kind       $kind     Kind.
	 * @param string     $action   The activity it tells of, such as `reassigned`.
	 * @param RecordType $type     Kind of record.
	 * @param int        $count    How many records it is about.
	 * @param list<int>  $items    The records' ids, the first of them where they are many.
	 * @param int        $actor    Who did it; 0 is Steward itself.
	 * @param string     $cause    Through what.
	 * @param string     $detail   A form's or rule's name.
	 * @param string     $note     A word to the new owner.
	 * @param string     $batch    What all parts of one bulk change have in common.
	 * @param string     $created  `Y-m-d H:i:s` UTC.
	 * @param bool       $read     Whether it has been read.
	 * @param int        $attempts How often its mail was tried.
	 * @param bool       $digest   Whether it waits for the daily mail.
	 */
	private function __construct(
		public readonly int $id,
		public readonly int $user,
		public readonly Kind $kind,
		public readonly string $action,
		public readonly RecordType $type,
		public readonly int $count,
		public readonly array $items,
		public readonly int $actor,
		public readonly string $cause,
		public readonly string $detail,
		public readonly string $note,
		public readonly string $batch,
		public readonly string $created,
		public readonly bool $read,
		public readonly int $attempts,
		public readonly bool $digest,
	) {
	}

	/**
	 * A notification from its row; null for one of a kind that this version doesn't know.
	 *
	 * @param array<string, string|null> $row   A row of the notifications table.
	 * @param list<int>                  $items Its records' ids.
	 */
	public static function from_row( array $row, array $items ): ?self {
		$kind = Kind::tryFrom( (string) $row['kind'] );
		$type = RecordType::tryFrom( (string) $row['object_type'] );
		if ( null === $kind || null === $type ) {
			return null;
		}
		return new self(
			(int) $row['id'],
			(int) $row['user_id'],
			$kind,
			(string) $row['action'],
			$type,
			(int) $row['item_count'],
			$items,
			(int) $row['actor'],
			(string) $row['cause'],
			(string) $row['cause_detail'],
			(string) $row['note'],
			(string) $row['batch'],
			(string) $row['created_gmt'],
			null !== $row['read_gmt'],
			(int) $row['mail_attempts'],
			'1' === $row['mail_digest'],
		);
	}
}
