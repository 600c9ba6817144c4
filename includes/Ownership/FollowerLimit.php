<?php
/**
 * A record has as many followers as it may have.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

/**
 * Thrown within a transaction, so that the follower list stays as it was.
 */
final class FollowerLimit extends \RuntimeException {
}
