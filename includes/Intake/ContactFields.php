<?php
/**
 * The fields of a contact that a submission brings.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Intake;

use Steward\Contacts\ContactInput;
use Steward\Contacts\ContactSchema;

/**
 * Collects values under the names that contacts have in REST, and notes what it left out and why. Pure.
 */
final class ContactFields {

	/** @var array<string, mixed> As ContactInput::read() takes them. */
	private array $fields = array();

	/** @var array<string, mixed> The same as it was sent: whole, and with what a contact has no room for. */
	private array $sent = array();

	/** @var array<string, string> Field => why it was left out or changed. */
	private array $notes = array();

	/**
	 * From a form, by the form's mapping; what isn't mapped is left out.
	 *
	 * @param array<string, string> $mapping Field of a contact => form field.
	 * @param array<string, mixed>  $values  Form field => value.
	 */
	public static function mapped( array $mapping, array $values ): self {
		$fields = new self();
		$values = array_filter( $values, static fn ( string $name ): bool => ! FieldNames::is_secret( $name ), ARRAY_FILTER_USE_KEY );
		foreach ( $mapping as $target => $name ) {
			if ( isset( $values[ $name ] ) ) {
				$fields->put( $target, $values[ $name ] );
			}
		}
		if ( array() === array_intersect_key( $values, array_flip( $mapping ) ) ) {
			// The form was changed: what came can be read in the log, if not more.
			$fields->sent            = array_filter( array_map( static fn ( mixed $value ): string => (string) self::scalar( $value, false ), $values ), static fn ( string $text ): bool => '' !== $text );
			$fields->notes['fields'] = __( 'None of the form\'s fields is matched with one of a contact any more: look at the form\'s settings.', 'steward' );
		}
		return $fields;
	}

	/**
	 * From a program: contact fields by their REST names, else by what their names mean, else custom fields.
	 *
	 * @param array<mixed> $values Field => value.
	 */
	public static function named( array $values ): self {
		$fields = new self();
		$rest   = array();
		foreach ( $values as $name => $value ) {
			$name = (string) $name;
			if ( ! FieldNames::is_secret( $name ) && ! $fields->put_exact( $name, $value ) ) {
				$rest[ $name ] = $value;
			}
		}
		foreach ( $rest as $name => $value ) {
			$name  = (string) $name;
			$guess = FieldNames::guess( $name );
			$fields->put( null !== $guess && ! $fields->has( $guess ) ? $guess : FieldNames::custom( $name ), $value );
		}
		return $fields;
	}

	/**
	 * As ContactInput::read() takes them.
	 *
	 * @return array<string, mixed>
	 */
	public function to_array(): array {
		return $this->fields;
	}

	/**
	 * As it was sent, under the same names.
	 *
	 * @return array<string, mixed>
	 */
	public function sent(): array {
		return $this->sent;
	}

	/**
	 * What was left out or changed.
	 *
	 * @return array<string, string> Field => why.
	 */
	public function notes(): array {
		return $this->notes;
	}

	/**
	 * Whether a field came with a value.
	 *
	 * @param string $target Such as `email`, `address.city`, `custom.message`.
	 */
	public function has( string $target ): bool {
		list( $field, $part ) = self::split( $target );
		$value                = $this->fields[ $field ] ?? null;
		return null === $part ? null !== $value : is_array( $value ) && isset( $value[ $part ] );
	}

	/**
	 * Takes a field that is called as in REST.
	 *
	 * @return bool False when it isn't.
	 */
	private function put_exact( string $name, mixed $value ): bool {
		if ( ( 'address' === $name || 'custom' === $name ) && ( is_array( $value ) || is_object( $value ) ) ) {
			foreach ( (array) $value as $part => $one ) {
				$target = "$name.$part";
				if ( FieldNames::is_secret( (string) $part ) ) {
					continue;
				}
				FieldNames::is_target( $target ) ? $this->put( $target, $one ) : $this->put( FieldNames::custom( (string) $part ), $one );
			}
			return true;
		}
		if ( FieldNames::is_target( $name ) ) {
			$this->put( $name, $value );
			return true;
		}
		if ( in_array( $name, array( 'contact_owner', 'followers', 'version', ...ContactSchema::READ_ONLY ), true ) ) {
			$this->notes[ $name ] = __( 'A submission can\'t set this.', 'steward' );
			return true;
		}
		return false;
	}

