<?php
/**
 * A form as JSON.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Intake;

use Steward\Contacts\ContactInput;
use Steward\Rest\Schema;

/**
 * The JSON schema of a form and of what becomes of its submissions.
 */
final class FormSchema {

	/**
	 * The schema.
	 *
	 * @return array<string, mixed>
	 */
	public static function get(): array {
		$field      = array(
			'name'  => Schema::value( 'string', __( 'The form plugin\'s name of it.', 'steward' ) ),
			'label' => Schema::value( 'string', __( 'What people read.', 'steward' ) ),
			'type'  => Schema::value( 'string', __( 'The form plugin\'s type.', 'steward' ) ),
		);
		$properties = array(
			'provider'            => Schema::value( 'string', __( 'The form plugin.', 'steward' ) ),
			'provider_name'       => Schema::value( 'string', __( 'What it is called.', 'steward' ) ),
			'form'                => Schema::value( 'string', __( 'The form plugin\'s id of the form.', 'steward' ) ),
			'title'               => Schema::value( 'string', __( 'What people call it.', 'steward' ) ),
			'fields'              => Schema::items( __( 'Fields that may be mapped.', 'steward' ), Schema::object( $field ) ),
			'suggested_mapping'   => self::mapping( __( 'A mapping made from the fields\' names.', 'steward' ) ),
			'edit_url'            => Schema::value( 'string', __( 'Where the form is edited; empty where nowhere.', 'steward' ) ),
			'last_submission_gmt' => Schema::nullable( Schema::time( __( 'When the last submission came; null where none has.', 'steward' ) ) ),
		);
		return Schema::of( 'form', Schema::read_only( $properties ) + self::config() );
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private static function config(): array {
		$tag   = array(
			'type'      => 'string',
			'maxLength' => ContactInput::MAX_TAG_LENGTH,
		);
		$owner = array(
			'mode' => Schema::choice( __( 'How the owner is found.', 'steward' ), array( FormConfig::OWNER_UNASSIGNED, FormConfig::OWNER_USER, FormConfig::OWNER_SUBMITTER ) ),
			'user' => Schema::value( 'integer', __( 'The owner\'s user id, in mode user.', 'steward' ) ),
		);
		return array(
			'enabled' => Schema::value( 'boolean', __( 'Whether submissions become contacts.', 'steward' ) ),
			'mapping' => self::mapping( __( 'Field of a contact => form field.', 'steward' ) ),
			'tags'    => Schema::items( __( 'Tags that its contacts get.', 'steward' ), $tag ),
			'source'  => Schema::value( 'string', __( 'Where its contacts are said to come from.', 'steward' ), array( 'maxLength' => ContactInput::MAX_LENGTHS['source'] ) ),
			'owner'   => Schema::object( $owner, __( 'Who owns new contacts.', 'steward' ) ),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function mapping( string $description ): array {
		return Schema::map( $description, array( 'type' => 'string' ) );
	}
}
