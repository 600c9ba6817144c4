<?php
/**
 * Follows of people who lost CRM access.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Access\Actor;
use Steward\Access\Gate;
use Steward\Activity\Cause;
use Steward\Background\Job;
use Steward\Background\JobProgress;
use Steward\Background\JobTask;
use Steward\Rest\Input;

/**
 * A job over users: whoever may no longer view a kind of record follows none of it. Who got access back meanwhile keeps their follows.
 */
final class EndOfFollows implements JobTask {

	public const KIND = 'end_follows';

	public function __construct( private readonly Records $records, private readonly Followers $followers, private readonly Gate $gate ) {
	}

	/**
	 * Whether a user follows what they may not view.
	 */
	public function concerns( int $user ): bool {
		return array() !== $this->follows( $user, 1 );
	}

	/**
	 * Everybody who follows what they may not view.
	 *
	 * @return list<int> User ids.
	 */
	public function users(): array {
		$users = $this->followers->users();
		cache_users( $users );
		return array_values( array_filter( $users, $this->concerns( ... ) ) );
	}

	/**
	 * {@inheritDoc}
	 */
	public function batch( Job $job, int $limit ): JobProgress {
		$users = Input::ids( $job->params['users'] ?? array() );
		$user  = $users[ $job->position ] ?? 0;
		$done  = 0;
		$name  = get_userdata( $user );
		$cause = Cause::named( 'access_lost', $name instanceof \WP_User ? $name->display_name : '' )->in_batch( "job:$job->id" );
		foreach ( $this->follows( $user, $limit ) as list( $kind, $ids ) ) {
			foreach ( $kind->store->find_all( $ids ) as $record ) {
				$kind->following->remove( $record, $user, Actor::system(), $cause );
				++$done;
			}
		}
		$position = $done > 0 ? $job->position : $job->position + 1;
		return new JobProgress( $position, $done, array(), $position >= count( $users ) );
	}

	/**
	 * @return list<array{RecordKind<OwnedRecord>, non-empty-list<int>}>
	 */
	private function follows( int $user, int $limit ): array {
		$follows = array();
		foreach ( $user > 0 ? $this->records->types() : array() as $type ) {
			$ids = $this->followers->followed_by( $type, $user, $limit );
			if ( array() !== $ids && ! $this->gate->may_own( $user, $type ) ) {
				$follows[] = array( $this->records->kind( $type ), $ids );
			}
		}
		return $follows;
	}
}
