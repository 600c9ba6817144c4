<?php
/**
 * Tests of the access policy.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Unit\Access;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use Steward\Access\AccessPolicy;
use Steward\Access\Actor;
use Steward\Access\Permissions;
use Steward\Access\Reach;
use Steward\Access\Reason;
use Steward\Access\RecordType;
use Steward\Access\Relation;
use Steward\Access\Subject;
use Steward\Access\Verb;

/**
 * Holds the policy to the table of the rules, and the table to be whole.
 */
final class AccessPolicyTest extends TestCase {

	/**
	 * The policy's answer in each cell; hundreds of them, so not a test each.
	 */
	#[DataProvider( 'verbs' )]
	public function test_answers_as_the_table_says( Verb $verb ): void {
		$checked = 0;
		foreach ( AccessTable::cells() as $cell => list( $asked, $permissions, $situation, $expected ) ) {
			if ( $asked !== $verb ) {
				continue;
			}
			$decision = AccessPolicy::decide( AccessTable::actor( $permissions ), $verb, AccessTable::subject( $situation ) );
			self::assertSame( $expected, $decision->allowed ? 'yes' : $decision->reason?->value, $cell );
			self::assertSame( $decision->allowed, null === $decision->reason, "A reason exactly when refused; $cell" );
			++$checked;
		}
		self::assertGreaterThan( 100, $checked );
	}

	/**
	 * @return iterable<string, array{Verb}>
	 */
	public static function verbs(): iterable {
		foreach ( Verb::cases() as $verb ) {
			yield $verb->value => array( $verb );
		}
	}

	/**
	 * A new verb, scope or relation needs its rows before the policy may know it.
	 */
	public function test_table_has_every_role_verb_and_relation_exactly_once(): void {
		$seen = array();
		foreach ( AccessTable::cells() as list( $verb, $permissions, $situation ) ) {
			$key          = json_encode( array( $verb, $permissions->view, $permissions->update, $permissions->create, $permissions->reassign, $permissions->delete, $situation ) );
			$seen[ $key ] = ( $seen[ $key ] ?? 0 ) + 1;
		}
		$expected = count( Verb::cases() ) * count( Reach::cases() ) ** 2 * 8 * count( AccessTable::SITUATIONS );
		self::assertCount( $expected, $seen, 'A verb, a scope or a relation has no row in the table.' );
		self::assertSame( array( 1 ), array_values( array_unique( $seen ) ), 'A cell is in two rows.' );
		foreach ( Relation::cases() as $relation ) {
			self::assertContains( $relation, AccessTable::SITUATIONS, "No column for {$relation->value}." );
		}
		foreach ( AccessTable::SITUATIONS as $situation => $relation ) {
			self::assertSame( $relation, AccessTable::subject( $situation )->relation_to( AccessTable::actor( new Permissions() ) ), $situation );
		}
	}

	/**
	 * What is allowed is also in the lists: sight and the scope are one.
	 */
	public function test_scope_matches_exactly_what_may_be_viewed(): void {
		foreach ( AccessTable::cells() as $cell => list( $verb, $permissions, $situation ) ) {
			$actor   = AccessTable::actor( $permissions );
			$subject = AccessTable::subject( $situation );
			$views   = AccessPolicy::decide( $actor, Verb::View, $subject )->allowed;
			self::assertSame( $views, AccessPolicy::view_scope( $actor, RecordType::Contact )->matches( $subject ), $cell );
			if ( AccessPolicy::decide( $actor, $verb, $subject )->allowed ) {
				self::assertTrue( $views, "Nobody does anything to what they can't see; $cell" );
			}
		}
	}

	/**
	 * Only Assigned Data makes both scopes at most Owned, and takes nothing else.
	 */
	public function test_only_assigned_data_answers_like_the_scope_owned(): void {
		foreach ( AccessTable::cells() as $cell => list( $verb, $permissions, $situation ) ) {
			$narrow   = new Permissions( $permissions->view->at_most_owned(), $permissions->update->at_most_owned(), $permissions->create, $permissions->reassign, $permissions->delete );
			$subject  = AccessTable::subject( $situation );
			$expected = AccessPolicy::decide( AccessTable::actor( $narrow ), $verb, $subject );
			self::assertEquals( $expected, AccessPolicy::decide( AccessTable::actor( $permissions->only_assigned() ), $verb, $subject ), $cell );
		}
		self::assertSame( array( Reach::None, Reach::Owned, Reach::Owned ), array_map( static fn ( Reach $reach ): Reach => $reach->at_most_owned(), Reach::cases() ) );
	}

	/**
	 * Nobody is refused everything, even what id 0 "owns" or follows and even with permissions.
	 */
	public function test_nobody_is_never_an_owner_or_follower(): void {
		$records  = array(
			new Subject( RecordType::Contact, 1, 0, array( 0 ), true ),
			new Subject( RecordType::Contact, 1, null, array( 0 ), true ),
		);
		$nobodies = array( Actor::nobody(), Actor::user( 0, array( 'contact' => Permissions::all() ) ), Actor::user( -1, array( 'contact' => Permissions::all() ) ) );
		foreach ( $nobodies as $nobody ) {
			foreach ( $records as $record ) {
				foreach ( Verb::cases() as $verb ) {
					self::assertSame( Reason::NotAMember, AccessPolicy::decide( $nobody, $verb, $record )->reason );
				}
				self::assertNotContains( $record->relation_to( $nobody ), array( Relation::Owner, Relation::Follower ) );
			}
			self::assertTrue( AccessPolicy::view_scope( $nobody, RecordType::Contact )->is_nothing() );
			self::assertSame( Reason::NotAMember, AccessPolicy::decide_create( $nobody, RecordType::Contact )->reason );
		}
	}

