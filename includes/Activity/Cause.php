<?php
/**
 * Through what a change came about.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Activity;

/**
 * Kind and detail: by hand, REST, a form and its name, a rule and its name, …
 */
final class Cause {

	public const KINDS = array( 'hand', 'rest', 'form', 'rule', 'workflow', 'sync', 'import', 'cli', 'code', 'user_deleted' );

	/**
	 * @param string $kind   One of KINDS.
	 * @param string $detail A form's or rule's name; empty when the kind says it all.
	 */
	private function __construct( public readonly string $kind, public readonly string $detail = '' ) {
	}

	/**
	 * In wp-admin, by a person.
	 */
	public static function hand(): self {
		return new self( 'hand' );
	}

	/**
	 * Through REST, by a program with an application password.
	 */
	public static function rest(): self {
		return new self( 'rest' );
	}

	/**
	 * A form's submission.
	 *
	 * @param string $form Its name.
	 */
	public static function form( string $form ): self {
		return new self( 'form', $form );
	}

	/**
	 * Any kind by its name; an unknown one is `code`, PHP that called Steward's functions.
	 */
	public static function named( string $kind, string $detail = '' ): self {
		return new self( in_array( $kind, self::KINDS, true ) ? $kind : 'code', mb_substr( $detail, 0, 190 ) );
	}
}
