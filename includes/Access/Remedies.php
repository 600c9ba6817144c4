<?php
/**
 * What would turn a refusal into a yes.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

use Steward\Ownership\Followers;
use Steward\Ownership\OwnedRecord;

/**
 * For each refusal the changes that help, in a form a program can apply, and whether the one who asks may make them. What
 * helps is tried out: the policy decides once more as if the change were made.
 */
final class Remedies {

	public function __construct( private readonly Gate $gate, private readonly RecordAccess $access ) {
	}

	/**
	 * The remedies of one refusal.
	 *
	 * @param Actor $person   Who is refused.
	 * @param Actor $viewer   Who asks, and might help.
	 * @param bool  $manages  Whether who asks manages Steward.
	 * @return list<array<string, mixed>> Each { kind, allowed, label, … }.
	 */
	public function of( Verb $verb, Reason $reason, Actor $person, OwnedRecord $record, Actor $viewer, bool $manages ): array {
		if ( Reason::NotAMember === $reason ) {
			return array( self::remedy( 'give_role', $manages, __( 'Give them a CRM role', 'steward' ) ) );
		}
		if ( Reason::SingleOwner === $reason ) {
			return array( self::remedy( 'separate_owners', $manages, __( 'Turn on “Allow different owners for contacts and its opportunities”', 'steward' ) ) );
		}
		$subject = $this->access->subject( $record, $person );
		$missing = self::missing( $reason );
		if ( null !== $missing ) {
			return array( self::remedy( 'grant_permission', $manages, self::grant_label( $missing ), array( 'permission' => $missing ) + self::roles( $person ) ) );
		}
		return array_values(
			array_filter(
				array(
					$this->claim( $verb, $person, $subject, $viewer ),
					$this->reassign( $verb, $person, $subject, $record, $viewer ),
					$this->follow( $verb, $person, $subject, $record, $viewer ),
					$this->widen( $verb, $person, $subject, $manages ),
					Reason::UnassignedHidden === $reason ? self::remedy( 'show_unassigned', $manages, __( 'Show unassigned records to members with view scope Owned', 'steward' ) ) : null,
				)
			)
		);
	}

	/**
	 * @return array<string, mixed>|null
	 */
	private function claim( Verb $verb, Actor $person, Subject $subject, Actor $viewer ): ?array {
		return Verb::Claim !== $verb && $this->gate->decide( $person, Verb::Claim, $subject )->allowed && $this->helps( $person, $verb, $this->owned( $subject, $person ) )
			? self::remedy( 'claim', $viewer->is( $person->id ), __( 'Claim it', 'steward' ) )
			: null;
	}

	/**
	 * @return array<string, mixed>|null
	 */
	private function reassign( Verb $verb, Actor $person, Subject $subject, OwnedRecord $record, Actor $viewer ): ?array {
		// Whoever wants to claim wants to own.
		if ( Relation::Owner === $subject->relation_to( $person ) || ( Verb::Claim !== $verb && ! $this->helps( $person, $verb, $this->owned( $subject, $person ) ) ) ) {
			return null;
		}
		return self::remedy(
			'reassign',
			$this->access->decide( $viewer, Verb::Reassign, $record )->allowed,
			/* translators: %s: a person's name */
			sprintf( __( 'Reassign it to %s', 'steward' ), self::name( $person ) ),
			array( 'user' => $person->id )
		);
	}

	/**
	 * @return array<string, mixed>|null
	 */
	private function follow( Verb $verb, Actor $person, Subject $subject, OwnedRecord $record, Actor $viewer ): ?array {
		$followed = new Subject( $subject->type, $subject->id, $subject->owner, array( ...$subject->followers, $person->id ), $this->gate->owner_updates( $subject->owner, $subject->type ), $subject->single_owner, $subject->trashed );
		if ( $subject->is_followed_by( $person ) || ! $this->helps( $person, $verb, $followed ) ) {
			return null;
		}
		return self::remedy(
			'add_follower',
			$this->access->decide( $viewer, Verb::Update, $record )->allowed && count( $subject->followers ) < Followers::LIMIT,
			/* translators: %s: a person's name */
			sprintf( __( 'Add %s as a follower', 'steward' ), self::name( $person ) ),
			array( 'user' => $person->id )
		);
	}

