<?php
/**
 * Notifications by mail.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Notifications;

use PHPMailer\PHPMailer\PHPMailer;
use Steward\Notifications\Kind;
use Steward\Notifications\Mailer;
use Steward\Notifications\MailHealth;
use Steward\Notifications\MailQueue;
use Steward\Notifications\Preferences;
use Steward\Notifications\Unsubscribe;
use Steward\Plugin;
use WP_User;

/**
 * When it is sent, to whom, what stands in it, and what becomes of it when it fails.
 */
final class MailTest extends NotificationTestCase {

	public function test_it_is_sent_soon_after_and_not_within_the_request(): void {
		$boss    = $this->boss();
		$rep     = $this->rep();
		$contact = $this->contact();
		$this->reassign( $boss, $contact->id, $rep, 'Call <her>.' );
		self::assertSame( array(), self::$mail );
		$this->cron();
		$this->cron();
		self::assertCount( 1, self::$mail );
		$mail = self::mail_to( $rep )[0];
		self::assertSame( '[' . get_bloginfo( 'name' ) . "] $boss->display_name made you the owner of {$contact->label()}.", $mail['subject'] );
		self::assertStringContainsString( "contact=$contact->id", $mail['message'] );
		self::assertStringContainsString( 'Call &lt;her&gt;.', $mail['message'] );
		$headers = implode( "\n", (array) $mail['headers'] );
		self::assertStringContainsString( 'Auto-Submitted: auto-generated', $headers );
		self::assertStringContainsString( 'Reply-To: <noreply@', $headers );
		self::assertStringContainsString( 'List-Unsubscribe-Post: List-Unsubscribe=One-Click', $headers );
		self::assertStringNotContainsString( $boss->user_email, $headers . $mail['message'] );
	}

	public function test_both_parts_say_it_and_a_later_mail_has_no_plain_part_of_it(): void {
		$contact = $this->contact( array( 'contact_owner' => $this->rep()->ID ) );
		$mailer  = $this->capture();
		$this->cron();
		self::assertCount( 1, $mailer->sent );
		self::assertStringContainsString( 'Content-Type: multipart/alternative', $mailer->sent[0] );
		self::assertStringContainsString( 'Content-Type: text/plain', $mailer->sent[0] );
		self::assertStringContainsString( 'Content-Type: text/html', $mailer->sent[0] );
		self::assertStringContainsString( 'Auto-Submitted: auto-generated', $mailer->sent[0] );
		self::assertStringContainsString( 'List-Unsubscribe: <http', $mailer->sent[0] );
		self::assertStringStartsWith( "You now own {$contact->label()}.", $mailer->plain[0] );
		self::assertStringContainsString( 'steward-unsubscribe=', $mailer->plain[0] );
		self::assertStringNotContainsString( '<', $mailer->plain[0] );
		wp_mail( 'somebody@example.org', 'Another', 'plain' );
		self::assertStringNotContainsString( 'You now own', $mailer->sent[1] );
	}

	public function test_it_is_in_the_readers_language(): void {
		$languages = static fn (): array => array( 'de_DE' );
		add_filter( 'get_available_languages', $languages );
		$before                          = $GLOBALS['wp_locale_switcher'];
		$GLOBALS['wp_locale_switcher'] = new \WP_Locale_Switcher();
		$GLOBALS['wp_locale_switcher']->init();
		add_filter( 'gettext_steward', static fn ( string $translation, string $text ): string => 'de_DE' === determine_locale() && 'You now own %1$s.' === $text ? 'Ihnen gehört jetzt %1$s.' : $translation, 10, 2 );
		$german  = $this->user( 'steward_sales_rep', array( 'locale' => 'de_DE' ) );
		$english = $this->rep();
		$this->contact( array( 'contact_owner' => $german->ID ) );
		$this->contact( array( 'contact_owner' => $english->ID ) );
		$this->cron();
		$GLOBALS['wp_locale_switcher'] = $before;
		self::assertStringContainsString( 'Ihnen gehört jetzt', self::mail_to( $german )[0]['subject'] );
		self::assertStringContainsString( 'lang="de-DE"', self::mail_to( $german )[0]['message'] );
		self::assertStringContainsString( 'You now own', self::mail_to( $english )[0]['subject'] );
	}

