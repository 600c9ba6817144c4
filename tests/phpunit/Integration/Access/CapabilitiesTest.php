<?php
/**
 * WordPress' capabilities and roles.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Access;

use Steward\Access\Capabilities;
use Steward\Access\DefaultRoles;
use Steward\Access\Reason;
use Steward\Plugin;
use Steward\Tests\Integration\Contacts\ContactTestCase;

/**
 * Roles as they are given, questions through user_can(), and what extensions may refuse.
 */
final class CapabilitiesTest extends ContactTestCase {

	public function test_roles_on_activation(): void {
		$all      = Capabilities::primitive();
		$records  = static fn ( string ...$what ): array => array_merge( ...array_map( static fn ( string $one ): array => array( "steward_{$one}_contacts", "steward_{$one}_opportunities" ), $what ) );
		$expected = array(
			'administrator'         => $all,
			'editor'                => array( ...$records( 'view', 'view_others', 'edit', 'edit_others', 'reassign' ), 'steward_view_reports' ),
			'steward_sales_rep'     => array( ...$records( 'view', 'edit', 'create' ), 'steward_view_appointments' ),
			'steward_sales_manager' => array_values( array_diff( $all, array( 'steward_manage' ) ) ),
		);
		foreach ( wp_roles()->roles as $name => $role ) {
			$given = array_keys( array_filter( $role['capabilities'], static fn ( bool $has, string $capability ): bool => $has && str_starts_with( $capability, 'steward_' ), ARRAY_FILTER_USE_BOTH ) );
			self::assertEqualsCanonicalizing( $expected[ $name ] ?? array(), $given, (string) $name );
		}
		self::assertSame( 'Sales Rep', wp_roles()->role_names['steward_sales_rep'] );
		self::assertSame( 'Sales Manager', wp_roles()->role_names['steward_sales_manager'] );
	}

	public function test_activating_again_keeps_what_an_administrator_changed(): void {
		get_role( 'steward_sales_rep' )->remove_cap( 'steward_create_contacts' );
		Plugin::activate();
		self::assertFalse( get_role( 'steward_sales_rep' )->has_cap( 'steward_create_contacts' ) );
	}

	public function test_meta_capabilities(): void {
		$rep     = $this->rep();
		$own     = $this->contact( array( 'contact_owner' => $rep->ID ) );
		$free    = $this->contact();
		$others  = $this->contact( array( 'contact_owner' => $this->rep()->ID ) );
		$answers = static fn ( int $id ): array => array_map( static fn ( string $what ): bool => user_can( $rep->ID, "steward_{$what}_contact", $id ), array( 'view', 'edit', 'claim', 'reassign', 'delete' ) );
		self::assertSame( array( true, true, false, false, false ), $answers( $own->id ) );
		self::assertSame( array( true, false, true, false, false ), $answers( $free->id ) );
		self::assertSame( array( false, false, false, false, false ), $answers( $others->id ) );
		self::assertSame( array( false, false, false, false, false ), $answers( 999999 ), 'What is not there is nobody\'s to see.' );
		foreach ( Capabilities::meta( \Steward\Access\RecordType::Contact ) as $capability => $verb ) {
			self::assertFalse( user_can( 0, $capability, $free->id ), "nobody $verb->value" );
			self::assertFalse( user_can( $rep->ID, $capability ), 'Without an id the answer is no.' );
			foreach ( array( null, 'x', -1, array(), '1 or 1' ) as $junk ) {
				self::assertFalse( user_can( $rep->ID, $capability, $junk ) );
			}
		}
		$this->as( $rep );
		self::assertTrue( current_user_can( 'steward_edit_contact', $own->id ) );
		self::assertFalse( user_can( $rep->ID, 'manage_options' ) );
	}

	public function test_users_without_a_role_are_no_members(): void {
		$contact = $this->contact();
		foreach ( array( $this->user( '' ), $this->user( 'subscriber' ), $this->user( 'author' ) ) as $user ) {
			$this->as( $user );
			self::assertForbidden( 'not_a_member', $this->rest( 'GET', '/contacts' ) );
			self::assertForbidden( 'not_a_member', $this->rest( 'GET', "/contacts/$contact->id" ) );
			self::assertForbidden( 'not_a_member', $this->rest( 'POST', '/contacts', array( 'company' => 'X' ) ) ); // phpcs:ignore WordPress.Arrays
			self::assertForbidden( 'not_a_member', $this->rest( 'POST', "/contacts/$contact->id/claim" ) );
			self::assertForbidden( 'not_a_member', $this->rest( 'GET', '/contacts/999999' ), 'Nor may they learn which ids there are.' );
		}
	}

	public function test_losing_access_counts_at_once_and_the_contact_stays_theirs(): void {
		$rep     = $this->rep();
		$contact = $this->contact( array( 'contact_owner' => $rep->ID ) );
		$rep->set_role( 'subscriber' );
		self::assertForbidden( 'not_a_member', $this->as( $rep )->rest( 'GET', "/contacts/$contact->id" ) );
		self::assertSame( $rep->ID, self::stored( $contact )->contact_owner );
	}

	public function test_an_extension_may_refuse_and_never_allow(): void {
		$rep    = $this->rep();
		$own    = $this->contact( array( 'contact_owner' => $rep->ID ) );
		$others = $this->contact( array( 'contact_owner' => $this->rep()->ID ) );
		$this->as( $rep );
		$patch = fn ( int $id ) => $this->rest( 'PATCH', "/contacts/$id", array( 'title' => uniqid() ) ); // phpcs:ignore WordPress.Arrays

		add_filter( 'steward_access_decision', '__return_true' );
		self::assertForbidden( 'update_owned_only', $patch( $others->id ) );
		self::assertStatus( 200, $patch( $own->id ) );
		remove_all_filters( 'steward_access_decision' );

		foreach ( array( '__return_false', '__return_null', '__return_empty_array', static fn (): int => 1, static fn (): string => 'yes', static fn () => throw new \Error( 'broken' ) ) as $filter ) {
			add_filter( 'steward_access_decision', $filter );
			self::assertForbidden( Reason::RefusedByFilter->value, $patch( $own->id ) );
			self::assertFalse( user_can( $rep->ID, 'steward_edit_contact', $own->id ) );
			self::assertStatus( 200, $this->rest( 'GET', "/contacts/$own->id" ), 'Sight is not theirs to take: lists could not follow.' );
			self::assertFalse( $this->rest( 'GET', "/contacts/$own->id" )->get_data()['can']['update'] );
			remove_all_filters( 'steward_access_decision' );
		}
	}

	public function test_removing_roles_leaves_no_capability(): void {
		DefaultRoles::remove();
		self::assertNull( get_role( 'steward_sales_rep' ) );
		self::assertStringNotContainsString( 'steward_', (string) wp_json_encode( wp_roles()->roles ) );
	}
}
