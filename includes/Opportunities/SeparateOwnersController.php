<?php
/**
 * `/settings/separate-owners`.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\Gate;
use Steward\Rest\Controller;
use Steward\Rest\People;

/**
 * What turning separate owners off would change, and the realignment, for whoever manages Steward.
 */
final class SeparateOwnersController extends Controller {

	/** Owners that are named, of each list; the number counts them all. */
	private const MAX_PEOPLE = 100;

	public function __construct( Gate $gate, private readonly SeparateOwners $separate_owners ) {
		parent::__construct( $gate );
	}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$this->route( '/settings/separate-owners', \WP_REST_Server::READABLE, $this->get( ... ), array(), array( $this, 'manager' ), SeparateOwnersSchema::get( ... ) );
		$this->route( '/settings/separate-owners/realign', \WP_REST_Server::CREATABLE, $this->realign( ... ), array(), array( $this, 'manager' ), SeparateOwnersSchema::realignment( ... ) );
	}

	private function get(): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function (): \WP_REST_Response {
				$differing = $this->separate_owners->differing();
				return new \WP_REST_Response(
					array(
						'differing' => $differing->total,
						'owners'    => self::named( $differing->owners ),
						'receivers' => self::named( $differing->receivers ),
						'job'       => $this->separate_owners->running()?->to_array(),
					)
				);
			}
		);
	}

	private function realign(): \WP_REST_Response|\WP_Error {
		return $this->answer(
			function (): \WP_REST_Response {
				$job = $this->separate_owners->realign( $this->actor()->id );
				return new \WP_REST_Response( array( 'job' => $job?->to_array() ), null === $job ? 200 : 202 );
			}
		);
	}

	/**
	 * @param array<int, int> $numbers User id, 0 for unassigned => number of opportunities.
	 * @return list<array{user: int|null, name: string, count: int}>
	 */
	private static function named( array $numbers ): array {
		$named = array();
		foreach ( array_slice( $numbers, 0, self::MAX_PEOPLE, true ) as $user => $count ) {
			$named[] = array(
				'user'  => 0 === $user ? null : $user,
				'name'  => 0 === $user ? __( 'Unassigned', 'steward' ) : People::one( $user )['name'],
				'count' => $count,
			);
		}
		return $named;
	}
}
