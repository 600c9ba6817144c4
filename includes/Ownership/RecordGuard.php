<?php
/**
 * A record for somebody who may.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Access\Actor;
use Steward\Access\Reason;
use Steward\Access\RecordAccess;
use Steward\Access\RecordType;
use Steward\Access\Verb;
use Steward\Rest\Errors;
use Steward\Rest\Refused;

/**
 * Every use case begins here: it reads the stored record and asks about that, never about what a request says of it.
 *
 * @template-covariant T of OwnedRecord
 */
final class RecordGuard {

	/**
	 * @param RecordType     $type   Kind of record.
	 * @param RecordStore<T> $store  Where it is read.
	 * @param RecordAccess   $access Who may.
	 */
	public function __construct( private readonly RecordType $type, private readonly RecordStore $store, private readonly RecordAccess $access ) {
	}

	/**
	 * A record that the actor may view.
	 *
	 * @return T
	 * @throws Refused When there is none, or they may not.
	 */
	public function viewable( int $id, Actor $actor ): OwnedRecord {
		return $this->get( $id, $actor, Verb::View, false );
	}

	/**
	 * A record that the actor may do something to.
	 *
	 * @param bool $living Whether one in the trash is refused.
	 * @param bool $lock   Whether to hold its row until the transaction ends.
	 * @return T
	 * @throws Refused When there is none, it is in the trash, or the actor may not.
	 */
	public function get( int $id, Actor $actor, Verb $verb, bool $living = true, bool $lock = false ): OwnedRecord {
		$this->member( $actor );
		$record = $this->store->get( $id, $lock );
		Errors::unless_allowed( $this->access->decide( $actor, $verb, $record ) );
		if ( $living && $record->is_trashed() ) {
			throw new Refused( Errors::trashed( $this->type ) );
		}
		return $record;
	}

	/**
	 * A record that isn't in the trash, for a member who has not been asked about further.
	 *
	 * @param bool $lock Whether to hold its row until the transaction ends.
	 * @return T
	 * @throws Refused When there is none, or it is in the trash.
	 */
	public function living( int $id, Actor $actor, bool $lock = false ): OwnedRecord {
		$this->member( $actor );
		$record = $this->store->get( $id, $lock );
		// What a leaver owned is handed over from the trash too.
		if ( $record->is_trashed() && ! $actor->is_system && $this->access->may_view( $actor, $record ) ) {
			throw new Refused( Errors::trashed( $this->type ) );
		}
		return $record;
	}

	/**
	 * Before anything is read: whether there is such a record is not for everybody.
	 *
	 * @throws Refused When the actor is no member.
	 */
	private function member( Actor $actor ): void {
		if ( ! $actor->permissions( $this->type )->is_member() ) {
			throw new Refused( Errors::forbidden( Reason::NotAMember, $this->type ) );
		}
	}
}
