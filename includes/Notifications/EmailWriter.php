<?php
/**
 * Writes mails.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Notifications;

/**
 * Makes of messages one mail with an HTML and a plain part that say the same. The language is whichever WordPress has
 * been switched to.
 */
final class EmailWriter {

	public function __construct( private readonly Unsubscribe $unsubscribe ) {
	}

	/**
	 * One message, or a day's.
	 *
	 * @param non-empty-list<Told> $told   Messages to one person.
	 * @param bool                 $digest Whether it is the daily mail.
	 */
	public function write( \WP_User $user, array $told, bool $digest ): Email {
		$heading = $digest
			/* translators: %s: number of notifications */
			? sprintf( _n( '%s notification today', '%s notifications today', count( $told ), 'steward' ), number_format_i18n( count( $told ) ) )
			: $told[0]->text;
		$kinds = array();
		foreach ( $told as $one ) {
			$kinds[ $one->notification->kind->value ] = $one->notification->kind;
		}
		$kinds  = array_values( $kinds );
		$header = $this->unsubscribe->url( $user->ID, $digest ? null : $kinds[0] );
		return new Email(
			$user->user_email,
			self::subject( $heading ),
			$this->html( $user, $heading, $told, $kinds, $digest ),
			$this->text( $user, $heading, $told, $kinds, $digest ),
			array( "List-Unsubscribe: <$header>", 'List-Unsubscribe-Post: List-Unsubscribe=One-Click' )
		);
	}

	/**
	 * A mail that only shows that mail arrives.
	 */
	public function test( \WP_User $user ): Email {
		$text = __( 'This is a test. Mail from Steward reaches you.', 'steward' );
		return new Email( $user->user_email, self::subject( __( 'Test mail', 'steward' ) ), self::page( __( 'Test mail', 'steward' ), '<p>' . esc_html( $text ) . '</p>', '' ), "$text\n", array() );
	}

