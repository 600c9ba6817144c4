<?php
/**
 * Changes of a form's settings, as a client sends them.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Intake;

use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Contacts\ContactInput;
use Steward\Rest\Errors;
use Steward\Rest\Refused;

/**
 * Validates `{enabled, mapping, tags, source, owner}`; every error names its field.
 */
final class FormConfigInput {

	private const FIELDS = array( 'enabled', 'mapping', 'tags', 'source', 'owner' );

	/** @var array<string, string> Field => what is wrong with it. */
	private array $errors = array();

	private function __construct( private readonly Gate $gate, private readonly Form $form ) {
	}

	/**
	 * The settings after the changes; what wasn't sent stays.
	 *
	 * @param array<mixed> $raw    What the client sent.
	 * @param FormConfig   $config The settings so far.
	 * @throws Refused When something of it is wrong.
	 */
	public static function apply( array $raw, FormConfig $config, Form $form, Gate $gate ): FormConfig {
		return ( new self( $gate, $form ) )->changed( $raw, $config );
	}

	/**
	 * @param array<mixed> $raw What the client sent.
	 */
	private function changed( array $raw, FormConfig $config ): FormConfig {
		foreach ( array_diff( array_map( 'strval', array_keys( $raw ) ), self::FIELDS ) as $unknown ) {
			$this->errors[ $unknown ] = __( 'There is no such setting.', 'steward' );
		}
		$enabled = $this->enabled( $raw['enabled'] ?? $config->enabled );
		$mapping = array_key_exists( 'mapping', $raw ) ? $this->mapping( $raw['mapping'] ) : $config->mapping;
		$input   = ContactInput::read( array_intersect_key( $raw, array_flip( array( 'tags', 'source' ) ) ) );
		$tags    = array_key_exists( 'tags', $raw ) ? $input->tags ?? array() : $config->tags;
		$source  = array_key_exists( 'source', $raw ) ? $input->texts['source'] ?? '' : $config->source;
		$owner   = array_key_exists( 'owner', $raw ) ? $this->owner( $raw['owner'] ) : array( $config->owner_mode, $config->owner_user );

		$this->errors += $input->errors;
		if ( $enabled && array() === array_intersect( array_keys( $mapping ), FieldNames::IDENTIFYING ) && ! isset( $this->errors['mapping'] ) ) {
			$this->errors['mapping'] = __( 'Map a name, an e-mail address, a phone number or a company: without one of them no contact can be made.', 'steward' );
		}
		if ( array() !== $this->errors ) {
			throw new Refused( Errors::invalid( $this->errors ) );
		}
		return new FormConfig( $enabled, $mapping, $tags, $source, $owner[0], $owner[1] );
	}

	private function enabled( mixed $value ): bool {
		$value = is_int( $value ) ? (string) $value : $value;
		if ( ( is_bool( $value ) || is_string( $value ) ) && rest_is_boolean( $value ) ) {
			return rest_sanitize_boolean( $value );
		}
		$this->errors['enabled'] = __( 'This must be true or false.', 'steward' );
		return false;
	}

	/**
	 * @return array<string, string>
	 */
	private function mapping( mixed $value ): array {
		$value = is_object( $value ) ? (array) $value : $value;
		if ( ! is_array( $value ) || ( array() !== $value && array_is_list( $value ) ) ) {
			$this->errors['mapping'] = __( 'This must be an object: field of a contact => form field.', 'steward' );
			return array();
		}
		$mapping = array();
		foreach ( $value as $target => $name ) {
			$target = (string) $target;
			$key    = "mapping.$target";
			if ( null === $name || '' === $name ) {
				continue; // Not mapped.
			}
			if ( ! FieldNames::is_target( $target ) ) {
				$this->errors[ $key ] = __( 'A contact has no such field that a form could fill. Use custom and a name, such as custom.budget.', 'steward' );
			} elseif ( ! is_string( $name ) || ! $this->form->has_field( $name ) || FieldNames::is_secret( $name ) ) {
				$this->errors[ $key ] = __( 'The form has no such field that could be kept.', 'steward' );
			} else {
				$mapping[ $target ] = $name;
			}
		}
		return $mapping;
	}

	/**
	 * @return array{string, int|null} Mode and user.
	 */
	private function owner( mixed $value ): array {
		$value = is_object( $value ) ? (array) $value : $value;
		$mode  = is_array( $value ) ? $value['mode'] ?? null : null;
		$user  = is_array( $value ) ? $value['user'] ?? null : null;
		if ( FormConfig::OWNER_RULES === $mode ) {
			$this->errors['owner.mode'] = __( 'There are no assignment rules on this site. Choose unassigned, user or submitter.', 'steward' );
			return array( FormConfig::OWNER_UNASSIGNED, null );
		}
		if ( ! in_array( $mode, array( FormConfig::OWNER_UNASSIGNED, FormConfig::OWNER_USER, FormConfig::OWNER_SUBMITTER ), true ) ) {
			$this->errors['owner.mode'] = __( 'This must be unassigned, user or submitter.', 'steward' );
			return array( FormConfig::OWNER_UNASSIGNED, null );
		}
		if ( FormConfig::OWNER_USER !== $mode ) {
			return array( $mode, null );
		}
		if ( ! is_numeric( $user ) || ! $this->gate->may_own( (int) $user, RecordType::Contact ) ) {
			$this->errors['owner.user'] = __( 'This is not a CRM member. Choose somebody whose role has a view scope.', 'steward' );
			return array( $mode, null );
		}
		return array( $mode, (int) $user );
	}
}
