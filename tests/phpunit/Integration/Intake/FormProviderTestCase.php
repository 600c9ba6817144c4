<?php
/**
 * What is asked of every form plugin.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Intake;

/**
 * The contract between a form plugin and Steward: each provider's test extends this and says how its forms are made and sent.
 */
abstract class FormProviderTestCase extends IntakeTestCase {

	/** The provider's id. */
	abstract protected function provider(): string;

	/** Makes a form with a name, an e-mail address, a phone number and a message; answers its id. */
	abstract protected function make_form( string $title ): string;

	/**
	 * Sends a form as a visitor does.
	 *
	 * @param array<string, string> $values  name, email, phone, message.
	 * @param string                $outcome taken, spam or refused.
	 * @return bool Whether the visitor was told that it worked.
	 */
	abstract protected function send( string $form, array $values, string $outcome = 'taken' ): bool;

	private function switch_on( string $form, array $more = array() ): void {
		$user = get_current_user_id();
		$this->as( 1 );
		$response = $this->rest( 'PATCH', "/forms/{$this->provider()}/$form", array( 'enabled' => true ) + $more );
		self::assertSame( 200, $response->get_status(), (string) wp_json_encode( $response->get_data() ) );
		$this->as( $user );
	}

	/**
	 * @return array<string, string>
	 */
	private static function ana(): array {
		return array(
			'name'    => 'Ana Silva',
			'email'   => 'ana@example.org',
			'phone'   => '+34 555 0100',
			'message' => "Hello,\nI need a quote.",
		);
	}

	public function test_the_form_is_listed_off_with_a_mapping_suggested(): void {
		$form  = $this->make_form( 'Quote' );
		$items = $this->as( 1 )->rest( 'GET', '/forms' )->get_data();
		$item  = array_values( array_filter( $items, static fn ( array $one ): bool => $form === $one['form'] ) )[0];
		self::assertSame( $this->provider(), $item['provider'] );
		self::assertSame( 'Quote', $item['title'] );
		self::assertFalse( $item['enabled'] );
		self::assertSame( array( 'mode' => 'unassigned' ), $item['owner'] );
		self::assertNull( $item['last_submission_gmt'] );
		foreach ( array( 'email', 'name', 'phone', 'custom.message' ) as $target ) {
			self::assertArrayHasKey( $target, (array) $item['mapping'] );
		}
		self::assertEquals( $item, $this->rest( 'GET', "/forms/{$this->provider()}/$form" )->get_data() );
	}

	public function test_nothing_happens_while_it_is_off(): void {
		self::assertTrue( $this->send( $this->make_form( 'Quote' ), self::ana() ) );
		self::assertSame( array(), $this->rows( 'contacts' ) );
		self::assertSame( array(), $this->rows( 'submissions' ) );
	}

	public function test_a_submission_makes_an_unassigned_contact(): void {
		$form = $this->make_form( 'Quote' );
		$this->switch_on( $form, array( 'tags' => array( 'Web' ), 'source' => 'website' ) );
		$told = array();
		add_action(
			'steward_submission_received',
			static function ( $submission, $contact ) use ( &$told ): void {
				$told[] = array( $submission->result, $contact->text( 'email' ) );
			},
			10,
			2
		);
		self::assertTrue( $this->send( $form, self::ana() ) );
		$contacts = $this->as( 1 )->rest( 'GET', '/contacts' )->get_data();
		self::assertCount( 1, $contacts );
		self::assertNull( $contacts[0]['contact_owner'] );
		self::assertSame( 'form', $contacts[0]['owner_cause'] );
		self::assertSame( 'Ana Silva', $contacts[0]['name'] );
		self::assertSame( 'ana@example.org', $contacts[0]['email'] );
		self::assertSame( '+34 555 0100', $contacts[0]['phone'] );
		self::assertSame( array( 'Web' ), $contacts[0]['tags'] );
		self::assertSame( 'website', $contacts[0]['source'] );
		self::assertSame( self::ana()['message'], $contacts[0]['custom']->message );
		$activity = $this->rest( 'GET', "/contacts/{$contacts[0]['id']}/activity" )->get_data();
		self::assertSame( array( 'created' ), array_column( $activity, 'action' ) );
		self::assertSame( array( 'kind' => 'form', 'detail' => 'Quote' ), $activity[0]['cause'] );
		self::assertNull( $activity[0]['actor'] );
		self::assertSame( array( array( 'created', 'ana@example.org' ) ), $told );
		$log = $this->rest( 'GET', '/submissions' )->get_data();
		self::assertSame( array( 'created', $contacts[0]['id'], $form ), array( $log[0]['result'], $log[0]['contact'], $log[0]['form'] ) );
		self::assertSame( $log[0]['created_gmt'], $this->rest( 'GET', "/forms/{$this->provider()}/$form" )->get_data()['last_submission_gmt'] );
	}