	public function test_access_lost_between_change_and_sending(): void {
		$rep     = $this->rep();
		$leaver  = $this->rep();
		$boss    = $this->boss();
		$contact = $this->contact( array( 'contact_owner' => $rep->ID ) );
		$this->contact( array( 'contact_owner' => $leaver->ID ) );
		$this->reassign( $boss, $contact->id, $boss );
		$leaver->set_role( 'subscriber' );
		clean_user_cache( $leaver->ID );
		$this->cron();
		self::assertSame( array(), self::$mail );
		self::assertSame( 2, self::sql( "SELECT * FROM {n} WHERE mail_state = 'skipped'" ) );
	}

	public function test_mail_makes_way_for_a_job(): void {
		$rep = $this->rep();
		$this->contact( array( 'contact_owner' => $rep->ID ) );
		$this->contact( array( 'contact_owner' => $rep->ID ) );
		Plugin::instance()->jobs()->add( 'end_follows', 0, array( 'users' => array() ), 0 );
		do_action( MailQueue::HOOK );
		self::assertCount( 1, self::mail_to( $rep ) );
		$this->cron();
		self::assertCount( 2, self::mail_to( $rep ) );
	}

	public function test_off_and_bell_only_send_nothing_even_when_chosen_after_the_change(): void {
		$rep   = $this->rep();
		$later = $this->rep();
		$this->prefer( $rep, 'assigned', 'bell' );
		$this->contact( array( 'contact_owner' => $rep->ID ) );
		$this->contact( array( 'contact_owner' => $later->ID ) );
		$this->prefer( $later, 'assigned', 'off' );
		$this->cron();
		self::assertSame( array(), self::$mail );
		self::assertSame( array( 'assigned' ), $this->kinds( $rep ) );
	}

	public function test_the_daily_digest_is_one_mail_in_the_morning(): void {
		update_option( 'timezone_string', 'Europe/Berlin' );
		$rep  = $this->rep();
		$lost = $this->contact( array( 'contact_owner' => $rep->ID ) );
		$kept = $this->contact( array( 'contact_owner' => $rep->ID ) );
		$this->cron();
		self::$mail = array();
		$boss       = $this->boss();
		self::assertStatus( 200, $this->as( $boss )->rest( 'PATCH', "/contacts/$lost->id", array( 'phone' => '555' ) ) );
		$this->as( $boss )->rest( 'PATCH', "/contacts/$kept->id", array( 'phone' => '555' ) );
		$this->as( $boss )->rest( 'PATCH', "/contacts/$kept->id", array( 'phone' => '556' ) );
		$this->cron();
		self::assertSame( array(), self::$mail );

		$next = wp_next_scheduled( MailQueue::HOOK );
		self::assertSame( '08:00', wp_date( 'H:i', (int) $next ) );
		self::assertGreaterThan( time(), $next );
		self::assertLessThanOrEqual( time() + DAY_IN_SECONDS, $next );
		$this->reassign( $boss, $lost->id, $boss );
		self::sql( "UPDATE {n} SET mail_due_gmt = '2020-01-01 00:00:00' WHERE mail_digest = 1" );
		Plugin::instance()->mail_sender()->run();

		self::assertCount( 1, self::mail_to( $rep ) );
		$mail = self::mail_to( $rep )[0];
		self::assertStringContainsString( '2 notifications today', $mail['subject'] );
		self::assertSame( 2, substr_count( $mail['message'], "changed {$kept->label()}." ) );
		self::assertStringNotContainsString( $lost->label(), $mail['message'], 'What they may no longer view is not in it.' );
	}

