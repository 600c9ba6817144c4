<?php
/**
 * Tests of what would help.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Unit\Access;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use Steward\Access\AccessPolicy;
use Steward\Access\Actor;
use Steward\Access\Change;
use Steward\Access\Permissions;
use Steward\Access\Reach;
use Steward\Access\RecordType;
use Steward\Access\RemedySearch;
use Steward\Access\Subject;
use Steward\Access\Verb;

/**
 * Over every role, verb and relation: what is offered helps, all of it is needed, and members are always offered something.
 */
final class RemedySearchTest extends TestCase {

	#[DataProvider( 'worlds' )]
	public function test_what_is_offered_helps_and_nothing_of_it_can_be_left_out( Verb $verb, bool $narrowed, bool $hidden, bool $trashed, bool $aligned ): void {
		$offered = 0;
		foreach ( AccessTable::cells() as $cell => list( $asked, $table, $situation ) ) {
			if ( $asked !== $verb || ! $table->is_member() ) {
				continue;
			}
			$whole   = new Permissions( $table->view, $table->update, $table->create, $table->reassign, $table->delete, false, false, ! $hidden );
			$subject = self::record( AccessTable::subject( $situation ), $aligned, $trashed );
			$answer  = fn ( array $changes ): bool => self::may_after( $changes, $verb, $whole, $narrowed, $subject );
			$found   = self::search( $whole, $narrowed, $subject )->of( $verb );
			// Out of the trash, apart from the contact and wider on both sides: that would be more than is offered.
			self::assertTrue( array() !== $found || ( $aligned && Verb::Reassign === $verb ), "Something always helps a member; $cell" );
			self::assertSame( $answer( array() ), array( array() ) === $found, "No change exactly where it is allowed; $cell" );
			foreach ( $found as $changes ) {
				$names = implode( ', ', array_map( static fn ( Change $change ): string => $change->value, $changes ) );
				self::assertTrue( $answer( $changes ), "$cell: $names" );
				self::assertLessThanOrEqual( 3, Change::parts( $changes ), "$cell: $names" );
				foreach ( array_keys( $changes ) as $at ) {
					$fewer = $changes;
					unset( $fewer[ $at ] );
					self::assertFalse( $answer( array_values( $fewer ) ), "Too much; $cell: $names" );
				}
				++$offered;
			}
		}
		self::assertGreaterThan( 100, $offered );
	}

	/**
	 * @return iterable<string, array{Verb, bool, bool, bool, bool}>
	 */
	public static function worlds(): iterable {
		foreach ( Verb::cases() as $verb ) {
			foreach ( range( 0, 15 ) as $bits ) {
				$narrowed = 0 < ( $bits & 1 );
				$hidden   = 0 < ( $bits & 2 );
				$trashed  = 0 < ( $bits & 4 );
				$aligned  = 0 < ( $bits & 8 );
				yield sprintf( '%s, narrowed %d, hidden %d, trashed %d, owner of the contact %d', $verb->value, $narrowed, $hidden, $trashed, $aligned ) => array( $verb, $narrowed, $hidden, $trashed, $aligned );
			}
		}
	}

	public function test_a_missing_permission_comes_with_what_else_is_needed(): void {
		$rep = new Permissions( Reach::Owned, Reach::Owned, true );
		self::assertEqualsCanonicalizing(
			array(
				array( Change::Reassign, Change::GrantReassign ),
				array( Change::GrantReassign, Change::ViewAll, Change::UpdateAll ),
			),
			self::search( $rep, false, AccessTable::subject( 'other' ) )->of( Verb::Reassign )
		);
		self::assertSame( array( array( Change::GrantReassign ) ), self::search( $rep, false, AccessTable::subject( 'owner' ) )->of( Verb::Reassign ) );
	}

	public function test_nobody_follows_a_record_whose_list_is_full(): void {
		$rep    = new Permissions( Reach::Owned, Reach::Owned );
		$search = new RemedySearch( AccessTable::ACTOR, $rep, false, AccessTable::subject( 'other' ), true, true, AccessPolicy::decide( ... ) );
		self::assertSame( array( array( Change::Reassign ), array( Change::ViewAll ) ), $search->of( Verb::View ) );
	}

	public function test_a_role_is_left_alone_where_it_cannot_be_changed(): void {
		$found = self::search( new Permissions( Reach::Owned, Reach::Owned ), false, AccessTable::subject( 'other' ) )->of( Verb::View, false );
		self::assertSame( array( array( Change::Reassign ), array( Change::Follow ) ), $found );
	}

