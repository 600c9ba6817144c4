<?php
/**
 * Sends notifications' mail.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Notifications;

use Steward\Access\Gate;
use Steward\Background\ProcessCache;
use Steward\Database\Clock;

/**
 * Works on the queue in the background. Whether somebody may view what they would be told of, and wants to be told, is
 * asked anew at the moment of sending.
 */
final class MailSender {

	private const SECONDS = 20;

	/**
	 * @param \Closure(): bool $must_go Whether others wait for the background's turn: somebody looks at a job's progress, mail can wait.
	 */
	public function __construct(
		private readonly MailQueue $queue,
		private readonly NotificationStore $store,
		private readonly Reader $reader,
		private readonly Preferences $preferences,
		private readonly EmailWriter $writer,
		private readonly Gate $gate,
		private readonly Clock $clock,
		private readonly \Closure $must_go,
	) {
	}

	/**
	 * Sends what is due, and schedules what is to come.
	 */
	public function run(): void {
		$until = $this->clock->timestamp() + self::SECONDS;
		do {
			$taken = $this->queue->take();
			if ( array() !== $taken ) {
				// Who may no longer look when it is sent is told nothing, whoever took that away meanwhile.
				ProcessCache::forget();
				$this->send( $taken );
			}
		} while ( array() !== $taken && $this->clock->timestamp() < $until && ! ( $this->must_go )() );
		$this->store->purge();
		$this->queue->schedule_next();
	}

	/**
	 * Sends a test.
	 *
	 * @return string What went wrong; '' when it went.
	 */
	public function test( \WP_User $user ): string {
		return $this->in_locale_of( $user, fn (): string => $this->writer->test( $user )->send() );
	}

	/**
	 * @param non-empty-list<Notification> $taken One message, or all of a person's daily mail.
	 */
	private function send( array $taken ): void {
		$user   = get_userdata( $taken[0]->user );
		$wanted = array_values( array_filter( $taken, fn ( Notification $one ): bool => in_array( $this->preferences->of( $one->user, $one->kind ), array( Delivery::AtOnce, Delivery::Daily ), true ) ) );
		$error  = $user instanceof \WP_User && '' !== $user->user_email && array() !== $wanted
			? $this->in_locale_of( $user, fn (): ?string => $this->mail( $user, $wanted ) )
			: null;
		if ( null !== $error && '' !== $error ) {
			$this->queue->failed( $taken, $error );
			return;
		}
		$this->queue->done( $taken, null === $error ? MailQueue::SKIPPED : MailQueue::SENT );
	}

	/**
	 * @param non-empty-list<Notification> $notifications Messages the person wants to have.
	 * @return string|null What went wrong; '' when it went, null when there is nothing to send.
	 */
	private function mail( \WP_User $user, array $notifications ): ?string {
		$told = $this->reader->tell( $notifications, $this->gate->actor( $user->ID ) );
		if ( array() === $told ) {
			return null;
		}
		$email = $this->writer->write( $user, $told, $notifications[0]->digest );
		/**
		 * Filters a notification's mail before it is sent; null stops it.
		 *
		 * @param array{to: string, subject: string, html: string, text: string, headers: list<string>}|null $email The mail.
		 * @param int                                                                          $user_id To whom.
		 * @param list<string>                                                                 $kinds   Kinds of what it tells.
		 */
		$filtered = apply_filters( 'steward_notification_email', get_object_vars( $email ), $user->ID, array_map( static fn ( Told $one ): string => $one->notification->kind->value, $told ) );
		if ( ! is_array( $filtered ) ) {
			return null;
		}
		/** @var array<string, mixed> $filtered */
		return self::filtered( $email, $filtered )->send();
	}

	/**
	 * @param array<string, mixed> $values What a filter made of the mail; what it left out stays.
	 */
	private static function filtered( Email $email, array $values ): Email {
		$text    = static fn ( string $name, string $otherwise ): string => is_string( $values[ $name ] ?? null ) ? $values[ $name ] : $otherwise;
		$headers = is_array( $values['headers'] ?? null ) ? array_values( array_filter( $values['headers'], 'is_string' ) ) : $email->headers;
		return new Email( $text( 'to', $email->to ), $text( 'subject', $email->subject ), $text( 'html', $email->html ), $text( 'text', $email->text ), $headers );
	}

	/**
	 * @template T
	 * @param callable(): T $work What to do in the person's own language.
	 * @return T
	 */
	private function in_locale_of( \WP_User $user, callable $work ): mixed {
		$switched = switch_to_user_locale( $user->ID );
		try {
			return $work();
		} finally {
			if ( $switched ) {
				restore_previous_locale();
			}
		}
	}
}
