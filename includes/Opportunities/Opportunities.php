<?php
/**
 * What can be done with opportunities, but for their owners and followers.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\AccessPolicy;
use Steward\Access\Actor;
use Steward\Access\Gate;
use Steward\Access\Reason;
use Steward\Access\RecordType;
use Steward\Access\Subject;
use Steward\Access\Verb;
use Steward\Activity\ActivityStore;
use Steward\Activity\Cause;
use Steward\Contacts\Contact;
use Steward\Database\Clock;
use Steward\Database\Transaction;
use Steward\Ownership\Following;
use Steward\Ownership\MovesAlong;
use Steward\Ownership\Ownership;
use Steward\Ownership\RecordGuard;
use Steward\Ownership\RecordLife;
use Steward\Ownership\StaleVersion;
use Steward\Rest\Errors;
use Steward\Rest\Refused;
use Steward\Settings\Settings;

/**
 * Use cases. Each checks access on the stored opportunity, changes it in one transaction with its activity, and tells of it
 * after the commit. A contact's row is always held before its opportunities': who changes the contact's owner does the same.
 *
 * @implements RecordLife<Opportunity>
 */
final class Opportunities implements RecordLife {

	/**
	 * @param OpportunityStore         $store       The rows.
	 * @param RecordGuard<Opportunity> $guard       Who may be given one.
	 * @param RecordGuard<Contact>     $contacts    Who may be given a contact.
	 * @param StageChoice              $stages      The stages there are.
	 * @param Gate                     $gate        Who may own.
	 * @param Ownership<Opportunity>   $ownership   Changes owners.
	 * @param Following<Opportunity>   $following   Changes followers.
	 * @param ActivityStore            $activity    The log.
	 * @param Transaction              $transaction All or nothing.
	 * @param Clock                    $clock       The time.
	 * @param GoesWithOpportunity      $children    What is kept under opportunities.
	 * @param MovesAlong|null          $moves_along What else changes with a first owner that isn't the contact's.
	 */
	public function __construct(
		private readonly OpportunityStore $store,
		private readonly RecordGuard $guard,
		private readonly RecordGuard $contacts,
		private readonly StageChoice $stages,
		private readonly Gate $gate,
		private readonly Ownership $ownership,
		private readonly Following $following,
		private readonly ActivityStore $activity,
		private readonly Transaction $transaction,
		private readonly Clock $clock,
		private readonly GoesWithOpportunity $children,
		private readonly ?MovesAlong $moves_along = null,
	) {
	}

	/**
	 * An opportunity that the actor may view.
	 *
	 * @throws Refused When there is none, or they may not.
	 */
	public function get( int $id, Actor $actor ): Opportunity {
		return $this->guard->viewable( $id, $actor );
	}

	/**
	 * Makes an opportunity of a contact the actor may view. Without an owner in the input, the contact's owner owns it.
	 *
	 * @throws Refused When fields are wrong, or the actor may not.
	 */
	public function create( OpportunityInput $input, Actor $actor, Cause $cause ): Opportunity {
		Errors::unless_allowed( AccessPolicy::decide_create( $actor, RecordType::Opportunity ) );
		$title   = $input->title ?? '';
		$missing = array();
		if ( null === $input->contact ) {
			$missing['contact'] = __( 'Give the id of the contact whose opportunity it is.', 'steward' );
		}
		if ( '' === $title ) {
			$missing['title'] = __( 'Give the opportunity a title.', 'steward' );
		}
		if ( array() !== $input->errors + $missing ) {
			throw new Refused( Errors::invalid( $input->errors + $missing ) );
		}
		return $this->transaction->run(
			function () use ( $input, $title, $actor, $cause ): Opportunity {
				$contact  = $this->contacts->get( (int) $input->contact, $actor, Verb::View, true, true );
				$stage    = $this->stages->first( $input );
				$currency = $input->currency ?? $this->stages->currency( $stage );
				$value    = $input->value ?? '0';
				$this->check_value( $value, $currency );
				$owner = $this->first_owner( $input, $contact, $actor );
				$id    = $this->store->insert( $contact, $stage, $title, $value, $currency, $owner, $cause->kind, $input->expected_close, $this->clock->now() );
				$this->activity->add(
					RecordType::Opportunity,
					$id,
					'created',
					$actor,
					$cause,
					array(
						'owner' => self::change( null, $owner ),
						'stage' => self::change( null, $stage->name ),
					)
				);
				$opportunity = $this->store->get( $id );
				if ( $owner !== $contact->contact_owner ) {
					$this->moves_along?->owner_changed( $opportunity, null, $actor, $cause );
				}
				if ( null !== $input->followers ) {
					$opportunity = $this->following->put( $opportunity, $input->followers, $actor, $cause );
				}
				/**
				 * Fires once an opportunity was created.
				 *
				 * @param Opportunity $opportunity The opportunity.
				 * @param Cause       $cause       Through what.
				 * @param Actor       $actor       Who did it.
				 */
				$this->transaction->after_commit( static fn () => do_action( 'steward_opportunity_created', $opportunity, $cause, $actor ) );
				if ( Stage::OPEN !== $stage->outcome ) {
					$this->transaction->after_commit( static fn () => do_action( "steward_opportunity_$stage->outcome", $opportunity, $cause, $actor ) );
				}
				return $opportunity;
			}
		);
	}

