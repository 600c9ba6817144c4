<?php
/**
 * Decides whom to tell of what.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Notifications;

use Steward\Access\Actor;
use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Activity\ActivityListener;
use Steward\Activity\Cause;
use Steward\Database\Clock;
use Steward\Database\Transaction;

/**
 * Collects the activity of a transaction and writes, as the transaction's last act, one message a person: never to who
 * did it, never twice for one change, never of what they may not view. A process that dies has changed nothing and told
 * nobody; a job's batch of records costs a handful of statements.
 */
final class Notifier implements ActivityListener {

	/** A bulk change without a job is over by then, in seconds. */
	private const BULK_SECONDS = 15;

	public function __construct(
		private readonly NotificationStore $store,
		private readonly Preferences $preferences,
		private readonly Sight $sight,
		private readonly Gate $gate,
		private readonly Transaction $transaction,
		private readonly Clock $clock,
		private readonly MailQueue $mail,
	) {
	}

	/**
	 * {@inheritDoc}
	 */
	public function activity_added( RecordType $type, int $id, string $action, Actor $actor, Cause $cause, array $changes ): void {
		if ( 'erased' === $action ) {
			$this->store->forget_record( $type, $id );
			return;
		}
		$this->transaction->collect( self::class, new RecordChange( $type, $id, $action, $actor, $cause, $changes ), $this->tell( ... ) );
	}

	/**
	 * @param non-empty-list<RecordChange> $changes All changes of one transaction.
	 */
	private function tell( array $changes ): void {
		$drafts = array();
		foreach ( $this->by_person( $changes ) as $user => $records ) {
			array_push( $drafts, ...$this->drafts( $user, $records ) );
		}
		$this->store->add( $drafts );
		$due = array_map( static fn ( Draft $draft ): string => $draft->due, array_filter( $drafts, static fn ( Draft $draft ): bool => MailQueue::QUEUED === $draft->mail_state ) );
		if ( array() !== $due ) {
			$this->transaction->after_commit( fn () => $this->mail->schedule( min( $due ) ) );
		}
	}

	/**
	 * The strongest that each change means for each person, record by record.
	 *
	 * @param non-empty-list<RecordChange> $changes Changes.
	 * @return array<int, array<string, array{Kind, RecordChange}>> User id => record => what they are told of it.
	 */
	private function by_person( array $changes ): array {
		$concerned = $this->concerned( $changes );
		$told      = array();
		foreach ( $changes as $change ) {
			$people = $concerned[ $change->type->value ][ $change->id ] ?? null;
			if ( null === $people ) {
				continue;
			}
			foreach ( $change->concerns( $people['owner'], $people['followers'] ) as list( $user, $kind ) ) {
				$record = $change->type->value . $change->id;
				$before = $told[ $user ][ $record ][0] ?? null;
				if ( ! $change->actor->is( $user ) && ( null === $before || $kind->rank() < $before->rank() ) ) {
					$told[ $user ][ $record ] = array( $kind, $change );
				}
			}
		}
		return $told;
	}

	/**
	 * @param non-empty-list<RecordChange> $changes Changes.
	 * @return array<string, array<int, array{owner: int|null, followers: list<int>}>> Type => record's id => people.
	 */
	private function concerned( array $changes ): array {
		$ids = array();
		foreach ( $changes as $change ) {
			$ids[ $change->type->value ][ $change->id ] = $change->id;
		}
		$concerned = array();
		foreach ( $ids as $type => $of_type ) {
			$concerned[ $type ] = $this->store->concerned( RecordType::from( $type ), array_values( $of_type ) );
		}
		return $concerned;
	}

	/**
	 * One person's messages: records of the same kind of change together, those they may not view left out.
	 *
	 * @param array<string, array{Kind, RecordChange}> $records Record => what they are told of it.
	 * @return list<Draft>
	 */
	private function drafts( int $user, array $records ): array {
		$actor = $this->gate->actor( $user );
		if ( $actor->id < 1 ) {
			return array();
		}
		$groups = array();
		foreach ( self::without_what_moves_along( $records ) as list( $kind, $change ) ) {
			$group = array( $kind->value, $change->type->value, $change->batch(), Kind::Changed === $kind ? $change->action : '' );

			$groups[ implode( '|', $group ) ][] = array( $kind, $change );
		}
		$drafts = array();
		foreach ( $groups as $group => $told ) {
			list( $kind, $change ) = $told[0];
			$delivery              = $this->preferences->of( $user, $kind );
			$items                 = Delivery::Off === $delivery ? array() : $this->sight->viewable( $actor, $change->type, array_map( static fn ( array $one ): int => $one[1]->id, $told ) );
			if ( array() !== $items ) {
				$drafts[] = $this->draft( $user, $kind, $change, $items, $delivery, (string) $group );
			}
		}
		return $drafts;
	}

	/**
	 * What a change takes along to other records goes without saying where the person is told of the change itself.
	 *
	 * @param array<string, array{Kind, RecordChange}> $records Record => what they are told of it.
	 * @return array<string, array{Kind, RecordChange}>
	 */
	private static function without_what_moves_along( array $records ): array {
		$itself  = array_filter( $records, static fn ( array $one ): bool => 'sync' !== $one[1]->cause->kind );
		$records = array() === $itself ? $records : $itself;
		// In one transaction opportunities change with their contacts only.
		$of_contacts = array_column( array_filter( $records, static fn ( array $one ): bool => RecordType::Contact === $one[1]->type ), 0 );
		return array_filter( $records, static fn ( array $one ): bool => RecordType::Contact === $one[1]->type || ! in_array( $one[0], $of_contacts, true ) );
	}

	/**
	 * @param non-empty-list<int> $items Records' ids.
	 */
	private function draft( int $user, Kind $kind, RecordChange $change, array $items, Delivery $delivery, string $group ): Draft {
		$batch  = $change->batch();
		$digest = Delivery::Daily === $delivery;
		return new Draft(
			$user,
			$kind,
			$change->type,
			$items,
			$change,
			$digest || Delivery::AtOnce === $delivery ? MailQueue::QUEUED : MailQueue::NONE,
			$digest,
			$digest ? $this->mail->next_digest() : $this->clock->ago( '' === $batch ? 0 : -self::BULK_SECONDS ),
			substr( hash( 'sha256', '' === $batch ? wp_generate_uuid4() : "$user|$group" ), 0, 32 ),
		);
	}
}
