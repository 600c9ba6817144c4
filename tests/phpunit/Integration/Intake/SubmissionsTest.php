<?php
/**
 * `/submissions`, `/submission-keys` and steward_submit().
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Intake;

use Steward\Contacts\Contact;
use Steward\Intake\FormField;
use Steward\Intake\FormProvider;

final class SubmissionsTest extends IntakeTestCase {

	private function key( string $name = 'Landing page' ): string {
		$made = $this->as( 1 )->rest( 'POST', '/submission-keys', array( 'name' => $name ) );
		self::assertSame( 201, $made->get_status() );
		$this->as( 0 );
		return $made->get_data()['key'];
	}

	private function submit( array $fields, array $more = array(), ?string $key = null ): \WP_REST_Response {
		return $this->rest( 'POST', '/submissions', array( 'form' => 'landing', 'fields' => $fields ) + $more, null === $key ? array() : array( 'X-Steward-Key' => $key ) );
	}

	public function test_a_key_is_shown_once_and_kept_hashed(): void {
		$key  = $this->key();
		$list = $this->as( 1 )->rest( 'GET', '/submission-keys' )->get_data();
		self::assertSame( array( 'id', 'name', 'hint', 'created_gmt', 'last_used_gmt' ), array_keys( $list[0] ) );
		self::assertNull( $list[0]['last_used_gmt'] );
		self::assertStringEndsWith( substr( $key, -4 ), $list[0]['hint'] );
		self::assertStringNotContainsString( $key, (string) wp_json_encode( $this->rows( 'submission_keys' ) ) );
		$this->as( 0 )->submit( array( 'email' => 'ana@example.org' ), array(), $key );
		self::assertNotNull( $this->as( 1 )->rest( 'GET', '/submission-keys' )->get_data()[0]['last_used_gmt'] );
		self::assertSame( 200, $this->rest( 'DELETE', '/submission-keys/' . $list[0]['id'] )->get_status() );
		self::assertSame( 404, $this->rest( 'DELETE', '/submission-keys/' . $list[0]['id'] )->get_status() );
		self::assertSame( 403, $this->as( 0 )->submit( array( 'email' => 'ben@example.org' ), array(), $key )->get_status() );
	}

	public function test_without_a_key_nobody_submits_and_nobody_but_managers_looks(): void {
		$missing = $this->submit( array( 'email' => 'ana@example.org' ) );
		self::assertSame( 401, $missing->get_status() );
		self::assertStringContainsString( 'X-Steward-Key', $missing->get_data()['data']['remedy'] );
		$wrong = $this->submit( array( 'email' => 'ana@example.org' ), array(), 'stw_wrong' );
		self::assertSame( 403, $wrong->get_status() );
		self::assertSame( 'steward_invalid_key', $wrong->get_data()['code'] );
		self::assertNotEmpty( $wrong->get_data()['data']['remedy'] );
		$key = $this->key();
		foreach ( array( '/submissions', '/submission-keys', '/forms' ) as $route ) {
			self::assertSame( 401, $this->as( 0 )->rest( 'GET', $route, array(), array( 'X-Steward-Key' => $key ) )->get_status() );
			self::assertSame( 403, $this->as( $this->user( 'steward_sales_manager' ) )->rest( 'GET', $route )->get_status() );
		}
		self::assertSame( 403, $this->submit( array( 'email' => 'ana@example.org' ) )->get_status() );
		self::assertSame( array(), $this->rows( 'contacts' ) );
	}

	public function test_a_key_makes_an_unassigned_contact_and_sees_nothing_of_it(): void {
		$key      = $this->key();
		$response = $this->submit( array( 'your-email' => 'ana@example.org', 'full_name' => 'Ana Silva', 'tel' => '+34 555 0100', 'organisation' => 'Acme', 'budget' => 'high', 'password' => 'hunter2' ), array(), $key );
		self::assertSame( 201, $response->get_status() );
		self::assertArrayNotHasKey( 'contact', $response->get_data() );
		self::assertNull( $response->get_data()['submission']['contact'] );
		self::assertSame( 'created', $response->get_data()['submission']['result'] );
		$row = $this->rows( 'contacts' )[0];
		self::assertNull( $row['contact_owner'] );
		self::assertSame( array( 'Ana Silva', 'ana@example.org', '+34 555 0100', 'Acme', 'api' ), array( $row['name'], $row['email'], $row['phone'], $row['company'], $row['source'] ) );
		self::assertSame( array( 'budget' => 'high' ), json_decode( (string) $row['custom'], true ) );
		self::assertStringNotContainsString( 'hunter2', (string) wp_json_encode( array( $this->rows( 'submissions' ), $this->rows( 'activity' ), $this->rows( 'contacts' ) ) ) );
		$known = $this->submit( array( 'email' => 'ANA@example.org', 'title' => 'CEO' ), array(), $key );
		self::assertSame( array( 200, 'enriched' ), array( $known->get_status(), $known->get_data()['submission']['result'] ) );
		self::assertSame( 'CEO', $this->rows( 'contacts' )[0]['title'] );
	}

	public function test_who_may_view_the_contact_gets_it(): void {
		$response = $this->as( 1 )->submit( array( 'email' => 'ana@example.org' ) );
		self::assertSame( 201, $response->get_status() );
		self::assertNull( $response->get_data()['contact']['contact_owner'] );
		self::assertSame( $response->get_data()['contact']['id'], $response->get_data()['submission']['contact'] );
	}

	public function test_an_idempotency_key_makes_one(): void {
		$key   = $this->key();
		$first = $this->submit( array( 'name' => 'Ana' ), array( 'idempotency_key' => 'a1' ), $key );
		$again = $this->submit( array( 'name' => 'Somebody else' ), array( 'idempotency_key' => 'a1' ), $key );
		$other = $this->submit( array( 'name' => 'Ana' ), array( 'idempotency_key' => 'a2' ), $key );
		self::assertSame( array( 201, 200, 201 ), array( $first->get_status(), $again->get_status(), $other->get_status() ) );
		self::assertSame( 'repeated', $again->get_data()['submission']['result'] );
		self::assertSame( $first->get_data()['submission']['id'], $again->get_data()['submission']['id'] );
		self::assertSame( array( 'Ana', 'Ana' ), array_column( $this->rows( 'contacts' ), 'name' ) );
	}

	public function test_bad_values_do_not_lose_the_rest(): void {
		$response = $this->as( 1 )->submit( array( 'name' => 'Ana', 'email' => 'not an address', 'phone' => 'call me', 'contact_owner' => 1, 'country' => 'Narnia' ) );
		self::assertSame( 201, $response->get_status() );
		$contact = $response->get_data()['contact'];
		self::assertSame( array( 'Ana', '', '', null ), array( $contact['name'], $contact['email'], $contact['phone'], $contact['contact_owner'] ) );
		foreach ( array( 'email:', 'phone:', 'contact_owner:', 'address.country:' ) as $named ) {
			self::assertStringContainsString( $named, $response->get_data()['submission']['message'] );
		}
		$one = $this->rest( 'GET', '/submissions/' . $response->get_data()['submission']['id'] )->get_data();
		self::assertSame( 'not an address', $one['fields']->email );
	}

	public function test_nothing_usable_is_logged_as_failed_and_refused_by_field(): void {
		$response = $this->as( 1 )->submit( array( 'email' => 'not an address', 'budget' => 'high' ) );
		self::assertSame( 400, $response->get_status() );
		self::assertArrayHasKey( 'fields.email', $response->get_data()['data']['params'] );
		$log = $this->rest( 'GET', '/submissions', array( 'result' => 'failed' ) );
		self::assertSame( '1', (string) $log->get_headers()['X-WP-Total'] );
		self::assertSame( 'landing', $log->get_data()[0]['form'] );
		self::assertSame( array(), $this->rows( 'contacts' ) );
	}

	public function test_bad_requests_name_the_field(): void {
		$key = $this->key();
		foreach ( array(
			'form'            => array( 'form' => '', 'fields' => array( 'name' => 'Ana' ) ),
			'fields'          => array( 'form' => 'x' ),
			'idempotency_key' => array( 'form' => 'x', 'fields' => array( 'name' => 'Ana' ), 'idempotency_key' => array( 1 ) ),
			'email'           => array( 'form' => 'x', 'fields' => array( 'name' => 'Ana' ), 'email' => 'ana@example.org' ),
		) as $field => $body ) {
			$response = $this->rest( 'POST', '/submissions', $body, array( 'X-Steward-Key' => $key ) );
			self::assertSame( 400, $response->get_status() );
			self::assertArrayHasKey( $field, $response->get_data()['data']['params'] );
		}
		foreach ( array( array( 'form' => array( 'x' ) ), array( 'form' => str_repeat( 'x', 101 ) ), array( 'fields' => 'x' ), array( 'fields' => array() ), array( 'fields' => array( 'a', 'b' ) ), array( 'fields' => array_fill_keys( array_map( static fn ( int $i ): string => "f$i", range( 1, 101 ) ), 'x' ) ), array( 'fields' => null ), array( 'idempotency_key' => str_repeat( 'x', 191 ) ) ) as $bad ) {
			self::assertSame( 400, $this->rest( 'POST', '/submissions', $bad + array( 'form' => 'x', 'fields' => array( 'name' => 'Ana' ) ), array( 'X-Steward-Key' => $key ) )->get_status(), (string) wp_json_encode( $bad ) );
		}
		self::assertSame( 413, $this->submit( array( 'name' => 'Ana', 'message' => str_repeat( 'x', 70000 ) ), array(), $key )->get_status() );
		self::assertSame( array(), $this->rows( 'submissions' ) );
	}

	public function test_odd_values_never_end_in_a_server_error(): void {
		$key = $this->key();
		foreach ( array( null, true, 0, -1, 1.5, '', ' ', "\0", "a\u{202E}b", '🙂', str_repeat( 'x', 3000 ), array(), array( null ), array( array( 1 ) ), (object) array( 'a' => 'b' ), '<script>', "' OR 1=1 --" ) as $number => $odd ) {
			foreach ( array( 'email', 'name', 'phone', 'tags', 'address', 'custom', 'followers', 'x' ) as $field ) {
				$status = $this->submit( array( 'company' => 'Acme', $field => $odd ), array( 'idempotency_key' => "$number$field" ), $key )->get_status();
				self::assertContains( $status, array( 200, 201, 400 ) );
			}
		}
	}

	public function test_the_log_is_paged_and_filtered(): void {
		$this->as( 1 );
		for ( $i = 1; $i <= 3; $i++ ) {
			$this->submit( array( 'email' => "a$i@example.org" ) );
		}
		$page = $this->rest( 'GET', '/submissions', array( 'per_page' => 2 ) );
		self::assertSame( array( '3', '2' ), array( (string) $page->get_headers()['X-WP-Total'], (string) $page->get_headers()['X-WP-TotalPages'] ) );
		self::assertGreaterThan( $page->get_data()[1]['id'], $page->get_data()[0]['id'] );
		self::assertCount( 0, $this->rest( 'GET', '/submissions', array( 'form' => 'other' ) )->get_data() );
		self::assertCount( 1, $this->rest( 'GET', '/submissions', array( 'contact' => $page->get_data()[0]['contact'] ) )->get_data() );
		self::assertSame( 400, $this->rest( 'GET', '/submissions', array( 'result' => 'lost' ) )->get_status() );
	}

	public function test_erasing_a_contact_empties_its_submissions(): void {
		$id = $this->as( 1 )->submit( array( 'email' => 'ana@example.org' ) )->get_data()['contact']['id'];
		self::assertSame( 200, $this->rest( 'DELETE', "/contacts/$id", array( 'force' => 'true' ) )->get_status() );
		self::assertSame( array( null, '{}' ), array( $this->rows( 'submissions' )[0]['contact_id'], $this->rows( 'submissions' )[0]['fields'] ) );
	}

	public function test_php_submits_likewise(): void {
		$ana = steward_submit( 'booking', array( 'your-name' => 'Ana Silva', 'email' => 'ana@example.org' ), array( 'tags' => array( 'Booking' ), 'source' => 'booking' ) );
		self::assertInstanceOf( Contact::class, $ana );
		self::assertSame( array( null, 'booking', array( 'Booking' ) ), array( $ana->contact_owner, $ana->text( 'source' ), $ana->tags ) );
		$again = steward_submit( 'booking', array( 'your-name' => 'Ana Silva', 'email' => 'ana@example.org' ) );
		self::assertInstanceOf( Contact::class, $again );
		self::assertSame( $ana->id, $again->id );
		self::assertCount( 1, $this->rows( 'submissions' ) );
		$rep = $this->user( 'steward_sales_rep' );
		$ben = steward_submit( 'booking', array( 'email' => 'ben@example.org' ), array( 'owner' => $rep->ID ) );
		self::assertInstanceOf( Contact::class, $ben );
		self::assertSame( $rep->ID, $ben->contact_owner );
		self::assertWPError( 'rest_invalid_param', steward_submit( 'booking', array( 'message' => 'Hello' ) ) );
		self::assertWPError( 'rest_invalid_param', steward_submit( '', array( 'name' => 'Ana' ) ) );
	}

	public function test_what_others_do_after_the_commit_undoes_nothing(): void {
		add_action( 'steward_submission_received', static fn () => throw new \RuntimeException( 'an extension broke' ) );
		$contact = steward_submit( 'booking', array( 'email' => 'ana@example.org' ) );
		self::assertInstanceOf( Contact::class, $contact );
		self::assertSame( array( 'created' ), array_column( $this->rows( 'submissions' ), 'result' ) );
		self::assertStringContainsString( 'an extension broke', $this->logged() );
	}

	public function test_a_form_plugin_that_is_not_there_says_so(): void {
		$absent = new class() implements FormProvider {
			public function id(): string {
				return 'absent';
			}
			public function name(): string {
				return 'Absent Forms';
			}
			public function is_active(): bool {
				return false;
			}
			public function forms(): array {
				throw new \LogicException( 'asked while inactive' );
			}
			public function form( string $id ): ?\Steward\Intake\Form {
				throw new \LogicException( 'asked while inactive' );
			}
			public function listen( callable $receive ): void {}
		};
		$broken = new class() implements FormProvider {
			public function id(): string {
				return 'broken';
			}
			public function name(): string {
				return 'Broken Forms';
			}
			public function is_active(): bool {
				return true;
			}
			public function forms(): array {
				throw new \LogicException( 'broken' );
			}
			public function form( string $id ): ?\Steward\Intake\Form {
				return new \Steward\Intake\Form( $id, 'One', array( new FormField( 'email', 'E-mail', 'email' ) ) );
			}
			public function listen( callable $receive ): void {}
		};
		add_filter( 'steward_form_providers', static fn (): array => array( $absent, $broken, 'nonsense' ) );
		$this->as( 1 );
		$list = $this->rest( 'GET', '/forms' );
		self::assertSame( array( 200, array() ), array( $list->get_status(), $list->get_data() ) );
		$response = $this->rest( 'PATCH', '/forms/absent/1', array( 'enabled' => true ) );
		self::assertSame( array( 409, 'steward_provider_missing' ), array( $response->get_status(), $response->get_data()['code'] ) );
		self::assertStringContainsString( 'Absent Forms', $response->get_data()['message'] );
		self::assertNotEmpty( $response->get_data()['data']['remedy'] );
		self::assertSame( 404, $this->rest( 'PATCH', '/forms/unheard-of/1', array( 'enabled' => true ) )->get_status() );
		self::assertSame( 200, $this->rest( 'PATCH', '/forms/broken/1', array( 'enabled' => true ) )->get_status() );
	}

	private static function assertWPError( string $code, mixed $value ): void {
		self::assertInstanceOf( \WP_Error::class, $value );
		self::assertSame( $code, $value->get_error_code() );
	}
}
