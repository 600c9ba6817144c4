<?php
/**
 * A submission as it is kept.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Intake;

use Steward\Database\Clock;

/**
 * An immutable row of the submissions log.
 */
final class Submission {

	public const CREATED  = 'created';
	public const ENRICHED = 'enriched';
	public const REPEATED = 'repeated';
	public const SPAM     = 'spam';
	public const FAILED   = 'failed';

	/** Longest message, in characters. */
	public const MAX_MESSAGE = 500;

	/**
	 * @param int                  $id         Id; 0 where not even the log could be written.
	 * @param string               $provider   Through what: a form plugin's id, `api` or `php`.
	 * @param string               $form       The form.
	 * @param string               $result     One of the constants.
	 * @param int|null             $contact_id The contact it made or found.
	 * @param array<string, mixed> $fields     What it brought, as it came.
	 * @param string               $message    What was left out, or why it failed.
	 * @param string               $created    `Y-m-d H:i:s` UTC.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $provider,
		public readonly string $form,
		public readonly string $result,
		public readonly ?int $contact_id,
		public readonly array $fields,
		public readonly string $message,
		public readonly string $created,
	) {
	}

	/**
	 * From its row.
	 *
	 * @param array<string, string|null> $row A row of the submissions table.
	 */
	public static function from_row( array $row ): self {
		/** @var mixed $fields */
		$fields = json_decode( (string) $row['fields'], true );
		/** @var array<string, mixed> $fields */
		$fields = is_array( $fields ) ? $fields : array();
		return new self(
			(int) $row['id'],
			(string) $row['provider'],
			(string) $row['form'],
			(string) $row['result'],
			isset( $row['contact_id'] ) ? (int) $row['contact_id'] : null,
			$fields,
			(string) $row['message'],
			(string) $row['created_gmt'],
		);
	}

	/**
	 * The same, ended otherwise.
	 */
	public function ended( string $result, ?int $contact_id, string $message ): self {
		return new self( $this->id, $this->provider, $this->form, $result, $contact_id, $this->fields, $message, $this->created );
	}

	/**
	 * As REST lists it; what was sent is not part of it.
	 *
	 * @return array<string, mixed>
	 */
	public function to_array(): array {
		return array(
			'id'          => $this->id,
			'form'        => $this->form,
			'provider'    => $this->provider,
			'result'      => $this->result,
			'contact'     => $this->contact_id,
			'message'     => $this->message,
			'created_gmt' => Clock::iso( $this->created ),
		);
	}
}
