<?php
/**
 * The REST contract of contacts.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Contacts;

use PHPUnit\Framework\Attributes\DataProvider;
use Steward\Contacts\ContactInput;

/**
 * `/contacts` and `/contacts/{id}`: statuses, codes, headers and what is kept.
 */
final class ContactsRestTest extends ContactTestCase {

	private const FULL = array(
		'first_name' => 'Zoë',
		'last_name'  => '李',
		'email'      => 'zoe@example.org',
		'phone'      => '+34 600 123 456',
		'company'    => 'Ünïcode & Søns',
		'title'      => 'CTO',
		'website'    => 'https://example.org/a?b=c',
		'address'    => array(
			'line1'    => 'Calle 1',
			'line2'    => '2º B',
			'city'     => 'Vigo',
			'region'   => 'Galicia',
			'postcode' => '36201',
			'country'  => 'ES',
		),
		'tags'       => array( 'VIP', 'trade fair' ),
		'source'     => 'event',
		'source_id'  => 'X-1',
		'custom'     => array(
			'score'   => 7,
			'rate'    => 1.5,
			'consent' => true,
			'note'    => "two\nlines 😀",
		),
	);

	public function test_creating_answers_201_with_the_contact_and_where_it_is(): void {
		$rep      = $this->rep();
		$response = $this->as( $rep )->rest( 'POST', '/contacts', self::FULL );
		self::assertStatus( 201, $response );
		$data = $response->get_data();
		self::assertSame( rest_url( "steward/v1/contacts/$data[id]" ), $response->get_headers()['Location'] );
		foreach ( self::FULL as $field => $value ) {
			self::assertEqualsCanonicalizing( $value, 'custom' === $field ? (array) $data['custom'] : $data[ $field ], $field );
		}
		self::assertSame( 'Zoë 李', $data['name'] );
		self::assertSame( $rep->ID, $data['contact_owner'], 'By hand: the creator owns it.' );
		self::assertSame( array( 'owner', 'active', 1, array() ), array( $data['relation'], $data['status'], $data['version'], $data['followers'] ) );
		self::assertSame( array( 'view', 'update', 'claim', 'reassign', 'delete' ), array_keys( $data['can'] ) );
		self::assertMatchesRegularExpression( '/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/', $data['created_gmt'] );
		self::assertSame( array( $rep->ID ), array_column( $data['people'], 'id' ) );
		$read = $this->rest( 'GET', "/contacts/$data[id]" );
		self::assertEquals( $data, $read->get_data() );
		self::assertSame( array( 'created' ), self::actions( $data['id'] ) );
		self::assertSame( $data['id'], $this->rest( 'GET', '/contacts', array( 'search' => 'zoe 李' ) )->get_data()[0]['id'] ); // phpcs:ignore WordPress.Arrays
	}

	public function test_owner_of_a_new_contact(): void {
		$rep  = $this->rep();
		$boss = $this->boss();
		$post = fn ( array $fields ) => $this->rest( 'POST', '/contacts', $fields + array( 'company' => 'X' ) );
		$this->as( $rep );
		self::assertNull( $post( array( 'contact_owner' => null ) )->get_data()['contact_owner'] );
		self::assertSame( $rep->ID, $post( array( 'contact_owner' => $rep->ID ) )->get_data()['contact_owner'] );
		self::assertForbidden( 'missing_reassign_permission', $post( array( 'contact_owner' => $boss->ID ) ) );
		$this->as( $boss );
		self::assertSame( $rep->ID, $post( array( 'contact_owner' => $rep->ID ) )->get_data()['contact_owner'] );
		self::assertError( 400, 'steward_invalid_owner', $post( array( 'contact_owner' => $this->user( 'subscriber' )->ID ) ) );
		self::assertError( 400, 'steward_invalid_owner', $post( array( 'contact_owner' => 999999 ) ) );
		self::assertForbidden( 'missing_create_permission', $this->as( $this->person( 'view', 'edit' ) )->rest( 'POST', '/contacts', array( 'company' => 'X' ) ) ); // phpcs:ignore WordPress.Arrays
	}

