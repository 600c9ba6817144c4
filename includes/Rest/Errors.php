<?php
/**
 * Every error Steward answers with: code, words and HTTP status in one place.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Rest;

use Steward\Access\Decision;
use Steward\Access\Reason;
use Steward\Access\ReasonText;
use Steward\Access\RecordType;
use Steward\Ownership\Followers;

/**
 * Makes WP_Errors; the names of the codes are the REST contract's.
 */
final class Errors {

	/**
	 * 403 (401 for nobody, 400 where no permission would help, 409 in the trash): refused, with the reason and the remedy.
	 */
	public static function forbidden( Reason $reason, RecordType $type = RecordType::Contact ): \WP_Error {
		if ( Reason::InTrash === $reason ) {
			return self::trashed( $type );
		}
		// That an owner is another record's holds for whoever asks; only Steward itself and members come so far.
		if ( Reason::SingleOwner !== $reason && ! is_user_logged_in() ) {
			return self::make( 'rest_not_logged_in', __( 'You are not logged in.', 'steward' ), 401 );
		}
		return self::make(
			Reason::SingleOwner === $reason ? 'steward_single_owner' : 'steward_forbidden',
			ReasonText::message( $reason, $type ),
			Reason::SingleOwner === $reason ? 400 : 403,
			array(
				'reason' => $reason->value,
				'remedy' => ReasonText::remedy( $reason, $type ),
			)
		);
	}

	/**
	 * Throws unless the decision allows it.
	 *
	 * @throws Refused With forbidden().
	 */
	public static function unless_allowed( Decision $decision ): void {
		if ( ! $decision->allowed ) {
			throw new Refused( self::forbidden( $decision->reason ?? Reason::NotAMember, $decision->type ) );
		}
	}

	/**
	 * 404.
	 */
	public static function not_found(): \WP_Error {
		return self::make( 'steward_not_found', __( 'There is no such record. It may have been erased.', 'steward' ), 404 );
	}

	/**
	 * 409: somebody else was faster, or it was never free.
	 *
	 * @param array{id: int, name: string}|null $owner Whose it is, where the caller may know.
	 */
	public static function already_claimed( RecordType $type, ?array $owner ): \WP_Error {
		/* translators: %s: a person's name */
		$known   = RecordType::Opportunity === $type ? __( 'This opportunity is already assigned to %s.', 'steward' ) : __( 'This contact is already assigned to %s.', 'steward' );
		$message = null === $owner ? ReasonText::message( Reason::AlreadyAssigned, $type ) : sprintf( $known, $owner['name'] );
		return self::make(
			'steward_already_claimed',
			$message,
			409,
			array(
				'reason' => Reason::AlreadyAssigned->value,
				'remedy' => ReasonText::remedy( Reason::AlreadyAssigned ),
				'owner'  => $owner,
			)
		);
	}

	/**
	 * 400: that user can't own it.
	 */
	public static function invalid_owner( RecordType $type ): \WP_Error {
		return self::make(
			'steward_invalid_owner',
			__( 'The new owner must be a CRM member of this site.', 'steward' ),
			400,
			array(
				'remedy' => __( 'Choose somebody whose role has a view scope, or null for unassigned.', 'steward' ),
				'params' => array( $type->owner_field() => __( 'This is not a CRM member.', 'steward' ) ),
			)
		);
	}

	/**
	 * 400: the list is full.
	 */
	public static function follower_limit(): \WP_Error {
		return self::make(
			'steward_follower_limit',
			/* translators: %d: number of followers */
			sprintf( __( 'A record may have at most %d followers. The list is as it was.', 'steward' ), Followers::LIMIT ),
			400,
			array( 'remedy' => __( 'Remove a follower first.', 'steward' ) )
		);
	}

	/**
	 * 409: the caller read an older version.
	 *
	 * @param array<string, mixed> $current The newer record as the caller may see it.
	 * @param string               $what    What is different now, if that can be said.
	 */
	public static function version_conflict( array $current, string $what = '' ): \WP_Error {
		return self::make(
			'steward_version_conflict',
			'' === $what
				? __( 'Somebody else has changed this record since you read it. Nothing was saved.', 'steward' )
				/* translators: %s: what is different, in whole sentences */
				: sprintf( __( '%s Somebody else has changed that since you read it. Nothing was saved.', 'steward' ), $what ),
			409,
			array(
				'remedy'  => __( 'Compare your changes with the newer version and save again.', 'steward' ),
				'current' => $current,
			)
		);
	}

	/**
	 * 409: one living contact an e-mail address.
	 *
	 * @param int|null $existing_id The contact that has it, where the caller may see it.
	 */
	public static function duplicate_email( ?int $existing_id ): \WP_Error {
		return self::make(
			'steward_duplicate_email',
			__( 'A contact with this e-mail address exists already.', 'steward' ),
			409,
			array(
				'remedy'      => null === $existing_id ? __( 'Ask a manager: you may not see that contact.', 'steward' ) : __( 'Open the existing contact instead.', 'steward' ),
				'existing_id' => $existing_id,
				'params'      => array( 'email' => __( 'A contact with this e-mail address exists already.', 'steward' ) ),
			)
		);
	}

	/**
	 * 409: what is in the trash rests.
	 */
	public static function trashed( RecordType $type ): \WP_Error {
		return self::make(
			'steward_trashed',
			ReasonText::message( Reason::InTrash, $type ),
			409,
			array(
				'reason' => Reason::InTrash->value,
				'remedy' => ReasonText::remedy( Reason::InTrash ),
			)
		);
	}