	/**
	 * Changes fields; those not in the input stay as they are. Nothing happens where nothing differs.
	 *
	 * @throws Refused When fields are wrong, or the actor may not.
	 * @throws StaleVersion When the version is stale.
	 */
	public function update( int $id, OpportunityInput $input, Actor $actor, Cause $cause ): Opportunity {
		$stored = $this->guard->get( $id, $actor, Verb::Update );
		return $this->transaction->run(
			function () use ( $id, $input, $actor, $cause, $stored ): Opportunity {
				$contact     = null !== $input->contact && $input->contact !== $stored->contact_id ? $this->contacts->get( $input->contact, $actor, Verb::View, true, true ) : null;
				$opportunity = $this->guard->get( $id, $actor, Verb::Update, true, true );
				if ( ! $input->is_valid() ) {
					throw new Refused( Errors::invalid( $input->errors ) );
				}
				if ( null !== $input->version && $input->version !== $opportunity->version ) {
					throw new StaleVersion( $opportunity );
				}
				$aligns = null !== $contact && ! Settings::separate_owners() && $opportunity->owner !== $contact->contact_owner;
				if ( $aligns ) {
					// Under a contact of another owner it becomes that owner's: as good as reassigned.
					Errors::unless_allowed( $this->gate->decide( $actor, Verb::Reassign, new Subject( RecordType::Opportunity, $id, $opportunity->owner, $opportunity->followers, false ) ) );
				}
				$changed = $this->change_fields( $opportunity, $input, $contact, $actor, $cause );
				if ( $aligns ) {
					$this->ownership->align( $changed, $contact->contact_owner, $actor, $cause );
					$changed = $this->store->get( $id );
				} elseif ( $input->has_owner && $input->owner !== $changed->owner ) {
					$changed = $this->ownership->reassign( $id, $input->owner, $actor, $cause );
				}
				return null === $input->followers ? $changed : $this->following->put( $changed, $input->followers, $actor, $cause );
			}
		);
	}

	/**
	 * Moves an opportunity out of a stage that goes, in the trash or not, whoever may: for jobs that somebody was allowed to start.
	 */
	public function move( int $id, Stage $stage, Actor $actor, Cause $cause ): void {
		$this->transaction->run(
			function () use ( $id, $stage, $actor, $cause ): void {
				$opportunity = $this->store->find( $id, true );
				if ( null !== $opportunity ) {
					$this->write( $opportunity, $this->stage_values( $opportunity, $stage ), $stage, null, $actor, $cause );
				}
			}
		);
	}

	/**
	 * Puts an opportunity into the trash; one that is there already stays.
	 *
	 * @throws Refused When the actor may not.
	 */
	public function trash( int $id, Actor $actor, Cause $cause ): Opportunity {
		return $this->set_trashed( $id, true, $actor, $cause );
	}

	/**
	 * Takes an opportunity out of the trash.
	 *
	 * @throws Refused When the actor may not.
	 */
	public function restore( int $id, Actor $actor, Cause $cause ): Opportunity {
		return $this->set_trashed( $id, false, $actor, $cause );
	}

	/**
	 * Erases an opportunity for good, with its activity.
	 *
	 * @return Opportunity As it was.
	 * @throws Refused When the actor may not.
	 */
	public function erase( int $id, Actor $actor, Cause $cause ): Opportunity {
		return $this->transaction->run(
			function () use ( $id, $actor, $cause ): Opportunity {
				$opportunity = $this->guard->get( $id, $actor, Verb::Delete, false, true );
				$this->children->opportunity_erased( $id );
				$this->activity->erase( RecordType::Opportunity, $id );
				$this->activity->add( RecordType::Opportunity, $id, 'erased', $actor, $cause );
				$this->store->delete( $id );
				$this->transaction->after_commit( static fn () => do_action( 'steward_opportunity_erased', $id, $cause, $actor ) );
				return $opportunity;
			}
		);
	}