	/**
	 * @return array<string, mixed>|null
	 */
	private function widen( Verb $verb, Actor $person, Subject $subject, bool $manages ): ?array {
		$type = $subject->type;
		$now  = $this->gate->unnarrowed( $person );
		if ( $this->helps( $now, $verb, $subject ) ) {
			return self::remedy( 'lift_only_assigned', $manages, __( 'Switch off “Only Assigned Data” for them', 'steward' ), array( 'user' => $person->id ) );
		}
		$all = array(
			__( 'Widen the view scope of their role to All', 'steward' )             => array( 'view' => Reach::All ),
			__( 'Widen the update scope of their role to All', 'steward' )           => array( 'update' => Reach::All ),
			__( 'Widen the view and update scopes of their role to All', 'steward' ) => array(
				'view'   => Reach::All,
				'update' => Reach::All,
			),
		);
		foreach ( $all as $label => $scopes ) {
			if ( $this->helps( Actor::user( $person->id, array( $type->value => $now->permissions( $type )->widened( $scopes ) ) ), $verb, $subject ) ) {
				$cells = array( $type->plural() => array_fill_keys( array_keys( $scopes ), Reach::All->value ) );
				return self::remedy( 'widen_role', $manages, $label, array( 'cells' => $cells ) + self::roles( $person ) );
			}
		}
		return null;
	}

	private function helps( Actor $person, Verb $verb, Subject $subject ): bool {
		return $this->gate->decide( $person, $verb, $subject )->allowed;
	}

	/**
	 * The record as if it were the person's.
	 */
	private function owned( Subject $subject, Actor $person ): Subject {
		return new Subject( $subject->type, $subject->id, $person->id, $subject->followers, $this->gate->owner_updates( $person->id, $subject->type ), $subject->single_owner, $subject->trashed );
	}

	/**
	 * The permission that a reason misses, by its name in the Role Manager.
	 */
	private static function missing( Reason $reason ): ?string {
		return match ( $reason ) {
			Reason::MissingCreate   => 'create',
			Reason::MissingUpdate   => 'update',
			Reason::MissingReassign => 'reassign',
			Reason::MissingDelete   => 'delete',
			default                 => null,
		};
	}

	private static function grant_label( string $permission ): string {
		return match ( $permission ) {
			'create'   => __( 'Give their role the permission “Create & claim”', 'steward' ),
			'reassign' => __( 'Give their role the permission “Reassign”', 'steward' ),
			'delete'   => __( 'Give their role the permission “Delete”', 'steward' ),
			default    => __( 'Give their role an update scope', 'steward' ),
		};
	}

	/**
	 * @return array{roles: list<array{role: string, name: string}>}
	 */
	private static function roles( Actor $person ): array {
		$user  = get_userdata( $person->id );
		$roles = array();
		foreach ( $user instanceof \WP_User ? $user->roles : array() as $role ) {
			$roles[] = array(
				'role' => $role,
				'name' => translate_user_role( wp_roles()->role_names[ $role ] ?? $role ),
			);
		}
		return array( 'roles' => $roles );
	}

	private static function name( Actor $person ): string {
		$user = get_userdata( $person->id );
		return $user instanceof \WP_User ? $user->display_name : '';
	}

	/**
	 * @param array<string, mixed> $more What a program needs to apply it.
	 * @return array<string, mixed>
	 */
	private static function remedy( string $kind, bool $allowed, string $label, array $more = array() ): array {
		return array(
			'kind'    => $kind,
			'allowed' => $allowed,
			'label'   => $label,
		) + $more;
	}
}
