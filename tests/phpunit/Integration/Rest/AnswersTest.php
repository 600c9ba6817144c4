<?php
/**
 * What routes have in common.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Rest;

use Steward\Plugin;
use Steward\Tests\Integration\Opportunities\OpportunityTestCase;
use WP_REST_Response;

/**
 * Batches that are refused as a whole, fields there are none of, addresses of what was made, links.
 */
final class AnswersTest extends OpportunityTestCase {

	public function test_a_batch_that_must_be_valid_writes_nothing_where_one_field_is_wrong(): void {
		$boss    = $this->boss();
		$contact = $this->contact();
		$deal    = $this->deal();
		$wrong   = array(
			array( 'PATCH', "/contacts/$contact->id", array( 'email' => 'nobody' ), 'email' ),
			array( 'PATCH', "/contacts/$contact->id", array( 'address' => array( 'country' => 'Spain' ) ), 'address.country' ),
			array( 'POST', '/contacts', array( 'surname' => 'Ana' ), 'surname' ),
			array( 'PUT', "/contacts/$contact->id", array( 'version' => 'x' ), 'version' ),
			array( 'PATCH', "/opportunities/$deal->id", array( 'value' => '-1' ), 'value' ),
			array( 'PATCH', "/opportunities/$deal->id", array( 'title' => null ), 'title' ),
			array( 'POST', '/opportunities', array( 'contact' => $contact->id, 'title' => 'Roof', 'probability' => 5 ), 'probability' ),
			array( 'POST', "/contacts/$contact->id/claim", array( 'contact_owner' => $boss->ID ), 'contact_owner' ),
			array( 'POST', '/tasks', array( 'title' => 'Call', 'contact' => $contact->id, 'note' => 'x' ), 'note' ),
			array( 'POST', '/tasks', array( 'title' => 'Call', 'due_gmt' => 'soon' ), 'due_gmt' ),
		);
		$this->as( $boss );
		foreach ( $wrong as list( $method, $route, $body, $field ) ) {
			$answer = $this->batch(
				array( 'POST', '/contacts', array( 'first_name' => 'New', 'tags' => 'a, b' ) ),
				array( $method, $route, $body )
			);
			self::assertSame( 'validation', $answer['failed'] ?? '', (string) wp_json_encode( $answer ) );
			self::assertNull( $answer['responses'][0] );
			self::assertSame( array( 400, 'rest_invalid_param' ), array( $answer['responses'][1]['status'], $answer['responses'][1]['body']['code'] ) );
			self::assertSame( array( $field ), array_keys( $answer['responses'][1]['body']['data']['params'] ) );
		}
		self::assertSame( array( 'created' ), self::actions( $contact ) );
		self::assertSame( 2, Plugin::instance()->db()->int( 'SELECT COUNT(*) FROM %i', Plugin::instance()->db()->table( 'contacts' ) ), 'Nothing was written.' );
	}

	public function test_a_batch_takes_what_a_request_takes(): void {
		$contact = $this->contact( array( 'phone' => '+34 555 0100', 'contact_owner' => $this->rep()->ID ) );
		$this->as( $this->boss() );
		$answer = $this->batch(
			array( 'PATCH', "/contacts/$contact->id", array( 'phone' => null, 'contact_owner' => null, 'tags' => 'one, two', 'version' => '1', 'relation' => 'other' ) ),
			array( 'POST', '/contacts', array( 'name' => 'Leo Long', 'address' => array( 'country' => 'es' ) ) )
		);
		self::assertSame( array( 200, 201 ), array_column( $answer['responses'], 'status' ), (string) wp_json_encode( $answer ) );
		$body = $answer['responses'][0]['body'];
		self::assertSame( array( '', null, array( 'one', 'two' ) ), array( $body['phone'], $body['contact_owner'], $body['tags'] ) );
		self::assertSame( array( 'Leo', 'Long', 'ES' ), array( $answer['responses'][1]['body']['first_name'], $answer['responses'][1]['body']['last_name'], $answer['responses'][1]['body']['address']['country'] ) );
		self::assertError( 409, 'steward_version_conflict', $this->rest( 'PATCH', "/contacts/$contact->id", array( 'phone' => '555 0100', 'version' => 1 ) ) );
	}

