<?php
/**
 * A save of a version that is no longer the newest.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tasks;

/**
 * Carries the newer task, which the edge shows as its caller may see it.
 */
final class StaleTask extends \RuntimeException {

	public function __construct( public readonly Task $current ) {
		parent::__construct( 'Stale version.' );
	}
}
