<?php
/**
 * What a client sends, made into what is stored.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Contacts\ContactInput;

/**
 * The one validation of an opportunity's fields. Every error names its field and what to do; a value is never cut or emptied in
 * silence. Null is what was not given, but for owner and expected_close, which can be null.
 */
final class OpportunityInput {

	public const MAX_TITLE = 200;

	/** @var int|null The contact's id. */
	public ?int $contact = null;

	/** @var string|null Title. */
	public ?string $title = null;

	/** @var int|null The pipeline's id. */
	public ?int $pipeline = null;

	/** @var int|null The stage's id. */
	public ?int $stage = null;

	/** @var string|null An outcome: the first stage with it. */
	public ?string $status = null;

	/** @var string|null As Money::read() gives it. */
	public ?string $value = null;

	/** @var string|null ISO 4217 code. */
	public ?string $currency = null;

	/** @var bool Whether a date was given, be it null. */
	public bool $has_expected_close = false;

	/** @var string|null `Y-m-d`. */
	public ?string $expected_close = null;

	/** @var bool Whether an owner was given, be it null. */
	public bool $has_owner = false;

	/** @var int|null The owner given. */
	public ?int $owner = null;

	/** @var list<int>|null Followers' user ids. */
	public ?array $followers = null;

	/** @var int|null The version the client has read. */
	public ?int $version = null;

	/** @var array<string, string> Field => what is wrong with it. */
	public array $errors = array();

	/**
	 * Reads fields as REST names them; unknown ones are errors, read-only ones are passed over.
	 *
	 * @param array<mixed> $raw Field => value.
	 */
	public static function read( array $raw ): self {
		$input = new self();
		foreach ( $raw as $field => $value ) {
			$input->read_field( (string) $field, $value );
		}
		return $input;
	}

	/**
	 * Whether nothing of it is wrong.
	 */
	public function is_valid(): bool {
		return array() === $this->errors;
	}

	private function read_field( string $field, mixed $value ): void {
		match ( true ) {
			'title' === $field          => $this->read_title( $value ),
			'value' === $field          => $this->read_value( $value ),
			'currency' === $field       => $this->read_currency( $value ),
			'expected_close' === $field => $this->read_date( $value ),
			'status' === $field         => $this->read_status( $value ),
			'owner' === $field          => $this->read_owner( $value ),
			'followers' === $field      => $this->read_followers( $value ),
			in_array( $field, array( 'contact', 'pipeline', 'stage' ), true ) => $this->read_id( $field, $value ),
			'version' === $field        => $this->read_version( $value ),
			'trashed' === $field        => $this->read_trashed( $value ),
			in_array( $field, OpportunitySchema::READ_ONLY, true ) => null,
			default                     => $this->errors[ $field ] = __( 'There is no such field. Leave it out.', 'steward' ),
		};
	}

	/**
	 * What was read may be sent back, but this isn't the way to the trash: who trashes needs another permission.
	 */
	private function read_trashed( mixed $value ): void {
		if ( ! is_scalar( $value ) || true === rest_sanitize_boolean( (string) $value ) ) {
			$this->errors['trashed'] = __( 'DELETE the opportunity to put it into the trash. One that is there comes back by POST to its /restore.', 'steward' );
		}
	}

	private function read_title( mixed $value ): void {
		$text = is_string( $value ) || is_int( $value ) ? ContactInput::clean( (string) $value ) : null;
		if ( null === $text ) {
			$this->errors['title'] = __( 'This must be a text in UTF-8.', 'steward' );
		} elseif ( '' === $text ) {
			$this->errors['title'] = __( 'Give the opportunity a title.', 'steward' );
		} elseif ( mb_strlen( $text ) > self::MAX_TITLE ) {
			/* translators: 1: number of characters allowed, 2: number of characters given */
			$this->errors['title'] = sprintf( __( 'This may have at most %1$d characters; it has %2$d.', 'steward' ), self::MAX_TITLE, mb_strlen( $text ) );
		} else {
			$this->title = $text;
		}
	}

	private function read_value( mixed $value ): void {
		$this->value = Money::read( $value );
		if ( null === $this->value ) {
			/* translators: %d: number of digits */
			$this->errors['value'] = sprintf( __( 'This must be an amount of at most %d digits before the point, such as "1234.50": no sign, no thousands separators.', 'steward' ), Money::MAX_DIGITS );
		}
	}

	private function read_currency( mixed $value ): void {
		$code = is_string( $value ) ? strtoupper( trim( $value ) ) : '';
		if ( Currencies::has( $code ) ) {
			$this->currency = $code;
		} else {
			$this->errors['currency'] = __( 'This is not a currency code of three letters (ISO 4217), such as EUR.', 'steward' );
		}
	}

	private function read_date( mixed $value ): void {
		$date = self::date( $value );
		if ( null === $date && null !== $value && '' !== $value ) {
			$this->errors['expected_close'] = __( 'This is not a date such as 2026-01-31, or null for none.', 'steward' );
			return;
		}
		$this->has_expected_close = true;
		$this->expected_close     = $date;
	}

	/**
	 * A date of the calendar; null when it is none.
	 */
	public static function date( mixed $value ): ?string {
		$there_is = is_string( $value ) && preg_match( '/^([1-9]\d{3})-(\d\d)-(\d\d)$/', $value, $parts ) && checkdate( (int) $parts[2], (int) $parts[3], (int) $parts[1] );
		return $there_is ? $value : null;
	}

	private function read_status( mixed $value ): void {
		if ( is_string( $value ) && in_array( $value, Stage::OUTCOMES, true ) ) {
			$this->status = $value;
		} else {
			$this->errors['status'] = __( 'This must be open, won or lost.', 'steward' );
		}
	}

	/**
	 * @param 'contact'|'pipeline'|'stage'|string $field Which.
	 */
	private function read_id( string $field, mixed $value ): void {
		$id = self::id( $value );
		if ( null === $id ) {
			$this->errors[ $field ] = match ( $field ) {
				'contact'  => __( 'This must be a contact\'s id.', 'steward' ),
				'pipeline' => __( 'This must be a pipeline\'s id.', 'steward' ),
				default    => __( 'This must be a stage\'s id.', 'steward' ),
			};
			return;
		}
		match ( $field ) {
			'contact'  => $this->contact  = $id,
			'pipeline' => $this->pipeline = $id,
			default    => $this->stage    = $id,
		};
	}

	private function read_owner( mixed $value ): void {
		$id = self::id( $value );
		if ( null === $id && null !== $value ) {
			$this->errors['owner'] = __( 'This must be a user\'s id, or null for unassigned.', 'steward' );
			return;
		}
		$this->has_owner = true;
		$this->owner     = $id;
	}

	private function read_followers( mixed $value ): void {
		$ids = is_array( $value ) ? array_map( self::id( ... ), array_values( $value ) ) : array( null );
		if ( in_array( null, $ids, true ) ) {
			$this->errors['followers'] = __( 'This must be a list of users\' ids.', 'steward' );
			return;
		}
		/** @var list<int> $ids */
		$this->followers = array_values( array_unique( $ids ) );
	}

	private function read_version( mixed $value ): void {
		$this->version = self::id( $value );
		if ( null === $this->version ) {
			$this->errors['version'] = __( 'This must be the version number that was read.', 'steward' );
		}
	}

	private static function id( mixed $value ): ?int {
		return ( is_int( $value ) || is_string( $value ) ) && preg_match( '/^[1-9]\d{0,17}$/', (string) $value ) ? (int) $value : null;
	}
}
