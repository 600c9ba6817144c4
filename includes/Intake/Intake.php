<?php
/**
 * From a submission to a contact: the one path.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Intake;

use Steward\Access\Actor;
use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Activity\Cause;
use Steward\Contacts\Contact;
use Steward\Contacts\ContactInput;
use Steward\Contacts\Contacts;
use Steward\Contacts\ContactStore;
use Steward\Database\Clock;
use Steward\Database\Transaction;
use Steward\Rest\Refused;

/**
 * Makes a contact, or adds to the one that has the e-mail address, and logs the submission, all in one transaction. Two unique
 * keys decide under concurrency: one submission a hash, one living contact an e-mail address. Whoever loses at one of them ends
 * the transaction and looks again, rather than wait within it for locks that others wait for too.
 */
final class Intake {

	private const ATTEMPTS = 20;

	/** What makes a contact. */
	private const IDENTIFYING = array( 'first_name', 'last_name', 'email', 'phone', 'company' );

	public function __construct(
		private readonly SubmissionStore $submissions,
		private readonly Contacts $contacts,
		private readonly ContactStore $store,
		private readonly Gate $gate,
		private readonly Transaction $transaction,
		private readonly Clock $clock,
	) {
	}

	/**
	 * Takes a submission. Never throws: what can't become a contact is logged as failed.
	 */
	public function receive( Incoming $incoming ): Outcome {
		try {
			return $this->store( $incoming );
		} catch ( \Throwable $fault ) {
			FormReceiver::log( $fault );
			return $this->after_fault( $incoming );
		}
	}

	/**
	 * Logs what a form plugin took for spam; it makes no contact.
	 */
	public function note_spam( Incoming $incoming ): void {
		$this->submissions->insert( $incoming, $incoming->hashes( $this->clock->timestamp() )[0], Submission::SPAM, __( 'The form plugin took it for spam.', 'steward' ) );
	}

	private function store( Incoming $incoming ): Outcome {
		list( $hash, $before ) = $incoming->hashes( $this->clock->timestamp() );

		for ( $attempt = 1; ; $attempt++ ) {
			$known = $this->submissions->find_by_hash( $hash ) ?? $this->recent( $before );
			if ( null !== $known && Submission::FAILED !== $known->result ) {
				return new Outcome( $known, null === $known->contact_id ? null : $this->store->find( $known->contact_id ), true );
			}
			$runs = 0;
			try {
				$input    = $this->input( $incoming );
				$existing = $this->store->id_by_email( $input->texts['email'] ?? '' );
				return $this->transaction->run(
					function () use ( $incoming, $input, $hash, $known, $existing, &$runs ): Outcome {
						// A transaction that was aborted lost to another, so what was looked up before it may be old.
						if ( $runs++ > 0 ) {
							throw new LookAgain();
						}
						return $this->store_in_transaction( $incoming, $input, $this->row( $incoming, $hash, $known ), $existing );
					}
				);
			} catch ( LookAgain $lost ) {
				if ( $attempt >= self::ATTEMPTS ) {
					throw $lost;
				}
				usleep( random_int( 1000, 8000 ) * $attempt );
			}
		}
	}

	/**
	 * @param Submission $submission Its row in the log.
	 * @param int        $existing   The contact that has the e-mail address; 0 for none.
	 */
	private function store_in_transaction( Incoming $incoming, ContactInput $input, Submission $submission, int $existing ): Outcome {
		$notes = $incoming->content->notes() + $input->drop_errors();
		if ( array() === array_intersect_key( $input->texts, array_flip( self::IDENTIFYING ) ) ) {
			$notes += array( 'email' => __( 'A contact needs a name, an e-mail address, a phone number or a company.', 'steward' ) );
			return new Outcome( $this->submissions->end( $submission, Submission::FAILED, null, self::message( $notes ) ), null, false, $notes );
		}
		$cause  = Cause::named( 'form', $incoming->title );
		$result = Submission::CREATED;
		if ( $existing > 0 ) {
			$result  = Submission::ENRICHED;
			$contact = $this->enrich( $existing, $input, $cause );
		} else {
			$notes  += $this->give_owner( $incoming, $input );
			$contact = $this->create( $input, $cause );
		}
		$submission = $this->submissions->end( $submission, $result, $contact->id, self::message( $notes ) );
		$this->transaction->after_commit(
			/**
			 * Fires once a submission has made a contact or added to one.
			 *
			 * @param Submission $submission As logged; `result` is created or enriched.
			 * @param Contact    $contact    The contact.
			 */
			static fn () => do_action( 'steward_submission_received', $submission, $contact )
		);
		return new Outcome( $submission, $contact, false, $notes );
	}

