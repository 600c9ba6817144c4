<?php
/**
 * What could be made otherwise so that a refusal becomes a yes.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

/**
 * Each is one change, to the record, the person, their role or the settings, in the order in which they are made.
 */
enum Change: string {
	case Restore        = 'restore';
	case SeparateOwners = 'separate_owners';
	case GiveRole       = 'give_role';
	case GrantCreate    = 'create';
	case GrantReassign  = 'reassign_permission';
	case GrantDelete    = 'delete';
	case UpdateOwned    = 'update_owned';
	case UpdateAll      = 'update_all';
	case ViewAll        = 'view_all';
	case LiftNarrowing  = 'lift_only_assigned';
	case ShowUnassigned = 'show_unassigned';
	case Claim          = 'claim';
	case Reassign       = 'reassign';
	case Follow         = 'add_follower';

	/**
	 * The cell of the Role Manager that it changes, and to what; null where it changes no role.
	 *
	 * @return array{string, string|bool}|null
	 */
	public function cell(): ?array {
		return match ( $this ) {
			self::GrantCreate   => array( 'create', true ),
			self::GrantReassign => array( 'reassign', true ),
			self::GrantDelete   => array( 'delete', true ),
			self::UpdateOwned   => array( 'update', Reach::Owned->value ),
			self::UpdateAll     => array( 'update', Reach::All->value ),
			self::ViewAll       => array( 'view', Reach::All->value ),
			default             => null,
		};
	}

	/**
	 * How many things there are to do.
	 *
	 * @param list<Change> $changes Changes.
	 */
	public static function parts( array $changes ): int {
		$others = array_filter( $changes, static fn ( self $change ): bool => null === $change->cell() );
		return count( $others ) + ( count( $others ) < count( $changes ) ? 1 : 0 );
	}
}