	public function test_failures_are_tried_again_at_growing_distances_and_then_seen(): void {
		$rep   = $this->rep();
		$admin = $this->user( 'administrator' );
		$this->contact( array( 'contact_owner' => $rep->ID ) );
		$fail = static function ( mixed $sent, array $mail ): bool {
			do_action( 'wp_mail_failed', new \WP_Error( 'wp_mail_failed', 'Could not connect to the server.', $mail ) );
			return false;
		};
		add_filter( 'pre_wp_mail', $fail, 20, 2 );
		$waits = array();
		for ( $attempt = 1; $attempt <= 6; $attempt++ ) {
			Plugin::instance()->mail_sender()->run();
			$state = $this->as( $admin )->rest( 'GET', '/notifications/mail' )->get_data();
			self::assertSame( 'Could not connect to the server.', $state['failures'][0]['error'] );
			self::assertSame( $rep->ID, $state['failures'][0]['user']['id'] );
			self::assertSame( array( 'assigned', 'Assigned to you', '1 contact' ), array( $state['failures'][0]['kind'], $state['failures'][0]['title'], $state['failures'][0]['what'] ) );
			if ( $attempt < 6 ) {
				self::assertSame( array( 1, 0 ), array( $state['queued'], $state['failed'] ) );
				$waits[] = strtotime( $state['failures'][0]['time_gmt'] ) - time();
				self::assertSame( 'recommended', ( new MailHealth( static fn (): MailQueue => new MailQueue( Plugin::instance()->db(), Plugin::instance()->clock(), new \Steward\Notifications\NotificationStore( Plugin::instance()->db(), Plugin::instance()->clock() ) ) ) )->test()['status'] );
				self::sql( "UPDATE {n} SET mail_due_gmt = '2020-01-01 00:00:00' WHERE mail_state = 'queued'" );
			}
		}
		$sorted = $waits;
		sort( $sorted );
		self::assertSame( $sorted, $waits );
		self::assertSame( array( 0, 1 ), array( $state['queued'], $state['failed'] ) );
		Plugin::instance()->mail_sender()->run();
		self::assertCount( 6, self::$mail, 'Then it is left alone.' );

		remove_filter( 'pre_wp_mail', $fail, 20 );
		self::$mail = array();
		self::assertSame( 0, $this->rest( 'POST', '/notifications/mail/retry' )->get_data()['failed'] );
		$this->cron();
		self::assertCount( 1, self::mail_to( $rep ) );
		self::assertSame( array(), $this->rest( 'GET', '/notifications/mail' )->get_data()['failures'] );
		self::assertForbidden( 'missing_manage_permission', $this->as( $this->boss() )->rest( 'GET', '/notifications/mail' ) );
	}

	public function test_a_manager_sends_themself_a_test(): void {
		$admin = $this->user( 'administrator' );
		self::assertStatus( 200, $this->as( $admin )->rest( 'POST', '/notifications/mail/test' ) );
		self::assertCount( 1, self::mail_to( $admin ) );
		add_filter( 'pre_wp_mail', '__return_false', 20 );
		self::assertError( 409, 'steward_mail_failed', $this->rest( 'POST', '/notifications/mail/test' ) );
		self::assertSame( 403, $this->as( $this->rep() )->rest( 'POST', '/notifications/mail/test' )->get_status() );
	}

	public function test_what_a_dead_process_had_taken_is_sent_by_another_once(): void {
		$rep = $this->rep();
		$this->contact( array( 'contact_owner' => $rep->ID ) );
		self::sql( "UPDATE {n} SET mail_state = 'sending', mail_attempts = 1, mail_due_gmt = '" . gmdate( 'Y-m-d H:i:s', time() + 60 ) . "'" );
		Plugin::instance()->mail_sender()->run();
		self::assertSame( array(), self::$mail, 'Somebody is at it.' );
		self::sql( "UPDATE {n} SET mail_due_gmt = '2020-01-01 00:00:00'" );
		Plugin::instance()->mail_sender()->run();
		Plugin::instance()->mail_sender()->run();
		self::assertCount( 1, self::mail_to( $rep ) );
	}