	/**
	 * @throws Refused When another owner was given and can't be.
	 */
	private function first_owner( OpportunityInput $input, Contact $contact, Actor $actor ): ?int {
		if ( ! $input->has_owner || $input->owner === $contact->contact_owner ) {
			return $contact->contact_owner;
		}
		if ( ! Settings::separate_owners() ) {
			throw new Refused( Errors::forbidden( Reason::SingleOwner, RecordType::Opportunity ) );
		}
		Errors::unless_allowed( AccessPolicy::decide_first_owner( $actor, RecordType::Opportunity, $input->owner ) );
		if ( null !== $input->owner && ! $this->gate->may_own( $input->owner, RecordType::Opportunity ) ) {
			throw new Refused( Errors::invalid_owner( RecordType::Opportunity ) );
		}
		return $input->owner;
	}

	/**
	 * Stores what differs, with its activity; within a transaction that holds the opportunity's row.
	 */
	private function change_fields( Opportunity $opportunity, OpportunityInput $input, ?Contact $contact, Actor $actor, Cause $cause ): Opportunity {
		$stage    = $this->stages->next( $opportunity, $input );
		$value    = Money::exact( $input->value ?? $opportunity->value, $input->currency ?? $opportunity->currency );
		$currency = $input->currency ?? $opportunity->currency;
		if ( null !== $input->value || null !== $input->currency ) {
			$this->check_value( $value, $currency );
		}
		$values = array(
			'title'          => $input->title ?? $opportunity->title,
			'value'          => $value,
			'currency'       => $currency,
			'expected_close' => $input->has_expected_close ? $input->expected_close : $opportunity->expected_close,
			'contact_id'     => $contact->id ?? $opportunity->contact_id,
		);
		$stored = array(
			'title'          => $opportunity->title,
			'value'          => Money::exact( $opportunity->value, $currency ),
			'currency'       => $opportunity->currency,
			'expected_close' => $opportunity->expected_close,
			'contact_id'     => $opportunity->contact_id,
		);
		$values = array_filter( $values, static fn ( string|int|null $new, string $field ): bool => $new !== $stored[ $field ], ARRAY_FILTER_USE_BOTH );
		if ( null !== $stage ) {
			$values += $this->stage_values( $opportunity, $stage );
		}
		return $this->write( $opportunity, $values, $stage, $contact, $actor, $cause );
	}

	/**
	 * The columns a move to a stage sets.
	 *
	 * @return array<string, string|int|null>
	 */
	private function stage_values( Opportunity $opportunity, Stage $stage ): array {
		$values = array( 'stage_id' => $stage->id );
		if ( $stage->pipeline_id !== $opportunity->pipeline_id ) {
			$values['pipeline_id'] = $stage->pipeline_id;
		}
		if ( $stage->outcome !== $opportunity->status ) {
			$values['status']     = $stage->outcome;
			$values['closed_gmt'] = Stage::OPEN === $stage->outcome ? null : $this->clock->now();
		}
		return $values;
	}

	/**
	 * @param array<string, string|int|null> $values  Columns that change.
	 * @param Stage|null                     $stage   The new stage, if it changes.
	 * @param Contact|null                   $contact The new contact, if it changes.
	 * @throws StaleVersion When somebody else was faster.
	 */
	private function write( Opportunity $opportunity, array $values, ?Stage $stage, ?Contact $contact, Actor $actor, Cause $cause ): Opportunity {
		if ( array() === $values ) {
			return $opportunity;
		}
		if ( ! $this->store->update( $opportunity, $values, $contact, $this->clock->now() ) ) {
			throw new StaleVersion( $this->store->get( $opportunity->id, true ) );
		}
		$fields = $this->fields( $opportunity, $values );
		if ( array() !== $fields ) {
			$this->activity->add( RecordType::Opportunity, $opportunity->id, 'updated', $actor, $cause, $fields );
		}
		if ( null !== $stage ) {
			$this->activity->add( RecordType::Opportunity, $opportunity->id, 'stage_changed', $actor, $cause, $this->stages->changes( $opportunity, $stage ) );
		}
		$now = $this->store->get( $opportunity->id );
		if ( null !== $contact ) {
			$this->children->came_to_contact( $now );
		}
		$this->transaction->after_commit( static fn () => self::tell( $now, $opportunity, array() !== $fields, $cause, $actor ) );
		return $now;
	}