	public function test_a_known_address_adds_and_keeps_the_owner(): void {
		$form = $this->make_form( 'Quote' );
		$rep  = $this->user( 'steward_sales_rep' );
		$this->switch_on( $form, array( 'tags' => array( 'Web' ), 'owner' => array( 'mode' => 'user', 'user' => 1 ) ) );
		$known = steward_create_contact( array( 'email' => 'ANA@example.org', 'tags' => array( 'VIP' ), 'contact_owner' => $rep->ID, 'custom' => array( 'message' => 'Older' ) ) );
		self::assertInstanceOf( \Steward\Contacts\Contact::class, $known );
		$this->send( $form, self::ana() );
		$contacts = $this->as( 1 )->rest( 'GET', '/contacts' )->get_data();
		self::assertCount( 1, $contacts );
		self::assertSame( $rep->ID, $contacts[0]['contact_owner'] );
		self::assertSame( 'Ana Silva', $contacts[0]['name'] );
		self::assertSame( 'ANA@example.org', $contacts[0]['email'] );
		self::assertEqualsCanonicalizing( array( 'VIP', 'Web' ), $contacts[0]['tags'] );
		self::assertSame( 'Older', $contacts[0]['custom']->message );
		$latest = $this->rest( 'GET', "/contacts/$known->id/activity" )->get_data()[0];
		self::assertSame( 'submission', $latest['action'] );
		self::assertSame( self::ana()['message'], ( (array) $latest['changes'] )['submitted.custom.message']['new'] );
		self::assertSame( 'enriched', $this->rest( 'GET', '/submissions' )->get_data()[0]['result'] );
	}

	public function test_the_same_submission_twice_is_one(): void {
		$form = $this->make_form( 'Quote' );
		$this->switch_on( $form );
		self::assertTrue( $this->send( $form, self::ana() ) );
		self::assertTrue( $this->send( $form, self::ana() ) );
		self::assertCount( 1, $this->rows( 'submissions' ) );
		self::assertCount( 1, $this->rows( 'activity' ) );
		$this->send( $form, array( 'message' => 'Something else' ) + self::ana() );
		self::assertCount( 2, $this->rows( 'submissions' ) );
		self::assertCount( 1, $this->rows( 'contacts' ) );
		self::assertCount( 2, $this->rows( 'activity' ) );
	}

	public function test_a_long_message_is_kept_whole_in_the_log_and_another_end_is_another_submission(): void {
		$form = $this->make_form( 'Quote' );
		$this->switch_on( $form );
		$long = str_repeat( 'a long story ', 150 );
		$this->send( $form, array( 'message' => "{$long}one" ) + self::ana() );
		$this->send( $form, array( 'message' => "{$long}two" ) + self::ana() );
		$messages = array_map( static fn ( array $row ): string => json_decode( (string) $row['fields'], true )['custom']['message'], $this->rows( 'submissions' ) );
		self::assertSame( array( "{$long}one", "{$long}two" ), $messages );
	}

	public function test_an_address_in_the_trash_makes_a_new_contact(): void {
		$form = $this->make_form( 'Quote' );
		$this->switch_on( $form );
		$old = steward_create_contact( array( 'email' => 'ana@example.org' ) );
		self::assertInstanceOf( \Steward\Contacts\Contact::class, $old );
		$this->as( 1 )->rest( 'DELETE', "/contacts/$old->id" );
		$this->send( $form, self::ana() );
		$rows = $this->rows( 'contacts' );
		self::assertSame( array( '1', '0' ), array_column( $rows, 'trashed' ) );
	}

	public function test_spam_is_logged_and_makes_no_contact(): void {
		$form = $this->make_form( 'Quote' );
		$this->switch_on( $form );
		$this->send( $form, self::ana(), 'spam' );
		self::assertSame( array(), $this->rows( 'contacts' ) );
		self::assertSame( array( 'spam' ), array_column( $this->rows( 'submissions' ), 'result' ) );
	}

	public function test_what_the_form_refused_leaves_no_trace(): void {
		$form = $this->make_form( 'Quote' );
		$this->switch_on( $form );
		self::assertFalse( $this->send( $form, array( 'email' => '' ) + self::ana(), 'refused' ) );
		self::assertSame( array(), $this->rows( 'contacts' ) );
		self::assertSame( array(), $this->rows( 'submissions' ) );
	}

