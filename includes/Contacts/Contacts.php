<?php
/**
 * What can be done with contacts, but for their owners and followers.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

use Steward\Access\AccessPolicy;
use Steward\Access\Actor;
use Steward\Access\Gate;
use Steward\Access\RecordAccess;
use Steward\Access\RecordType;
use Steward\Access\Verb;
use Steward\Activity\ActivityStore;
use Steward\Activity\Cause;
use Steward\Database\Clock;
use Steward\Database\DatabaseFailure;
use Steward\Database\Transaction;
use Steward\Ownership\Following;
use Steward\Ownership\Ownership;
use Steward\Ownership\RecordGuard;
use Steward\Ownership\RecordLife;
use Steward\Ownership\StaleVersion;
use Steward\Rest\Errors;
use Steward\Rest\Refused;

/**
 * Use cases. Each checks access on the stored contact, changes it in one transaction with its activity, and tells of it
 * after the commit. What is refused is thrown as Refused.
 *
 * @implements RecordLife<Contact>
 */
final class Contacts implements RecordLife {

	/**
	 * @param ContactStore          $store       The rows.
	 * @param RecordGuard<Contact>  $guard       Who may be given one.
	 * @param RecordAccess          $access      Who may what.
	 * @param Gate                  $gate        Who may own.
	 * @param Ownership<Contact>    $ownership   Changes owners.
	 * @param Following<Contact>    $following   Changes followers.
	 * @param ActivityStore         $activity    The log.
	 * @param Transaction           $transaction All or nothing.
	 * @param Clock                 $clock       The time.
	 * @param list<GoesWithContact> $children    What is kept under contacts.
	 */
	public function __construct(
		private readonly ContactStore $store,
		private readonly RecordGuard $guard,
		private readonly RecordAccess $access,
		private readonly Gate $gate,
		private readonly Ownership $ownership,
		private readonly Following $following,
		private readonly ActivityStore $activity,
		private readonly Transaction $transaction,
		private readonly Clock $clock,
		private readonly array $children,
	) {
	}

	/**
	 * A contact that the actor may view.
	 *
	 * @throws Refused When there is none, or they may not.
	 */
	public function get( int $id, Actor $actor ): Contact {
		return $this->guard->viewable( $id, $actor );
	}

	/**
	 * Makes a contact. Without an owner in the input, the actor owns it; the system's are unassigned.
	 *
	 * @param string|null $created When it came about, `Y-m-d H:i:s` UTC, for imports; null is now.
	 * @throws Refused When fields are wrong, the e-mail address exists, or the actor may not.
	 */
	public function create( ContactInput $input, Actor $actor, Cause $cause, ?string $created = null ): Contact {
		Errors::unless_allowed( AccessPolicy::decide_create( $actor, RecordType::Contact ) );
		$this->check( $input );
		if ( $input->leaves_nameless() ) {
			throw new Refused( self::nameless() );
		}
		$owner = $input->has_owner ? $input->contact_owner : ( $actor->id > 0 ? $actor->id : null );
		Errors::unless_allowed( AccessPolicy::decide_first_owner( $actor, RecordType::Contact, $owner ) );
		if ( null !== $owner && ! $this->gate->may_own( $owner, RecordType::Contact ) ) {
			throw new Refused( Errors::invalid_owner( RecordType::Contact ) );
		}
		$contact = $this->transaction->run(
			function () use ( $input, $actor, $cause, $owner, $created ): ?Contact {
				$now    = $this->clock->now();
				$custom = array_filter( $input->custom ?? array(), static fn ( $value ): bool => null !== $value );
				$id     = $this->store->insert( $input->texts, $input->tags ?? array(), $custom, $owner, $cause->kind, $created ?? $now, $created ?? $now );
				if ( 0 === $id ) {
					return null;
				}
				$this->activity->add( RecordType::Contact, $id, 'created', $actor, $cause, array( 'contact_owner' => self::change( null, $owner ) ) );
				$contact = $this->store->get( $id );
				if ( null !== $input->followers ) {
					$contact = $this->following->put( $contact, $input->followers, $actor, $cause );
				}
				$this->transaction->after_commit(
					/**
					 * Fires once a contact was created.
					 *
					 * @param Contact $contact The contact.
					 * @param Cause   $cause   Through what.
					 * @param Actor   $actor   Who did it.
					 */
					static fn () => do_action( 'steward_contact_created', $contact, $cause, $actor )
				);
				return $contact;
			}
		);
		// Looked up only now: within the transaction, those who lost would wait for each other's locks.
		return $contact ?? throw new Refused( $this->duplicate( $input->texts['email'] ?? '', $actor ) );
	}