	public function test_errors_of_fields_have_one_shape(): void {
		$contact = $this->contact();
		$this->as( $this->boss() );
		$error = $this->rest( 'PATCH', "/contacts/$contact->id", array( 'email' => 'x', 'address' => array( 'country' => 'Spain', 'planet' => 'Earth' ), 'foo' => 1 ) )->get_data();
		self::assertSame( 'rest_invalid_param', $error['code'] );
		self::assertSame( array( 'status', 'params' ), array_keys( $error['data'] ) );
		self::assertSame( array( 'email', 'address.country', 'address.planet', 'foo' ), array_keys( $error['data']['params'] ) );
		self::assertSame( 'This is not an e-mail address, such as ana@example.org.', $error['data']['params']['email'] );
	}

	public function test_what_there_is_no_field_for_is_refused_by_its_name(): void {
		$contact = $this->contact();
		$deal    = $this->deal();
		$this->as( 1 );
		foreach ( array(
			array( 'POST', "/contacts/$contact->id/claim", array() ),
			array( 'DELETE', "/contacts/$contact->id/claim", array() ),
			array( 'POST', "/contacts/$contact->id/reassign", array( 'contact_owner' => null ) ),
			array( 'POST', '/contacts/claim', array( 'ids' => array( $contact->id ) ) ),
			array( 'POST', '/contacts/reassign', array( 'ids' => array( $contact->id ), 'contact_owner' => null ) ),
			array( 'POST', "/opportunities/$deal->id/claim", array() ),
			array( 'POST', '/opportunities/reassign', array( 'ids' => array( $deal->id ), 'owner' => null ) ),
			array( 'POST', '/roles', array( 'name' => 'Helpers' ) ),
			array( 'PATCH', '/roles', array( 'roles' => array( 'author' => array( 'reports' => true ) ) ) ),
			array( 'POST', '/roles/preview', array( 'roles' => array( 'author' => array( 'reports' => true ) ) ) ),
			array( 'PATCH', '/roles/author', array( 'reports' => true ) ),
			array( 'POST', '/roles/author/preview', array( 'reports' => true ) ),
		) as list( $method, $route, $body ) ) {
			self::assertInvalid( 'surprise', $this->rest( $method, $route, $body + array( 'surprise' => 1 ) ), "$method $route" );
		}
		self::assertNull( get_role( 'steward_helpers' ) );
		self::assertFalse( get_role( 'author' )->has_cap( 'steward_view_reports' ) );
		self::assertInvalid( 'move_opportunities', $this->rest( 'POST', "/opportunities/$deal->id/reassign", array( 'owner' => null, 'move_opportunities' => true ) ) );
		self::assertNull( self::stored( $contact )->contact_owner );
		self::assertStatus( 200, $this->rest( 'POST', "/contacts/$contact->id/claim?_locale=user&context=edit&_fields=id,can&_embed=1&_envelope=1" ) );
		self::assertStatus( 200, $this->rest( 'DELETE', "/contacts/$contact->id/claim?_locale=user" ) );
		$row = $this->rest( 'GET', '/roles/author' )->get_data();
		self::assertStatus( 200, $this->rest( 'PATCH', '/roles/author', $row ), 'What was read may be sent back.' );
	}

	public function test_what_was_made_is_where_the_answer_says(): void {
		$pipeline = self::pipeline()->id;
		$contact  = $this->contact()->id;
		$this->as( 1 );
		foreach ( array(
			array( '/contacts', array( 'first_name' => 'Leo' ), 'id' ),
			array( '/opportunities', array( 'contact' => $contact, 'title' => 'Roof' ), 'id' ),
			array( '/tasks', array( 'title' => 'Call' ), 'id' ),
			array( '/roles', array( 'name' => 'Helpers' ), 'role' ),
			array( '/pipelines', array( 'name' => 'Renewals' ), 'id' ),
			array( "/pipelines/$pipeline/stages", array( 'name' => 'Called' ), 'id' ),
			array( '/submission-keys', array( 'name' => 'Site' ), 'id' ),
		) as list( $route, $body, $key ) ) {
			$made = $this->rest( 'POST', $route, $body );
			self::assertStatus( 201, $made, $route );
			$location = $made->get_headers()['Location'] ?? '';
			$found    = $this->rest( 'GET', self::route_of( $location ) );
			self::assertStatus( 200, $found, "$route $location" );
			self::assertSame( $made->get_data()[ $key ], $found->get_data()[ $key ], $route );
			self::assertArrayNotHasKey( 'key', $found->get_data(), 'A key is shown once.' );
		}
		self::assertError( 404, 'steward_not_found', $this->rest( 'GET', '/submission-keys/999999' ) );
		self::assertError( 404, 'steward_not_found', $this->rest( 'GET', "/pipelines/$pipeline/stages/999999" ) );
	}

