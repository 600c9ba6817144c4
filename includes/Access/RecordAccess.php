<?php
/**
 * Access questions about stored records.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

use Steward\Ownership\OwnedRecord;
use Steward\Settings\Settings;

/**
 * Reduces records to subjects and asks the gate.
 */
final class RecordAccess {

	public function __construct( private readonly Gate $gate ) {
	}

	/**
	 * A record as the policy sees it. Only followers depend on the owner's role, so only for them it is read.
	 */
	public function subject( OwnedRecord $record, Actor $actor ): Subject {
		$subject = self::without_owners_role( $record );
		return $subject->is_followed_by( $actor )
			? new Subject( $subject->type, $subject->id, $subject->owner, $subject->followers, $this->gate->owner_updates( $subject->owner, $subject->type ), $subject->single_owner, $subject->trashed )
			: $subject;
	}

	/**
	 * Decides one question as if the record weren't in the trash: what goes along with something else goes from there, too.
	 */
	public function decide_from_trash( Actor $actor, Verb $verb, OwnedRecord $record ): Decision {
		return $this->gate->decide( $actor, $verb, $this->subject( $record, $actor )->changed( trashed: false ) );
	}

	/**
	 * What the actor is to a record.
	 */
	public function relation( OwnedRecord $record, Actor $actor ): Relation {
		return self::without_owners_role( $record )->relation_to( $actor );
	}

	/**
	 * Decides one question.
	 */
	public function decide( Actor $actor, Verb $verb, OwnedRecord $record ): Decision {
		return $this->gate->decide( $actor, $verb, $this->subject( $record, $actor ) );
	}

	/**
	 * Whether the actor may view a record.
	 */
	public function may_view( Actor $actor, OwnedRecord $record ): bool {
		return $this->decide( $actor, Verb::View, $record )->allowed;
	}

	/**
	 * All answers at once.
	 *
	 * @return array<string, Decision> Verb's value => answer.
	 */
	public function decide_all( Actor $actor, OwnedRecord $record ): array {
		return array_map( static fn ( array $steps ): Decision => Decision::of( $steps, $record->type() ), $this->explain_all( $actor, $record ) );
	}

	/**
	 * Whether the actor may, for each verb.
	 *
	 * @return array<string, bool> Verb's value => whether the actor may.
	 */
	public function can( Actor $actor, OwnedRecord $record ): array {
		return array_map( static fn ( Decision $decision ): bool => $decision->allowed, $this->decide_all( $actor, $record ) );
	}

	/**
	 * The way to each answer.
	 *
	 * @param bool $tells_trash Whether it counts that the record is in the trash.
	 * @return array<string, non-empty-list<Step>> Verb's value => its steps.
	 */
	public function explain_all( Actor $actor, OwnedRecord $record, bool $tells_trash = true ): array {
		$subject = $this->subject( $record, $actor );
		$subject = $tells_trash ? $subject : $subject->changed( trashed: false );
		$answers = array();
		foreach ( Verb::cases() as $verb ) {
			$answers[ $verb->value ] = $this->gate->explain( $actor, $verb, $subject );
		}
		return $answers;
	}

	private static function without_owners_role( OwnedRecord $record ): Subject {
		$type = $record->type();
		return new Subject( $type, $record->id(), $record->owner(), $record->followers(), false, RecordType::Opportunity === $type && ! Settings::separate_owners(), $record->is_trashed() );
	}
}
