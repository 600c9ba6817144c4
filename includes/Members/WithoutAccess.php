<?php
/**
 * Owners without access, as REST shows them.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Members;

use Steward\Ownership\LostAccess;
use Steward\Rest\People;

/**
 * Who they are, how much they own, and the job that hands it over, if one is under way.
 */
final class WithoutAccess {

	public function __construct( private readonly LostAccess $lost, private readonly HandOver $hand_over ) {
	}

	/**
	 * All of them, those with the most records first.
	 *
	 * @return list<array<string, mixed>>
	 */
	public function all(): array {
		$running = $this->hand_over->running();
		return array_map(
			static fn ( array $owner ): array => People::one( $owner['user'] ) + array(
				'roles'     => array(),
				'access'    => $owner['exists'] ? 'lost' : 'deleted',
				'trashed'   => $owner['trashed'],
				'hand_over' => isset( $running[ $owner['user'] ] ) ? $running[ $owner['user'] ]->id : null,
			) + $owner['records'] + array( 'contacts' => 0 ),
			$this->lost->owners()
		);
	}
}
