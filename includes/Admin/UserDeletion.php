<?php
/**
 * WordPress' own screen for deleting users.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Admin;

use Steward\Ownership\LeaverHandOver;
use Steward\Rest\Input;
use Steward\Rest\People;

/**
 * Offers to attribute what somebody owns though they wrote nothing, and says how much that is.
 */
final class UserDeletion {

	/**
	 * @param \Closure(): LeaverHandOver $leaving Counts.
	 */
	public function __construct( private readonly \Closure $leaving ) {
	}

	/**
	 * Attaches the hooks.
	 */
	public function boot(): void {
		add_filter( 'users_have_additional_content', fn ( mixed $has, mixed $users ): bool => (bool) $has || $this->own_something( Input::ids( $users ) ), 10, 2 );
		add_action( 'delete_user_form', fn ( mixed $current, mixed $users ) => $this->say( Input::ids( $users ) ), 10, 2 );
	}

	/**
	 * @param list<int> $users User ids.
	 */
	private function own_something( array $users ): bool {
		foreach ( $users as $user ) {
			if ( ( $this->leaving )()->owned( $user ) > 0 ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * @param list<int> $users User ids.
	 */
	private function say( array $users ): void {
		$lines = array();
		foreach ( $users as $user ) {
			$owned = ( $this->leaving )()->owned( $user );
			if ( $owned > 0 ) {
				/* translators: 1: a person's name, 2: how many records */
				$lines[] = sprintf( _n( '%1$s owns %2$s record in Steward.', '%1$s owns %2$s records in Steward.', $owned, 'steward' ), People::one( $user )['name'], number_format_i18n( $owned ) );
			}
		}
		if ( array() === $lines ) {
			return;
		}
		printf(
			'<div class="notice notice-info inline"><p>%s %s</p></div>',
			esc_html( implode( ' ', $lines ) ),
			esc_html__( 'They go to whom you attribute the content to, if that is a CRM member; else they become unassigned. None of them is deleted.', 'steward' )
		);
	}
}
