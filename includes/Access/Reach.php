<?php
/**
 * How far a role's view or update scope reaches.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

/**
 * View scope and update scope of the Role Manager: None, Owned, All.
 */
enum Reach: string {
	case None  = 'none';
	case Owned = 'owned';
	case All   = 'all';

	/**
	 * The reach that two capabilities mean; the second alone means nothing.
	 */
	public static function of( bool $own, bool $others ): self {
		return match ( true ) {
			! $own  => self::None,
			$others => self::All,
			default => self::Owned,
		};
	}

	/**
	 * Only Assigned Data: at most Owned.
	 */
	public function at_most_owned(): self {
		return self::All === $this ? self::Owned : $this;
	}
}
