<?php
/**
 * Access questions about contacts.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

use Steward\Access\Actor;
use Steward\Access\Decision;
use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Access\Subject;
use Steward\Access\Verb;

/**
 * Reduces contacts to subjects and asks the gate.
 */
final class ContactAccess {

	public function __construct( private readonly Gate $gate ) {
	}

	/**
	 * A contact as the policy sees it. Only followers depend on the owner's role, so only for them it is read.
	 */
	public function subject( Contact $contact, Actor $actor ): Subject {
		$subject = new Subject( RecordType::Contact, $contact->id, $contact->contact_owner, $contact->followers, false );
		return $subject->is_followed_by( $actor )
			? new Subject( RecordType::Contact, $contact->id, $contact->contact_owner, $contact->followers, $this->gate->owner_updates( $contact->contact_owner, RecordType::Contact ) )
			: $subject;
	}

	/**
	 * Decides one question.
	 */
	public function decide( Actor $actor, Verb $verb, Contact $contact ): Decision {
		return $this->gate->decide( $actor, $verb, $this->subject( $contact, $actor ) );
	}

	/**
	 * Whether the actor may view a contact.
	 */
	public function may_view( Actor $actor, Contact $contact ): bool {
		return $this->decide( $actor, Verb::View, $contact )->allowed;
	}

	/**
	 * All answers at once.
	 *
	 * @return array<string, Decision> Verb's value => answer.
	 */
	public function decide_all( Actor $actor, Contact $contact ): array {
		$subject = $this->subject( $contact, $actor );
		$answers = array();
		foreach ( Verb::cases() as $verb ) {
			$answers[ $verb->value ] = $this->gate->decide( $actor, $verb, $subject );
		}
		return $answers;
	}
}