	/**
	 * A user of whom nothing is known has no permission.
	 */
	public function test_missing_permissions_give_nothing(): void {
		$actor = Actor::user( AccessTable::ACTOR, array() );
		foreach ( array_keys( AccessTable::SITUATIONS ) as $situation ) {
			foreach ( Verb::cases() as $verb ) {
				self::assertSame( Reason::NotAMember, AccessPolicy::decide( $actor, $verb, AccessTable::subject( $situation ) )->reason );
			}
		}
	}

	/**
	 * Steward itself may everything but claim: it is nobody whose contact it could become.
	 */
	public function test_system_does_everything_but_claim(): void {
		foreach ( array_keys( AccessTable::SITUATIONS ) as $situation ) {
			foreach ( Verb::cases() as $verb ) {
				self::assertSame( Verb::Claim !== $verb, AccessPolicy::decide( Actor::system(), $verb, AccessTable::subject( $situation ) )->allowed, "$verb->value $situation" );
			}
		}
	}

	/**
	 * Creating needs membership and Create & claim; another's name on it needs Reassign.
	 */
	/**
	 * While opportunities have their contact's owner, theirs alone is nobody's to change; all else is as in the table.
	 */
	public function test_an_owner_that_is_another_records_changes_with_that_only(): void {
		foreach ( AccessTable::cells() as $cell => list( $verb, $permissions, $situation, $expected ) ) {
			$subject      = AccessTable::subject( $situation );
			$single       = new Subject( $subject->type, $subject->id, $subject->owner, $subject->followers, $subject->owner_updates, true );
			$decision     = AccessPolicy::decide( AccessTable::actor( $permissions ), $verb, $single );
			$answer       = $decision->allowed ? 'yes' : $decision->reason?->value;
			$single_owner = in_array( $verb, array( Verb::Claim, Verb::Reassign ), true ) && Reason::NotAMember->value !== $expected;
			self::assertSame( $single_owner ? Reason::SingleOwner->value : $expected, $answer, $cell );
		}
		$single = new Subject( RecordType::Opportunity, 1, 7, array(), true, true );
		self::assertSame( Reason::SingleOwner, AccessPolicy::decide( Actor::system(), Verb::Reassign, $single )->reason, 'Nor Steward itself\'s, such as by a command or a rule.' );
	}

	public function test_creating_and_the_first_owner(): void {
		$decide = static fn ( Permissions $permissions ): ?Reason => AccessPolicy::decide_create( AccessTable::actor( $permissions ), RecordType::Contact )->reason;
		self::assertSame( Reason::NotAMember, $decide( new Permissions( Reach::None, Reach::All, true ) ) );
		self::assertSame( Reason::MissingCreate, $decide( new Permissions( Reach::All, Reach::All ) ) );
		self::assertNull( $decide( new Permissions( Reach::Owned, Reach::None, true ) ) );

		$first = static fn ( bool $reassign, ?int $owner ): ?Reason => AccessPolicy::decide_first_owner( AccessTable::actor( new Permissions( Reach::Owned, Reach::Owned, true, $reassign ) ), RecordType::Contact, $owner )->reason;
		self::assertNull( $first( false, null ) );
		self::assertNull( $first( false, AccessTable::ACTOR ) );
		self::assertSame( Reason::MissingReassign, $first( false, 8 ) );
		self::assertNull( $first( true, 8 ) );
	}

	/**
	 * Anyone who is a member ends their own following; others' needs the permission to update.
	 */
	public function test_unfollowing(): void {
		$reader = AccessTable::actor( new Permissions( Reach::Owned ) );
		$record = AccessTable::subject( 'follower of a mere reader' );
		self::assertTrue( AccessPolicy::decide_unfollow( $reader, $record, AccessTable::ACTOR )->allowed );
		self::assertSame( Reason::MissingUpdate, AccessPolicy::decide_unfollow( $reader, $record, 3 )->reason );
		self::assertFalse( AccessPolicy::decide_unfollow( AccessTable::actor( new Permissions() ), $record, AccessTable::ACTOR )->allowed );
		self::assertTrue( AccessPolicy::decide_unfollow( AccessTable::actor( new Permissions( Reach::Owned, Reach::Owned ) ), AccessTable::subject( 'follower of an editor' ), 3 )->allowed );
	}

	/**
	 * What an owner's followers inherit.
	 */
	public function test_owner_updates_what_they_own_with_any_update_scope(): void {
		self::assertTrue( ( new Permissions( Reach::Owned, Reach::Owned ) )->updates_owned() );
		self::assertTrue( ( new Permissions( Reach::Owned, Reach::All ) )->updates_owned() );
		self::assertFalse( ( new Permissions( Reach::All, Reach::None ) )->updates_owned() );
		self::assertFalse( ( new Permissions( Reach::None, Reach::All ) )->updates_owned(), 'An owner who lost access hands nothing on.' );
	}
}
