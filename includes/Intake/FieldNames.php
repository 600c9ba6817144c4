<?php
/**
 * What fields of forms are called, and what they mean.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Intake;

use Steward\Contacts\ContactInput;

/**
 * Guesses the field of a contact from the name and type of a form's field. Pure.
 */
final class FieldNames {

	/** Fields of a contact that a submission may fill, besides `custom.…`. Never owner or followers. */
	public const TARGETS = array( 'name', 'first_name', 'last_name', 'email', 'phone', 'company', 'title', 'website', 'address.line1', 'address.line2', 'address.city', 'address.region', 'address.postcode', 'address.country', 'tags', 'source', 'source_id' );

	/** At least one of these makes a contact. */
	public const IDENTIFYING = array( 'name', 'first_name', 'last_name', 'email', 'phone', 'company' );

	/** Field of a contact => what it is called, in the form of normalized(). */
	private const ALIASES = array(
		'email'            => 'email e_mail mail email_address e_mail_address mail_address correo correo_electronico courriel',
		'phone'            => 'phone phone_number tel telephone telephone_number mobile mobile_phone mobile_number cell cell_phone cellphone telefon telefono telefonnummer whatsapp',
		'name'             => 'name full_name fullname first_and_last_name complete_name nombre nombre_completo nom_complet vollstaendiger_name',
		'first_name'       => 'first_name firstname first fname given_name givenname forename vorname prenom prénom',
		'last_name'        => 'last_name lastname last lname surname family_name familyname nachname apellido apellidos nom_de_famille',
		'company'          => 'company company_name organisation organization organisation_name organization_name org business business_name firm firma unternehmen empresa entreprise societe société',
		'title'            => 'title job_title jobtitle position job role job_role',
		'website'          => 'website web_site web url homepage web_address site website_url',
		'address.line1'    => 'address address1 address_1 address_line1 address_line_1 line1 street street_address strasse straße direccion dirección adresse',
		'address.line2'    => 'address2 address_2 address_line2 address_line_2 line2 apartment suite',
		'address.city'     => 'city town locality address_city ort stadt ciudad ville',
		'address.region'   => 'region state province county address_region address_state state_province',
		'address.postcode' => 'postcode post_code zip zip_code zipcode postal_code postalcode address_postcode plz codigo_postal code_postal',
		'address.country'  => 'country country_code address_country land pais país pays',
		'tags'             => 'tags',
		'source'           => 'source',
		'source_id'        => 'source_id',
		'custom.message'   => 'message comment comments inquiry enquiry question questions nachricht mensaje details how_can_we_help',
		'custom.subject'   => 'subject topic betreff asunto sujet',
	);

	/** What says nothing about a field's meaning. */
	private const PREFIXES = '/^(your|my|contact|billing|customer|client|user|visitor|lead|applicant|form|field|input)_/';

	private const SECRETS = '/(^|_)(pass|passwd|password|passwords|passwort|passphrase|pwd|contrasena|contraseña|mot_de_passe|credit_card|creditcard|card_number|cardnumber|card_no|cvv|cvv2|cvc|ssn)(_|\d|$)/u';

	/** Types of fields that say by themselves what they hold. */
	private const TYPES = array(
		'email' => 'email',
		'tel'   => 'phone',
		'phone' => 'phone',
		'url'   => 'website',
	);

	/**
	 * The field of a contact that a form's field means; null when it can't be told.
	 *
	 * @param string $name The form field's name, such as `your-email`.
	 * @return string|null One of TARGETS, `custom.message` or `custom.subject`.
	 */
	public static function guess( string $name ): ?string {
		$name = self::normalized( $name );
		foreach ( array( $name, (string) preg_replace( '/_?\d+$/', '', $name ) ) as $candidate ) {
			while ( true ) {
				foreach ( self::ALIASES as $target => $aliases ) {
					if ( in_array( $candidate, explode( ' ', $aliases ), true ) ) {
						return $target;
					}
				}
				$shorter = (string) preg_replace( self::PREFIXES, '', $candidate );
				if ( $shorter === $candidate ) {
					break;
				}
				$candidate = $shorter;
			}
		}
		return null;
	}

	/**
	 * Where an unknown field goes: `custom.` and a name that custom fields may have.
	 *
	 * @param string $name The form field's name.
	 */
	public static function custom( string $name ): string {
		$key = trim( (string) preg_replace( '/[^A-Za-z0-9_.\-]+/', '_', $name ), '_.-' );
		$key = (string) preg_replace( '/^your[-_]/i', '', $key );
		if ( '' === $key ) {
			$key = 'field_' . substr( md5( $name ), 0, 8 );
		}
		return 'custom.' . substr( $key, 0, ContactInput::MAX_CUSTOM_KEY );
	}

	/**
	 * Whether a submission may fill that field of a contact.
	 */
	public static function is_target( string $target ): bool {
		return in_array( $target, self::TARGETS, true ) || 1 === preg_match( '/^custom\.[A-Za-z0-9_.\-]{1,' . ContactInput::MAX_CUSTOM_KEY . '}$/', $target );
	}

	/**
	 * Whether a field holds what must never be stored, by its name.
	 */
	public static function is_secret( string $name ): bool {
		return 1 === preg_match( self::SECRETS, self::normalized( $name ) );
	}

	/**
	 * A first mapping for a form: by type, then by name; what is left goes into custom fields.
	 *
	 * @param list<FormField> $fields The form's fields.
	 * @return array<string, string> Field of a contact => form field.
	 */
	public static function suggest( array $fields ): array {
		$fields  = array_values( array_filter( $fields, static fn ( FormField $field ): bool => ! self::is_secret( $field->name ) ) );
		$mapping = array();
		$used    = array();
		$put     = static function ( ?string $target, FormField $field ) use ( &$mapping, &$used ): void {
			if ( null !== $target && ! isset( $mapping[ $target ] ) && ! isset( $used[ $field->name ] ) ) {
				$mapping[ $target ]   = $field->name;
				$used[ $field->name ] = true;
			}
		};
		foreach ( $fields as $field ) {
			$put( self::TYPES[ strtolower( $field->type ) ] ?? null, $field );
		}
		foreach ( $fields as $field ) {
			$put( self::guess( $field->name ) ?? self::guess( (string) preg_replace( '/\([^)]*\)/', ' ', $field->label ) ), $field );
		}
		foreach ( $fields as $field ) {
			$put( 'textarea' === $field->type ? 'custom.message' : null, $field );
			if ( count( $mapping ) < ContactInput::MAX_CUSTOM ) {
				$put( self::custom( $field->name ), $field );
			}
		}
		return $mapping;
	}

	/**
	 * `Your-Email`, `yourEmail` and `your email` are all `your_email`.
	 */
	private static function normalized( string $name ): string {
		$name = mb_check_encoding( $name, 'UTF-8' ) ? $name : '';
		$name = (string) preg_replace( '/(?<=[a-z])(?=[A-Z])/', '_', $name );
		return trim( (string) preg_replace( '/[^\p{L}\p{N}]+/u', '_', mb_strtolower( $name ) ), '_' );
	}
}
