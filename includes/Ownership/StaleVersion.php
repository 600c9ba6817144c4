<?php
/**
 * A save of a version that is no longer the newest.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

/**
 * Carries the newer record, which the edge shows as its caller may see it.
 */
final class StaleVersion extends \RuntimeException {

	public function __construct( public readonly OwnedRecord $current ) {
		parent::__construct( 'Stale version.' );
	}
}
