<?php
/**
 * A submission as a form plugin hands it over.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Intake;

/**
 * What a visitor sent, before any mapping.
 */
final class FormSubmission {

	/**
	 * @param string               $form            The form's id.
	 * @param string               $title           What people call the form.
	 * @param array<string, mixed> $values          Form field => value: a text, or a list of texts.
	 * @param int|null             $submitter       The signed-in visitor's user id.
	 * @param string               $visitor         What tells visitors apart, such as an address; it is hashed, never stored.
	 * @param string               $idempotency_key The form plugin's id of the entry; empty where it has none.
	 * @param bool                 $is_spam         Whether the form plugin took it for spam.
	 */
	public function __construct(
		public readonly string $form,
		public readonly string $title,
		public readonly array $values,
		public readonly ?int $submitter = null,
		public readonly string $visitor = '',
		public readonly string $idempotency_key = '',
		public readonly bool $is_spam = false,
	) {
	}
}
