<?php
/**
 * Who acts.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

/**
 * A user with what their roles give, or the system (a rule, a form, a job). Passed in everywhere: nothing below the edges
 * reads the current user. Id 0 is nobody and owns nothing.
 */
final class Actor {

	/**
	 * @param int                        $id          WordPress user's id; 0 for nobody and, unless it follows from somebody's doing, for the system.
	 * @param array<string, Permissions> $permissions By RecordType value; a missing one gives nothing.
	 * @param bool                       $is_system   Whether this is Steward itself, which may do everything but claim.
	 */
	private function __construct(
		public readonly int $id,
		private readonly array $permissions,
		public readonly bool $is_system,
	) {
	}

	/**
	 * A user.
	 *
	 * @param int                        $id          WordPress user's id.
	 * @param array<string, Permissions> $permissions By RecordType value.
	 */
	public static function user( int $id, array $permissions ): self {
		return new self( $id, $id > 0 ? $permissions : array(), false );
	}

	/**
	 * Nobody: not logged in.
	 */
	public static function nobody(): self {
		return new self( 0, array(), false );
	}

	/**
	 * Steward itself: a form's submission, a rule, a job.
	 *
	 * @param int $by Whose doing it follows from, for the log and for who is told; 0 for nobody's.
	 */
	public static function system( int $by = 0 ): self {
		$all = array();
		foreach ( RecordType::cases() as $type ) {
			$all[ $type->value ] = Permissions::all();
		}
		return new self( max( 0, $by ), $all, true );
	}

	/**
	 * What the actor's roles give on a kind of record.
	 */
	public function permissions( RecordType $type ): Permissions {
		return $this->permissions[ $type->value ] ?? new Permissions();
	}

	/**
	 * Whether this is the user with that id. The only comparison of an owner with a user, and nobody is never anybody.
	 */
	public function is( ?int $user ): bool {
		return null !== $user && $this->id > 0 && $this->id === $user;
	}
}