	private function create( ContactInput $input, Cause $cause ): Contact {
		try {
			return $this->contacts->create( $input, Actor::system(), $cause );
		} catch ( Refused $refused ) {
			throw 'steward_duplicate_email' === $refused->error->get_error_code() ? new LookAgain() : $refused;
		}
	}

	private function enrich( int $id, ContactInput $input, Cause $cause ): Contact {
		$contact = $this->store->find( $id, true );
		// Since it was looked up it may have gone to the trash, or got another address.
		if ( null === $contact || $contact->trashed || ContactStore::email_hash( $contact->text( 'email' ) ) !== ContactStore::email_hash( $input->texts['email'] ?? '' ) ) {
			throw new LookAgain();
		}
		return $this->contacts->enrich( $id, $input, Actor::system(), $cause );
	}

	/**
	 * The submission's row, made or, for one that failed before, taken up again.
	 */
	private function row( Incoming $incoming, string $hash, ?Submission $failed ): Submission {
		$row = null === $failed ? $this->submissions->insert( $incoming, $hash, '' ) : $this->submissions->find( $failed->id, true );
		if ( null === $row || ( null !== $failed && Submission::FAILED !== $row->result ) ) {
			throw new LookAgain();
		}
		return $row;
	}

	/**
	 * The same submission from the window before, when that is not long ago.
	 */
	private function recent( ?string $hash ): ?Submission {
		$found = null === $hash ? null : $this->submissions->find_by_hash( $hash );
		return null !== $found && $found->created >= $this->clock->ago( Incoming::WINDOW_SECONDS ) ? $found : null;
	}

	private function input( Incoming $incoming ): ContactInput {
		$fields = $incoming->content->to_array();
		$tags   = is_array( $fields['tags'] ?? null ) ? $fields['tags'] : array();
		$input  = ContactInput::read( $fields );
		// One bad tag must not cost the form's own.
		$input->tags              = ContactInput::read( array( 'tags' => array_values( array_merge( $incoming->config->tags, isset( $input->errors['tags'] ) ? array() : $tags ) ) ) )->tags ?? $incoming->config->tags;
		$input->texts['source'] ??= $incoming->config->source;
		return $input;
	}

	/**
	 * Gives a new contact the owner that the form's settings say.
	 *
	 * @return array<string, string> What could not be done.
	 */
	private function give_owner( Incoming $incoming, ContactInput $input ): array {
		$owner = match ( $incoming->config->owner_mode ) {
			FormConfig::OWNER_USER      => $incoming->config->owner_user,
			FormConfig::OWNER_SUBMITTER => $incoming->submitter,
			default                     => null,
		};
		$input->has_owner     = true;
		$input->contact_owner = null !== $owner && $this->gate->may_own( $owner, RecordType::Contact ) ? $owner : null;
		return FormConfig::OWNER_USER === $incoming->config->owner_mode && null === $input->contact_owner
			? array( 'contact_owner' => __( 'The user that the form\'s settings name is no longer a CRM member: left unassigned.', 'steward' ) )
			: array();
	}

	/**
	 * When something went wrong: perhaps only what others do after the commit; else it is logged as failed.
	 */
	private function after_fault( Incoming $incoming ): Outcome {
		$message    = __( 'Something went wrong on the site; its error log says what. Sent again, it will be tried again.', 'steward' );
		$submission = null;
		try {
			$hash       = $incoming->hashes( $this->clock->timestamp() )[0];
			$submission = $this->submissions->insert( $incoming, $hash, Submission::FAILED, $message ) ?? $this->submissions->find_by_hash( $hash );
			if ( null !== $submission && Submission::FAILED !== $submission->result ) {
				return new Outcome( $submission, null === $submission->contact_id ? null : $this->store->find( $submission->contact_id ) );
			}
		} catch ( \Throwable $fault ) {
			FormReceiver::log( $fault );
		}
		$submission ??= new Submission( 0, $incoming->provider, $incoming->form, Submission::FAILED, null, array(), $message, $this->clock->now() );
		return new Outcome( $submission, null, false, array(), true );
	}

	/**
	 * @param array<string, string> $notes Field => why it was left out or changed.
	 */
	private static function message( array $notes ): string {
		return implode( ' ', array_map( static fn ( string $field, string $why ): string => "$field: $why", array_keys( $notes ), $notes ) );
	}
}
