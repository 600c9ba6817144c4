<?php
/**
 * Submissions and their keys as JSON.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Intake;

use Steward\Rest\Schema;

/**
 * The JSON schemas of a submission and of a key to send some.
 */
final class SubmissionSchema {

	/**
	 * A submission.
	 *
	 * @return array<string, mixed>
	 */
	public static function get(): array {
		$properties = array(
			'id'          => Schema::value( 'integer', __( 'Unique id.', 'steward' ) ),
			'form'        => Schema::value( 'string', __( 'The form.', 'steward' ) ),
			'provider'    => Schema::value( 'string', __( 'Through what: a form plugin, api or php.', 'steward' ) ),
			'result'      => Schema::choice( __( 'How it ended.', 'steward' ), array( Submission::CREATED, Submission::ENRICHED, Submission::REPEATED, Submission::SPAM, Submission::FAILED ) ),
			'contact'     => Schema::value( array( 'integer', 'null' ), __( 'Id of the contact it made or found.', 'steward' ) ),
			'message'     => Schema::value( 'string', __( 'What was left out, or why it failed.', 'steward' ) ),
			'created_gmt' => Schema::time( __( 'When it came.', 'steward' ) ),
			'fields'      => Schema::value( array( 'object', 'null' ), __( 'What was sent; of a single one, null where the caller may not view the contact.', 'steward' ) ),
		);
		return Schema::of( 'submission', Schema::read_only( $properties ) );
	}

	/**
	 * A key.
	 *
	 * @return array<string, mixed>
	 */
	public static function key(): array {
		$properties = array(
			'id'            => Schema::value( 'integer', __( 'Unique id.', 'steward' ) ),
			'hint'          => Schema::value( 'string', __( 'The key\'s last characters.', 'steward' ) ),
			'key'           => Schema::value( 'string', __( 'The key itself, in the answer that makes it only.', 'steward' ) ),
			'created_gmt'   => Schema::time( __( 'When it was made.', 'steward' ) ),
			'last_used_gmt' => Schema::nullable( Schema::time( __( 'When it was last used; null is never.', 'steward' ) ) ),
		);
		return Schema::of( 'submission-key', self::key_fields() + Schema::read_only( $properties ) );
	}

	/**
	 * What may be set of a key.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function key_fields(): array {
		$length = array(
			'minLength' => 1,
			'maxLength' => 100,
		);
		return array( 'name' => Schema::value( 'string', __( 'Which form or site the key is for.', 'steward' ), $length ) );
	}
}
