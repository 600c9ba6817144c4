<?php
/**
 * A message that is about to be stored.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Notifications;

use Steward\Access\RecordType;

/**
 * What one person is told of one change, or of a part of one bulk change.
 */
final class Draft {

	/**
	 * @param int          $user       To whom.
	 * @param Kind         $kind       Kind.
	 * @param RecordType   $type       Kind of record.
	 * @param list<int>    $items      Records' ids.
	 * @param RecordChange $change     What happened; of several alike, the first.
	 * @param string       $mail_state MailQueue::QUEUED or MailQueue::NONE.
	 * @param bool         $digest     Whether it waits for the daily mail.
	 * @param string       $due        When its mail is due, `Y-m-d H:i:s` UTC.
	 * @param string       $dedupe_key What makes it one row with others.
	 */
	public function __construct(
		public readonly int $user,
		public readonly Kind $kind,
		public readonly RecordType $type,
		public readonly array $items,
		public readonly RecordChange $change,
		public readonly string $mail_state,
		public readonly bool $digest,
		public readonly string $due,
		public readonly string $dedupe_key,
	) {
	}

	/**
	 * Its row.
	 *
	 * @param string $now `Y-m-d H:i:s` UTC.
	 * @return array<string, string|int|null>
	 */
	public function row( string $now ): array {
		return array(
			'user_id'      => $this->user,
			'kind'         => $this->kind->value,
			'action'       => $this->change->action,
			'object_type'  => $this->type->value,
			'item_count'   => count( $this->items ),
			'actor'        => $this->change->actor->id,
			'cause'        => $this->change->cause->kind,
			'cause_detail' => $this->change->cause->detail,
			'note'         => $this->note(),
			'batch'        => $this->change->batch(),
			'dedupe_key'   => $this->dedupe_key,
			'created_gmt'  => $now,
			'mail_state'   => $this->mail_state,
			'mail_digest'  => (int) $this->digest,
			'mail_due_gmt' => $this->due,
		);
	}

	/**
	 * The word to a new owner is the same for all records; what is to be done is one record's alone, and only for who may see that.
	 */
	private function note(): string {
		return match ( $this->kind ) {
			Kind::Assigned     => $this->change->note(),
			Kind::TaskAssigned => '' === $this->change->batch() ? $this->change->note() : '',
			default            => '',
		};
	}
}
