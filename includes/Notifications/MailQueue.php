<?php
/**
 * The queue of notifications' mail.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Notifications;

use Steward\Access\RecordType;
use Steward\Background\Job;
use Steward\Database\Clock;
use Steward\Database\Connection;

/**
 * What is due is taken by a conditional update: of any number of processes one sends it, and what a dead process had
 * taken is due again a few minutes later.
 */
final class MailQueue {

	public const HOOK = 'steward_send_notifications';

	public const NONE    = 'none';
	public const QUEUED  = 'queued';
	public const SENDING = 'sending';
	public const SENT    = 'sent';
	public const SKIPPED = 'skipped';
	public const FAILED  = 'failed';

	/** Seconds until a failed mail is tried again, by how often it was tried. */
	public const RETRY_SECONDS = array( 5 * MINUTE_IN_SECONDS, 30 * MINUTE_IN_SECONDS, 2 * HOUR_IN_SECONDS, 6 * HOUR_IN_SECONDS, DAY_IN_SECONDS );

	private const LEASE_SECONDS = 300;
	private const JOB_SECONDS   = 30;
	private const DIGEST_HOUR   = 8;

	public function __construct( private readonly Connection $db, private readonly Clock $clock, private readonly NotificationStore $store ) {
	}

	/**
	 * Has mail sent at a time, soon after the request when that is now; not within it.
	 *
	 * @param string $due `Y-m-d H:i:s` UTC.
	 */
	public function schedule( string $due ): void {
		$time = max( $this->clock->timestamp(), (int) strtotime( "$due UTC" ) );
		if ( function_exists( 'as_schedule_single_action' ) && function_exists( 'as_has_scheduled_action' ) && $time <= $this->clock->timestamp() ) {
			if ( ! as_has_scheduled_action( self::HOOK, array(), 'steward' ) ) {
				as_schedule_single_action( $time, self::HOOK, array(), 'steward' );
			}
			return;
		}
		$next = wp_next_scheduled( self::HOOK );
		if ( false !== $next && $next <= $time ) {
			return;
		}
		wp_clear_scheduled_hook( self::HOOK );
		wp_schedule_single_event( $time, self::HOOK );
		if ( $time <= $this->clock->timestamp() && ! wp_doing_cron() && ! ( defined( 'DISABLE_WP_CRON' ) && DISABLE_WP_CRON ) && ! has_action( 'shutdown', 'spawn_cron' ) ) {
			add_action( 'shutdown', 'spawn_cron' );
		}
	}

	/**
	 * Schedules what is to come; nothing when nothing is.
	 */
	public function schedule_next(): void {
		$row = $this->db->row( "SELECT MIN( mail_due_gmt ) AS due FROM %i WHERE mail_state IN ( 'queued', 'sending' )", $this->db->table( 'notifications' ) );
		if ( null !== $row && null !== $row['due'] ) {
			$this->schedule( $row['due'] );
		}
	}

	/**
	 * When the next daily mail goes out: in the site's morning.
	 *
	 * @return string `Y-m-d H:i:s` UTC.
	 */
	public function next_digest(): string {
		/**
		 * Filters the hour of the day, in the site's time zone, at which the daily mail goes out.
		 *
		 * @param int $hour 0 to 23.
		 */
		$hour = apply_filters( 'steward_digest_hour', self::DIGEST_HOUR );
		$now  = ( new \DateTimeImmutable( '@' . $this->clock->timestamp() ) )->setTimezone( wp_timezone() );
		$next = $now->setTime( is_int( $hour ) ? min( 23, max( 0, $hour ) ) : self::DIGEST_HOUR, 0 );
		return ( $next <= $now ? $next->modify( '+1 day' ) : $next )->setTimezone( new \DateTimeZone( 'UTC' ) )->format( 'Y-m-d H:i:s' );
	}

	/**
	 * Takes what is due for one person: one message, or all of their daily mail.
	 *
	 * @return list<Notification> Empty when nothing is due, or others took it.
	 */
	public function take(): array {
		for ( $try = 0; $try < 20; $try++ ) {
			$row = $this->db->row( "SELECT id, user_id, mail_digest, batch FROM %i WHERE mail_state IN ( 'queued', 'sending' ) AND mail_due_gmt <= %s ORDER BY mail_due_gmt, id LIMIT 1", $this->db->table( 'notifications' ), $this->clock->now() );
			if ( null === $row ) {
				return array();
			}
			if ( '' !== $row['batch'] && $this->is_going_on( (string) $row['batch'] ) ) {
				$this->db->execute( 'UPDATE %i SET mail_due_gmt = %s WHERE id = %d', $this->db->table( 'notifications' ), $this->clock->ago( -self::JOB_SECONDS ), (int) $row['id'] );
				continue;
			}
			$taken = $this->lease( $row );
			if ( array() !== $taken ) {
				return $taken;
			}
		}
		return array();
	}

	/**
	 * Stores how a mail went.
	 *
	 * @param list<Notification> $notifications What was in it.
	 * @param string             $state         SENT or SKIPPED.
	 */
	public function done( array $notifications, string $state ): void {
		$this->put( $notifications, $state, $this->clock->now(), '' );
	}

