<?php
/**
 * Contact Form 7.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Intake;

/**
 * Takes what Contact Form 7 took: `wpcf7_submit` fires for every outcome, so the status decides. Whether the mail could be
 * sent doesn't matter, a lead whose mail failed least of all may be lost.
 */
final class ContactForm7 implements FormProvider {

	private const TAKEN = array( 'mail_sent', 'mail_failed' );
	private const SPAM  = 'spam';

	/** Types that hold no data of the visitor's. */
	private const DATALESS = array( 'submit', 'acceptance', 'quiz', 'captchac', 'captchar', 'recaptcha', 'turnstile', 'response', 'count', 'file', 'password' );

	/**
	 * Its key.
	 */
	public function id(): string {
		return 'contact-form-7';
	}

	/**
	 * Its name, which isn't translated.
	 */
	public function name(): string {
		return 'Contact Form 7';
	}

	/**
	 * Whether it is there.
	 */
	public function is_active(): bool {
		return class_exists( \WPCF7_ContactForm::class ) && class_exists( \WPCF7_Submission::class );
	}

	/**
	 * Its forms, in order of title.
	 *
	 * @return list<Form>
	 */
	public function forms(): array {
		return array_map(
			self::describe( ... ),
			array_values(
				\WPCF7_ContactForm::find(
					array(
						'orderby' => 'title',
						'order'   => 'ASC',
					)
				)
			)
		);
	}

	/**
	 * One form. It is found by a query: get_instance() would make it Contact Form 7's current one.
	 */
	public function form( string $id ): ?Form {
		if ( ! ctype_digit( $id ) || '0' === $id ) {
			return null;
		}
		$found = \WPCF7_ContactForm::find(
			array(
				'p'              => (int) $id,
				'posts_per_page' => 1,
			)
		);
		return isset( $found[0] ) ? self::describe( $found[0] ) : null;
	}

	/**
	 * Hands over submissions; after Contact Form 7's own modules.
	 *
	 * @param callable( FormSubmission ): void $receive Takes one.
	 */
	public function listen( callable $receive ): void {
		add_action(
			'wpcf7_submit',
			function ( mixed $form, mixed $result ) use ( $receive ): void {
				try {
					$submission = $form instanceof \WPCF7_ContactForm && is_array( $result ) ? $this->submission( $form, $result['status'] ?? '' ) : null;
				} catch ( \Throwable $fault ) {
					FormReceiver::log( $fault );
					return;
				}
				if ( null !== $submission ) {
					$receive( $submission );
				}
			},
			20,
			2
		);
	}

	/**
	 * What was sent, where it may be kept.
	 *
	 * @param mixed $status The outcome.
	 */
	private function submission( \WPCF7_ContactForm $form, mixed $status ): ?FormSubmission {
		$sent = \WPCF7_Submission::get_instance();
		if ( null === $sent || ! in_array( $status, array( ...self::TAKEN, self::SPAM ), true ) ) {
			return null;
		}
		// The visitor hasn't agreed, or the site's owner is only trying the form out.
		if ( $form->in_demo_mode() || $sent->get_meta( 'do_not_store' ) ) {
			return null;
		}
		$values  = array();
		$posted  = $sent->get_posted_data();
		$posted  = is_array( $posted ) ? $posted : array();
		$visitor = $sent->get_meta( 'remote_ip' );
		foreach ( self::fields( $form ) as $field ) {
			if ( isset( $posted[ $field->name ] ) ) {
				$values[ $field->name ] = $posted[ $field->name ];
			}
		}
		return new FormSubmission( (string) $form->id(), (string) $form->title(), $values, self::submitter(), is_string( $visitor ) ? $visitor : '', '', self::SPAM === $status );
	}

	/**
	 * Who is signed in. Contact Form 7 submits over REST without a nonce, where WordPress forgets the user: the cookie
	 * still knows. It decides no permission here, only whose name a form's settings may put on the contact.
	 */
	private static function submitter(): ?int {
		$user = get_current_user_id();
		if ( 0 === $user ) {
			$user = (int) wp_validate_auth_cookie( '', 'logged_in' );
		}
		return $user > 0 ? $user : null;
	}

	private static function describe( \WPCF7_ContactForm $form ): Form {
		$id = (string) $form->id();
		return new Form( $id, (string) $form->title(), self::fields( $form ), admin_url( "admin.php?page=wpcf7&post=$id&action=edit" ) );
	}

	/**
	 * @return list<FormField>
	 */
	private static function fields( \WPCF7_ContactForm $form ): array {
		$fields   = array();
		$template = $form->prop( 'form' );
		$template = is_string( $template ) ? $template : '';
		foreach ( $form->scan_form_tags() as $tag ) {
			$type = (string) $tag->basetype;
			$name = (string) $tag->name;
			if ( '' === $name || in_array( $type, self::DATALESS, true ) || self::holds_no_data( (string) $tag->type ) ) {
				continue;
			}
			$fields[ $name ] = new FormField( $name, self::label( $template, (string) $tag->raw_name, $name ), $type );
		}
		return array_values( $fields );
	}

	/**
	 * Whether a type shows what another field holds, or isn't to be kept, or is a file.
	 *
	 * @param string $type With or without the star of a required field.
	 */
	private static function holds_no_data( string $type ): bool {
		foreach ( array( 'not-for-mail', 'do-not-store', 'file-uploading' ) as $feature ) {
			if ( wpcf7_form_tag_supports( $type, $feature ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * What stands before a field within its <label>, without other tags there; else its name in words.
	 *
	 * @param string $raw_name The name as it stands in the template, where it may have dots.
	 */
	private static function label( string $template, string $raw_name, string $name ): string {
		if ( 1 === preg_match( '/<label[^>]*>((?:(?!<\/label>).)*?)\[[a-z0-9_]+\*?\s+' . preg_quote( $raw_name, '/' ) . '[\s\]]/is', $template, $found ) ) {
			$text  = wp_strip_all_tags( (string) preg_replace( '/\[+[^\]]*\]+/', ' ', $found[1] ), true );
			$label = trim( html_entity_decode( $text, ENT_QUOTES | ENT_HTML5, 'UTF-8' ) );
		}
		return '' === ( $label ?? '' ) ? ucfirst( trim( str_replace( array( '-', '_' ), ' ', $name ) ) ) : $label;
	}
}