	public function test_an_owner_that_is_the_contacts_needs_separate_owners_or_the_contact(): void {
		$manager = new Permissions( Reach::All, Reach::All, true, true );
		$deal    = new Subject( RecordType::Opportunity, 1, 8, array(), true, true );
		$search  = new RemedySearch( AccessTable::ACTOR, $manager, false, $deal, true, false, AccessPolicy::decide( ... ) );
		self::assertSame( array( array( Change::SeparateOwners ) ), $search->of( Verb::Reassign ) );
		self::assertSame( array( array( Change::Reassign ) ), $search->of( Verb::Claim ), 'With its contact it becomes theirs.' );
	}

	public function test_who_follows_a_hidden_unassigned_record_may_claim_it(): void {
		$rep   = new Permissions( Reach::Owned, Reach::Owned, true, false, false, false, false, false );
		$found = self::search( $rep, false, AccessTable::subject( 'unassigned' ) )->of( Verb::Claim );
		self::assertSame( array( array( Change::Reassign ), array( Change::Follow ), array( Change::ViewAll ), array( Change::ShowUnassigned ) ), $found );
		// With the permission, but without sight: to follow is enough for the rest, too.
		$mover = new Permissions( Reach::Owned, Reach::All, true, true, true );
		self::assertContains( array( Change::Follow ), self::search( $mover, false, AccessTable::subject( 'other' ) )->of( Verb::Reassign ) );
		self::assertContains( array( Change::Follow ), self::search( $mover, false, AccessTable::subject( 'other' ) )->of( Verb::Delete ) );
	}

	/**
	 * The record as an opportunity with its contact's owner, or as it is.
	 */
	private static function record( Subject $subject, bool $aligned, bool $trashed ): Subject {
		return new Subject( $aligned ? RecordType::Opportunity : $subject->type, $subject->id, $subject->owner, $subject->followers, $subject->owner_updates, $aligned, $trashed );
	}

	private static function search( Permissions $whole, bool $narrowed, Subject $subject ): RemedySearch {
		return new RemedySearch( AccessTable::ACTOR, $whole, $narrowed, $subject, AccessTable::ACTOR === $subject->owner ? $whole->updates_owned() : $subject->owner_updates, false, AccessPolicy::decide( ... ) );
	}

	/**
	 * What the policy says once the changes are made, written down here once more: whether they may, or own what they wanted to claim.
	 *
	 * @param list<Change> $changes Changes.
	 */
	private static function may_after( array $changes, Verb $verb, Permissions $whole, bool $narrowed, Subject $subject ): bool {
		$view    = $whole->view;
		$update  = $whole->update;
		$create  = $whole->create;
		$moves   = $whole->reassign;
		$deletes = $whole->delete;
		$pool    = $whole->sees_unassigned;
		$owner   = $subject->owner;
		$follows = $subject->followers;
		$trashed = $subject->trashed;
		$aligned = $subject->single_owner;
		// First what is done to roles, settings and the trash, then what changes hands.
		foreach ( $changes as $change ) {
			match ( $change ) {
				Change::Restore        => $trashed  = false,
				Change::SeparateOwners => $aligned  = false,
				Change::LiftNarrowing  => $narrowed = false,
				Change::ShowUnassigned => $pool     = true,
				Change::GrantCreate    => $create   = true,
				Change::GrantReassign  => $moves    = true,
				Change::GrantDelete    => $deletes  = true,
				Change::ViewAll        => $view     = Reach::All,
				Change::UpdateOwned    => $update   = Reach::All === $update ? $update : Reach::Owned,
				default                => null,
			};
		}
		if ( in_array( Change::UpdateAll, $changes, true ) && Reach::None !== $update ) {
			$update = Reach::All;
		}
		$permissions = new Permissions( $view, $update, $create, $moves, $deletes, false, false, $pool );
		$actor       = Actor::user( AccessTable::ACTOR, array( $subject->type->value => $narrowed ? $permissions->only_assigned() : $permissions ) );
		foreach ( $changes as $change ) {
			if ( Change::Claim === $change && ! AccessPolicy::decide( $actor, Verb::Claim, new Subject( $subject->type, 1, $owner, $follows, false, $aligned, $trashed ) )->allowed ) {
				return false;
			}
			if ( in_array( $change, array( Change::Claim, Change::Reassign ), true ) ) {
				$owner = AccessTable::ACTOR;
			}
			if ( Change::Follow === $change ) {
				$follows[] = AccessTable::ACTOR;
			}
			if ( $trashed && in_array( $change, array( Change::Claim, Change::Reassign, Change::Follow ), true ) ) {
				return false;
			}
		}
		$after = new Subject( $subject->type, 1, $owner, $follows, AccessTable::ACTOR === $owner ? $permissions->updates_owned() : $subject->owner_updates, $aligned, $trashed );
		return ( Verb::Claim === $verb && $actor->is( $owner ) ) || AccessPolicy::decide( $actor, $verb, $after )->allowed;
	}
}
