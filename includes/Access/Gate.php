<?php
/**
 * Where WordPress meets the policy.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

use Steward\Settings\Settings;

/**
 * Turns WordPress users into actors, asks the policy, and lets extensions refuse more.
 */
final class Gate {

	/** Per-user switch, stored per site: both scopes count as at most Owned. */
	public const ONLY_ASSIGNED_DATA = 'steward_only_assigned_data';

	/** @var bool Whether Steward itself acts where nobody is signed in. */
	private bool $system_without_user = false;

	/**
	 * The actor a user is on the current site; somebody unknown is nobody.
	 */
	public function actor( int $user_id ): Actor {
		$user = $user_id > 0 ? get_userdata( $user_id ) : false;
		if ( ! $user instanceof \WP_User ) {
			return Actor::nobody();
		}
		return $this->of_user( $user );
	}

	/**
	 * The actor a user would be if roles had other capabilities.
	 *
	 * @param array<string, array<string, bool>> $roles Role => its capabilities as they would be; other roles stay.
	 */
	public function actor_with( \WP_User $user, array $roles ): Actor {
		return $this->of_user( self::user_with( $user, $roles ) );
	}

	/**
	 * A user as they would be if roles had other capabilities.
	 *
	 * @param array<string, array<string, bool>> $roles Role => its capabilities as they would be; other roles stay.
	 */
	public static function user_with( \WP_User $user, array $roles ): \WP_User {
		$changed = clone $user;
		$caps    = array();
		// As WP_User::get_role_caps() does: a later role overrides, and what is given to or taken from the user alone stays.
		foreach ( $user->roles as $role ) {
			$caps = array_merge( $caps, $roles[ $role ] ?? get_role( $role )->capabilities ?? array() );
		}
		$changed->allcaps = array_merge( $caps, $user->caps );
		return $changed;
	}

	/**
	 * The signed-in user. Edges only: REST, WP-CLI, wp-admin.
	 */
	public function current(): Actor {
		return $this->system_without_user && 0 === get_current_user_id() ? Actor::system() : $this->actor( get_current_user_id() );
	}

	/**
	 * From now on Steward itself acts where nobody is signed in: on the command line, whose user owns the site's files.
	 */
	public function act_as_system_without_user(): void {
		$this->system_without_user = true;
	}

	/**
	 * Whether whoever acts has a capability of Steward's own that is about no record. Edges only.
	 */
	public function currently_has( string $capability ): bool {
		return $this->current()->is_system || current_user_can( $capability );
	}

	/**
	 * Whether a user may own records of a kind: a CRM member of this site.
	 */
	public function may_own( int $user_id, RecordType $type ): bool {
		return $this->actor( $user_id )->permissions( $type )->is_member();
	}

	/**
	 * Whether an owner's own role lets them update what they own: what their followers inherit.
	 *
	 * @param int|null $owner User id; null is unassigned and gives nothing.
	 */
	public function owner_updates( ?int $owner, RecordType $type ): bool {
		$user = null !== $owner && $owner > 0 ? get_userdata( $owner ) : false;
		// Each row of a list may ask about another owner: only the scopes are read, and Only Assigned Data changes nothing here.
		return $user instanceof \WP_User && ( self::is_above_roles( $user->ID ) || self::scopes( $user, $type )->updates_owned() );
	}

	/**
	 * Decides one question. Extensions may refuse what is allowed, never allow what is refused; sight of a record is not
	 * theirs to change here, since lists could not follow.
	 */
	public function decide( Actor $actor, Verb $verb, Subject $subject ): Decision {
		return Decision::of( $this->explain( $actor, $verb, $subject ), $subject->type );
	}

	/**
	 * The way to that decision, rule by rule.
	 *
	 * @return non-empty-list<Step>
	 */
	public function explain( Actor $actor, Verb $verb, Subject $subject ): array {
		$steps = AccessPolicy::explain( $actor, $verb, $subject );
		return Decision::of( $steps, $subject->type )->allowed && Verb::View !== $verb && has_filter( 'steward_access_decision' )
			? array( ...$steps, new Step( Rule::Extensions, $this->refused_by_filter( $actor, $verb, $subject ) ? Reason::RefusedByFilter : null ) )
			: $steps;
	}

