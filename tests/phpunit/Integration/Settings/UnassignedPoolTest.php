<?php
/**
 * The setting that hides the pool of unassigned contacts.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Settings;

use Steward\Contacts\Contact;
use Steward\Tests\Support\TestCase;

/**
 * List, count, search, claim and by-id requests hide it alike, from members with view scope Owned only.
 */
final class UnassignedPoolTest extends TestCase {

	public function test_the_pool_is_shown_unless_the_setting_hides_it(): void {
		$rep      = $this->user( 'steward_sales_rep' );
		$free     = $this->contact( array( 'name' => 'Free Contact' ) );
		$followed = $this->contact(
			array(
				'name'      => 'Followed Contact',
				'followers' => array( $rep->ID ),
			)
		);
		$own      = $this->contact(
			array(
				'name'          => 'Own Contact',
				'contact_owner' => $rep->ID,
			)
		);
		self::assertSame( array( $own, $followed, $free ), $this->as( $rep )->ids( array() ) );

		$this->as( $this->user( 'administrator' ) );
		self::assertTrue( $this->rest( 'GET', '/settings' )->get_data()['owned_scope_sees_unassigned'] );
		self::assertSame( 200, $this->rest( 'PATCH', '/settings', array( 'owned_scope_sees_unassigned' => false ) )->get_status() );
		self::assertSame( array( $own, $followed, $free ), $this->ids( array() ), 'Scope All sees it all the same.' );

		$this->as( $rep );
		self::assertSame( array( $own, $followed ), $this->ids( array() ) );
		self::assertSame( array( $followed ), $this->ids( array( 'contact_owner' => 'none' ) ) );
		self::assertSame( array( $own, $followed ), $this->ids( array( 'search' => 'contact', 'orderby' => 'id' ) ) );
		foreach ( array( "GET /contacts/$free", "POST /contacts/$free/claim", "PATCH /contacts/$free", "GET /contacts/$free/activity" ) as $request ) {
			list( $method, $route ) = explode( ' ', $request );
			self::assertSame( 403, $this->rest( $method, $route )->get_status(), $request );
		}
		self::assertSame( 'unassigned_hidden', $this->rest( 'GET', "/contacts/$free" )->get_data()['data']['reason'] );
		$actions = $this->rest( 'GET', "/contacts/$free/access" )->get_data()['actions'];
		self::assertSame( array( 'unassigned_hidden', 'unassigned_hidden' ), array( $actions['view']['reason'], $actions['update']['reason'] ), 'What is hidden need not be claimed first.' );
		self::assertSame( 200, $this->rest( 'GET', "/contacts/$followed" )->get_status() );
		self::assertSame( 200, $this->rest( 'POST', "/contacts/$followed/claim" )->get_status() );
	}

	/**
	 * @param array<string, mixed> $fields Fields.
	 */
	private function contact( array $fields ): int {
		$contact = steward_create_contact( $fields );
		self::assertInstanceOf( Contact::class, $contact );
		return $contact->id;
	}

	/**
	 * @param array<string, mixed> $query Parameters of the list.
	 * @return list<int>
	 */
	private function ids( array $query ): array {
		$response = $this->rest( 'GET', '/contacts', $query + array( 'orderby' => 'id' ) );
		$ids      = array_column( (array) $response->get_data(), 'id' );
		self::assertSame( (string) count( $ids ), (string) $response->get_headers()['X-WP-Total'] );
		return $ids;
	}
}
