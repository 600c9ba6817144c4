<?php
/**
 * The list of contacts as somebody else gets it.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

use Steward\Access\Actor;
use Steward\Access\Capabilities;
use Steward\Access\Gate;
use Steward\Access\Reach;
use Steward\Access\Reason;
use Steward\Access\RecordType;
use Steward\Activity\ActivityStore;
use Steward\Activity\Cause;
use Steward\Database\Clock;
use Steward\Rest\Errors;
use Steward\Rest\Refused;

/**
 * For Manage Steward, and for team reports where the viewer sees all contacts anyway: nobody sees more through another's eyes
 * than with their own. Each opening is logged once.
 */
final class SeeAs {

	/** Looking again within this time is the same opening, in seconds. */
	private const ONE_OPENING = 600;

	public function __construct( private readonly Gate $gate, private readonly ActivityStore $activity, private readonly Clock $clock ) {
	}

	/**
	 * The person as an actor, to read by and nothing else.
	 *
	 * @throws Refused When the viewer may not, or the person is no CRM member.
	 */
	public function actor( int $user, Actor $viewer, Cause $cause ): Actor {
		if ( ! self::may( $viewer ) ) {
			throw new Refused( Errors::forbidden( user_can( $viewer->id, Capabilities::VIEW_REPORTS ) ? Reason::ViewOwnedOnly : Reason::MissingReports ) );
		}
		$person = $this->gate->actor( $user );
		if ( ! $person->permissions( RecordType::Contact )->is_member() ) {
			throw new Refused( Errors::invalid( array( 'as' => __( 'This is no CRM member: they see no contacts.', 'steward' ) ) ) );
		}
		if ( ! $this->activity->has_site_change( ActivityStore::MEMBER, (string) $user, 'seen_as', $viewer, $this->clock->ago( self::ONE_OPENING ) ) ) {
			$this->activity->add_site_change( ActivityStore::MEMBER, (string) $user, 'seen_as', $viewer, $cause, array() );
		}
		return $person;
	}

	/**
	 * Whether somebody may see as others do.
	 */
	public static function may( Actor $viewer ): bool {
		return user_can( $viewer->id, Capabilities::MANAGE )
			|| ( user_can( $viewer->id, Capabilities::VIEW_REPORTS ) && Reach::All === $viewer->permissions( RecordType::Contact )->view );
	}
}
