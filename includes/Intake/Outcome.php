<?php
/**
 * What became of a submission.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Intake;

use Steward\Contacts\Contact;

/**
 * The log's row, and the contact where there is one.
 */
final class Outcome {

	/**
	 * @param Submission            $submission As logged; a repeated one as it was logged the first time.
	 * @param Contact|null          $contact    The contact it made or found.
	 * @param bool                  $repeated   Whether it had come before.
	 * @param array<string, string> $notes      Field => why it was left out or changed.
	 * @param bool                  $fault      Whether it failed through no fault of who sent it: sending it again may help.
	 */
	public function __construct(
		public readonly Submission $submission,
		public readonly ?Contact $contact = null,
		public readonly bool $repeated = false,
		public readonly array $notes = array(),
		public readonly bool $fault = false,
	) {
	}

	/**
	 * Whether it made a contact just now.
	 */
	public function created(): bool {
		return ! $this->repeated && Submission::CREATED === $this->submission->result;
	}

	/**
	 * Whether there is no contact for it.
	 */
	public function failed(): bool {
		return Submission::FAILED === $this->submission->result;
	}
}
