<?php
/**
 * A save of a version that is no longer the newest.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

/**
 * Carries the newer opportunity, which the edge shows as its caller may see it.
 */
final class StaleOpportunity extends \RuntimeException {

	public function __construct( public readonly Opportunity $current ) {
		parent::__construct( 'Stale version.' );
	}
}