	/**
	 * Fires the hooks of a change of fields.
	 *
	 * @param bool $fields Whether more than the stage has changed.
	 */
	private static function tell( Opportunity $now, Opportunity $before, bool $fields, Cause $cause, Actor $actor ): void {
		if ( $fields ) {
			/**
			 * Fires once fields of an opportunity, other than its stage, were changed.
			 *
			 * @param Opportunity $now    The opportunity.
			 * @param Opportunity $before As it was.
			 * @param Cause       $cause  Through what.
			 * @param Actor       $actor  Who did it.
			 */
			do_action( 'steward_opportunity_updated', $now, $before, $cause, $actor );
		}
		if ( $now->stage_id === $before->stage_id ) {
			return;
		}
		/**
		 * Fires once an opportunity came into another stage, before won or lost if it is that now.
		 *
		 * @param Opportunity $now    The opportunity.
		 * @param Opportunity $before As it was.
		 * @param Cause       $cause  Through what.
		 * @param Actor       $actor  Who did it.
		 */
		do_action( 'steward_opportunity_stage_changed', $now, $before, $cause, $actor );
		if ( $now->status !== $before->status && Stage::OPEN !== $now->status ) {
			/**
			 * `steward_opportunity_won` and `steward_opportunity_lost` fire once an opportunity was won or lost.
			 *
			 * @param Opportunity $now   The opportunity.
			 * @param Cause       $cause Through what.
			 * @param Actor       $actor Who did it.
			 */
			do_action( "steward_opportunity_$now->status", $now, $cause, $actor );
		}
	}

	/**
	 * The activity's changes of what is no stage.
	 *
	 * @param array<string, string|int|null> $values Columns that change.
	 * @return array<string, array{old: mixed, new: mixed}>
	 */
	private function fields( Opportunity $opportunity, array $values ): array {
		$old     = $opportunity->to_array();
		$changes = array();
		foreach ( array( 'title', 'value', 'currency', 'expected_close' ) as $field ) {
			if ( array_key_exists( $field, $values ) ) {
				$changes[ $field ] = self::change( $old[ $field ], $values[ $field ] );
			}
		}
		if ( isset( $values['contact_id'] ) ) {
			$changes['contact'] = self::change( $opportunity->contact_id, $values['contact_id'] );
		}
		return $changes;
	}

	private function set_trashed( int $id, bool $trashed, Actor $actor, Cause $cause ): Opportunity {
		return $this->transaction->run(
			function () use ( $id, $trashed, $actor, $cause ): Opportunity {
				$opportunity = $this->guard->get( $id, $actor, Verb::Delete, false, true );
				if ( $opportunity->trashed === $trashed ) {
					return $opportunity;
				}
				if ( ! $this->store->set_trashed( $opportunity, $trashed, $this->clock->now() ) ) {
					throw new StaleVersion( $this->store->get( $id, true ) );
				}
				$action = $trashed ? 'trashed' : 'restored';
				$this->activity->add( RecordType::Opportunity, $id, $action, $actor, $cause );
				$changed = $this->store->get( $id );
				$this->children->trash_changed( $changed );
				$this->transaction->after_commit( static fn () => do_action( "steward_opportunity_$action", $changed, $cause, $actor ) );
				return $changed;
			}
		);
	}

	/**
	 * @throws Refused When the amount is finer than its currency.
	 */
	private function check_value( string $value, string $currency ): void {
		if ( ! Money::fits( $value, $currency ) ) {
			/* translators: 1: currency code, 2: number of decimals */
			throw new Refused( Errors::invalid( array( 'value' => sprintf( __( 'An amount in %1$s has at most %2$d decimals.', 'steward' ), $currency, Currencies::decimals( $currency ) ) ) ) );
		}
		if ( ! $this->store->keeps( $value ) ) {
			/* translators: %d: number of digits */
			throw new Refused( Errors::invalid( array( 'value' => sprintf( __( 'SQLite, this site\'s database, keeps %d digits of an amount, decimals among them. Give fewer.', 'steward' ), Money::SQLITE_DIGITS ) ) ) );
		}
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
}