	/**
	 * The actor as they would be without Only Assigned Data.
	 */
	public function unnarrowed( Actor $actor ): Actor {
		$user = get_userdata( $actor->id );
		return $user instanceof \WP_User ? $this->whole( $user ) : $actor;
	}

	/**
	 * The actor a user would be without Only Assigned Data.
	 *
	 * @param string|null $role A role to look at instead of those they have.
	 */
	public function whole( \WP_User $user, ?string $role = null ): Actor {
		if ( null !== $role ) {
			$user        = clone $user;
			$user->roles = array( $role );
			$user        = self::user_with( $user, array() );
		}
		return $this->of_user( $user, false );
	}

	/**
	 * The actor as they would be with Only Assigned Data; a super admin isn't narrowed.
	 */
	public function narrowed( Actor $actor ): Actor {
		$whole = $this->unnarrowed( $actor );
		if ( self::is_above_roles( $actor->id ) ) {
			return $whole;
		}
		$permissions = array();
		foreach ( RecordType::cases() as $type ) {
			$permissions[ $type->value ] = $whole->permissions( $type )->only_assigned();
		}
		return Actor::user( $actor->id, $permissions );
	}

	/**
	 * Whether Only Assigned Data is on for a user.
	 */
	public function is_narrowed( int $user_id ): bool {
		return (bool) get_user_option( self::ONLY_ASSIGNED_DATA, $user_id );
	}

	private function refused_by_filter( Actor $actor, Verb $verb, Subject $subject ): bool {
		try {
			/**
			 * Filters an access decision, to refuse more than the roles do.
			 *
			 * @param bool   $allowed True: Steward itself allows it.
			 * @param string $verb    update, claim, reassign or delete.
			 * @param int    $user_id Who acts; 0 is Steward itself.
			 * @param array{object_type: string, id: int, owner: int|null, relation: string} $record The record.
			 */
			$allowed = apply_filters(
				'steward_access_decision',
				true,
				$verb->value,
				$actor->id,
				array(
					'object_type' => $subject->type->value,
					'id'          => $subject->id,
					'owner'       => $subject->owner,
					'relation'    => $subject->relation_to( $actor )->value,
				)
			);
		} catch ( \Throwable ) {
			return true; // Fail closed.
		}
		return true !== $allowed;
	}

	/**
	 * @param bool $narrow Whether Only Assigned Data counts.
	 */
	private function of_user( \WP_User $user, bool $narrow = true ): Actor {
		$permissions = array();
		foreach ( RecordType::cases() as $type ) {
			$permissions[ $type->value ] = $this->permissions( $user, $type, $narrow );
		}
		return Actor::user( $user->ID, $permissions );
	}

	private function permissions( \WP_User $user, RecordType $type, bool $narrow ): Permissions {
		if ( self::is_above_roles( $user->ID ) ) {
			return Permissions::all();
		}
		$has         = static fn ( string $what ): bool => $user->has_cap( Capabilities::of( $what, $type ) );
		$scopes      = self::scopes( $user, $type );
		$permissions = new Permissions(
			$scopes->view,
			$scopes->update,
			$has( 'create' ),
			$has( 'reassign' ),
			$has( 'delete' ),
			$has( 'import' ),
			$has( 'export' ),
			Settings::owned_scope_sees_unassigned(),
		);
		return $narrow && $this->is_narrowed( $user->ID ) ? $permissions->only_assigned() : $permissions;
	}

	/**
	 * What a user's roles say of both scopes, and nothing else.
	 */
	private static function scopes( \WP_User $user, RecordType $type ): Permissions {
		$has = static fn ( string $what ): bool => $user->has_cap( Capabilities::of( $what, $type ) );
		return new Permissions( Reach::of( $has( 'view' ), $has( 'view_others' ) ), Reach::of( $has( 'edit' ), $has( 'edit_others' ) ) );
	}

	/**
	 * Whether this is a super admin of a multisite, who may do everything.
	 */
	private static function is_above_roles( int $user_id ): bool {
		return is_multisite() && is_super_admin( $user_id );
	}
}
