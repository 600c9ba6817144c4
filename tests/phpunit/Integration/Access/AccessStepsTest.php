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
use Steward\Settings\Settings;
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
		self::assertSame(
			array(
				'grant_permission' => false,
				'combination'      => false,
			),
			$this->remedies( $data, 'delete' )
		);

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

		$roles = $this->explain( $admin, $contact, $this->user() )['actions']['view']['remedies'];
		self::assertSame( 'Give them one of the roles Editor, Sales Manager', $roles[0]['label'] );
		self::assertStringStartsWith( 'Give them the role Sales Rep, and reassign it to ', $roles[1]['label'] );
	}

	public function test_a_permission_that_alone_does_not_help_comes_with_what_does(): void {
		$rep      = $this->user( 'steward_sales_rep', array( 'display_name' => 'Ana Ruiz' ) );
		$contact  = $this->contact( array( 'contact_owner' => $this->rep()->ID ) );
		$remedies = $this->explain( $this->user( 'administrator' ), $contact, $rep )['actions']['reassign']['remedies'];
		self::assertSame(
			array(
				'Give their role the permission “Reassign” and the view and update scopes All',
				'Give their role the permission “Reassign”, and reassign it to Ana Ruiz',
			),
			array_column( $remedies, 'label' )
		);
		self::assertSame( array( 'grant_permission', 'reassign' ), array_column( $remedies[1]['parts'], 'kind' ) );
		self::assertTrue( $remedies[1]['allowed'] );
	}

	/**
	 * Real users, roles and records: whatever is offered is done, and then it is allowed.
	 */
	public function test_every_remedy_that_is_offered_helps_once_it_is_done(): void {
		global $wpdb;
		$admin   = $this->user( 'administrator' );
		$others  = $this->rep();
		$reader  = $this->person( 'view' );
		$applied = array();
		foreach ( array( 'subscriber', 'steward_sales_rep', 'steward_sales_manager', 'steward_test_reader' ) as $role ) {
			add_role( 'steward_test_reader', 'Reader', array( 'steward_view_contacts' => true ) );
			foreach ( array( 'owner', 'follower', 'reader\'s follower', 'unassigned', 'other', 'trashed' ) as $relation ) {
				foreach ( array( false, true ) as $narrowed ) {
					$person  = $this->rep();
					$contact = $this->contact(
						array(
							'contact_owner' => match ( $relation ) {
								'owner'              => $person->ID,
							'unassigned'         => null,
							'reader\'s follower' => $reader->ID,
							default              => $others->ID,
							},
						)
					);
					if ( str_contains( $relation, 'follower' ) ) {
						self::assertStatus( 201, $this->as( $admin )->rest( 'POST', "/contacts/$contact->id/followers", array( 'user' => $person->ID ) ) );
					}
					if ( 'trashed' === $relation ) {
						$this->as( $admin )->rest( 'DELETE', "/contacts/$contact->id" );
					}
					// What they own or follow stays theirs when they get another role.
					get_userdata( $person->ID )->set_role( $role );
					update_user_option( $person->ID, Gate::ONLY_ASSIGNED_DATA, $narrowed ? '1' : '' );
					foreach ( $this->explain( $admin, $contact, $person )['actions'] as $verb => $action ) {
						foreach ( $action['remedies'] ?? array() as $remedy ) {
							$parts = $remedy['parts'] ?? array( $remedy );
							$given = array_values( array_filter( $parts, static fn ( array $part ): bool => 'give_role' === $part['kind'] ) );
							foreach ( array() === $given ? array( null ) : array_column( $given[0]['roles'], 'role' ) as $new_role ) {
								$wpdb->query( 'SAVEPOINT before_remedy' );
								foreach ( $parts as $part ) {
									$this->apply( $part, $contact->id, $person, $admin, $new_role );
									$applied[ $part['kind'] ] = true;
								}
								$after = $this->explain( $admin, $contact, $person );
								self::assertTrue( $after['actions'][ $verb ]['allowed'] || ( 'claim' === $verb && 'owner' === $after['relation'] ), "$role, $relation, $verb: {$remedy['label']}" );
								$wpdb->query( 'ROLLBACK TO SAVEPOINT before_remedy' );
								$this->forget();
							}
						}
					}
				}
			}
		}
		self::assertEqualsCanonicalizing( array( 'give_role', 'reassign', 'add_follower', 'claim', 'grant_permission', 'widen_role', 'lift_only_assigned', 'restore' ), array_keys( $applied ) );
	}

	public function test_a_hidden_unassigned_contact_is_claimed_by_who_follows_it(): void {
		Settings::change( array( 'owned_scope_sees_unassigned' => false ) );
		$boss    = $this->boss();
		$rep     = $this->rep();
		$contact = $this->contact();
		$data    = $this->explain( $boss, $contact, $rep );
		self::assertSame( 'unassigned_hidden', $data['actions']['claim']['reason'] );
		self::assertStringContainsString( 'add you as a follower', $data['actions']['claim']['remedy'] );
		self::assertTrue( $this->remedies( $data, 'claim' )['add_follower'] );
		self::assertStatus( 201, $this->as( $boss )->rest( 'POST', "/contacts/$contact->id/followers", array( 'user' => $rep->ID ) ) );
		self::assertStatus( 200, $this->as( $rep )->rest( 'POST', "/contacts/$contact->id/claim" ) );
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
	 * Does what a remedy says, as a program would.
	 *
	 * @param array<string, mixed> $part     A remedy of one thing.
	 * @param string|null          $new_role The role to give, where one is given.
	 */
	private function apply( array $part, int $contact, WP_User $person, WP_User $admin, ?string $new_role ): void {
		if ( 'give_role' === $part['kind'] ) {
			get_userdata( $person->ID )->set_role( (string) $new_role );
			return;
		}
		list( $method, $route, $params ) = match ( $part['kind'] ) {
			'claim'                          => array( 'POST', "/contacts/$contact/claim", array() ),
			'restore'                        => array( 'POST', "/contacts/$contact/restore", array() ),
			'reassign'                       => array( 'POST', "/contacts/$contact/reassign", array( 'contact_owner' => $part['user'] ) ),
			'add_follower'                   => array( 'POST', "/contacts/$contact/followers", array( 'user' => $part['user'] ) ),
			'grant_permission', 'widen_role' => array( 'PATCH', "/roles/{$part['roles'][0]['role']}", $part['cells'] ),
			'lift_only_assigned'             => array( 'PATCH', "/members/{$part['user']}", array( 'only_assigned_data' => false ) ),
		};
		self::assertLessThan( 300, $this->as( 'claim' === $part['kind'] ? $person : $admin )->rest( $method, $route, $params )->get_status(), $part['label'] );
	}

	/**
	 * What is cached was rolled back in the database.
	 */
	private function forget(): void {
		wp_cache_flush();
		wp_roles()->for_site();
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

	public function test_the_trash_is_told_only_to_who_may_see_the_record(): void {
		$owner   = $this->rep();
		$contact = $this->contact( array( 'contact_owner' => $owner->ID ) );
		$this->as( $this->boss() );
		self::assertStatus( 200, $this->rest( 'DELETE', "/contacts/$contact->id" ) );
		$reason = fn (): ?string => $this->rest( 'GET', "/contacts/$contact->id/access", array( 'user' => $owner->ID ) )->get_data()['actions']['update']['reason'] ?? null; // phpcs:ignore WordPress.Arrays
		self::assertSame( 'in_trash', $this->as( $owner )->rest( 'GET', "/contacts/$contact->id/access" )->get_data()['actions']['update']['reason'] );
		$this->as( $this->person( 'view', 'steward_view_reports' ) );
		self::assertNull( $reason() );
		$this->as( $this->person( 'view', 'view_others', 'steward_view_reports' ) );
		self::assertSame( 'in_trash', $reason() );
	}
}
