<?php
/**
 * Unsubscribing from mail without signing in.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Notifications;

/**
 * A signed link stops one person's mail of one kind, or all of their mail; the bell goes on. Opening it only asks, since
 * mail programs open links by themselves: the change is a POST, by the button or by the mail program's own one-click.
 */
final class Unsubscribe {

	public const PARAMETER = 'steward-unsubscribe';

	private const ALL = 'all';

	public function __construct( private readonly Preferences $preferences ) {
	}

	/**
	 * Attaches the hook.
	 */
	public function boot(): void {
		add_action( 'init', $this->listen( ... ), 20 );
	}

	/**
	 * The link for a person and a kind.
	 *
	 * @param Kind|null $kind Null is all mail.
	 */
	public function url( int $user, ?Kind $kind ): string {
		$what = null === $kind ? self::ALL : $kind->value;
		return add_query_arg( self::PARAMETER, "$user.$what." . self::signature( $user, $what ), home_url( '/' ) );
	}

	/**
	 * Answers a request.
	 *
	 * @param string $token From the link.
	 * @param bool   $post  Whether it is a POST.
	 * @return array{status: int, title: string, html: string}
	 */
	public function answer( string $token, bool $post ): array {
		list( $user, $what, $signature ) = array_pad( explode( '.', $token, 3 ), 3, '' );
		$kind                            = Kind::tryFrom( $what );
		$valid                           = hash_equals( self::signature( (int) $user, $what ), $signature ) && ( null !== $kind || self::ALL === $what );
		$person                          = $valid ? get_userdata( (int) $user ) : false;
		if ( ! $person instanceof \WP_User ) {
			return array(
				'status' => 400,
				'title'  => __( 'This link doesn\'t work', 'steward' ),
				'html'   => '<p>' . esc_html__( 'It may have been cut short. Open it from the mail again, or choose in Steward, under Notifications, what you are told of.', 'steward' ) . '</p>',
			);
		}
		$switched = switch_to_user_locale( $person->ID );
		try {
			return $this->in_their_words( $person, $kind, $post );
		} finally {
			if ( $switched ) {
				restore_previous_locale();
			}
		}
	}

	/**
	 * Asks, or does it and says so.
	 *
	 * @return array{status: int, title: string, html: string}
	 */
	private function in_their_words( \WP_User $person, ?Kind $kind, bool $post ): array {
		/* translators: %s: a kind of notification, such as "Assigned to you" */
		$mail = null === $kind ? __( 'all mail from Steward', 'steward' ) : sprintf( __( 'mail of the kind “%s”', 'steward' ), $kind->title() );
		if ( ! $post ) {
			return array(
				'status' => 200,
				'title'  => __( 'Unsubscribe', 'steward' ),
				/* translators: %s: what is unsubscribed from */
				'html'   => '<h1>' . esc_html__( 'Unsubscribe', 'steward' ) . '</h1><p>' . esc_html( sprintf( __( 'Stop %s? The bell in WordPress still tells you.', 'steward' ), $mail ) ) . '</p>'
					. '<form method="post" action="' . esc_url( $this->url( $person->ID, $kind ) ) . '"><p><button type="submit" class="button button-large">' . esc_html__( 'Unsubscribe', 'steward' ) . '</button></p></form>',
			);
		}
		$this->stop( $person->ID, $kind );
		return array(
			'status' => 200,
			'title'  => __( 'Unsubscribed', 'steward' ),
			/* translators: %s: what was unsubscribed from */
			'html'   => '<h1>' . esc_html__( 'Unsubscribed', 'steward' ) . '</h1><p>' . esc_html( sprintf( __( 'You no longer get %s.', 'steward' ), $mail ) ) . '</p>'
				. '<p><a href="' . esc_url( admin_url( 'admin.php?page=steward-notifications&tab=preferences' ) ) . '">' . esc_html__( 'Change what you are told of', 'steward' ) . '</a></p>',
		);
	}

	private function stop( int $user, ?Kind $kind ): void {
		$choices = array();
		foreach ( $this->preferences->all( $user ) as $name => $delivery ) {
			// What is off stays off.
			if ( ( null === $kind || $kind->value === $name ) && Delivery::Off !== $delivery ) {
				$choices[ $name ] = Delivery::Bell;
			}
		}
		$this->preferences->change( $user, $choices );
	}

	private function listen(): void {
		// phpcs:disable WordPress.Security.NonceVerification, WordPress.Security.ValidatedSanitizedInput -- the link's own signature stands for a nonce: who follows it isn't signed in. What isn't signed is refused.
		$token = $_GET[ self::PARAMETER ] ?? null;
		if ( ! is_string( $token ) ) {
			return;
		}
		$answer = $this->answer( sanitize_text_field( wp_unslash( $token ) ), 'POST' === ( $_SERVER['REQUEST_METHOD'] ?? '' ) );
		// phpcs:enable WordPress.Security.NonceVerification, WordPress.Security.ValidatedSanitizedInput
		// phpcs:ignore WordPress.Security.EscapeOutput -- escaped where it is made.
		wp_die( $answer['html'], esc_html( $answer['title'] ), array( 'response' => $answer['status'] ) );
	}

	private static function signature( int $user, string $what ): string {
		return substr( hash_hmac( 'sha256', 'steward-unsubscribe|' . get_current_blog_id() . "|$user|$what", wp_salt( 'auth' ) ), 0, 40 );
	}
}
