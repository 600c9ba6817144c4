<?php
/**
 * Role × verb × relation, over REST.
 *
 * @package Steward
 */

// phpcs:disable WordPress.Arrays -- a table.

declare( strict_types=1 );

namespace Steward\Tests\Integration\Opportunities;

use PHPUnit\Framework\Attributes\DataProvider;
use Steward\Opportunities\Opportunity;

/**
 * What each role may do to its own, to followed, unassigned and others' opportunities, with separate owners: written by hand
 * from the rules. A dot is refused with 403, x is done, c is 409: somebody has it already.
 */
final class OpportunityTruthTableTest extends OpportunityTestCase {

	private const RELATIONS = array( 'owner', 'follower', 'unassigned', 'other' );
	private const VERBS     = array( 'view', 'update', 'claim', 'reassign', 'delete', 'activity', 'followers' );

	/**
	 * Rows are relations, columns are verbs: view, update, claim, reassign, trash, activity, change followers.
	 *
	 * @return iterable<string, array{list<string>, list<string>}>
	 */
	public static function roles(): iterable {
		yield 'sales rep' => array( array( 'view', 'edit', 'create' ), array(
			'xxx..xx', // Claiming one's own again does nothing.
			'xxc..xx',
			'x.x..x.',
			'..c....',
		) );
		yield 'manager' => array( array( 'view', 'view_others', 'edit', 'edit_others', 'create', 'reassign', 'delete' ), array(
			'xxxxxxx',
			'xxcxxxx',
			'xxxxxxx',
			'xxcxxxx',
		) );
		yield 'owns, reassigns and deletes' => array( array( 'view', 'edit', 'reassign', 'delete' ), array(
			'xx.xxxx',
			'xx...xx',
			'x....x.',
			'.......',
		) );
		yield 'reads everything' => array( array( 'view', 'view_others' ), array(
			'x....x.',
			'xx...xx', // Their owner may update it: so may who follows.
			'x....x.',
			'x....x.',
		) );
		yield 'no member' => array( array( 'edit', 'edit_others', 'create', 'reassign', 'delete' ), array(
			'.......',
			'.......',
			'.......',
			'.......',
		) );
	}

	/**
	 * @param list<string> $capabilities Of the role, on opportunities.
	 * @param list<string> $table        Rows as in roles().
	 */
	#[DataProvider( 'roles' )]
	public function test_role( array $capabilities, array $table ): void {
		self::separate_owners();
		$user  = $this->seller( ...$capabilities );
		$other = $this->rep();
		foreach ( self::RELATIONS as $row => $relation ) {
			foreach ( self::VERBS as $column => $verb ) {
				$deal = $this->deal(
					array( 'owner' => match ( $relation ) {
						'owner'      => in_array( 'view', $capabilities, true ) ? $user->ID : $other->ID,
						'unassigned' => null,
						default      => $other->ID,
					} )
				);
				if ( 'follower' === $relation && in_array( 'view', $capabilities, true ) ) {
					$this->as( $this->boss() )->ok( 'POST', "/opportunities/$deal->id/followers", array( 'user' => $user->ID ) );
				}
				$this->as( $user );
				$status = match ( $table[ $row ][ $column ] ) {
					'x'     => array( 200, 201 ),
					'c'     => array( 409 ),
					default => array( 403 ),
				};
				$label  = "$verb of one of relation $relation: ";
				$answer = $this->verb( $verb, $deal, $other->ID );
				if ( 'claim' === $verb && 'other' === $relation && 'c' === $table[ $row ][ $column ] && ! in_array( 'view_others', $capabilities, true ) ) {
					// Just assigned: who raced for it is told, and learns no more.
					self::assertSame( 'steward_already_claimed', $answer->get_data()['code'] ?? '', $label );
				}
				self::assertContains( $answer->get_status(), $status, $label . wp_json_encode( $answer->get_data() ) );
			}
		}
	}

	private function verb( string $verb, Opportunity $deal, int $other ): \WP_REST_Response {
		$route = "/opportunities/$deal->id";
		return match ( $verb ) {
			'view'      => $this->rest( 'GET', $route ),
			'update'    => $this->rest( 'PATCH', $route, array( 'title' => 'Changed' ) ),
			'claim'     => $this->rest( 'POST', "$route/claim" ),
			'reassign'  => $this->rest( 'POST', "$route/reassign", array( 'owner' => $other === $deal->owner ? null : $other ) ),
			'delete'    => $this->rest( 'DELETE', $route ),
			'activity'  => $this->rest( 'GET', "$route/activity" ),
			'followers' => $this->rest( 'POST', "$route/followers", array( 'user' => $other ) ),
		};
	}
}