	/**
	 * Changes fields; those not in the input stay as they are. Nothing happens where nothing differs.
	 *
	 * @throws Refused When fields are wrong, the version is stale, or the actor may not.
	 */
	public function update( int $id, ContactInput $input, Actor $actor, Cause $cause ): Contact {
		return $this->transaction->run(
			function () use ( $id, $input, $actor, $cause ): Contact {
				$contact = $this->guard->get( $id, $actor, Verb::Update, true, true );
				$this->check( $input );
				if ( null !== $input->version && $input->version !== $contact->version ) {
					throw new StaleVersion( $contact );
				}
				if ( $input->leaves_nameless( $contact ) ) {
					throw new Refused( self::nameless() );
				}
				$contact = $this->change_fields( $contact, $input, $actor, $cause );
				if ( $input->has_owner && $input->contact_owner !== $contact->contact_owner ) {
					$contact = $this->ownership->reassign( $contact->id, $input->contact_owner, $actor, $cause );
				}
				return null === $input->followers ? $contact : $this->following->put( $contact, $input->followers, $actor, $cause );
			}
		);
	}

	/**
	 * Puts a contact into the trash; one that is there already stays.
	 *
	 * @throws Refused When the actor may not.
	 */
	public function trash( int $id, Actor $actor, Cause $cause ): Contact {
		return $this->set_trashed( $id, true, $actor, $cause );
	}

	/**
	 * Takes a contact out of the trash.
	 *
	 * @throws Refused When the actor may not, or its e-mail address has been taken meanwhile.
	 */
	public function restore( int $id, Actor $actor, Cause $cause ): Contact {
		return $this->set_trashed( $id, false, $actor, $cause );
	}

	/**
	 * Erases a contact for good, with its activity, what its forms sent and what is kept under it.
	 *
	 * @return Contact As it was.
	 * @throws Refused When the actor may not.
	 */
	public function erase( int $id, Actor $actor, Cause $cause ): Contact {
		return $this->transaction->run(
			function () use ( $id, $actor, $cause ): Contact {
				$contact = $this->guard->get( $id, $actor, Verb::Delete, false, true );
				foreach ( $this->children as $children ) {
					$children->contact_erased( $contact, $actor, $cause );
				}
				$this->activity->erase( RecordType::Contact, $id );
				$this->activity->add( RecordType::Contact, $id, 'erased', $actor, $cause );
				$this->store->delete( $id );
				$this->transaction->after_commit( static fn () => do_action( 'steward_contact_erased', $id, $cause, $actor ) );
				return $contact;
			}
		);
	}

	/**
	 * Merges what a form sent into a contact that exists: fills blanks, adds tags, never touches the owner. What it sent
	 * otherwise than it is stored stays readable in the activity, as `submitted.…`: a known person's new message must reach
	 * somebody.
	 *
	 * @param ContactInput $input Valid input of a submission.
	 */
	public function enrich( int $id, ContactInput $input, Actor $actor, Cause $cause ): Contact {
		return $this->transaction->run(
			function () use ( $id, $input, $actor, $cause ): Contact {
				$contact        = $this->store->get( $id, true );
				$added          = clone $input;
				$added->texts   = array_filter( $input->texts, static fn ( string $text, string $field ): bool => '' !== $text && '' === $contact->text( $field ), ARRAY_FILTER_USE_BOTH );
				$added->tags    = null === $input->tags ? null : array_slice( array_values( array_unique( array_merge( $contact->tags, $input->tags ) ) ), 0, ContactInput::MAX_TAGS );
				$added->custom  = null === $input->custom ? null : array_slice( array_diff_key( $input->custom, $contact->custom ), 0, max( 0, ContactInput::MAX_CUSTOM - count( $contact->custom ) ), true );
				$added->version = null;
				// Half a name is not a blank to fill: "Ana" and somebody else's "Smith" would make a third person.
				if ( '' !== $contact->text( 'name' ) ) {
					unset( $added->texts['first_name'], $added->texts['last_name'] );
				}
				$submitted = self::submitted( $contact, $input, $added );
				$enriched  = $this->change_fields( $contact, $added, $actor, $cause, $submitted );
				if ( $enriched->version === $contact->version ) {
					$this->activity->add( RecordType::Contact, $id, 'submission', $actor, $cause, $submitted );
				}
				return $enriched;
			}
		);
	}

