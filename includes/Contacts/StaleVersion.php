<?php
/**
 * A save of a version that is no longer the newest.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

/**
 * Carries the newer contact, which the edge shows as its caller may see it.
 */
final class StaleVersion extends \RuntimeException {

	public function __construct( public readonly Contact $current ) {
		parent::__construct( 'Stale version.' );
	}
}