	public function test_unsubscribing_asks_first_and_needs_the_right_signature(): void {
		$rep         = $this->rep();
		$unsubscribe = new Unsubscribe( new Preferences() );
		$token       = self::token( $unsubscribe->url( $rep->ID, Kind::Assigned ) );
		$delivery    = fn ( string $kind ): string => ( new Preferences() )->all( $rep->ID )[ $kind ]->value;

		$asked = $unsubscribe->answer( $token, false );
		self::assertSame( 200, $asked['status'] );
		self::assertStringContainsString( '<form method="post"', $asked['html'] );
		self::assertSame( 'at_once', $delivery( 'assigned' ), 'Opening the link changes nothing.' );

		$other = $this->rep();
		foreach ( array( '', 'x', str_replace( (string) $rep->ID, (string) $other->ID, $token ), str_replace( 'assigned', 'lost', $token ), str_replace( 'assigned', 'all', $token ), $token . '0' ) as $forged ) {
			self::assertSame( 400, $unsubscribe->answer( $forged, true )['status'], $forged );
		}
		self::assertSame( 'at_once', $delivery( 'lost' ) );

		self::assertSame( 200, $unsubscribe->answer( $token, true )['status'] );
		self::assertSame( array( 'bell', 'at_once' ), array( $delivery( 'assigned' ), $delivery( 'lost' ) ) );

		$this->prefer( $rep, 'changed', 'off' );
		$unsubscribe->answer( self::token( $unsubscribe->url( $rep->ID, null ) ), true );
		self::assertSame( array( 'bell', 'off' ), array( $delivery( 'lost' ), $delivery( 'changed' ) ) );
	}

	public function test_the_filter_changes_or_stops_a_mail(): void {
		$rep = $this->rep();
		$this->contact( array( 'contact_owner' => $rep->ID ) );
		add_filter( 'steward_notification_email', static fn ( array $mail ): array => array( 'subject' => 'Other words' ) + $mail );
		$this->cron();
		self::assertSame( 'Other words', self::mail_to( $rep )[0]['subject'] );
		self::$mail = array();
		add_filter( 'steward_notification_email', '__return_null' );
		$this->contact( array( 'contact_owner' => $rep->ID ) );
		$this->cron();
		self::assertSame( array(), self::$mail );
	}

	private static function token( string $url ): string {
		wp_parse_str( (string) wp_parse_url( $url, PHP_URL_QUERY ), $query );
		return (string) $query[ Unsubscribe::PARAMETER ];
	}

	/**
	 * Lets wp_mail() write whole messages, which are kept instead of sent.
	 */
	private function capture(): PHPMailer {
		remove_all_filters( 'pre_wp_mail' );
		require_once ABSPATH . WPINC . '/PHPMailer/PHPMailer.php';
		require_once ABSPATH . WPINC . '/PHPMailer/SMTP.php';
		require_once ABSPATH . WPINC . '/PHPMailer/Exception.php';
		require_once ABSPATH . WPINC . '/class-wp-phpmailer.php';
		$mailer = new class( true ) extends Mailer {
			/** @var list<string> */
			public array $sent = array();

			/** @var list<string> */
			public array $plain = array();

			public function postSend(): bool { // phpcs:ignore WordPress.NamingConventions
				$this->sent[]  = $this->getSentMIMEMessage();
				$this->plain[] = $this->AltBody; // phpcs:ignore WordPress.NamingConventions
				return true;
			}
		};
		$mailer::$validator     = static fn ( string $email ): bool => (bool) is_email( $email );
		$GLOBALS['phpmailer'] = $mailer;
		add_filter( 'wp_mail_from', static fn (): string => 'wordpress@example.org' );
		return $mailer;
	}
}