	#[DataProvider( 'bad_fields' )]
	public function test_bad_field_is_named_and_nothing_is_saved( string $field, mixed $value, string $named = '' ): void {
		$contact = $this->contact();
		$this->as( $this->boss() );
		$named = '' === $named ? $field : $named;
		self::assertInvalid( $named, $this->rest( 'PATCH', "/contacts/$contact->id", array( $field => $value ) + array( 'title' => 'Changed' ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertInvalid( $named, $this->rest( 'POST', '/contacts', array( 'company' => 'X', $field => $value ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertEquals( $contact, self::stored( $contact ), 'All or nothing.' );
	}

	/**
	 * @return iterable<string, array{0: string, 1: mixed, 2?: string}>
	 */
	public static function bad_fields(): iterable {
		foreach ( array_diff_key( ContactInput::MAX_LENGTHS, array_flip( array( 'email', 'website', 'address_line1', 'address_line2', 'city', 'region', 'postcode', 'country' ) ) ) as $field => $max ) {
			yield "$field too long" => array( $field, str_repeat( '1', $max + 1 ) );
			yield "$field a list" => array( $field, array( 'x' ) );
			yield "$field true" => array( $field, true );
		}
		foreach ( array( 'line1' => 200, 'line2' => 200, 'city' => 100, 'region' => 100, 'postcode' => 20 ) as $part => $max ) { // phpcs:ignore WordPress.Arrays
			yield "address.$part too long" => array( 'address', array( $part => str_repeat( 'é', $max + 1 ) ), "address.$part" );
		}
		yield 'address.country unknown' => array( 'address', array( 'country' => 'XX' ), 'address.country' );
		yield 'address.country a name' => array( 'address', array( 'country' => 'Spain' ), 'address.country' );
		yield 'address.planet' => array( 'address', array( 'planet' => 'Mars' ), 'address.planet' );
		yield 'address a text' => array( 'address', 'Calle 1' );
		foreach ( array( 'ana', 'ana@', '@example.org', 'a b@example.org', 'ana@example', str_repeat( 'a', 250 ) . '@example.org' ) as $email ) {
			yield "email $email" => array( 'email', $email );
		}
		foreach ( array( 'javascript:alert(1)', 'ftp://example.org', 'nonsense', 'http://', 'https://exa mple.org', 'https://example.org/' . str_repeat( 'a', 250 ) ) as $website ) {
			yield "website $website" => array( 'website', $website );
		}
		yield 'phone of letters' => array( 'phone', 'call me' );
		yield 'tags a number' => array( 'tags', 5 );
		yield 'tags an object' => array( 'tags', array( 'a' => 'b' ) );
		yield 'tag too long' => array( 'tags', array( str_repeat( 'x', 51 ) ) );
		yield 'tag a list' => array( 'tags', array( array( 'x' ) ) );
		yield 'too many tags' => array( 'tags', array_map( 'strval', range( 1, 51 ) ) );
		yield 'custom a text' => array( 'custom', 'x' );
		yield 'custom key' => array( 'custom', array( 'a b' => 1 ) );
		yield 'custom value' => array( 'custom', array( 'a' => array( 1 ) ), 'custom.a' );
		yield 'custom too long' => array( 'custom', array( 'a' => str_repeat( 'x', 1001 ) ), 'custom.a' );
		yield 'owner a name' => array( 'contact_owner', 'ana' );
		yield 'owner 0' => array( 'contact_owner', 0 );
		yield 'owner -1' => array( 'contact_owner', -1 );
		yield 'owner 1.5' => array( 'contact_owner', 1.5 );
		yield 'followers a name' => array( 'followers', array( 'ana' ) );
		yield 'followers an id' => array( 'followers', 3 );
		yield 'version a word' => array( 'version', 'latest' );
		yield 'version 0' => array( 'version', 0 );
		yield 'version 1.5' => array( 'version', 1.5 );
		yield 'a number with a point' => array( 'first_name', 1e30 );
		yield 'status trash' => array( 'status', 'trash' );
		yield 'status of another kind' => array( 'status', 'open' );
		yield 'an unknown field' => array( 'shoe_size', 43 );
	}

	public function test_longest_values_fit(): void {
		$this->as( $this->boss() );
		$values = array();
		foreach ( array( 'first_name', 'last_name', 'company', 'title', 'source', 'source_id' ) as $field ) {
			$values[ $field ] = str_repeat( '字', ContactInput::MAX_LENGTHS[ $field ] );
		}
		$data = $this->rest( 'POST', '/contacts', $values )->get_data();
		foreach ( $values as $field => $value ) {
			self::assertSame( $value, $this->rest( 'GET', "/contacts/$data[id]" )->get_data()[ $field ], $field );
		}
	}

	public function test_null_clears_a_field(): void {
		$this->as( $this->boss() );
		$id   = $this->rest( 'POST', '/contacts', self::FULL )->get_data()['id'];
		$data = $this->rest( 'PATCH', "/contacts/$id", array( 'phone' => null, 'website' => null, 'address' => array( 'line2' => null ), 'custom' => array( 'score' => null ), 'tags' => array() ) )->get_data(); // phpcs:ignore WordPress.Arrays
		self::assertSame( array( '', '', '', 'Calle 1', array() ), array( $data['phone'], $data['website'], $data['address']['line2'], $data['address']['line1'], $data['tags'] ) );
		self::assertArrayNotHasKey( 'score', (array) $data['custom'] );
		self::assertArrayHasKey( 'rate', (array) $data['custom'], 'Custom fields not sent stay.' );
		self::assertSame( '', $this->rest( 'PATCH', "/contacts/$id", array( 'address' => null ) )->get_data()['address']['city'] ); // phpcs:ignore WordPress.Arrays
	}

	public function test_an_empty_contact_is_refused(): void {
		$this->as( $this->boss() );
		self::assertInvalid( 'email', $this->rest( 'POST', '/contacts', array( 'title' => 'CTO' ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertInvalid( 'email', $this->rest( 'POST', '/contacts', array( 'first_name' => '   ' ) ) ); // phpcs:ignore WordPress.Arrays
		$contact = $this->rest( 'POST', '/contacts', array( 'company' => '0', 'phone' => '+1 555 0100' ) )->get_data(); // phpcs:ignore WordPress.Arrays
		self::assertStatus( 200, $this->rest( 'PATCH', "/contacts/$contact[id]", array( 'phone' => '' ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertInvalid( 'email', $this->rest( 'PATCH', "/contacts/$contact[id]", array( 'company' => '' ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertSame( '0', $this->rest( 'GET', "/contacts/$contact[id]" )->get_data()['company'] );
	}

	public function test_stale_version_is_refused_with_the_newer_contact(): void {
		$contact = $this->contact();
		$this->as( $this->boss() );
		self::assertSame( 2, $this->rest( 'PATCH', "/contacts/$contact->id", array( 'title' => 'First', 'version' => 1 ) )->get_data()['version'] ); // phpcs:ignore WordPress.Arrays
		$data = self::assertError( 409, 'steward_version_conflict', $this->rest( 'PATCH', "/contacts/$contact->id", array( 'title' => 'Second', 'version' => 1 ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertEquals( $this->rest( 'GET', "/contacts/$contact->id" )->get_data(), $data['current'] );
		self::assertSame( 'First', $data['current']['title'] );
	}

	public function test_an_update_that_changes_nothing_keeps_version_and_log(): void {
		$this->as( $this->boss() );
		$data   = $this->rest( 'POST', '/contacts', self::FULL )->get_data();
		$again  = $this->rest( 'PUT', "/contacts/$data[id]", self::FULL + array( 'version' => 1 ) ); // phpcs:ignore WordPress.Arrays
		$return = $this->rest( 'POST', "/contacts/$data[id]", json_decode( (string) wp_json_encode( $data ), true ) );
		self::assertStatus( 200, $again );
		self::assertStatus( 200, $return, 'What was read may be sent back.' );
		self::assertSame( 1, $return->get_data()['version'] );
		self::assertSame( array( 'created' ), self::actions( $data['id'] ) );
	}

	public function test_an_owner_by_patch_needs_the_permission_to_reassign(): void {
		$rep     = $this->rep();
		$contact = $this->contact( array( 'contact_owner' => $rep->ID ) );
		self::assertForbidden( 'missing_reassign_permission', $this->as( $rep )->rest( 'PATCH', "/contacts/$contact->id", array( 'contact_owner' => null, 'title' => 'X' ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertEquals( $contact, self::stored( $contact ), 'The title must not be saved either.' );
		self::assertStatus( 200, $this->rest( 'PATCH', "/contacts/$contact->id", array( 'contact_owner' => $rep->ID, 'title' => 'X' ) ), 'The present owner is no change.' ); // phpcs:ignore WordPress.Arrays
		self::assertNull( $this->as( $this->boss() )->rest( 'PATCH', "/contacts/$contact->id", array( 'contact_owner' => null ) )->get_data()['contact_owner'] ); // phpcs:ignore WordPress.Arrays
		self::assertSame( array( 'created', 'updated', 'released' ), self::actions( $contact ) );
	}

	public function test_clearing_nothing_keeps_the_owner(): void {
		$rep     = $this->rep();
		$contact = $this->contact( array( 'contact_owner' => $rep->ID ) );
		$this->as( $this->boss() )->rest( 'PATCH', "/contacts/$contact->id", array( 'phone' => '555 0100' ) ); // phpcs:ignore WordPress.Arrays
		self::assertSame( $rep->ID, self::stored( $contact )->contact_owner );
	}

	public function test_an_address_that_exists_is_told_only_to_who_may_see_it(): void {
		$owner   = $this->rep();
		$contact = $this->contact( array( 'email' => 'taken@example.org', 'contact_owner' => $owner->ID ) ); // phpcs:ignore WordPress.Arrays
		$post    = fn ( string $email ) => $this->rest( 'POST', '/contacts', array( 'email' => $email ) ); // phpcs:ignore WordPress.Arrays
		self::assertSame( $contact->id, self::assertError( 409, 'steward_duplicate_email', $this->as( $owner )->rest( 'POST', '/contacts', array( 'email' => ' TAKEN@example.org ' ) ) )['existing_id'] ); // phpcs:ignore WordPress.Arrays
		$this->as( $this->rep() );
		self::assertNull( self::assertError( 409, 'steward_duplicate_email', $post( 'taken@example.org' ) )['existing_id'] );
		$mine = $post( 'mine@example.org' )->get_data()['id'];
		self::assertNull( self::assertError( 409, 'steward_duplicate_email', $this->rest( 'PATCH', "/contacts/$mine", array( 'email' => 'Taken@example.org' ) ) )['existing_id'] ); // phpcs:ignore WordPress.Arrays
		self::assertStatus( 200, $this->rest( 'PATCH', "/contacts/$mine", array( 'email' => 'Mine@example.org' ) ), 'Its own address in other letters.' ); // phpcs:ignore WordPress.Arrays
	}

	public function test_trash_restore_and_erase(): void {
		$this->as( $this->boss() );
		$contact = $this->contact( array( 'email' => 'free@example.org', 'tags' => array( 'gone' ) ) ); // phpcs:ignore WordPress.Arrays
		$trashed = $this->rest( 'DELETE', "/contacts/$contact->id" );
		self::assertStatus( 200, $trashed );
		self::assertSame( 'trash', $trashed->get_data()['status'] );
		self::assertStatus( 200, $this->rest( 'DELETE', "/contacts/$contact->id" ), 'Twice is once.' );
		self::assertStatus( 200, $this->rest( 'GET', "/contacts/$contact->id" ) );
		foreach ( array( array( 'PATCH', '', array( 'title' => 'X' ) ), array( 'POST', '/claim', array() ), array( 'POST', '/reassign', array( 'contact_owner' => null ) ), array( 'POST', '/followers', array( 'user' => get_current_user_id() ) ) ) as list( $method, $route, $params ) ) {
			self::assertError( 409, 'steward_trashed', $this->rest( $method, "/contacts/$contact->id$route", $params ), $method . $route );
		}
		foreach ( array( array(), array( 'tags' => 'gone' ), array( 'search' => 'free' ), array( 'email' => 'free@example.org' ) ) as $params ) {
			self::assertNotContains( $contact->id, array_column( $this->rest( 'GET', '/contacts', $params )->get_data(), 'id' ) );
			self::assertContains( $contact->id, array_column( $this->rest( 'GET', '/contacts', $params + array( 'status' => 'trash' ) )->get_data(), 'id' ) );
		}
		$other = $this->rest( 'POST', '/contacts', array( 'email' => 'free@example.org' ) ); // phpcs:ignore WordPress.Arrays
		self::assertStatus( 201, $other, 'The trash frees the address.' );
		self::assertSame( $other->get_data()['id'], self::assertError( 409, 'steward_duplicate_email', $this->rest( 'POST', "/contacts/$contact->id/restore" ) )['existing_id'] );
		self::assertStatus( 200, $this->rest( 'DELETE', '/contacts/' . $other->get_data()['id'], array( 'force' => 'true' ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertSame( 'active', $this->rest( 'POST', "/contacts/$contact->id/restore" )->get_data()['status'] );
		self::assertStatus( 200, $this->rest( 'POST', "/contacts/$contact->id/restore" ), 'Twice is once.' );
		self::assertSame( array( 'created', 'trashed', 'restored' ), self::actions( $contact ) );
		self::assertContains( $contact->id, array_column( $this->rest( 'GET', '/contacts', array( 'tags' => 'gone' ) )->get_data(), 'id' ) ); // phpcs:ignore WordPress.Arrays

		$erased = $this->rest( 'DELETE', "/contacts/$contact->id", array( 'force' => 'true' ) )->get_data(); // phpcs:ignore WordPress.Arrays
		self::assertSame( array( true, $contact->id ), array( $erased['deleted'], $erased['previous']['id'] ) );
		self::assertError( 404, 'steward_not_found', $this->rest( 'GET', "/contacts/$contact->id" ) );
		self::assertError( 404, 'steward_not_found', $this->rest( 'DELETE', "/contacts/$contact->id" ) );
		self::assertStringNotContainsString( 'free@', (string) wp_json_encode( self::activity( $contact ) ), 'Erased is erased, in the log too.' );
	}

	public function test_pages_and_their_headers(): void {
		$this->as( $this->boss() );
		$ids = array_map( fn (): int => $this->contact( array( 'source' => 'pages' ) )->id, range( 1, 7 ) ); // phpcs:ignore WordPress.Arrays
		$get = fn ( array $params ) => $this->rest( 'GET', '/contacts', $params + array( 'source' => 'pages', 'orderby' => 'id', 'order' => 'asc' ) ); // phpcs:ignore WordPress.Arrays
		$two = $get( array( 'per_page' => 3, 'page' => 2 ) ); // phpcs:ignore WordPress.Arrays
		self::assertSame( array_slice( $ids, 3, 3 ), array_column( $two->get_data(), 'id' ) );
		self::assertSame( array( '7', '3' ), array( $two->get_headers()['X-WP-Total'], $two->get_headers()['X-WP-TotalPages'] ) );
		self::assertStringContainsString( 'rel="prev"', $two->get_headers()['Link'] );
		self::assertStringContainsString( 'rel="next"', $two->get_headers()['Link'] );
		self::assertSame( array(), $get( array( 'page' => 9 ) )->get_data() ); // phpcs:ignore WordPress.Arrays
		foreach ( array( array( 'per_page', 0 ), array( 'per_page', 101 ), array( 'per_page', 'x' ), array( 'page', 0 ), array( 'page', -1 ), array( 'orderby', 'password' ), array( 'order', 'up' ), array( 'status', 'gone' ), array( 'include', 'x' ), array( 'contact_owner', 'you' ), array( 'follower', 'you' ), array( 'created_after', 'soonish' ), array( 'created_before', '2026-13-45' ), array( 'search', str_repeat( 'x', 201 ) ) ) as list( $name, $value ) ) {
			self::assertInvalid( $name, $this->rest( 'GET', '/contacts', array( $name => $value ) ), "$name=$value" );
		}
		self::assertCount( 2, $get( array( 'include' => "$ids[0],$ids[1]" ) )->get_data() ); // phpcs:ignore WordPress.Arrays
		self::assertCount( 5, $get( array( 'exclude' => array( $ids[0], $ids[1] ) ) )->get_data() ); // phpcs:ignore WordPress.Arrays
	}

	public function test_fields_context_and_links(): void {
		$this->as( $this->rep() );
		$contact = $this->contact( array( 'email' => 'fields@example.org' ) ); // phpcs:ignore WordPress.Arrays
		$item    = $this->rest( 'GET', "/contacts/$contact->id?_fields=id,email,address.city" )->get_data();
		self::assertSame( array( 'id', 'email', 'address' ), array_keys( $item ) );
		self::assertSame( array( 'id' ), array_keys( $this->rest( 'GET', '/contacts?_fields=id' )->get_data()[0] ) );
		$embed = $this->rest( 'GET', "/contacts/$contact->id", array( 'context' => 'embed' ) )->get_data(); // phpcs:ignore WordPress.Arrays
		self::assertArrayHasKey( 'name', $embed );
		self::assertArrayNotHasKey( 'phone', $embed );
		self::assertInvalid( 'context', $this->rest( 'GET', "/contacts/$contact->id", array( 'context' => 'x' ) ) ); // phpcs:ignore WordPress.Arrays
		$links = $this->rest( 'GET', "/contacts/$contact->id" )->get_links();
		self::assertSame( rest_url( "steward/v1/contacts/$contact->id" ), $links['self'][0]['href'] );
		self::assertStringEndsWith( '/contacts', $links['collection'][0]['href'] );
	}

	public function test_schema_names_every_field_of_an_answer(): void {
		$this->as( $this->boss() );
		$contact = $this->contact();
		$schema  = $this->rest( 'OPTIONS', '/contacts' )->get_data();
		self::assertSame( 'steward-contact', $schema['schema']['title'] );
		self::assertEqualsCanonicalizing( array_keys( $schema['schema']['properties'] ), array_keys( $this->rest( 'GET', "/contacts/$contact->id" )->get_data() ) );
		self::assertTrue( rest_validate_value_from_schema( json_decode( (string) wp_json_encode( $this->rest( 'GET', "/contacts/$contact->id" )->get_data() ), true ), $schema['schema'], 'contact' ) );
		self::assertArrayHasKey( 'contact_owner', $schema['endpoints'][0]['args'] );
		foreach ( $schema['schema']['properties'] as $name => $property ) {
			self::assertNotEmpty( $property['description'], $name );
		}
	}

	public function test_head_answers_with_the_headers_of_a_get(): void {
		$this->as( $this->boss() );
		$this->contact();
		$response = $this->rest( 'HEAD', '/contacts' );
		self::assertStatus( 200, $response );
		self::assertSame( $this->rest( 'GET', '/contacts' )->get_headers()['X-WP-Total'], $response->get_headers()['X-WP-Total'] );
	}

	public function test_tags_are_offered_as_far_as_their_contacts_are_seen(): void {
		$rep   = $this->rep();
		$names = fn ( string $search ): array => array_column( $this->rest( 'GET', "/tags?search=$search" )->get_data(), 'name' );
		$this->contact( array( 'contact_owner' => $this->rep()->ID, 'tags' => array( 'tag-hidden' ) ) ); // phpcs:ignore WordPress.Arrays
		$this->contact( array( 'tags' => array( 'tag-free' ) ) ); // phpcs:ignore WordPress.Arrays
		$this->contact( array( 'contact_owner' => $rep->ID, 'tags' => array( 'tag-own' ) ) ); // phpcs:ignore WordPress.Arrays
		$this->as( $rep );
		self::assertSame( array( 'tag-free', 'tag-own' ), $names( 'tag-' ) );
		self::assertSame( '2', $this->rest( 'GET', '/tags?search=tag-&per_page=1' )->get_headers()['X-WP-Total'] );
		$this->as( $this->boss() );
		self::assertSame( array( 'tag-free', 'tag-hidden', 'tag-own' ), $names( 'tag-' ) );
	}

	public function test_batch(): void {
		$this->as( $this->boss() );
		$contact  = $this->contact();
		$requests = array(
			array( 'method' => 'POST', 'path' => '/steward/v1/contacts', 'body' => array( 'company' => 'Batched' ) ), // phpcs:ignore WordPress.Arrays
			array( 'method' => 'PATCH', 'path' => "/steward/v1/contacts/$contact->id", 'body' => array( 'title' => 'Batched' ) ), // phpcs:ignore WordPress.Arrays
			array( 'method' => 'POST', 'path' => "/steward/v1/contacts/$contact->id/claim" ), // phpcs:ignore WordPress.Arrays
			array( 'method' => 'POST', 'path' => '/steward/v1/contacts', 'body' => array( 'email' => 'x' ) ), // phpcs:ignore WordPress.Arrays
		);
		$response = $this->rest( 'POST', '/batch/v1', array( 'requests' => $requests ) ); // phpcs:ignore WordPress.Arrays
		self::assertStatus( 207, $response );
		self::assertSame( array( 201, 200, 200, 400 ), array_column( $response->get_data()['responses'], 'status' ) );
	}
}