	/**
	 * 403: a task of no record is of few.
	 *
	 * @param Reason|null $reason ViewOwnedOnly or UpdateOwnedOnly.
	 */
	public static function not_own_task( ?Reason $reason ): \WP_Error {
		$reason = $reason ?? Reason::ViewOwnedOnly;
		return self::make(
			'steward_forbidden',
			Reason::ViewOwnedOnly === $reason
				? __( 'This follow-up belongs to no record. Only who it is assigned to, who added it, and members whose view scope is All may view it.', 'steward' )
				: __( 'This follow-up belongs to no record. Only who it is assigned to, who added it, and members whose update scope is All may change it.', 'steward' ),
			403,
			array(
				'reason' => $reason->value,
				'remedy' => __( 'Ask whoever it is assigned to, or for a wider scope.', 'steward' ),
			)
		);
	}

	/**
	 * 409: nobody could manage Steward any more.
	 */
	public static function last_manager(): \WP_Error {
		return self::make(
			'steward_last_manager',
			__( 'This is the last role with people in it that may manage Steward. Nothing was changed.', 'steward' ),
			409,
			array( 'remedy' => __( 'Give another role that somebody has the permission to manage Steward first.', 'steward' ) )
		);
	}

	/**
	 * 409: a stage, or a pipeline's stages, hold opportunities.
	 *
	 * @param int $opportunities How many, in the trash too.
	 */
	public static function stage_in_use( int $opportunities ): \WP_Error {
		return self::make(
			'steward_stage_in_use',
			/* translators: %d: number of opportunities */
			sprintf( _n( '%d opportunity is in this stage. Nothing was changed.', '%d opportunities are in this stage. Nothing was changed.', $opportunities, 'steward' ), $opportunities ),
			409,
			array(
				'remedy'        => __( 'Say to which stage they shall move.', 'steward' ),
				'opportunities' => $opportunities,
			)
		);
	}

	/**
	 * 409: a stage holds opportunities, which would be won, lost or open of a sudden.
	 *
	 * @param int $opportunities How many, in the trash too.
	 */
	public static function outcome_in_use( int $opportunities ): \WP_Error {
		return self::make(
			'steward_stage_in_use',
			/* translators: %s: number of opportunities */
			sprintf( _n( 'The outcome can\'t change while an opportunity is in this stage: there is %s.', 'The outcome can\'t change while opportunities are in this stage: there are %s.', $opportunities, 'steward' ), number_format_i18n( $opportunities ) ),
			409,
			array(
				'remedy'        => __( 'Move them to another stage first, in the trash too, or add a stage with that outcome.', 'steward' ),
				'opportunities' => $opportunities,
			)
		);
	}

	/**
	 * 409: opportunities need a pipeline.
	 */
	public static function last_pipeline(): \WP_Error {
		return self::make( 'steward_last_pipeline', __( 'This is the only pipeline. Nothing was changed.', 'steward' ), 409, array( 'remedy' => __( 'Add another pipeline first.', 'steward' ) ) );
	}

	/**
	 * 409: new opportunities need a stage.
	 */
	public static function last_open_stage(): \WP_Error {
		return self::make( 'steward_last_open_stage', __( 'A pipeline needs a stage that is neither won nor lost. Nothing was changed.', 'steward' ), 409, array( 'remedy' => __( 'Add another open stage first.', 'steward' ) ) );
	}

	/**
	 * 400: fields are wrong.
	 *
	 * @param array<string, string> $params Field => what is wrong with it.
	 */
	public static function invalid( array $params ): \WP_Error {
		return self::make(
			'rest_invalid_param',
			/* translators: %s: names of fields */
			sprintf( __( 'Invalid parameter(s): %s', 'steward' ), implode( ', ', array_keys( $params ) ) ),
			400,
			array( 'params' => $params )
		);
	}

	/**
	 * 400: there are no such fields.
	 *
	 * @param array<mixed> $fields Field => what was sent.
	 * @param string       $why    In the route's words, if it has some.
	 */
	public static function unknown( array $fields, string $why = '' ): \WP_Error {
		return self::invalid( array_fill_keys( array_map( 'strval', array_keys( $fields ) ), '' === $why ? __( 'There is no such field. Leave it out.', 'steward' ) : $why ) );
	}

	/**
	 * 403: being told is each person's own affair.
	 */
	public static function mutes_own_only(): \WP_Error {
		return self::make(
			'steward_forbidden',
			__( 'Only followers themselves say whether they are told of changes.', 'steward' ),
			403,
			array(
				'reason' => 'not_yourself',
				'remedy' => __( 'Ask them to mute it, or remove them as a follower.', 'steward' ),
			)
		);
	}

	/**
	 * 409: the site's mail system took no mail.
	 */
	public static function mail_failed( string $error ): \WP_Error {
		return self::make(
			'steward_mail_failed',
			/* translators: %s: what the mail system said */
			sprintf( __( 'The mail could not be sent: %s', 'steward' ), $error ),
			409,
			array( 'remedy' => __( 'Look at how this site sends mail; a plugin for SMTP may be missing.', 'steward' ) )
		);
	}

	/**
	 * 503: the database refused; what it said is in the log.
	 */
	public static function unavailable(): \WP_Error {
		return self::make( 'steward_unavailable', __( 'The database could not do this. Nothing was changed.', 'steward' ), 503, array( 'remedy' => __( 'Try again in a moment.', 'steward' ) ) );
	}

	/**
	 * @param array<string, mixed> $data Beyond the status.
	 */
	private static function make( string $code, string $message, int $status, array $data = array() ): \WP_Error {
		return new \WP_Error( $code, $message, array( 'status' => $status ) + $data );
	}
}