	public function test_a_fault_of_ours_never_breaks_the_form_and_loses_nothing(): void {
		$form = $this->make_form( 'Quote' );
		$this->switch_on( $form );
		global $wpdb;
		$this->break_statements( "INSERT IGNORE INTO `{$wpdb->prefix}steward_contacts`" );
		self::assertTrue( $this->send( $form, self::ana() ) );
		remove_all_filters( 'query', 10 );
		self::assertStringContainsString( 'broken on purpose', $this->logged() );
		$log = $this->rows( 'submissions' );
		self::assertSame( array( 'failed' ), array_column( $log, 'result' ) );
		self::assertStringContainsString( 'ana@example.org', (string) $log[0]['fields'] );
		self::assertSame( array(), $this->rows( 'contacts' ) );
		// Sent again, it is tried again.
		self::assertTrue( $this->send( $form, self::ana() ) );
		self::assertSame( array( 'created' ), array_column( $this->rows( 'submissions' ), 'result' ) );
		self::assertCount( 1, $this->rows( 'contacts' ) );
	}

	public function test_not_even_a_broken_log_breaks_the_form(): void {
		$form = $this->make_form( 'Quote' );
		$this->switch_on( $form );
		global $wpdb;
		$this->break_statements( "INSERT IGNORE INTO `{$wpdb->prefix}steward_submissions`" );
		self::assertTrue( $this->send( $form, self::ana() ) );
		self::assertStringContainsString( 'broken on purpose', $this->logged() );
	}

	public function test_the_owner_may_be_a_user_or_who_is_signed_in(): void {
		$rep  = $this->user( 'steward_sales_rep' );
		$form = $this->make_form( 'Quote' );
		$this->switch_on( $form, array( 'owner' => array( 'mode' => 'user', 'user' => $rep->ID ) ) );
		$this->send( $form, self::ana() );
		$this->switch_on( $form, array( 'owner' => array( 'mode' => 'submitter' ) ) );
		$this->as( $rep );
		$this->send( $form, array( 'email' => 'ben@example.org' ) + self::ana() );
		$this->as( $this->user( 'subscriber' ) );
		$this->send( $form, array( 'email' => 'cleo@example.org' ) + self::ana() );
		$this->as( 0 );
		$this->send( $form, array( 'email' => 'dan@example.org' ) + self::ana() );
		$this->switch_on( $form, array( 'owner' => array( 'mode' => 'user', 'user' => $rep->ID ) ) );
		$rep->set_role( 'subscriber' );
		$this->send( $form, array( 'email' => 'eva@example.org' ) + self::ana() );
		self::assertSame( array( (string) $rep->ID, (string) $rep->ID, null, null, null ), array_column( $this->rows( 'contacts' ), 'contact_owner' ) );
		self::assertStringContainsString( 'no longer a CRM member', (string) $this->rows( 'submissions' )[4]['message'] );
	}

	public function test_settings_are_validated_field_by_field(): void {
		$form  = $this->make_form( 'Quote' );
		$route = "/forms/{$this->provider()}/$form";
		$this->as( 1 );
		foreach ( array(
			'enabled'               => array( 'enabled' => 'perhaps' ),
			'mapping'               => array( 'mapping' => 'email' ),
			'mapping.contact_owner' => array( 'mapping' => array( 'contact_owner' => 'x' ) ),
			'mapping.email'         => array( 'mapping' => array( 'email' => 'no-such-field' ) ),
			'tags'                  => array( 'tags' => array( str_repeat( 'x', 60 ) ) ),
			'source'                => array( 'source' => str_repeat( 'x', 60 ) ),
			'owner.mode'            => array( 'owner' => array( 'mode' => 'rules' ) ),
			'owner.user'            => array( 'owner' => array( 'mode' => 'user', 'user' => $this->user( 'subscriber' )->ID ) ),
			'colour'                => array( 'colour' => 'red' ),
		) as $field => $body ) {
			$response = $this->rest( 'PATCH', $route, $body );
			self::assertSame( 400, $response->get_status(), $field );
			self::assertArrayHasKey( $field, $response->get_data()['data']['params'] );
		}
		self::assertArrayHasKey( 'mapping', $this->rest( 'PATCH', $route, array( 'enabled' => true, 'mapping' => (object) array() ) )->get_data()['data']['params'] );
		self::assertSame( 404, $this->rest( 'PATCH', "/forms/{$this->provider()}/999999", array( 'enabled' => true ) )->get_status() );
		self::assertSame( 404, $this->rest( 'GET', "/forms/{$this->provider()}/none" )->get_status() );
	}

	public function test_only_who_manages_steward_sees_and_changes_settings(): void {
		$form = $this->make_form( 'Quote' );
		foreach ( array( array( 'GET', '/forms' ), array( 'GET', "/forms/{$this->provider()}/$form" ), array( 'PATCH', "/forms/{$this->provider()}/$form" ) ) as list( $method, $route ) ) {
			self::assertSame( 401, $this->as( 0 )->rest( $method, $route )->get_status() );
			self::assertSame( 403, $this->as( $this->user( 'steward_sales_manager' ) )->rest( $method, $route )->get_status() );
		}
	}
}