	public function test_a_follower_who_cannot_be_is_named_as_it_was_sent(): void {
		$contact = $this->contact();
		$this->as( $this->boss() );
		self::assertSame( array( 'user' ), array_keys( self::assertError( 400, 'rest_invalid_param', $this->rest( 'POST', "/contacts/$contact->id/followers", array( 'user' => 999999 ) ) )['params'] ) );
		self::assertInvalid( 'followers', $this->rest( 'PUT', "/contacts/$contact->id/followers", array( 'followers' => array( 999999 ) ) ) );
		self::assertInvalid( 'followers', $this->rest( 'PATCH', "/contacts/$contact->id", array( 'followers' => array( 999999 ) ) ) );
	}

	public function test_a_contact_links_to_what_belongs_to_it(): void {
		$contact = $this->contact( array( 'followers' => array( $this->rep()->ID ) ) );
		$deal    = $this->deal( array( 'contact' => $contact->id ) );
		$this->as( $this->boss() );
		$one  = rest_get_server()->response_to_data( $this->rest( 'GET', "/contacts/$contact->id" ), false )['_links'];
		$list = $this->rest( 'GET', "/contacts?include=$contact->id" )->get_data()[0]['_links'];
		self::assertSame( array( 'self', 'collection', 'opportunities', 'followers', 'activity' ), array_keys( $one ) );
		self::assertSame( $one, $list );
		self::assertSame( array( $deal->id ), array_column( $this->rest( 'GET', self::route_of( $one['opportunities'][0]['href'] ) )->get_data(), 'id' ) );
		self::assertCount( 1, $this->rest( 'GET', self::route_of( $one['followers'][0]['href'] ) )->get_data() );
		self::assertNotSame( array(), $this->rest( 'GET', self::route_of( $one['activity'][0]['href'] ) )->get_data() );
		self::assertSame( rest_url( "steward/v1/contacts/$contact->id" ), $one['self'][0]['href'] );
	}

	public function test_an_opportunitys_contact_is_embedded_for_who_may_view_it(): void {
		self::separate_owners();
		$contact = $this->contact( array( 'contact_owner' => $this->rep()->ID, 'first_name' => 'Eva' ) );
		$rep     = $this->rep();
		$deal    = $this->deal( array( 'contact' => $contact->id, 'owner' => $rep->ID ) );
		$shown   = fn (): array => rest_get_server()->response_to_data( $this->rest( 'GET', "/opportunities/$deal->id?_embed=1" ), true );
		$data    = $this->as( $this->boss() )->rest( 'GET', "/opportunities/$deal->id" );
		self::assertTrue( $data->get_links()['contact'][0]['attributes']['embeddable'] );
		$embedded = $shown()['_embedded']['contact'][0];
		self::assertSame( array( $contact->id, 'Eva' ), array( $embedded['id'], $embedded['first_name'] ) );
		self::assertArrayNotHasKey( 'address', $embedded );
		$this->as( $rep );
		self::assertFalse( $shown()['contact_viewable'] );
		self::assertArrayNotHasKey( '_embedded', $shown() );
	}

	/**
	 * @param array{string, string, array<string, mixed>} ...$requests Method, route, body.
	 * @return array<string, mixed>
	 */
	private function batch( array ...$requests ): array {
		$response = $this->rest(
			'POST',
			'/batch/v1',
			array(
				'validation' => 'require-all-validate',
				'requests'   => array_map(
					static fn ( array $request ): array => array(
						'method' => $request[0],
						'path'   => "/steward/v1$request[1]",
						'body'   => $request[2],
					),
					$requests
				),
			)
		);
		self::assertSame( 207, $response->get_status() );
		return json_decode( (string) wp_json_encode( $response->get_data() ), true );
	}

	/**
	 * The route that an address leads to.
	 */
	private static function route_of( string $url ): string {
		$request = \WP_REST_Request::from_url( $url );
		self::assertNotFalse( $request, $url );
		return $request->get_route();
	}
}
