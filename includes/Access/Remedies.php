<?php
/**
 * What would turn a refusal into a yes.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

use Steward\Opportunities\Opportunity;
use Steward\Ownership\Followers;
use Steward\Ownership\OwnedRecord;

/**
 * For each refusal the changes that help, in a form a program can apply, and whether the one who asks may make them. What
 * helps is tried out: the policy decides once more as if the changes were made.
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
	public function of( Verb $verb, Actor $person, OwnedRecord $record, Actor $viewer, bool $manages ): array {
		$user = get_userdata( $person->id );
		if ( ! $user instanceof \WP_User ) {
			return array();
		}
		$found  = array_filter( $this->search( $verb, $user, $record, $viewer ), static fn ( array $remedy ): bool => array() !== $remedy['changes'] );
		$parts  = array_map( static fn ( array $remedy ): int => Change::parts( $remedy['changes'] ), $found );
		$fewest = array() === $parts ? 0 : min( $parts );
		// Much more to do than need be is no help.
		$near = array_filter( $found, static fn ( array $remedy ): bool => Change::parts( $remedy['changes'] ) <= $fewest + 1 );
		usort( $near, static fn ( array $one, array $other ): int => Change::parts( $one['changes'] ) <=> Change::parts( $other['changes'] ) );
		return array_map( fn ( array $remedy ): array => $this->remedy( $remedy['changes'], $remedy['roles'], $user, $record, $viewer, $manages ), $near );
	}

	/**
	 * The changes that help, and the roles they are about.
	 *
	 * @return list<array{changes: list<Change>, roles: list<string>}>
	 */
	private function search( Verb $verb, \WP_User $user, OwnedRecord $record, Actor $viewer ): array {
		$whole = $this->gate->whole( $user )->permissions( $record->type() );
		$roles = array_values( $user->roles );
		if ( ! $whole->is_member() ) {
			return $this->with_another_role( $verb, $user, $record, $viewer );
		}
		return array_map(
			static fn ( array $changes ): array => array(
				'changes' => $changes,
				'roles'   => $roles,
			),
			// Whose capabilities come from no role has no role that could get more.
			$this->searcher( $whole, $user, $record, $viewer )->of( $verb, array() !== $roles )
		);
	}

	/**
	 * What helps somebody who gets a role, for each role; roles that need the same beside are named together.
	 *
	 * @return list<array{changes: list<Change>, roles: list<string>}>
	 */
	private function with_another_role( Verb $verb, \WP_User $user, OwnedRecord $record, Actor $viewer ): array {
		$roles  = array_map( strval( ... ), array_keys( wp_roles()->role_names ) );
		$humble = array_filter( $roles, static fn ( string $role ): bool => true !== ( get_role( $role )->capabilities['manage_options'] ?? false ) );
		$found  = array();
		// Nobody is made an administrator of the site for a contact, where any other role does.
		foreach ( array( $humble, $roles ) as $some ) {
			foreach ( array() === $found ? $some : array() as $role ) {
				$whole = $this->gate->whole( $user, $role )->permissions( $record->type() );
				foreach ( $whole->is_member() ? $this->searcher( $whole, $user, $record, $viewer )->of( $verb, false ) : array() as $changes ) {
					$key           = implode( ' ', array_map( static fn ( Change $change ): string => $change->value, $changes ) );
					$found[ $key ] = array(
						'changes' => array( Change::GiveRole, ...$changes ),
						'roles'   => array( ...( $found[ $key ]['roles'] ?? array() ), $role ),
					);
				}
			}
		}
		return array_values( $found );
	}

	private function searcher( Permissions $whole, \WP_User $user, OwnedRecord $record, Actor $viewer ): RemedySearch {
		$subject = $this->access->subject( $record, Actor::user( $user->ID, array() ) );
		// Whoever may not see the record isn't told more of it by what is offered.
		$told = $this->access->may_view( $viewer, $record );
		return new RemedySearch(
			$user->ID,
			$whole,
			$this->gate->is_narrowed( $user->ID ),
			$told ? $subject : $subject->changed( trashed: false ),
			$this->gate->owner_updates( $subject->owner, $subject->type ),
			$told && count( $subject->followers ) >= Followers::LIMIT,
			$this->gate->decide( ... )
		);
	}

	/**
	 * Changes as a remedy: of one thing to do, or of several, each of which is named as a part.
	 *
	 * @param list<Change> $changes Changes.
	 * @param list<string> $roles   The roles they are about.
	 * @return array<string, mixed>
	 */
	private function remedy( array $changes, array $roles, \WP_User $user, OwnedRecord $record, Actor $viewer, bool $manages ): array {
		$of_role = array_values( array_filter( $changes, static fn ( Change $change ): bool => null !== $change->cell() ) );
		$things  = array();
		foreach ( Change::cases() as $change ) {
			if ( null === $change->cell() && in_array( $change, $changes, true ) ) {
				$things[] = array( $change );
			} elseif ( in_array( $change, $of_role, true ) ) {
				$things[] = $of_role;
				$of_role  = array();
			}
		}
		// As it will be for whoever helps, once what comes first is done.
		$theirs = $this->access->subject( $record, $viewer );
		$theirs = $theirs->changed(
			$theirs->single_owner && ! in_array( Change::SeparateOwners, $changes, true ),
			$theirs->trashed && ! in_array( Change::Restore, $changes, true )
		);
		$named  = self::named( $roles );
		$names  = array_column( $named, 'name' );
		$words  = array();
		$parts  = array();
		foreach ( $things as $at => $thing ) {
			$words[] = RemedyText::of( $thing, $user->display_name, $names, $theirs->single_owner, $at > 0 );
			$parts[] = array(
				'kind'    => self::kind( $thing, $theirs->single_owner ),
				'allowed' => $this->is_theirs( $thing[0], $user, $theirs, $record, $viewer, $manages ),
				'label'   => RemedyText::of( $thing, $user->display_name, $names, $theirs->single_owner ),
			) + ( Change::Reassign === $thing[0] && $theirs->single_owner && $record instanceof Opportunity ? array( 'contact' => $record->contact_id ) : array() ) + self::details( $thing, $user->ID, $named, $record->type() );
		}
		return 1 === count( $parts ) ? $parts[0] : array(
			'kind'    => 'combination',
			'allowed' => ! in_array( false, array_column( $parts, 'allowed' ), true ),
			'label'   => RemedyText::joined( $words ),
			'parts'   => $parts,
		);
	}

	/**
	 * Whether whoever asks may do it themself.
	 *
	 * @param Subject $theirs The record as it will be, as who asks is to it.
	 */
	private function is_theirs( Change $change, \WP_User $user, Subject $theirs, OwnedRecord $record, Actor $viewer, bool $manages ): bool {
		return match ( $change ) {
			Change::Claim    => $viewer->is( $user->ID ),
			// Whether of this very contact, its page tells.
			Change::Reassign => $theirs->single_owner ? $viewer->permissions( RecordType::Contact )->reassign : $this->gate->decide( $viewer, Verb::Reassign, $theirs )->allowed,
			Change::Follow   => $this->gate->decide( $viewer, Verb::Update, $theirs )->allowed,
			Change::Restore  => $this->access->decide( $viewer, Verb::Delete, $record )->allowed,
			default          => $manages,
		};
	}

	/**
	 * @param non-empty-list<Change> $thing      One thing to do.
	 * @param bool                   $of_contact Whether the owner changes with the contact's.
	 */
	private static function kind( array $thing, bool $of_contact ): string {
		if ( null === $thing[0]->cell() ) {
			return $of_contact && Change::Reassign === $thing[0] ? 'reassign_contact' : $thing[0]->value;
		}
		return null === self::permission( $thing ) ? 'widen_role' : 'grant_permission';
	}

	/**
	 * The permission that is given, by its name in the Role Manager; null where only scopes get wider.
	 *
	 * @param non-empty-list<Change> $thing Cells of a role.
	 */
	private static function permission( array $thing ): ?string {
		return match ( true ) {
			in_array( $thing[0], array( Change::GrantCreate, Change::GrantReassign, Change::GrantDelete ), true ) => $thing[0]->cell()[0] ?? null,
			array( Change::UpdateOwned ) === $thing => 'update',
			default                                 => null,
		};
	}

	/**
	 * What a program needs to do it.
	 *
	 * @param non-empty-list<Change>                  $thing One thing to do.
	 * @param list<array{role: string, name: string}> $roles The roles it is about.
	 * @return array<string, mixed>
	 */
	private static function details( array $thing, int $user, array $roles, RecordType $type ): array {
		if ( in_array( $thing[0], array( Change::Reassign, Change::Follow, Change::LiftNarrowing ), true ) ) {
			return array( 'user' => $user );
		}
		if ( Change::GiveRole === $thing[0] ) {
			return array(
				'user'  => $user,
				'roles' => $roles,
			);
		}
		$cells = array();
		foreach ( $thing as $change ) {
			$cell = $change->cell();
			if ( null !== $cell ) {
				$cells[ $cell[0] ] = $cell[1];
			}
		}
		$permission = self::permission( $thing );
		return array() === $cells ? array() : array(
			'cells' => array( $type->plural() => $cells ),
			'roles' => $roles,
		) + ( null === $permission ? array() : array( 'permission' => $permission ) );
	}

	/**
	 * @param list<string> $roles Roles.
	 * @return list<array{role: string, name: string}>
	 */
	private static function named( array $roles ): array {
		return array_map(
			static fn ( string $role ): array => array(
				'role' => $role,
				'name' => translate_user_role( wp_roles()->role_names[ $role ] ?? $role ),
			),
			$roles
		);
	}
}
