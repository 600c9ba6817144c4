<?php
/**
 * Watches who loses CRM access.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Background\JobRunner;
use Steward\Background\JobStore;
use Steward\Database\Connection;
use Steward\Database\Migrations;
use Steward\Rest\Input;

/**
 * Looks at a user at the end of a request that changed their roles or capabilities on this site, at everybody soon after a role
 * changed, and once a day for what no hook can see. Not before the end: WordPress changes roles by taking all away and giving
 * the new ones.
 */
final class AccessWatch {

	public const SWEEP_HOOK = 'steward_sweep_access';

	/** Seconds to work within the request that takes the access away. */
	private const SECONDS = 2;

	/** Seconds after a change of roles: several are often changed at once. */
	private const SOON = 60;

	/** @var array<int, array<int, true>> Site => users whose capabilities there this request has changed. */
	private array $changed = array();

	/** @var array<int, true> Users that are being deleted, or taken off a site: what they follow is seen to with what they own. */
	private array $leaving = array();

	/**
	 * @param Connection               $db     Names the key of users' capabilities.
	 * @param \Closure(): EndOfFollows $task   What the job does.
	 * @param \Closure(): JobStore     $jobs   Jobs.
	 * @param \Closure(): JobRunner    $runner Gets them done.
	 */
	public function __construct( private readonly Connection $db, private readonly \Closure $task, private readonly \Closure $jobs, private readonly \Closure $runner ) {
	}

	/**
	 * Attaches the hooks.
	 */
	public function boot(): void {
		foreach ( array( 'added_user_meta', 'updated_user_meta', 'deleted_user_meta' ) as $hook ) {
			add_action( $hook, fn ( mixed $ids, mixed $user, mixed $key ) => $this->changed( Input::int( $user ), Input::string( $key ) ), 10, 3 );
		}
		foreach ( array( 'delete_user', 'wpmu_delete_user', 'remove_user_from_blog' ) as $hook ) {
			add_action(
				$hook,
				function ( mixed $user ): void {
					$this->leaving[ Input::int( $user ) ] = true;
				}
			);
		}
		add_action( 'updated_option', fn ( mixed $option ) => $this->option_changed( Input::string( $option ) ) );
		add_action( self::SWEEP_HOOK, $this->sweep( ... ) );
		add_action( 'init', $this->schedule( ... ), 20 );
	}

	/**
	 * Looks at everybody who follows anything.
	 */
	public function sweep(): void {
		if ( self::is_ready() ) {
			$this->end( ( $this->task )()->users(), 0 );
		}
	}

	/**
	 * Looks at those whose capabilities this request has changed.
	 */
	public function look(): void {
		$changed       = $this->changed;
		$this->changed = array();
		$this->leaving = array();
		foreach ( $changed as $site => $users ) {
			$elsewhere = is_multisite() && get_current_blog_id() !== $site;
			if ( $elsewhere ) {
				switch_to_blog( $site );
			}
			$this->end( array_values( array_filter( array_keys( $users ), ( $this->task )()->concerns( ... ) ) ), self::SECONDS );
			if ( $elsewhere ) {
				restore_current_blog();
			}
		}
	}

	private function schedule(): void {
		if ( ! wp_next_scheduled( self::SWEEP_HOOK ) ) {
			wp_schedule_event( time() + HOUR_IN_SECONDS, 'daily', self::SWEEP_HOOK );
		}
	}

	private function changed( int $user, string $key ): void {
		if ( $this->db->user_option_key( 'capabilities' ) !== $key || isset( $this->leaving[ $user ] ) || ! self::is_ready() ) {
			return;
		}
		if ( array() === $this->changed ) {
			add_action( 'shutdown', $this->look( ... ) );
		}
		$this->changed[ get_current_blog_id() ][ $user ] = true;
	}

	private function option_changed( string $option ): void {
		if ( str_ends_with( $option, 'user_roles' ) && wp_roles()->role_key === $option && ! wp_next_scheduled( self::SWEEP_HOOK, array( 'soon' ) ) ) {
			wp_schedule_single_event( time() + self::SOON, self::SWEEP_HOOK, array( 'soon' ) );
		}
	}

	/**
	 * @param list<int> $users   Who follows what they may not view.
	 * @param int       $seconds Time to work now; 0 leaves all of it to the background.
	 */
	private function end( array $users, int $seconds ): void {
		if ( array() === $users ) {
			return;
		}
		$job = ( $this->jobs )()->add( EndOfFollows::KIND, get_current_user_id(), array( 'users' => $users ), count( $users ) );
		$seconds > 0 ? ( $this->runner )()->run( $job->id, $seconds ) : ( $this->runner )()->schedule( $job->id );
	}

	/** Users change before the tables are there, too. */
	private static function is_ready(): bool {
		return Input::int( get_option( Migrations::OPTION ) ) > 0;
	}
}
