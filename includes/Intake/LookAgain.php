<?php
/**
 * Somebody else was faster.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Intake;

/**
 * Thrown out of a transaction, so that it ends with its locks, and everything is looked up anew.
 */
final class LookAgain extends \RuntimeException {
}