	private static function nameless(): \WP_Error {
		return Errors::invalid( array( 'email' => __( 'A contact needs a name, an e-mail address, a phone number or a company.', 'steward' ) ) );
	}

	private function check( ContactInput $input ): void {
		if ( ! $input->is_valid() ) {
			throw new Refused( Errors::invalid( $input->errors ) );
		}
	}

	/**
	 * Stores what differs, with its activity; within a transaction that holds the contact's row.
	 *
	 * @param array<string, array{old: mixed, new: mixed}> $noted What else its activity tells.
	 * @throws Refused When the e-mail address is taken.
	 */
	private function change_fields( Contact $contact, ContactInput $input, Actor $actor, Cause $cause, array $noted = array() ): Contact {
		$texts   = array_filter( $input->texts, static fn ( string $text, string $field ): bool => $text !== $contact->text( $field ), ARRAY_FILTER_USE_BOTH );
		$tags    = null !== $input->tags && self::sorted( $input->tags ) !== self::sorted( $contact->tags ) ? $input->tags : null;
		$custom  = null === $input->custom ? $contact->custom : array_filter( array_merge( $contact->custom, $input->custom ), static fn ( $value ): bool => null !== $value );
		$changes = $this->changes( $contact, $texts, $tags, $custom );
		if ( array() === $changes ) {
			return $contact;
		}
		if ( count( $custom ) > ContactInput::MAX_CUSTOM ) {
			/* translators: %d: number of fields */
			throw new Refused( Errors::invalid( array( 'custom' => sprintf( __( 'A contact may have at most %d custom fields.', 'steward' ), ContactInput::MAX_CUSTOM ) ) ) );
		}
		$email    = $texts['email'] ?? '';
		$existing = '' === $email ? 0 : $this->store->id_by_email( $email );
		if ( $existing > 0 && $existing !== $contact->id ) {
			throw new Refused( $this->duplicate( $email, $actor ) );
		}
		$this->write( $contact, fn (): bool => $this->store->update( $contact, $texts, $tags, $custom === $contact->custom ? null : $custom, $this->clock->now() ) );
		$this->activity->add( RecordType::Contact, $contact->id, 'form' === $cause->kind ? 'submission' : 'updated', $actor, $cause, $changes + $noted );
		$updated = $this->store->get( $contact->id );
		foreach ( $this->children as $children ) {
			$children->contact_changed( $updated, $contact );
		}
		$this->transaction->after_commit(
			/**
			 * Fires once fields of a contact were changed.
			 *
			 * @param Contact $updated The contact.
			 * @param Contact $contact As it was.
			 * @param Cause   $cause   Through what.
			 * @param Actor   $actor   Who did it.
			 */
			static fn () => do_action( 'steward_contact_updated', $updated, $contact, $cause, $actor )
		);
		return $updated;
	}

