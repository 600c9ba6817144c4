<?php
/**
 * What would help with an opportunity, over REST.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Opportunities;

use PHPUnit\Framework\Attributes\DataProvider;
use Steward\Opportunities\Opportunity;
use Steward\Settings\Settings;
use WP_User;

/**
 * Whatever is offered for an opportunity is done with the opportunity, its contact, a role or the settings, and then it is allowed.
 */
final class OpportunityRemediesTest extends OpportunityTestCase {

	/**
	 * @param bool         $separate Whether opportunities have owners of their own.
	 * @param bool         $assigned Whether it is somebody else's.
	 * @param list<string> $kinds    What is offered for all actions together.
	 */
	#[DataProvider( 'sites' )]
	public function test_every_remedy_that_is_offered_helps_once_it_is_done( bool $separate, bool $assigned, array $kinds ): void {
		global $wpdb;
		self::separate_owners( $separate );
		Settings::change( array( 'owned_scope_sees_unassigned' => false ) );
		$admin  = $this->user( 'administrator' );
		$person = $this->rep();
		$deal   = $this->deal( array( 'contact' => $this->contact( array( 'contact_owner' => $assigned ? $this->rep()->ID : null ) )->id ) );
		$done   = array();
		foreach ( $this->explain( $admin, $deal, $person )['actions'] as $verb => $action ) {
			foreach ( $action['remedies'] ?? array() as $remedy ) {
				$wpdb->query( 'SAVEPOINT before_remedy' );
				foreach ( $remedy['parts'] ?? array( $remedy ) as $part ) {
					$this->apply( $part, $deal, $person, $admin );
					$done[ $part['kind'] ] = true;
				}
				$after = $this->explain( $admin, $deal, $person );
				self::assertTrue( $after['actions'][ $verb ]['allowed'] || ( 'claim' === $verb && 'owner' === $after['relation'] ), "$verb: {$remedy['label']}" );
				$wpdb->query( 'ROLLBACK TO SAVEPOINT before_remedy' );
				wp_cache_flush();
				wp_roles()->for_site();
			}
		}
		self::assertEqualsCanonicalizing( $kinds, array_keys( $done ) );
	}

	/**
	 * @return iterable<string, array{bool, bool, list<string>}>
	 */
	public static function sites(): iterable {
		$always = array( 'add_follower', 'grant_permission', 'widen_role' );
		yield 'its contact\'s owner' => array( false, true, array( ...$always, 'reassign_contact', 'reassign', 'separate_owners' ) );
		yield 'its contact\'s owner, who is nobody' => array( false, false, array( ...$always, 'reassign_contact', 'reassign', 'separate_owners', 'show_unassigned', 'claim' ) );
		yield 'an owner of its own' => array( true, true, array( ...$always, 'reassign' ) );
		yield 'nobody\'s' => array( true, false, array( ...$always, 'reassign', 'show_unassigned', 'claim' ) );
	}

	/**
	 * Does what a remedy says, as a program would.
	 *
	 * @param array<string, mixed> $part A remedy of one thing.
	 */
	private function apply( array $part, Opportunity $deal, WP_User $person, WP_User $admin ): void {
		list( $method, $route, $params ) = match ( $part['kind'] ) {
			'claim'                          => array( 'POST', "/opportunities/$deal->id/claim", array() ),
			'reassign'                       => array( 'POST', "/opportunities/$deal->id/reassign", array( 'owner' => $part['user'] ) ),
			'reassign_contact'               => array( 'POST', "/contacts/{$part['contact']}/reassign", array( 'contact_owner' => $part['user'] ) ),
			'add_follower'                   => array( 'POST', "/opportunities/$deal->id/followers", array( 'user' => $part['user'] ) ),
			'grant_permission', 'widen_role' => array( 'PATCH', "/roles/{$part['roles'][0]['role']}", $part['cells'] ),
			'show_unassigned'                => array( 'PUT', '/settings', array( 'owned_scope_sees_unassigned' => true ) ),
			'separate_owners'                => array( 'PUT', '/settings', array( 'separate_owners' => true ) ),
		};
		$this->as( 'claim' === $part['kind'] ? $person : $admin )->ok( $method, $route, $params );
	}

	/**
	 * @return array<string, mixed>
	 */
	private function explain( WP_User $viewer, Opportunity $deal, WP_User $person ): array {
		return $this->as( $viewer )->ok(
			'GET',
			"/opportunities/$deal->id/access",
			array(
				'user'  => $person->ID,
				'steps' => 'true',
			)
		);
	}
}
