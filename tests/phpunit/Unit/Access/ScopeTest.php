<?php
/**
 * Tests of scopes.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Unit\Access;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use Steward\Access\Actor;
use Steward\Access\Capabilities;
use Steward\Access\Permissions;
use Steward\Access\Reach;
use Steward\Access\Reason;
use Steward\Access\ReasonText;
use Steward\Access\RecordType;
use Steward\Access\Scope;
use Steward\Access\Subject;
use Steward\Access\Verb;

/**
 * What is in a scope, and what its key tells apart.
 */
final class ScopeTest extends TestCase {

	/**
	 * @param list<int> $followers Followers' ids.
	 */
	#[DataProvider( 'records' )]
	public function test_matches( ?int $owner, array $followers, bool $in_owned ): void {
		$record = new Subject( RecordType::Contact, 1, $owner, $followers, false );
		self::assertTrue( Scope::everything()->matches( $record ) );
		self::assertFalse( Scope::nothing()->matches( $record ) );
		self::assertSame( $in_owned, Scope::owned( Actor::user( 7, array() ), true )->matches( $record ) );
	}

	/**
	 * @return array<string, array{int|null, list<int>, bool}>
	 */
	public static function records(): array {
		return array(
			'own'                      => array( 7, array(), true ),
			'own and followed'         => array( 7, array( 7 ), true ),
			'unassigned'               => array( null, array(), true ),
			'unassigned, others follow' => array( null, array( 3 ), true ),
			'followed'                 => array( 8, array( 3, 7 ), true ),
			'somebody else\'s'         => array( 8, array(), false ),
			'others follow'            => array( 8, array( 3 ), false ),
			'owner 0 is not nobody'    => array( 0, array(), false ),
		);
	}

	public function test_scope_of_nobody_is_nothing(): void {
		self::assertTrue( Scope::owned( Actor::nobody(), true )->is_nothing() );
		self::assertTrue( Scope::nothing()->is_nothing() );
		self::assertFalse( Scope::everything()->is_nothing() );
		self::assertFalse( Scope::owned( Actor::user( 1, array() ), true )->is_nothing() );
	}

	/**
	 * Caches are keyed by it: two people's lists must never share one.
	 */
	public function test_key_differs_with_the_scope(): void {
		$keys = array_map( static fn ( Scope $scope ): string => $scope->key(), array( Scope::everything(), Scope::nothing(), Scope::owned( Actor::user( 1, array() ), true ), Scope::owned( Actor::user( 11, array() ), true ) ) );
		self::assertSame( $keys, array_values( array_unique( $keys ) ) );
	}

	public function test_reach_of_capabilities(): void {
		self::assertSame( Reach::None, Reach::of( false, false ) );
		self::assertSame( Reach::None, Reach::of( false, true ), 'Others\' alone means nothing.' );
		self::assertSame( Reach::Owned, Reach::of( true, false ) );
		self::assertSame( Reach::All, Reach::of( true, true ) );
	}

	/**
	 * Every refusal is explained.
	 */
	public function test_every_reason_has_words_and_a_remedy(): void {
		foreach ( Reason::cases() as $reason ) {
			self::assertMatchesRegularExpression( '/^[A-Z].+[.]$/', ReasonText::message( $reason ), $reason->value );
			self::assertMatchesRegularExpression( '/^[A-Z].+[.]$/', ReasonText::remedy( $reason ), $reason->value );
			self::assertMatchesRegularExpression( '/^[a-z_]+$/', $reason->value );
		}
		$messages = array_map( array( ReasonText::class, 'message' ), Reason::cases() );
		self::assertSame( $messages, array_unique( $messages ), 'Each reason is told apart.' );
	}

	public function test_every_verb_has_a_meta_capability(): void {
		foreach ( RecordType::cases() as $type ) {
			self::assertEqualsCanonicalizing( array_column( Verb::cases(), 'value' ), array_column( Capabilities::meta( $type ), 'value' ) );
			self::assertSame( array(), array_intersect( array_keys( Capabilities::meta( $type ) ), Capabilities::primitive() ) );
		}
	}

	public function test_permissions_of_an_unknown_record_type_are_empty(): void {
		self::assertEquals( new Permissions(), Actor::user( 5, array( 'else' => Permissions::all() ) )->permissions( RecordType::Contact ) );
	}
}
