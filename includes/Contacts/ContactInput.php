<?php
/**
 * What a client sends, made into what is stored.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

/**
 * The one validation of a contact's fields, for REST, PHP callers and forms alike. Every error names its field and what
 * to do; a value is never cut or emptied in silence.
 */
final class ContactInput {

	/** Longest values, in characters. */
	public const MAX_LENGTHS = array(
		'first_name'    => 100,
		'last_name'     => 100,
		'name'          => 201,
		'email'         => 254,
		'phone'         => 50,
		'company'       => 200,
		'title'         => 100,
		'website'       => 255,
		'address_line1' => 200,
		'address_line2' => 200,
		'city'          => 100,
		'region'        => 100,
		'postcode'      => 20,
		'country'       => 2,
		'source'        => 50,
		'source_id'     => 190,
	);

	public const MAX_TAGS          = 50;
	public const MAX_TAG_LENGTH    = 50;
	public const MAX_CUSTOM        = 50;
	public const MAX_CUSTOM_KEY    = 60;
	public const MAX_CUSTOM_LENGTH = 1000;

	/** Any of them is enough to know who a contact is. */
	private const NAMING = array( 'first_name', 'last_name', 'email', 'phone', 'company' );

	private const ADDRESS = array(
		'line1'    => 'address_line1',
		'line2'    => 'address_line2',
		'city'     => 'city',
		'region'   => 'region',
		'postcode' => 'postcode',
		'country'  => 'country',
	);

	/** @var array<string, string> Column => value, of the text fields that were given. */
	public array $texts = array();

	/** @var list<string>|null Tags, when given. */
	public ?array $tags = null;

	/** @var array<string, string|int|float|bool|null>|null Further fields, when given; null removes one. */
	public ?array $custom = null;

	/** @var bool Whether an owner was given, be it null. */
	public bool $has_owner = false;

	/** @var int|null The owner given. */
	public ?int $contact_owner = null;

	/** @var list<int>|null Followers' user ids, when given. */
	public ?array $followers = null;