	/**
	 * Stores that a mail failed: it is tried again some times, at growing distances.
	 *
	 * @param non-empty-list<Notification> $notifications What was in it.
	 * @param string                       $error         What the mail system said.
	 */
	public function failed( array $notifications, string $error ): void {
		$attempts = max( array_map( static fn ( Notification $one ): int => $one->attempts, $notifications ) );
		$wait     = self::RETRY_SECONDS[ $attempts - 1 ] ?? null;
		$this->put( $notifications, null === $wait ? self::FAILED : self::QUEUED, $this->clock->ago( - ( $wait ?? 0 ) ), mb_substr( $error, 0, 255 ) );
	}

	/**
	 * Mail that failed for good is tried once more.
	 *
	 * @return int How many messages.
	 */
	public function retry(): int {
		$count = $this->db->execute( "UPDATE %i SET mail_state = 'queued', mail_attempts = 0, mail_due_gmt = %s WHERE mail_state = 'failed'", $this->db->table( 'notifications' ), $this->clock->now() );
		if ( $count > 0 ) {
			$this->schedule( $this->clock->now() );
		}
		return $count;
	}

	/**
	 * How many messages wait, wait after a failure, and failed for good.
	 *
	 * @return array{queued: int, retrying: int, failed: int}
	 */
	public function counts(): array {
		$row = $this->db->row(
			"SELECT SUM( CASE WHEN mail_state <> 'failed' THEN 1 ELSE 0 END ) AS queued, SUM( CASE WHEN mail_state <> 'failed' AND mail_error <> '' THEN 1 ELSE 0 END ) AS retrying, SUM( CASE WHEN mail_state = 'failed' THEN 1 ELSE 0 END ) AS failed FROM %i WHERE mail_state IN ( 'queued', 'sending', 'failed' )",
			$this->db->table( 'notifications' )
		);
		return array(
			'queued'   => (int) ( $row['queued'] ?? 0 ),
			'retrying' => (int) ( $row['retrying'] ?? 0 ),
			'failed'   => (int) ( $row['failed'] ?? 0 ),
		);
	}

	/**
	 * The latest failures, without the records they were about.
	 *
	 * @return list<array{user: int, kind: string, title: string, what: string, error: string, attempts: int, state: string, time_gmt: string}>
	 */
	public function failures( int $limit ): array {
		return array_map(
			static fn ( array $row ): array => array(
				'user'     => (int) $row['user_id'],
				'kind'     => (string) $row['kind'],
				'title'    => Kind::tryFrom( (string) $row['kind'] )?->title() ?? (string) $row['kind'],
				'what'     => NotificationText::number( RecordType::tryFrom( (string) $row['object_type'] ) ?? RecordType::Contact, (int) $row['item_count'] ),
				'error'    => (string) $row['mail_error'],
				'attempts' => (int) $row['mail_attempts'],
				'state'    => (string) $row['mail_state'],
				'time_gmt' => Clock::iso( (string) $row['mail_due_gmt'] ),
			),
			$this->db->rows( "SELECT user_id, kind, object_type, item_count, mail_error, mail_attempts, mail_state, mail_due_gmt FROM %i WHERE mail_state IN ( 'queued', 'sending', 'failed' ) AND mail_error <> '' ORDER BY id DESC LIMIT %d", $this->db->table( 'notifications' ), $limit )
		);
	}

	/**
	 * @param array<string, string|null> $row What is due first.
	 * @return list<Notification>
	 */
	private function lease( array $row ): array {
		$table = $this->db->table( 'notifications' );
		$token = wp_generate_password( 20, false );
		$which = '1' === $row['mail_digest'] ? 'user_id = %d AND mail_digest = 1' : 'id = %d';
		$this->db->execute(
			"UPDATE %i SET mail_state = 'sending', mail_token = %s, mail_due_gmt = %s, mail_attempts = mail_attempts + 1 WHERE $which AND mail_state IN ( 'queued', 'sending' ) AND mail_due_gmt <= %s",
			$table,
			$token,
			$this->clock->ago( -self::LEASE_SECONDS ),
			(int) $row[ '1' === $row['mail_digest'] ? 'user_id' : 'id' ],
			$this->clock->now()
		);
		return $this->store->complete( $this->db->rows( "SELECT * FROM %i WHERE mail_token = %s AND mail_state = 'sending' AND user_id = %d ORDER BY id", $table, $token, (int) $row['user_id'] ) );
	}

	private function is_going_on( string $batch ): bool {
		return 1 === preg_match( '/^job:(\d+)$/', $batch, $match )
			&& $this->db->int( 'SELECT COUNT(*) FROM %i WHERE id = %d AND state IN ( %s, %s )', $this->db->table( 'jobs' ), (int) $match[1], Job::QUEUED, Job::RUNNING ) > 0;
	}

	/**
	 * @param list<Notification> $notifications Which.
	 */
	private function put( array $notifications, string $state, string $due, string $error ): void {
		$ids = array_map( static fn ( Notification $one ): int => $one->id, $notifications );
		if ( array() !== $ids ) {
			$this->db->execute( 'UPDATE %i SET mail_state = %s, mail_due_gmt = %s, mail_error = %s WHERE id IN ( ' . Connection::placeholders( $ids ) . ' )', $this->db->table( 'notifications' ), $state, $due, $error, ...$ids );
		}
	}
}
