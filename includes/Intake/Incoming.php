<?php
/**
 * A submission on its way in.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Intake;

/**
 * Everything that decides what becomes of it.
 */
final class Incoming {

	/** For so long the same fields sent to the same form by the same visitor are one submission. */
	public const WINDOW_SECONDS = 600;

	/**
	 * @param string        $provider        Through what: a form plugin's id, `api` or `php`.
	 * @param string        $form            The form's id, or its name where it has no other.
	 * @param string        $title           What people call the form.
	 * @param ContactFields $content         What it brings.
	 * @param FormConfig    $config          The form's settings.
	 * @param int|null      $submitter       The signed-in visitor's user id.
	 * @param string        $idempotency_key The same key is the same submission; without one, the content decides.
	 * @param string        $visitor         Tells visitors apart; hashed, never stored.
	 */
	public function __construct(
		public readonly string $provider,
		public readonly string $form,
		public readonly string $title,
		public readonly ContactFields $content,
		public readonly FormConfig $config,
		public readonly ?int $submitter = null,
		private readonly string $idempotency_key = '',
		private readonly string $visitor = '',
	) {
	}

	/**
	 * What makes it the same as another, and, without an idempotency key, what made it so in the window before.
	 *
	 * @param int $now Unix time in seconds.
	 * @return array{string, string|null}
	 */
	public function hashes( int $now ): array {
		if ( '' !== $this->idempotency_key ) {
			return array( $this->hash( array( 'key', $this->idempotency_key ) ), null );
		}
		$fields = $this->content->sent();
		ksort( $fields );
		$window = intdiv( $now, self::WINDOW_SECONDS );
		return array( $this->hash( array( $fields, $this->visitor, $window ) ), $this->hash( array( $fields, $this->visitor, $window - 1 ) ) );
	}

	/**
	 * @param array<mixed> $parts What tells it from others of its form.
	 */
	private function hash( array $parts ): string {
		$text = wp_json_encode( array( $this->provider, $this->form, ...$parts ), JSON_INVALID_UTF8_SUBSTITUTE );
		return substr( hash( 'sha256', (string) $text ), 0, 32 );
	}
}