	private function set_trashed( int $id, bool $trashed, Actor $actor, Cause $cause ): Contact {
		return $this->transaction->run(
			function () use ( $id, $trashed, $actor, $cause ): Contact {
				$contact = $this->guard->get( $id, $actor, Verb::Delete, false, true );
				if ( $contact->trashed === $trashed ) {
					return $contact;
				}
				if ( ! $trashed && $this->store->id_by_email( $contact->text( 'email' ) ) > 0 ) {
					throw new Refused( $this->duplicate( $contact->text( 'email' ), $actor ) );
				}
				$this->write( $contact, fn (): bool => $this->store->set_trashed( $contact, $trashed, $this->clock->now() ) );
				$action = $trashed ? 'trashed' : 'restored';
				$this->activity->add( RecordType::Contact, $id, $action, $actor, $cause );
				$changed = $this->store->get( $id );
				foreach ( $this->children as $children ) {
					$children->trash_changed( $changed );
				}
				$this->transaction->after_commit( static fn () => do_action( "steward_contact_$action", $changed, $cause, $actor ) );
				return $changed;
			}
		);
	}

	/**
	 * Writes a contact that was read before.
	 *
	 * @param callable(): bool $write Answers false when somebody else has changed the contact since.
	 * @throws Refused|DatabaseFailure When somebody took the e-mail address between the look and the write; when the database refuses.
	 * @throws StaleVersion When somebody else was faster.
	 */
	private function write( Contact $contact, callable $write ): void {
		try {
			$written = $write();
		} catch ( DatabaseFailure $failure ) {
			throw $failure->is_duplicate() ? new Refused( Errors::duplicate_email( null ) ) : $failure;
		}
		if ( ! $written ) {
			throw new StaleVersion( $this->store->get( $contact->id, true ) );
		}
	}

	/**
	 * The error for an e-mail address that exists: with the contact's id for those who may see it.
	 */
	private function duplicate( string $email, Actor $actor ): \WP_Error {
		$existing = $this->store->find( $this->store->id_by_email( $email ) );
		return Errors::duplicate_email( null !== $existing && $this->access->may_view( $actor, $existing ) ? $existing->id : null );
	}

	/**
	 * @param array<string, string>                     $texts  Changed text fields.
	 * @param list<string>|null                         $tags   Tags, when they change.
	 * @param array<string, string|int|float|bool|null> $custom All further fields, as they will be.
	 * @return array<string, array{old: mixed, new: mixed}>
	 */
	private function changes( Contact $contact, array $texts, ?array $tags, array $custom ): array {
		$changes = array();
		foreach ( $texts as $field => $text ) {
			$changes[ $field ] = self::change( $contact->text( $field ), $text );
		}
		if ( null !== $tags ) {
			$changes['tags'] = self::change( $contact->tags, $tags );
		}
		foreach ( array_keys( $custom + $contact->custom ) as $key ) {
			$old = $contact->custom[ $key ] ?? null;
			$new = $custom[ $key ] ?? null;
			if ( $old !== $new ) {
				$changes[ "custom.$key" ] = self::change( $old, $new );
			}
		}
		return $changes;
	}

	/**
	 * What a form sent that the contact has not taken over, having another value.
	 *
	 * @param ContactInput $added What it takes over.
	 * @return array<string, array{old: mixed, new: mixed}>
	 */
	private static function submitted( Contact $contact, ContactInput $input, ContactInput $added ): array {
		$noted = array();
		foreach ( array_diff_key( $input->texts, $added->texts, array_flip( array( 'email', 'source', 'source_id' ) ) ) as $field => $text ) {
			if ( '' !== $text && $text !== $contact->text( $field ) ) {
				$noted[ "submitted.$field" ] = self::change( null, $text );
			}
		}
		foreach ( array_diff_key( $input->custom ?? array(), $added->custom ?? array() ) as $key => $value ) {
			if ( null !== $value && ( $contact->custom[ $key ] ?? null ) !== $value ) {
				$noted[ "submitted.custom.$key" ] = self::change( null, $value );
			}
		}
		return $noted;
	}

	/**
	 * @return array{old: mixed, new: mixed}
	 */
	private static function change( mixed $old, mixed $new ): array {
		return array(
			'old' => $old,
			'new' => $new,
		);
	}

	/**
	 * @param list<string> $tags Tags.
	 * @return list<string>
	 */
	private static function sorted( array $tags ): array {
		sort( $tags );
		return $tags;
	}
}
