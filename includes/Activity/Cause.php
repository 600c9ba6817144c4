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

	public const KINDS = array( 'hand', 'rest', 'form', 'rule', 'workflow', 'sync', 'import', 'cli', 'code', 'user_deleted', 'access_lost', 'privacy' );

	/**
	 * @param string $kind   One of KINDS.
	 * @param string $detail A form's or rule's name; empty when the kind says it all.
	 * @param string $batch  The same for all changes of one bulk change; empty for a single one.
	 */
	private function __construct( public readonly string $kind, public readonly string $detail = '', public readonly string $batch = '' ) {
	}

	/**
	 * The same cause, as a part of a bulk change.
	 *
	 * @param string $batch A key of the bulk change.
	 */
	public function in_batch( string $batch ): self {
		return new self( $this->kind, $this->detail, $batch );
	}

	/**
	 * What a change takes along to other records, as a part of it.
	 */
	public function sync(): self {
		return new self( 'sync', $this->detail, $this->batch );
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
