<?php
/**
 * Members as REST shows them.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Members;

use Steward\Access\Capabilities;
use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Notifications\NotificationStore;
use Steward\Notifications\Sight;
use Steward\Rest\People;

/**
 * Name, picture and roles for everybody; how much somebody has and whether they are away for those who hand out records; all of
 * it for reports and Manage Steward, and for oneself. What may not be told is null.
 */
final class MemberPresenter {

	public function __construct(
		private readonly Members $members,
		private readonly MemberSettings $settings,
		private readonly Gate $gate,
		private readonly NotificationStore $notifications,
		private readonly Sight $sight,
	) {
	}

	/**
	 * One member for the current user.
	 *
	 * @return array<string, mixed>
	 */
	public function one( \WP_User $user ): array {
		return $this->several( array( $user ) )[0];
	}

	/**
	 * Members for the current user.
	 *
	 * @param list<\WP_User> $users In order.
	 * @return list<array<string, mixed>>
	 */
	public function several( array $users ): array {
		$details       = self::sees_details();
		$reassigns     = $this->gate->current()->permissions( RecordType::Contact )->reassign;
		$contacts      = null;
		$opportunities = null;
		$overdue       = null;
		$shown         = array();
		foreach ( $users as $user ) {
			$all  = $details || get_current_user_id() === $user->ID;
			$load = $all || $reassigns;
			if ( $load ) {
				$contacts      ??= $this->members->counts();
				$opportunities ??= $this->members->open_opportunities();
				$overdue       ??= $this->members->overdue_tasks();
			}
			$shown[] = $this->shown( $user, $all, $load ? array( $contacts[ $user->ID ] ?? 0, $opportunities[ $user->ID ] ?? 0, $overdue[ $user->ID ] ?? 0 ) : null );
		}
		return $shown;
	}

	/**
	 * @param bool                      $all  Whether everything may be told.
	 * @param array{int, int, int}|null $load Contacts, open opportunities and overdue tasks; null when they may not be told.
	 * @return array<string, mixed>
	 */
	private function shown( \WP_User $user, bool $all, ?array $load ): array {
		$settings = $this->settings->of( $user->ID );
		return People::one( $user->ID ) + array(
			'roles'              => array_values( array_map( static fn ( string $role ): string => translate_user_role( wp_roles()->role_names[ $role ] ?? $role ), $user->roles ) ),
			'contacts'           => $load[0] ?? null,
			'open_opportunities' => $load[1] ?? null,
			'overdue_tasks'      => $load[2] ?? null,
			'capacity'           => $load ? $settings['capacity'] : null,
			'out_of_office'      => $load ? $settings['out_of_office'] : null,
			'away'               => $load ? $this->settings->is_away( $user->ID ) : null,
			'only_assigned_data' => $all ? $settings['only_assigned_data'] : null,
			'unread'             => $all ? $this->notifications->unread( $user->ID, $this->sight->condition( $this->gate->actor( $user->ID ) ) ) : null,
			'access'             => 'member',
		);
	}

	/**
	 * Whether the current user sees everything about everybody.
	 */
	public static function sees_details(): bool {
		return current_user_can( Capabilities::VIEW_REPORTS ) || current_user_can( Capabilities::MANAGE );
	}
}
