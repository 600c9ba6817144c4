<?php
/**
 * Users who leave.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Background\JobRunner;
use Steward\Background\JobStore;
use Steward\Database\Migrations;
use Steward\Rest\Input;

/**
 * Hands over what a user owned when they are deleted or removed from a site, wherever that happens: the screen, REST,
 * WP-CLI, or another site of the network.
 */
final class Leavers {

	/** Seconds to work within the request that deletes the user; what is left goes on in the background. */
	private const SECONDS = 3;

	/**
	 * @param \Closure(): LeaverHandOver $task   What the job does.
	 * @param \Closure(): JobStore       $jobs   Jobs.
	 * @param \Closure(): JobRunner      $runner Gets them done.
	 */
	public function __construct( private readonly \Closure $task, private readonly \Closure $jobs, private readonly \Closure $runner ) {
	}

	/**
	 * Attaches the hooks.
	 */
	public function boot(): void {
		add_action( 'deleted_user', fn ( mixed $user, mixed $heir, mixed $data ) => $this->leave_all( Input::int( $user ), Input::int( $heir ), $data ), 10, 3 );
		add_action( 'remove_user_from_blog', fn ( mixed $user, mixed $site, mixed $heir ) => $this->leave_site( Input::int( $user ), Input::int( $site ), Input::int( $heir ) ), 10, 3 );
	}

	/**
	 * Deleting a user of a network leaves every site, also one that they were taken off before, or ruled as super admin.
	 */
	private function leave_all( int $user, int $heir, mixed $data ): void {
		if ( ! is_multisite() ) {
			$this->leave( $user, $heir, $data );
			return;
		}
		/** @var list<int> $sites */
		$sites = get_sites(
			array(
				'fields' => 'ids',
				'number' => 0,
			)
		);
		foreach ( $sites as $site ) {
			switch_to_blog( $site );
			$this->leave( $user, $heir, $data );
			restore_current_blog();
		}
	}

	private function leave_site( int $user, int $site, int $heir ): void {
		switch_to_blog( $site );
		$this->leave( $user, $heir, get_userdata( $user ) );
		restore_current_blog();
	}

	private function leave( int $user, int $heir, mixed $data ): void {
		// Other sites of a network may not have Steward.
		$total = Input::int( get_option( Migrations::OPTION ) ) > 0 ? ( $this->task )()->count( $user ) : 0;
		if ( 0 === $total ) {
			return;
		}
		$params = array(
			'user' => $user,
			'name' => $data instanceof \WP_User ? $data->display_name : '',
			'heir' => $heir,
		);
		$job    = ( $this->jobs )()->add( LeaverHandOver::KIND, get_current_user_id(), $params, $total );
		( $this->runner )()->run( $job->id, self::SECONDS );
	}
}
