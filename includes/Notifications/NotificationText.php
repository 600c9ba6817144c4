<?php
/**
 * Notifications in words.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Notifications;

use Steward\Access\RecordType;

/**
 * Sentences are made when they are read, in the reader's language, of what the reader may view then.
 */
final class NotificationText {

	/**
	 * What happened.
	 *
	 * @param string $what Whose: a record's name, or how many there are.
	 * @param string $who  Who did it; '' for Steward itself.
	 */
	public static function sentence( Notification $notification, string $what, string $who ): string {
		$text = '' === $who ? self::passive( $notification ) : self::active( $notification );
		return sprintf( $text, $what, $who );
	}

	/**
	 * So many records of a kind.
	 */
	public static function number( RecordType $type, int $count ): string {
		$number = number_format_i18n( $count );
		return match ( $type ) {
			/* translators: %s: a number */
			RecordType::Contact     => sprintf( _n( '%s contact', '%s contacts', $count, 'steward' ), $number ),
			/* translators: %s: a number */
			RecordType::Opportunity => sprintf( _n( '%s opportunity', '%s opportunities', $count, 'steward' ), $number ),
		};
	}

	/**
	 * Through what, where it wasn't by hand; '' where that goes without saying.
	 */
	public static function cause( Notification $notification ): string {
		$detail = $notification->detail;
		return match ( $notification->cause ) {
			/* translators: %s: a form's name */
			'form'         => '' === $detail ? __( 'Through a form', 'steward' ) : sprintf( __( 'Through the form “%s”', 'steward' ), $detail ),
			/* translators: %s: a rule's name */
			'rule'         => '' === $detail ? __( 'By an assignment rule', 'steward' ) : sprintf( __( 'By the assignment rule “%s”', 'steward' ), $detail ),
			/* translators: %s: a workflow's name */
			'workflow'     => '' === $detail ? __( 'By a workflow', 'steward' ) : sprintf( __( 'By the workflow “%s”', 'steward' ), $detail ),
			'sync'         => __( 'Kept in sync with an owner', 'steward' ),
			'import'       => __( 'Through an import', 'steward' ),
			/* translators: %s: a person's name */
			'user_deleted' => '' === $detail ? __( 'Because its owner left', 'steward' ) : sprintf( __( 'Because %s left', 'steward' ), $detail ),
			default        => '',
		};
	}

	/**
	 * @return string With %1$s for what and %2$s for who.
	 */
	private static function active( Notification $notification ): string {
		return match ( $notification->kind ) {
			/* translators: 1: a contact's name, or "12 contacts"; 2: a person */
			Kind::Assigned        => __( '%2$s made you the owner of %1$s.', 'steward' ),
			/* translators: 1: a contact's name, or "12 contacts"; 2: a person */
			Kind::Lost            => __( '%2$s changed the owner: you no longer own %1$s.', 'steward' ),
			/* translators: 1: a contact's name, or "12 contacts"; 2: a person */
			Kind::FollowerAdded   => __( '%2$s made you a follower of %1$s.', 'steward' ),
			/* translators: 1: a contact's name, or "12 contacts"; 2: a person */
			Kind::FollowerRemoved => __( '%2$s removed you as a follower of %1$s.', 'steward' ),
			/* translators: 1: a contact's name, or "12 contacts"; 2: a person */
			Kind::TaskAssigned    => $notification->count > 1 ? __( '%2$s gave you follow-ups on %1$s.', 'steward' ) : __( '%2$s gave you a follow-up on %1$s.', 'steward' ),
			/* translators: 1: a contact's name, or "12 contacts"; 2: a person */
			Kind::OwnerChanged    => 'claimed' === $notification->action ? __( '%2$s claimed %1$s.', 'steward' ) : __( '%2$s changed the owner of %1$s.', 'steward' ),
			Kind::Changed         => match ( $notification->action ) {
				/* translators: 1: a contact's name, or "12 contacts"; 2: a person */
				'trashed'  => __( '%2$s moved %1$s to the trash.', 'steward' ),
				/* translators: 1: a contact's name, or "12 contacts"; 2: a person */
				'restored' => __( '%2$s took %1$s out of the trash.', 'steward' ),
				/* translators: 1: a contact's name, or "12 contacts"; 2: a person */
				'follower_added', 'follower_removed' => __( '%2$s changed who follows %1$s.', 'steward' ),
				/* translators: 1: a contact's name, or "12 contacts"; 2: a person */
				default    => __( '%2$s changed %1$s.', 'steward' ),
			},
		};
	}

	/**
	 * @return string With %1$s for what.
	 */
	private static function passive( Notification $notification ): string {
		return match ( $notification->kind ) {
			/* translators: %1$s: a contact's name, or "12 contacts" */
			Kind::Assigned        => __( 'You now own %1$s.', 'steward' ),
			/* translators: %1$s: a contact's name, or "12 contacts" */
			Kind::Lost            => __( 'You no longer own %1$s.', 'steward' ),
			/* translators: %1$s: a contact's name, or "12 contacts" */
			Kind::FollowerAdded   => __( 'You now follow %1$s.', 'steward' ),
			/* translators: %1$s: a contact's name, or "12 contacts" */
			Kind::FollowerRemoved => __( 'You no longer follow %1$s.', 'steward' ),
			/* translators: %1$s: a contact's name, or "12 contacts" */
			Kind::TaskAssigned    => $notification->count > 1 ? __( 'You have follow-ups on %1$s.', 'steward' ) : __( 'You have a follow-up on %1$s.', 'steward' ),
			/* translators: %1$s: a contact's name, or "12 contacts" */
			Kind::OwnerChanged    => __( 'The owner of %1$s changed.', 'steward' ),
			Kind::Changed         => match ( $notification->action ) {
				/* translators: %1$s: a contact's name, or "12 contacts" */
				'submission' => __( 'There is a new submission from %1$s.', 'steward' ),
				/* translators: %1$s: a contact's name, or "12 contacts" */
				'follower_added', 'follower_removed' => __( 'The followers of %1$s changed.', 'steward' ),
				/* translators: %1$s: a contact's name, or "12 contacts" */
				default      => __( 'There are changes to %1$s.', 'steward' ),
			},
		};
	}
}