	private static function subject( string $heading ): string {
		$subject = sprintf( '[%s] %s', wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES ), $heading );
		return trim( (string) preg_replace( '/[\x00-\x1F\x7F]+/', ' ', $subject ) );
	}

	/**
	 * @param non-empty-list<Told> $told  Messages.
	 * @param list<Kind>           $kinds Kinds among them.
	 */
	private function html( \WP_User $user, string $heading, array $told, array $kinds, bool $digest ): string {
		$blocks = '';
		foreach ( $told as $one ) {
			$blocks .= $digest ? '<p style="margin:24px 0 0;font-weight:600">' . esc_html( $one->text ) . '</p>' : '';
			foreach ( self::remarks( $one ) as $remark ) {
				$blocks .= '<p style="margin:4px 0 0;color:#50575e;white-space:pre-line">' . esc_html( $remark ) . '</p>';
			}
			if ( $one->count > 1 ) {
				$items   = array_map( static fn ( array $object ): string => sprintf( '<li><a href="%s" style="color:#2271b1">%s</a></li>', esc_url( $object['url'] ), esc_html( $object['label'] ) ), $one->objects );
				$blocks .= '<ul style="margin:8px 0 0;padding-inline-start:20px">' . implode( '', $items ) . '</ul>';
				$more    = $one->count - count( $one->objects );
				/* translators: %s: number of further records */
				$blocks .= $more > 0 ? '<p style="margin:4px 0 0">' . esc_html( sprintf( __( 'and %s more', 'steward' ), number_format_i18n( $more ) ) ) . '</p>' : '';
			}
			$blocks .= sprintf( '<p style="margin:12px 0 0"><a href="%s" style="%s">%s</a></p>', esc_url( $one->url ), $digest ? 'color:#2271b1' : 'display:inline-block;padding:8px 16px;border-radius:3px;background:#2271b1;color:#fff;text-decoration:none', esc_html( self::link_text( $one ) ) );
		}
		$links   = array_map( fn ( Kind $kind ): string => sprintf( '<a href="%s" style="color:#50575e">%s</a>', esc_url( $this->unsubscribe->url( $user->ID, $kind ) ), esc_html( self::unsubscribe_text( $kind ) ) ), $kinds );
		$links[] = sprintf( '<a href="%s" style="color:#50575e">%s</a>', esc_url( self::preferences_url() ), esc_html__( 'Change what you are told of', 'steward' ) );
		return self::page( $heading, $blocks, implode( '<br>', $links ) );
	}

	/**
	 * @param non-empty-list<Told> $told  Messages.
	 * @param list<Kind>           $kinds Kinds among them.
	 */
	private function text( \WP_User $user, string $heading, array $told, array $kinds, bool $digest ): string {
		$lines = array( $heading, '' );
		foreach ( $told as $one ) {
			if ( $digest ) {
				$lines[] = '* ' . $one->text;
			}
			array_push( $lines, ...self::remarks( $one ) );
			if ( $one->count > 1 ) {
				foreach ( $one->objects as $object ) {
					$lines[] = "- $object[label]";
				}
				$more = $one->count - count( $one->objects );
				if ( $more > 0 ) {
					/* translators: %s: number of further records */
					$lines[] = sprintf( __( 'and %s more', 'steward' ), number_format_i18n( $more ) );
				}
			}
			array_push( $lines, self::link_text( $one ) . ': ' . $one->url, '' );
		}
		$lines[] = '-- ';
		foreach ( $kinds as $kind ) {
			$lines[] = self::unsubscribe_text( $kind ) . ': ' . $this->unsubscribe->url( $user->ID, $kind );
		}
		$lines[] = __( 'Change what you are told of', 'steward' ) . ': ' . self::preferences_url();
		return implode( "\n", $lines ) . "\n";
	}

	/**
	 * @return list<string>
	 */
	private static function remarks( Told $told ): array {
		$note = $told->notification->note;
		return array_values( array_filter( array( NotificationText::cause( $told->notification ), '' === $note ? '' : "“{$note}”" ) ) );
	}

	private static function link_text( Told $told ): string {
		/* translators: %s: a record's name */
		return 1 === $told->count ? sprintf( __( 'Open %s', 'steward' ), $told->objects[0]['label'] ?? '' ) : __( 'Open the list', 'steward' );
	}

	private static function unsubscribe_text( Kind $kind ): string {
		/* translators: %s: a kind of notification, such as "Assigned to you" */
		return sprintf( __( 'No more mail of the kind “%s”', 'steward' ), $kind->title() );
	}

	private static function preferences_url(): string {
		return admin_url( 'admin.php?page=steward-notifications&tab=preferences' );
	}

	private static function page( string $heading, string $body, string $footer ): string {
		return sprintf(
			'<!DOCTYPE html><html lang="%1$s" dir="%2$s"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width"><title>%3$s</title></head>'
			. '<body style="margin:0;padding:24px 12px;background:#f0f0f1;font:15px/1.5 -apple-system,BlinkMacSystemFont,\'Segoe UI\',Roboto,sans-serif;color:#1d2327">'
			. '<div style="max-width:560px;margin:0 auto;padding:24px;background:#fff;border:1px solid #dcdcde;border-radius:4px"><h1 style="margin:0;font-size:18px;line-height:1.4">%3$s</h1>%4$s</div>'
			. '<p style="max-width:560px;margin:16px auto 0;padding:0 24px;font-size:13px;color:#50575e">%6$s%5$s</p></body></html>',
			esc_attr( str_replace( '_', '-', determine_locale() ) ),
			is_rtl() ? 'rtl' : 'ltr',
			esc_html( $heading ),
			$body,
			$footer,
			/* translators: %s: the site's name */
			esc_html( sprintf( __( 'Sent by %s. Answers to this mail are not read.', 'steward' ), wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES ) ) ) . '<br>'
		);
	}
}
