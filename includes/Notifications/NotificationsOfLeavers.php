<?php
/**
 * What users who leave were told.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Notifications;

use Steward\Rest\Input;

/**
 * A user who is deleted, or removed from a site, takes along what they were told there and how they wanted it.
 */
final class NotificationsOfLeavers {

	/**
	 * @param \Closure(): NotificationStore $store       Messages.
	 * @param \Closure(): Preferences       $preferences Choices.
	 */
	public function __construct( private readonly \Closure $store, private readonly \Closure $preferences ) {
	}

	/**
	 * Attaches the hooks; after what they owned has been handed over.
	 */
	public function boot(): void {
		add_action( 'deleted_user', fn ( mixed $user ) => $this->forget( Input::int( $user ) ), 20 );
		add_action( 'remove_user_from_blog', fn ( mixed $user, mixed $site ) => $this->leave_site( Input::int( $user ), Input::int( $site ) ), 20, 2 );
	}

	private function leave_site( int $user, int $site ): void {
		switch_to_blog( $site );
		$this->forget( $user );
		( $this->preferences )()->forget( $user );
		restore_current_blog();
	}

	private function forget( int $user ): void {
		( $this->store )()->forget_user( $user );
	}
}
