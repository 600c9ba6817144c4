<?php
/**
 * A job was cancelled, or another process has it now.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Background;

/**
 * Thrown within a batch's transaction, so that the batch is rolled back.
 */
final class JobTaken extends \RuntimeException {
}
