<?php
/**
 * What would help, in words.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

/**
 * One thing to do as a sentence, or as what follows in one: "Give their role the permission “Reassign”, and reassign it to Ana".
 */
final class RemedyText {

	/**
	 * One thing to do.
	 *
	 * @param non-empty-list<Change> $thing      A change, or the changes of a role's cells.
	 * @param string                 $person     Whom it helps.
	 * @param list<string>           $roles      Names of the roles it is about.
	 * @param bool                   $of_contact Whether the owner changes with the contact's.
	 * @param bool                   $follows    Whether something else comes first.
	 */
	public static function of( array $thing, string $person, array $roles, bool $of_contact, bool $follows = false ): string {
		return match ( $thing[0] ) {
			Change::Restore        => $follows ? __( 'and restore it from the trash', 'steward' ) : __( 'Restore it from the trash', 'steward' ),
			Change::SeparateOwners => $follows ? __( 'and turn on “Allow different owners for contacts and its opportunities”', 'steward' ) : __( 'Turn on “Allow different owners for contacts and its opportunities”', 'steward' ),
			Change::GiveRole       => self::give_role( $roles, $follows ),
			Change::LiftNarrowing  => $follows ? __( 'and switch off “Only Assigned Data” for them', 'steward' ) : __( 'Switch off “Only Assigned Data” for them', 'steward' ),
			Change::ShowUnassigned => $follows ? __( 'and show unassigned records to members with view scope Owned', 'steward' ) : __( 'Show unassigned records to members with view scope Owned', 'steward' ),
			Change::Claim          => $follows ? __( 'and they claim it', 'steward' ) : __( 'Claim it', 'steward' ),
			Change::Reassign       => sprintf( self::reassign( $of_contact, $follows ), $person ),
			/* translators: %s: a person's name */
			Change::Follow         => sprintf( $follows ? __( 'and add %s as a follower', 'steward' ) : __( 'Add %s as a follower', 'steward' ), $person ),
			Change::GrantCreate    => self::grant( __( 'Create & claim', 'steward' ), $thing, $follows ),
			Change::GrantReassign  => self::grant( __( 'Reassign', 'steward' ), $thing, $follows ),
			Change::GrantDelete    => self::grant( __( 'Delete', 'steward' ), $thing, $follows ),
			default                => self::widen( $thing, $follows ),
		};
	}

	/**
	 * Several things to do in one sentence.
	 *
	 * @param list<string> $texts As of() says them.
	 */
	public static function joined( array $texts ): string {
		/* translators: between the parts of a sentence such as "Give their role the permission “Reassign”, and reassign it to Ana" */
		return implode( __( ', ', 'steward' ), $texts );
	}

	private static function reassign( bool $of_contact, bool $follows ): string {
		if ( $of_contact ) {
			/* translators: %s: a person's name */
			return $follows ? __( 'and reassign its contact to %s', 'steward' ) : __( 'Reassign its contact to %s', 'steward' );
		}
		/* translators: %s: a person's name */
		return $follows ? __( 'and reassign it to %s', 'steward' ) : __( 'Reassign it to %s', 'steward' );
	}

	/**
	 * @param list<string> $roles Names.
	 */
	private static function give_role( array $roles, bool $follows ): string {
		$names = implode( __( ', ', 'steward' ), $roles );
		if ( 1 === count( $roles ) ) {
			/* translators: %s: a role's name */
			return sprintf( $follows ? __( 'and give them the role %s', 'steward' ) : __( 'Give them the role %s', 'steward' ), $names );
		}
		/* translators: %s: names of roles */
		return sprintf( $follows ? __( 'and give them one of the roles %s', 'steward' ) : __( 'Give them one of the roles %s', 'steward' ), $names );
	}

	/**
	 * @param non-empty-list<Change> $thing Cells of a role.
	 */
	private static function grant( string $permission, array $thing, bool $follows ): string {
		$scopes = self::scopes( $thing );
		if ( null === $scopes ) {
			/* translators: %s: name of a permission */
			return sprintf( $follows ? __( 'and give their role the permission “%s”', 'steward' ) : __( 'Give their role the permission “%s”', 'steward' ), $permission );
		}
		/* translators: 1: name of a permission, 2: such as "the update scope All" */
		return sprintf( $follows ? __( 'and give their role the permission “%1$s” and %2$s', 'steward' ) : __( 'Give their role the permission “%1$s” and %2$s', 'steward' ), $permission, $scopes );
	}

	/**
	 * @param non-empty-list<Change> $thing Cells of a role.
	 */
	private static function widen( array $thing, bool $follows ): string {
		/* translators: %s: such as "the view and update scopes All" */
		return sprintf( $follows ? __( 'and give their role %s', 'steward' ) : __( 'Give their role %s', 'steward' ), self::scopes( $thing ) ?? '' );
	}

	/**
	 * The scopes that a role gets; null where it gets none.
	 *
	 * @param list<Change> $thing Cells of a role.
	 */
	private static function scopes( array $thing ): ?string {
		$view = in_array( Change::ViewAll, $thing, true );
		return match ( true ) {
			in_array( Change::UpdateAll, $thing, true )   => $view ? __( 'the view and update scopes All', 'steward' ) : __( 'the update scope All', 'steward' ),
			in_array( Change::UpdateOwned, $thing, true ) => $view ? __( 'the view scope All and an update scope', 'steward' ) : __( 'an update scope', 'steward' ),
			$view                                         => __( 'the view scope All', 'steward' ),
			default                                       => null,
		};
	}
}