	private function put( string $target, mixed $value ): void {
		list( $field, $part ) = self::split( $target );
		$value                = 'tags' === $target ? self::tags( $value ) : self::scalar( $value, 'custom' === $field );
		if ( null === $value ) {
			$this->notes[ $target ] = __( 'This is neither a text nor a list of texts.', 'steward' );
			return;
		}
		if ( '' === $value || array() === $value || $this->has( $target ) ) {
			return;
		}
		if ( null === $part ) {
			$this->fields[ $field ] = $value;
			$this->sent[ $field ]   = $value;
			return;
		}
		$this->sent = self::with( $this->sent, $field, $part, $value );
		if ( 'custom' === $field && count( (array) ( $this->fields['custom'] ?? array() ) ) >= ContactInput::MAX_CUSTOM ) {
			/* translators: %d: number of fields */
			$this->notes[ $target ] = sprintf( __( 'A contact may have at most %d custom fields; the submission keeps it.', 'steward' ), ContactInput::MAX_CUSTOM );
			return;
		}
		$this->fields = self::with( $this->fields, $field, $part, 'custom' === $field ? $this->shortened( $target, $value ) : $value );
	}

	/**
	 * Fields with one more part of one of them.
	 *
	 * @param array<string, mixed> $fields Fields.
	 * @return array<string, mixed>
	 */
	private static function with( array $fields, string $field, string $part, mixed $value ): array {
		$parts            = (array) ( $fields[ $field ] ?? array() );
		$parts[ $part ]   = $value;
		$fields[ $field ] = $parts;
		return $fields;
	}

	/**
	 * A message may be longer than a custom field: its beginning is better than nothing.
	 *
	 * @param string|int|float|bool|list<string> $value Value of a custom field.
	 * @return string|int|float|bool|list<string>
	 */
	private function shortened( string $target, string|int|float|bool|array $value ): string|int|float|bool|array {
		if ( ! is_string( $value ) || ! mb_check_encoding( $value, 'UTF-8' ) || mb_strlen( $value ) <= ContactInput::MAX_CUSTOM_LENGTH ) {
			return $value;
		}
		$this->notes[ $target ] = __( 'Only its beginning fits into a custom field; the submission keeps all of it.', 'steward' );
		return mb_substr( $value, 0, ContactInput::MAX_CUSTOM_LENGTH - 1 ) . '…';
	}

	/**
	 * @param bool $typed Whether numbers and booleans stay what they are.
	 * @return string|int|float|bool|null Null when it is none; a list of texts becomes one, with commas.
	 */
	private static function scalar( mixed $value, bool $typed ): string|int|float|bool|null {
		if ( is_string( $value ) ) {
			return trim( $value );
		}
		if ( null === $value ) {
			return '';
		}
		if ( is_scalar( $value ) ) {
			return $typed ? $value : ( is_bool( $value ) ? null : (string) $value );
		}
		if ( ! is_array( $value ) ) {
			return null;
		}
		$texts = array_filter( $value, static fn ( $one ): bool => is_scalar( $one ) );
		return count( $texts ) < count( $value ) ? null : implode( ', ', array_filter( array_map( static fn ( $one ): string => trim( (string) $one ), $texts ), static fn ( string $one ): bool => '' !== $one ) );
	}

	/**
	 * @return list<string>|null Null when it is none.
	 */
	private static function tags( mixed $value ): ?array {
		$value = is_string( $value ) ? explode( ',', $value ) : ( $value ?? array() );
		if ( ! is_array( $value ) ) {
			return null;
		}
		$tags = array_filter( $value, static fn ( $one ): bool => is_string( $one ) || is_int( $one ) );
		return count( $tags ) < count( $value ) ? null : array_values( array_filter( array_map( static fn ( $one ): string => trim( str_replace( ',', ' ', (string) $one ) ), $tags ), static fn ( string $one ): bool => '' !== $one ) );
	}

	/**
	 * @return array{string, string|null}
	 */
	private static function split( string $target ): array {
		$parts = explode( '.', $target, 2 );
		return array( $parts[0], $parts[1] ?? null );
	}
}
