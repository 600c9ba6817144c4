<?php
/**
 * "Why not?" over REST: steps and remedies.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Access;

use Steward\Access\Gate;
use Steward\Contacts\Contact;
use Steward\Tests\Integration\Contacts\ContactTestCase;
use WP_User;

/**
 * The rules that were looked at, what would help, and that it does help once it is done.
 */
final class AccessStepsTest extends ContactTestCase {

	public function test_steps_end_with_the_answer(): void {
		$rep     = $this->rep();
		$contact = $this->contact( array( 'contact_owner' => $this->rep()->ID ) );
		$data    = $this->explain( $this->boss(), $contact, $rep );
		self::assertSame( array( 'membership', 'view_scope' ), array_column( $data['actions']['view']['steps'], 'rule' ) );
		self::assertSame( array( 'yes', 'no' ), array_column( $data['actions']['view']['steps'], 'outcome' ) );
		self::assertSame( array( 'membership', 'create_permission', 'unassigned' ), array_column( $data['actions']['claim']['steps'], 'rule' ) );
		self::assertSame( array( 'Sales Rep' ), $data['person']['roles'] );
		self::assertFalse( $data['person']['only_assigned_data'] );
		foreach ( $data['actions'] as $verb => $action ) {
			$last = $action['steps'][ count( $action['steps'] ) - 1 ];
			self::assertSame( $action['allowed'] ? 'yes' : 'no', $last['outcome'], $verb );
			self::assertNotSame( '', $last['text'] );
		}
		self::assertArrayNotHasKey( 'steps', $this->as( $rep )->rest( 'GET', "/contacts/$contact->id/access" )->get_data()['actions']['view'] );
	}

	public function test_steps_give_away_nothing_of_the_contact(): void {
		$contact = $this->contact(
			array(
				'contact_owner' => $this->rep()->ID,
				'first_name'    => 'Secretive',
				'company'       => 'Hidden Ltd',
			)
		);
		$data    = $this->explain( $this->person( 'view', 'steward_view_reports' ), $contact, $this->rep() );
		self::assertStringNotContainsString( 'Secretive', (string) wp_json_encode( $data ) );
		self::assertStringNotContainsString( 'Hidden', (string) wp_json_encode( $data ) );
		foreach ( $data['actions'] as $action ) {
			foreach ( $action['remedies'] ?? array() as $remedy ) {
				self::assertFalse( $remedy['allowed'], 'Whoever may not see it can\'t help.' );
			}
		}
	}

	public function test_a_remedy_that_is_applied_helps(): void {
		$boss    = $this->boss();
		$rep     = $this->rep();
		$contact = $this->contact( array( 'contact_owner' => $this->rep()->ID ) );
		self::assertSame(
			array(
				'reassign'     => true,
				'add_follower' => true,
				'widen_role'   => false,
			),
			$this->remedies( $this->explain( $boss, $contact, $rep ), 'view' )
		);
		$this->as( $boss )->rest( 'POST', "/contacts/$contact->id/followers", array( 'user' => $rep->ID ) );
		$data = $this->explain( $boss, $contact, $rep );
		self::assertTrue( $data['actions']['view']['allowed'] );
		self::assertTrue( $data['actions']['update']['allowed'] );
		self::assertSame( array( 'reassign' => true ), $this->remedies( $data, 'claim' ) );
		self::assertSame( array( 'grant_permission' => false ), $this->remedies( $data, 'delete' ) );

		$this->as( $boss )->rest( 'POST', "/contacts/$contact->id/reassign", array( 'contact_owner' => $rep->ID ) );
		self::assertSame( 'owner', $this->explain( $boss, $contact, $rep )['relation'] );
	}

	public function test_scopes_widened_only_where_that_helps(): void {
		$admin   = $this->user( 'administrator' );
		$narrow  = $this->boss();
		$contact = $this->contact( array( 'contact_owner' => $this->rep()->ID ) );
		update_user_option( $narrow->ID, Gate::ONLY_ASSIGNED_DATA, '1' );
		$data = $this->explain( $admin, $contact, $narrow );
		self::assertTrue( $data['person']['only_assigned_data'] );
		self::assertTrue( $this->remedies( $data, 'view' )['lift_only_assigned'] );
		self::assertArrayNotHasKey( 'widen_role', $this->remedies( $data, 'view' ) );

		$update = $this->explain( $admin, $contact, $this->rep() )['actions']['update']['remedies'];
		$widen  = array_values( array_filter( $update, static fn ( array $remedy ): bool => 'widen_role' === $remedy['kind'] ) );
		self::assertSame( array( 'contacts' => array( 'view' => 'all', 'update' => 'all' ) ), $widen[0]['cells'] ); // phpcs:ignore WordPress.Arrays
		self::assertSame( 'steward_sales_rep', $widen[0]['roles'][0]['role'] );
		self::assertTrue( $widen[0]['allowed'] );

		self::assertSame( array( 'give_role' => true ), $this->remedies( $this->explain( $admin, $contact, $this->user() ), 'view' ) );
	}

	public function test_claiming_is_the_persons_own_to_do(): void {
		$rep     = $this->rep();
		$contact = $this->contact();
		self::assertTrue( $this->remedies( $this->explain( $rep, $contact, $rep ), 'update' )['claim'] );
		self::assertFalse( $this->remedies( $this->explain( $this->boss(), $contact, $rep ), 'update' )['claim'] );
	}

	public function test_people_are_found_by_who_may_ask_about_them(): void {
		$this->user( 'subscriber', array( 'display_name' => 'Zaphod Outsider' ) );
		$found = $this->as( $this->boss() )->rest( 'GET', '/people', array( 'search' => 'zaphod' ) )->get_data();
		self::assertSame( array( 'Zaphod Outsider' ), array_column( $found, 'name' ) );
		self::assertFalse( $found[0]['member'] );
		self::assertArrayNotHasKey( 'email', $found[0] );
		self::assertForbidden( 'missing_reports_permission', $this->as( $this->rep() )->rest( 'GET', '/people' ) );
	}

	/**
	 * @return array<string, mixed>
	 */
	private function explain( WP_User $viewer, Contact $contact, WP_User $person ): array {
		$response = $this->as( $viewer )->rest( 'GET', "/contacts/$contact->id/access", array( 'user' => $person->ID, 'steps' => 'true' ) ); // phpcs:ignore WordPress.Arrays
		self::assertStatus( 200, $response );
		return $response->get_data();
	}

	/**
	 * @param array<string, mixed> $data As explain() gives it.
	 * @return array<string, bool> Kind => whether the viewer may apply it.
	 */
	private function remedies( array $data, string $verb ): array {
		return array_column( $data['actions'][ $verb ]['remedies'], 'allowed', 'kind' );
	}
}
