<?php
/**
 * A clock that is ahead.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Support;

use Steward\Database\Clock;

/**
 * For what counts something as just done for some seconds: nothing is.
 */
final class ClockAhead extends Clock {

	private const SECONDS = 60;

	public function timestamp(): int {
		return time() + self::SECONDS;
	}
}