	/** @var int|null The version the client has read, when given. */
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
		$input->split_name( $raw );
		return $input;
	}

	/**
	 * Whether nothing of it is wrong.
	 */
	public function is_valid(): bool {
		return array() === $this->errors;
	}

	/**
	 * Whether a contact would have nothing left to be called by.
	 *
	 * @param Contact|null $contact The contact as it is; null for a new one.
	 */
	public function leaves_nameless( ?Contact $contact = null ): bool {
		if ( null !== $contact && array() === array_intersect_key( $this->texts, array_flip( self::NAMING ) ) ) {
			return false;
		}
		return '' === implode( '', array_map( fn ( string $field ): string => $this->texts[ $field ] ?? $contact?->text( $field ) ?? '', self::NAMING ) );
	}

	/**
	 * Leaves out what is wrong, for a form whose visitor has gone: what is right must not be lost for it.
	 *
	 * @return array<string, string> What was left out, field => why.
	 */
	public function drop_errors(): array {
		$dropped      = $this->errors;
		$this->errors = array();
		return $dropped;
	}

	private function read_field( string $field, mixed $value ): void {
		match ( true ) {
			'address' === $field                                  => $this->read_address( $value ),
			'tags' === $field                                     => $this->read_tags( $value ),
			'custom' === $field                                   => $this->read_custom( $value ),
			'contact_owner' === $field                            => $this->read_owner( $value ),
			'followers' === $field                                => $this->read_followers( $value ),
			'version' === $field                                  => $this->read_version( $value ),
			'status' === $field                                   => $this->read_status( $value ),
			isset( self::MAX_LENGTHS[ $field ] ) && ! in_array( $field, self::ADDRESS, true ) => $this->read_text( $field, $field, $value ),
			in_array( $field, ContactSchema::READ_ONLY, true )    => null,
			default                                               => $this->errors[ $field ] = __( 'There is no such field. Leave it out, or put it into custom.', 'steward' ),
		};
	}

	/**
	 * @param string $column Column, which is also the key of its maximum length.
	 * @param string $field  How REST calls it, for errors.
	 */
	private function read_text( string $column, string $field, mixed $value ): void {
		if ( null !== $value && ! is_string( $value ) && ! is_int( $value ) ) {
			$this->errors[ $field ] = __( 'This must be a text.', 'steward' );
			return;
		}
		$text = self::clean( (string) $value );
		if ( null === $text ) {
			$this->errors[ $field ] = __( 'This is not valid UTF-8 text.', 'steward' );
			return;
		}
		$max = self::MAX_LENGTHS[ $column ];
		if ( mb_strlen( $text ) > $max && 'country' !== $column ) {
			/* translators: 1: number of characters allowed, 2: number of characters given */
			$this->errors[ $field ] = sprintf( __( 'This may have at most %1$d characters; it has %2$d.', 'steward' ), $max, mb_strlen( $text ) );
			return;
		}
		if ( '' !== $text && ! self::is_well_formed( $column, $text ) ) {
			$this->errors[ $field ] = match ( $column ) {
				'email'   => __( 'This is not an e-mail address, such as ana@example.org.', 'steward' ),
				'phone'   => __( 'This is not a phone number: give digits, such as +1 555 0100.', 'steward' ),
				'website' => __( 'This is not a web address, such as https://example.org.', 'steward' ),
				default   => __( 'This is not a country code of two letters (ISO 3166-1), such as ES.', 'steward' ),
			};
			return;
		}
		$this->texts[ $column ] = match ( $column ) {
			'country' => strtoupper( $text ),
			'website' => (string) self::website( $text ),
			default   => $text,
		};
	}

	private static function is_well_formed( string $column, string $text ): bool {
		return match ( $column ) {
			'email'   => false !== is_email( $text ),
			'phone'   => self::is_phone( $text ),
			'website' => null !== self::website( $text ),
			'country' => Countries::has( strtoupper( $text ) ),
			default   => true,
		};
	}

	private static function is_phone( string $text ): bool {
		$number = (string) preg_replace( '/\b(ext|extension|tel|phone)\b\.?:?/i', '', $text );
		return 1 === preg_match( '/^[0-9+()\/.,;#*x \-–]*$/iu', $number ) && preg_match_all( '/\d/', $text ) >= 3;
	}

	private function read_address( mixed $value ): void {
		if ( null === $value ) {
			$value = array_fill_keys( array_keys( self::ADDRESS ), '' );
		}
		if ( ! is_array( $value ) ) {
			$this->errors['address'] = __( 'This must be an object with line1, line2, city, region, postcode and country.', 'steward' );
			return;
		}
		foreach ( $value as $part => $text ) {
			if ( isset( self::ADDRESS[ $part ] ) ) {
				$this->read_text( self::ADDRESS[ $part ], "address.$part", $text );
			} else {
				$this->errors[ "address.$part" ] = __( 'There is no such field. An address has line1, line2, city, region, postcode and country.', 'steward' );
			}
		}
	}

	private function read_tags( mixed $value ): void {
		if ( is_string( $value ) ) {
			$value = '' === trim( $value ) ? array() : explode( ',', $value );
		}
		if ( ! is_array( $value ) || ! array_is_list( $value ) ) {
			$this->errors['tags'] = __( 'This must be a list of texts.', 'steward' );
			return;
		}
		$tags = array();
		foreach ( $value as $tag ) {
			$text = is_string( $tag ) || is_int( $tag ) ? self::clean( (string) $tag ) : null;
			if ( null === $text || str_contains( $text, ',' ) || mb_strlen( $text ) > self::MAX_TAG_LENGTH ) {
				/* translators: %d: number of characters */
				$this->errors['tags'] = sprintf( __( 'Each tag must be a text of at most %d characters without a comma.', 'steward' ), self::MAX_TAG_LENGTH );
				return;
			}
			if ( '' !== $text ) {
				$tags[ mb_strtolower( $text ) ] ??= $text;
			}
		}
		if ( count( $tags ) > self::MAX_TAGS ) {
			/* translators: %d: number of tags */
			$this->errors['tags'] = sprintf( __( 'A contact may have at most %d tags.', 'steward' ), self::MAX_TAGS );
			return;
		}
		$this->tags = array_values( $tags );
	}

	private function read_custom( mixed $value ): void {
		if ( is_object( $value ) ) {
			$value = (array) $value;
		}
		if ( null === $value ) {
			$value = array();
		}
		if ( ! is_array( $value ) || ( array() !== $value && array_is_list( $value ) ) ) {
			$this->errors['custom'] = __( 'This must be an object of texts, numbers, true, false or null.', 'steward' );
			return;
		}
		$custom = array();
		foreach ( $value as $key => $one ) {
			$key = (string) $key;
			if ( ! preg_match( '/^[A-Za-z0-9_.\-]{1,' . self::MAX_CUSTOM_KEY . '}$/', $key ) ) {
				/* translators: %d: number of characters */
				$this->errors['custom'] = sprintf( __( 'Names of custom fields may have letters, digits, _, . and -, at most %d of them.', 'steward' ), self::MAX_CUSTOM_KEY );
				return;
			}
			$text = is_string( $one ) ? self::clean( $one, true ) : '';
			if ( ( null !== $one && ! is_scalar( $one ) ) || null === $text || mb_strlen( $text ) > self::MAX_CUSTOM_LENGTH ) {
				/* translators: %d: number of characters */
				$this->errors[ "custom.$key" ] = sprintf( __( 'This must be a text of at most %d characters, a number, true, false or null.', 'steward' ), self::MAX_CUSTOM_LENGTH );
				continue;
			}
			$custom[ $key ] = is_string( $one ) ? $text : $one;
		}
		if ( count( $custom ) > self::MAX_CUSTOM ) {
			/* translators: %d: number of fields */
			$this->errors['custom'] = sprintf( __( 'A contact may have at most %d custom fields.', 'steward' ), self::MAX_CUSTOM );
			return;
		}
		$this->custom = $custom;
	}

	private function read_owner( mixed $value ): void {
		if ( null === $value || ( is_numeric( $value ) && (int) $value > 0 && (string) (int) $value === (string) $value ) ) {
			$this->has_owner     = true;
			$this->contact_owner = null === $value ? null : (int) $value;
			return;
		}
		$this->errors['contact_owner'] = __( 'This must be a user\'s id, or null for unassigned.', 'steward' );
	}

	private function read_followers( mixed $value ): void {
		if ( ! is_array( $value ) || array() !== array_filter( $value, static fn ( $id ): bool => ! is_numeric( $id ) || (int) $id < 1 ) ) {
			$this->errors['followers'] = __( 'This must be a list of users\' ids.', 'steward' );
			return;
		}
		$this->followers = array_values( array_unique( array_map( static fn ( $id ): int => is_numeric( $id ) ? (int) $id : 0, $value ) ) );
	}

	/**
	 * What was read may be sent back, but this isn't the way to the trash: who trashes needs another permission.
	 */
	private function read_status( mixed $value ): void {
		if ( 'active' !== $value ) {
			$this->errors['status'] = __( 'DELETE the contact to put it into the trash. One that is there comes back by POST to its /restore.', 'steward' );
		}
	}

	private function read_version( mixed $value ): void {
		if ( ! is_numeric( $value ) || (string) (int) $value !== (string) $value || (int) $value < 1 ) {
			$this->errors['version'] = __( 'This must be the version number that was read.', 'steward' );
			return;
		}
		$this->version = (int) $value;
	}

	/**
	 * A single name that came without its parts: the last word is the last name.
	 *
	 * @param array<mixed> $raw Fields as they came.
	 */
	private function split_name( array $raw ): void {
		$name = $this->texts['name'] ?? '';
		unset( $this->texts['name'] );
		if ( '' === $name || isset( $raw['first_name'] ) || isset( $raw['last_name'] ) || isset( $this->errors['name'] ) ) {
			return;
		}
		$words = explode( ' ', $name );
		$last  = count( $words ) > 1 ? (string) array_pop( $words ) : '';
		$first = implode( ' ', $words );
		if ( mb_strlen( $first ) > self::MAX_LENGTHS['first_name'] || mb_strlen( $last ) > self::MAX_LENGTHS['last_name'] ) {
			$this->errors['name'] = __( 'This is too long for a name: give first_name and last_name.', 'steward' );
			return;
		}
		$this->texts['first_name'] = $first;
		$this->texts['last_name']  = $last;
	}

	/**
	 * Trimmed text without control characters; null when it is not UTF-8.
	 */
	public static function clean( string $text, bool $multiline = false ): ?string {
		if ( ! mb_check_encoding( $text, 'UTF-8' ) ) {
			return null;
		}
		$text = (string) preg_replace( $multiline ? '/[^\P{C}\n\x{200C}\x{200D}]+/u' : '/[^\P{C}\x{200C}\x{200D}]+/u', $multiline ? '' : ' ', str_replace( "\r\n", "\n", $text ) );
		return trim( (string) preg_replace( $multiline ? '/[ \t]+/u' : '/\s+/u', ' ', $text ) );
	}

	/**
	 * A web address with its scheme; null when it is none.
	 */
	private static function website( string $text ): ?string {
		$url   = preg_match( '#^[a-z][a-z0-9+.\-]*:#i', $text ) && ! preg_match( '#^[a-z0-9.\-]+:\d+(/|$)#i', $text ) ? $text : "https://$text";
		$parts = wp_parse_url( $url );
		$host  = is_array( $parts ) ? (string) ( $parts['host'] ?? '' ) : '';
		$fits  = is_array( $parts ) && in_array( strtolower( (string) ( $parts['scheme'] ?? '' ) ), array( 'http', 'https' ), true )
			&& preg_match( '/^([\p{L}\p{N}]([\p{L}\p{N}\-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}\-]{2,}$/u', $host )
			&& ! preg_match( '/\s/', $url );
		return $fits && mb_strlen( $url ) <= self::MAX_LENGTHS['website'] ? $url : null;
	}
}
