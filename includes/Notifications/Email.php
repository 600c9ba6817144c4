<?php
/**
 * A mail.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Notifications;

/**
 * Subject, both of its parts and its headers, ready to be sent.
 */
final class Email {

	/**
	 * @param string       $to      Address.
	 * @param string       $subject Subject.
	 * @param string       $html    The HTML part.
	 * @param string       $text    The plain part.
	 * @param list<string> $headers Headers beyond those of every mail.
	 */
	public function __construct(
		public readonly string $to,
		public readonly string $subject,
		public readonly string $html,
		public readonly string $text,
		public readonly array $headers,
	) {
	}

	/**
	 * Sends it by wp_mail().
	 *
	 * @return string What went wrong; '' when it went.
	 */
	public function send(): string {
		$error    = '';
		$on_error = static function ( mixed $failure ) use ( &$error ): void {
			$error = $failure instanceof \WP_Error ? $failure->get_error_message() : '';
		};
		$parts    = function ( \PHPMailer\PHPMailer\PHPMailer $mailer ): void {
			// phpcs:ignore WordPress.NamingConventions.ValidVariableName -- PHPMailer's own name.
			$mailer->AltBody = $this->text;
		};
		$before   = $GLOBALS['phpmailer'] ?? null;
		if ( ! is_object( $before ) || in_array( $before::class, array( \WP_PHPMailer::class, \PHPMailer\PHPMailer\PHPMailer::class ), true ) ) {
			// Another plugin's mailer stays. Ours is for this mail alone, so that its plain part goes out with no other.
			$GLOBALS['phpmailer'] = self::mailer(); // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- as wp_mail() itself does.
		}
		add_action( 'wp_mail_failed', $on_error );
		add_action( 'phpmailer_init', $parts );
		try {
			$sent = wp_mail( $this->to, $this->subject, $this->html, $this->headers() );
		} catch ( \Throwable $failure ) {
			$sent  = false;
			$error = $failure->getMessage();
		} finally {
			remove_action( 'wp_mail_failed', $on_error );
			remove_action( 'phpmailer_init', $parts );
			self::put_back( $before );
		}
		if ( $sent ) {
			return '';
		}
		return '' === $error ? __( 'The mail system refused it without saying why.', 'steward' ) : $error;
	}

	/**
	 * @return list<string>
	 */
	private function headers(): array {
		$host = (string) wp_parse_url( home_url(), PHP_URL_HOST );
		return array(
			'Content-Type: text/html; charset=UTF-8',
			// Nobody reads answers, and nobody's own address is given away.
			'Reply-To: <noreply@' . ( str_contains( $host, '.' ) ? preg_replace( '/^www\./', '', $host ) : 'localhost.localdomain' ) . '>',
			'Auto-Submitted: auto-generated',
			'X-Auto-Response-Suppress: All',
			...$this->headers,
		);
	}

	private static function mailer(): Mailer {
		require_once ABSPATH . WPINC . '/PHPMailer/PHPMailer.php';
		require_once ABSPATH . WPINC . '/PHPMailer/SMTP.php';
		require_once ABSPATH . WPINC . '/PHPMailer/Exception.php';
		require_once ABSPATH . WPINC . '/class-wp-phpmailer.php';
		$mailer             = new Mailer( true );
		$mailer::$validator = static fn ( string $email ): bool => (bool) is_email( $email );
		return $mailer;
	}

	private static function put_back( mixed $before ): void {
		if ( $before instanceof \PHPMailer\PHPMailer\PHPMailer ) {
			// phpcs:ignore WordPress.NamingConventions.ValidVariableName -- PHPMailer's own name.
			$before->AltBody = '';
		}
		$GLOBALS['phpmailer'] = $before; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- as it was.
	}
}
