<?php
/**
 * Tests of /opportunities.
 *
 * @package Steward
 */

// phpcs:disable WordPress.Arrays -- rows of what is sent and what must come.

declare( strict_types=1 );

namespace Steward\Tests\Integration\Opportunities;

use PHPUnit\Framework\Attributes\DataProvider;
use Steward\Plugin;

/**
 * Create, read, update, trash, and who may: an opportunity as REST gives it.
 */
final class OpportunitiesRestTest extends OpportunityTestCase {

	public function test_a_new_one_begins_with_what_its_contact_and_pipeline_say(): void {
		$rep     = $this->rep();
		$contact = $this->contact( array( 'contact_owner' => $rep->ID ) );
		$deal    = $this->as( $this->boss() )->ok( 'POST', '/opportunities', array( 'contact' => $contact->id, 'title' => ' New  site ', 'value' => '1234.5' ) );
		self::assertSame( 'New site', $deal['title'] );
		self::assertSame( '1234.50', $deal['value'] );
		self::assertSame( 'USD', $deal['currency'] );
		self::assertSame( self::pipeline()->id, $deal['pipeline'] );
		self::assertSame( self::stage( 'New' ), $deal['stage'] );
		self::assertSame( 'open', $deal['status'] );
		self::assertSame( $rep->ID, $deal['owner'] );
		self::assertNull( $deal['closed_gmt'] );
		self::assertNull( $deal['expected_close'] );
		self::assertSame( $contact->label(), $deal['contact_name'] );
		self::assertTrue( $deal['contact_viewable'] );
		self::assertFalse( $deal['trashed'] );
		self::assertSame( 'other', $deal['relation'] );
		self::assertSame( array( $rep->ID ), array_column( $deal['people'], 'id' ) );
		self::assertSame( array( 'created' ), array_column( self::log_of( $deal['id'] ), 'action' ) );

		$unassigned = $this->ok( 'POST', '/opportunities', array( 'contact' => $this->contact()->id, 'title' => 'x', 'stage' => self::stage( 'Won' ) ) );
		self::assertNull( $unassigned['owner'] );
		self::assertSame( 'won', $unassigned['status'] );
		self::assertNotNull( $unassigned['closed_gmt'] );
		self::assertSame( '0.00', $unassigned['value'] );
	}

	/**
	 * @return iterable<string, array{array<string, mixed>, string}>
	 */
	public static function wrong_fields(): iterable {
		yield 'no title' => array( array( 'title' => ' ' ), 'title' );
		yield 'long title' => array( array( 'title' => str_repeat( 'é', 201 ) ), 'title' );
		yield 'title no text' => array( array( 'title' => array( 'x' ) ), 'title' );
		yield 'no amount' => array( array( 'value' => 'much' ), 'value' );
		yield 'negative amount' => array( array( 'value' => '-1' ), 'value' );
		yield 'amount with commas' => array( array( 'value' => '1,234.50' ), 'value' );
		yield 'too large' => array( array( 'value' => '12345678901234' ), 'value' );
		yield 'too fine' => array( array( 'value' => '1.001' ), 'value' );
		yield 'too fine for anything' => array( array( 'value' => '1.00001' ), 'value' );
		yield 'no cents in yen' => array( array( 'value' => '1.5', 'currency' => 'JPY' ), 'value' );
		yield 'no currency' => array( array( 'currency' => 'XYZ' ), 'currency' );
		yield 'no day' => array( array( 'expected_close' => '2026-02-30' ), 'expected_close' );
		yield 'no stage' => array( array( 'stage' => 999999 ), 'stage' );
		yield 'no pipeline' => array( array( 'pipeline' => 999999 ), 'pipeline' );
		yield 'no status' => array( array( 'status' => 'maybe' ), 'status' );
		yield 'no owner' => array( array( 'owner' => 'ana' ), 'owner' );
		yield 'no followers' => array( array( 'followers' => 'ana' ), 'followers' );
		yield 'unknown' => array( array( 'colour' => 'red' ), 'colour' );
	}

	/**
	 * @param array<string, mixed> $fields Fields.
	 */
	#[DataProvider( 'wrong_fields' )]
	public function test_each_wrong_field_is_named( array $fields, string $name ): void {
		$this->as( $this->boss() );
		$contact = $this->contact();
		$created = $this->rest( 'POST', '/opportunities', $fields + array( 'contact' => $contact->id, 'title' => 'x' ) );
		self::is_refused( 400, 'rest_invalid_param', $created );
		self::assertArrayHasKey( $name, $created->get_data()['data']['params'] );
		$deal    = $this->deal( array( 'contact' => $contact->id, 'value' => '7' ) );
		$updated = $this->rest( 'PATCH', "/opportunities/$deal->id", $fields );
		self::is_refused( 400, 'rest_invalid_param', $updated );
		self::assertArrayHasKey( $name, $updated->get_data()['data']['params'] );
		self::assertSame( $deal->version, self::reread( $deal )->version );
	}

	public function test_what_the_database_would_round_is_refused(): void {
		$this->as( $this->boss() );
		$contact = $this->contact()->id;
		$deal    = $this->deal();
		foreach ( array( '9999999999999.99', '1234567890123.45' ) as $value ) {
			foreach ( array( $this->rest( 'POST', '/opportunities', array( 'contact' => $contact, 'title' => 'x', 'value' => $value ) ), $this->rest( 'PATCH', "/opportunities/$deal->id", array( 'value' => $value ) ) ) as $answer ) {
				if ( Plugin::instance()->db()->is_sqlite() ) {
					self::is_refused( 400, 'rest_invalid_param', $answer );
					self::assertArrayHasKey( 'value', $answer->get_data()['data']['params'] );
				} else {
					self::assertSame( $value, $answer->get_data()['value'] );
				}
			}
		}
		foreach ( array( '9999999999999' => '9999999999999.00', '999999999999.99' => '999999999999.99' ) as $value => $stored ) {
			self::assertSame( $stored, $this->ok( 'PATCH', "/opportunities/$deal->id", array( 'value' => (string) $value ) )['value'] );
		}
	}

	public function test_amounts_are_exact(): void {
		$this->needs_mariadb( 'SQLite keeps fourteen digits of a number.' );
		$this->as( $this->boss() );
		$contact = $this->contact()->id;
		foreach ( array( '0.1' => '0.10', '1234567890123.45' => '1234567890123.45', '007' => '7.00', '9999999999999.99' => '9999999999999.99' ) as $sent => $stored ) {
			self::assertSame( $stored, $this->ok( 'POST', '/opportunities', array( 'contact' => $contact, 'title' => 'x', 'value' => (string) $sent ) )['value'] );
		}
		self::assertSame( '0.30', $this->ok( 'POST', '/opportunities', array( 'contact' => $contact, 'title' => 'x', 'value' => 0.3 ) )['value'] );
		self::assertSame( '1.234', $this->ok( 'POST', '/opportunities', array( 'contact' => $contact, 'title' => 'x', 'value' => '1.234', 'currency' => 'kwd' ) )['value'] );
		$yen = $this->ok( 'POST', '/opportunities', array( 'contact' => $contact, 'title' => 'x', 'value' => '500.0', 'currency' => 'JPY' ) );
		self::assertSame( '500', $yen['value'] );
		self::assertSame( '500.00', $this->ok( 'PATCH', "/opportunities/{$yen['id']}", array( 'currency' => 'EUR' ) )['value'] );
		$this->ok( 'PATCH', "/opportunities/{$yen['id']}", array( 'value' => '0.50' ) );
		self::is_refused( 400, 'rest_invalid_param', $this->rest( 'PATCH', "/opportunities/{$yen['id']}", array( 'currency' => 'JPY' ) ) );
		$board = $this->ok( 'GET', '/opportunities/board', array( 'per_stage' => 0 ) );
		$new   = $board['stages'][0];
		self::assertSame( 7, $new['count'] );
		self::assertContains( array( 'currency' => 'USD', 'value' => '11234567890130.84' ), $new['values'] );
		self::assertContains( array( 'currency' => 'USD', 'value' => '1123456789013.08' ), $new['weighted'] );
		self::assertContains( array( 'currency' => 'KWD', 'value' => '1.234' ), $new['values'] );
		self::assertContains( array( 'currency' => 'KWD', 'value' => '0.123' ), $new['weighted'] );
	}

	public function test_stages_and_status_go_together(): void {
		$told = array();
		foreach ( array( 'updated', 'stage_changed', 'won', 'lost' ) as $event ) {
			add_action(
				"steward_opportunity_$event",
				static function () use ( &$told, $event ): void {
					$told[] = $event;
				}
			);
		}
		$this->as( $this->boss() );
		$deal = $this->deal();
		$won  = $this->ok( 'PATCH', "/opportunities/$deal->id", array( 'stage' => self::stage( 'Won' ) ) );
		self::assertSame( 'won', $won['status'] );
		self::assertNotNull( $won['closed_gmt'] );
		self::assertSame( array( 'stage_changed', 'won' ), $told );
		$lost = $this->ok( 'PATCH', "/opportunities/$deal->id", array( 'status' => 'lost', 'title' => 'Too late' ) );
		self::assertSame( array( self::stage( 'Lost' ), 'lost' ), array( $lost['stage'], $lost['status'] ) );
		$open = $this->ok( 'PATCH', "/opportunities/$deal->id", array( 'status' => 'open' ) );
		self::assertSame( array( self::stage( 'New' ), null ), array( $open['stage'], $open['closed_gmt'] ) );
		self::assertSame( array( 'stage_changed', 'won', 'updated', 'stage_changed', 'lost', 'stage_changed' ), $told );
		self::assertSame( array( 'created', 'stage_changed', 'updated', 'stage_changed', 'stage_changed' ), array_column( self::log_of( $deal->id ), 'action' ) );
		self::assertSame( array( 'old' => 'New', 'new' => 'Won' ), self::log_of( $deal->id )[1]['changes']['stage'] );
		self::is_refused( 400, 'rest_invalid_param', $this->rest( 'PATCH', "/opportunities/$deal->id", array( 'stage' => self::stage( 'Won' ), 'status' => 'lost' ) ) );
		// What was read may be sent back whole, and changes nothing.
		$again = $this->ok( 'PUT', "/opportunities/$deal->id", $open );
		self::assertSame( $open['version'], $again['version'] );
		$moved = $this->ok( 'PUT', "/opportunities/$deal->id", array( 'stage' => self::stage( 'Won' ) ) + $again );
		self::assertSame( 'won', $moved['status'] );
	}

	public function test_a_stale_version_is_refused_with_the_newer_one(): void {
		$this->as( $this->boss() );
		$deal = $this->deal();
		$this->ok( 'PATCH', "/opportunities/$deal->id", array( 'title' => 'Newer', 'version' => $deal->version ) );
		$stale = $this->rest( 'PATCH', "/opportunities/$deal->id", array( 'title' => 'Older', 'version' => $deal->version ) );
		self::is_refused( 409, 'steward_version_conflict', $stale );
		self::assertSame( 'Newer', $stale->get_data()['data']['current']['title'] );
	}

	public function test_another_owner_needs_separate_owners_and_reassign(): void {
		$rep     = $this->rep();
		$other   = $this->rep();
		$contact = $this->contact( array( 'contact_owner' => $rep->ID ) );
		$new     = array( 'contact' => $contact->id, 'title' => 'x' );
		$this->as( $rep );
		self::is_refused( 400, 'steward_single_owner', $this->rest( 'POST', '/opportunities', array( 'owner' => null ) + $new ) );
		$deal = $this->ok( 'POST', '/opportunities', array( 'owner' => $rep->ID ) + $new );
		$this->as( $this->boss() );
		self::is_refused( 400, 'steward_single_owner', $this->rest( 'PATCH', "/opportunities/{$deal['id']}", array( 'owner' => $other->ID ) ) );
		self::is_refused( 400, 'steward_single_owner', $this->rest( 'POST', "/opportunities/{$deal['id']}/reassign", array( 'owner' => $other->ID ) ) );
		self::separate_owners();
		self::assertSame( $other->ID, $this->ok( 'PATCH', "/opportunities/{$deal['id']}", array( 'owner' => $other->ID, 'title' => 'y' ) )['owner'] );
		self::is_refused( 400, 'steward_invalid_owner', $this->rest( 'POST', '/opportunities', array( 'owner' => $this->user( 'author' )->ID ) + $new ) );
		$this->as( $rep );
		self::is_refused( 403, 'steward_forbidden', $this->rest( 'POST', '/opportunities', array( 'owner' => $other->ID ) + $new ) );
		self::assertNull( $this->ok( 'POST', '/opportunities', array( 'owner' => null ) + $new )['owner'] );
	}

	public function test_claiming_and_releasing_with_separate_owners(): void {
		self::separate_owners();
		$rep  = $this->rep();
		$deal = $this->deal();
		$this->as( $rep );
		$claimed = $this->ok( 'POST', "/opportunities/$deal->id/claim" );
		self::assertSame( $rep->ID, $claimed['owner'] );
		self::assertNull( self::stored( $deal->contact_id )->contact_owner );
		$this->ok( 'DELETE', "/opportunities/$deal->id/claim" );
		self::assertNull( self::reread( $deal )->owner );
		$this->ok( 'POST', "/opportunities/$deal->id/claim" );
		self::separate_owners( false );
		self::is_refused( 400, 'steward_single_owner', $this->rest( 'DELETE', "/opportunities/$deal->id/claim" ) );
		self::separate_owners();
		$this->as( $this->rep() );
		$late = $this->rest( 'POST', "/opportunities/$deal->id/claim" );
		self::is_refused( 409, 'steward_already_claimed', $late );
		self::assertSame( $rep->ID, $late->get_data()['data']['owner']['id'] );
		$this->as( $this->boss() );
		self::assertNull( $this->ok( 'POST', "/opportunities/$deal->id/reassign", array( 'owner' => null ) )['owner'] );
		$results = $this->ok( 'POST', '/opportunities/reassign', array( 'ids' => array( $deal->id, 999999 ), 'owner' => $rep->ID ) )['results'];
		self::assertSame( array( true, false ), array_column( $results, 'ok' ) );
		self::assertSame( array( 'created', 'claimed', 'claim_undone', 'claimed', 'released', 'reassigned' ), array_column( self::log_of( $deal->id ), 'action' ) );
	}

	public function test_no_job_starts_where_each_would_be_refused(): void {
		$boss   = $this->boss();
		$filter = array( 'filter' => array( 'search' => 'roof' ) );
		$many   = array( 'ids' => range( 1, 101 ) );
		foreach ( array( $filter, $many ) as $which ) {
			self::is_refused( 400, 'steward_single_owner', $this->as( $boss )->rest( 'POST', '/opportunities/reassign', $which + array( 'owner' => $this->rep()->ID ) ) );
			self::is_refused( 400, 'steward_single_owner', $this->as( $boss )->rest( 'POST', '/opportunities/claim', $which ) );
		}
		self::assertSame( 0, Plugin::instance()->db()->int( 'SELECT COUNT(*) FROM %i', Plugin::instance()->db()->table( 'jobs' ) ) );
	}

	public function test_a_filter_is_reassigned_by_a_job(): void {
		self::separate_owners();
		$rep  = $this->rep();
		$mine = array_map( fn ( int $number ): int => $this->deal( array( 'title' => "Roof $number" ) )->id, range( 1, 3 ) );
		$this->deal( array( 'title' => 'Cellar' ) );
		$job = $this->as( $this->boss() )->rest( 'POST', '/opportunities/reassign', array( 'filter' => array( 'search' => 'roof' ), 'owner' => $rep->ID ) );
		self::assertSame( 202, $job->get_status(), (string) wp_json_encode( $job->get_data() ) );
		self::assertSame( 3, $job->get_data()['total'] );
		Plugin::instance()->job_runner()->run( $job->get_data()['id'] );
		self::assertSame( array( $rep->ID, $rep->ID, $rep->ID ), array_map( static fn ( int $id ): ?int => self::reread( $id )->owner, $mine ) );
		$this->as( $rep );
		self::assertCount( 3, $this->ok( 'GET', '/opportunities', array( 'owner' => 'me' ) ) );
	}

	public function test_trash_restore_erase(): void {
		$boss = $this->boss();
		$deal = $this->deal( array( 'title' => 'Zeppelin' ) );
		$this->as( $boss );
		self::assertTrue( $this->ok( 'DELETE', "/opportunities/$deal->id" )['trashed'] );
		self::assertSame( array(), $this->ok( 'GET', '/opportunities', array( 'search' => 'zepp' ) ) );
		self::assertCount( 1, $this->ok( 'GET', '/opportunities', array( 'search' => 'zepp', 'trashed' => 'true' ) ) );
		self::is_refused( 409, 'steward_trashed', $this->rest( 'PATCH', "/opportunities/$deal->id", array( 'title' => 'x' ) ) );
		self::assertFalse( $this->ok( 'POST', "/opportunities/$deal->id/restore" )['trashed'] );
		self::assertCount( 1, $this->ok( 'GET', '/opportunities', array( 'search' => 'zepp' ) ) );
		$this->ok( 'POST', "/opportunities/$deal->id/followers", array( 'user' => $this->rep()->ID ) );
		$erased = $this->ok( 'DELETE', "/opportunities/$deal->id", array( 'force' => 'true' ) );
		self::assertTrue( $erased['deleted'] );
		self::assertSame( 404, $this->rest( 'GET', "/opportunities/$deal->id" )->get_status() );
		self::assertSame( array( 'erased' ), array_column( self::log_of( $deal->id ), 'action' ) );
		self::assertSame( array(), $this->ok( 'GET', '/opportunities', array( 'search' => 'zepp' ) ) );
	}

	public function test_an_erased_contact_takes_its_opportunities_along_and_a_trashed_one_keeps_them(): void {
		$told    = array();
		$contact = $this->contact();
		$deals   = array_map( fn ( int $number ): int => $this->deal( array( 'contact' => $contact->id, 'title' => "Deal $number" ) )->id, range( 1, 3 ) );
		$other   = $this->deal();
		$this->as( $this->boss() );
		$this->ok( 'DELETE', "/opportunities/$deals[2]" );
		$this->ok( 'POST', "/opportunities/$deals[0]/followers", array( 'user' => $this->rep()->ID ) );
		$this->ok( 'DELETE', "/contacts/$contact->id" );
		self::assertFalse( self::reread( $deals[0] )->trashed );
		self::assertSame( $contact->label(), $this->ok( 'GET', "/opportunities/$deals[0]" )['contact_name'] );
		self::is_refused( 409, 'steward_trashed', $this->rest( 'POST', '/opportunities', array( 'contact' => $contact->id, 'title' => 'x' ) ) );
		add_action(
			'steward_opportunity_erased',
			static function ( int $id ) use ( &$told ): void {
				$told[] = $id;
			}
		);
		$this->ok( 'DELETE', "/contacts/$contact->id", array( 'force' => 'true' ) );
		self::assertSame( $deals, $told );
		$db = Plugin::instance()->db();
		self::assertSame( array( $other->id ), $db->ints( 'SELECT id FROM %i', $db->table( 'opportunities' ) ) );
		self::assertSame( 0, $db->int( "SELECT COUNT(*) FROM %i WHERE object_type = 'opportunity'", $db->table( 'followers' ) ) );
		self::assertSame( array( $other->id ), array_values( array_unique( $db->ints( 'SELECT opportunity_id FROM %i', $db->table( 'opportunity_terms' ) ) ) ) );
		foreach ( $deals as $deal ) {
			self::assertSame( array( 'erased' ), array_column( self::log_of( $deal ), 'action' ) );
		}
	}

	public function test_a_renamed_contact_is_found_by_its_new_name(): void {
		$contact = $this->contact( array( 'first_name' => 'Grace', 'last_name' => 'Hopper', 'company' => 'Navy' ) );
		$deal    = $this->deal( array( 'contact' => $contact->id, 'title' => 'Compiler' ) );
		$this->as( $this->boss() );
		$found = fn ( string $words ): array => array_column( $this->ok( 'GET', '/opportunities', array( 'search' => $words ) ), 'id' );
		foreach ( array( 'comp', 'grace', 'hopp', 'nav comp' ) as $words ) {
			self::assertSame( array( $deal->id ), $found( $words ), $words );
		}
		$this->ok( 'PATCH', "/contacts/$contact->id", array( 'last_name' => 'Murray', 'company' => 'Univac' ) );
		self::assertSame( array(), $found( 'hopper' ) );
		self::assertSame( array(), $found( 'navy' ) );
		self::assertSame( array( $deal->id ), $found( 'mur univ' ) );
		$other = $this->contact( array( 'first_name' => 'Ada', 'last_name' => 'Byron' ) );
		$this->ok( 'PATCH', "/opportunities/$deal->id", array( 'contact' => $other->id, 'title' => 'Engine' ) );
		self::assertSame( array(), $found( 'grace' ) );
		self::assertSame( array( $deal->id ), $found( 'ada eng' ) );
	}

	public function test_nothing_of_a_contact_that_may_not_be_viewed_but_its_name(): void {
		self::separate_owners();
		$owner   = $this->rep();
		$rep     = $this->rep();
		$contact = $this->contact( array( 'first_name' => 'Mata', 'last_name' => 'Hari', 'company' => 'Secretservice', 'phone' => '+31 555 1234', 'contact_owner' => $owner->ID ) );
		$deal    = $this->deal( array( 'contact' => $contact->id, 'title' => 'Dance', 'owner' => $rep->ID ) );
		$hidden  = $this->deal( array( 'contact' => $contact->id, 'title' => 'Veil' ) );
		$this->as( $rep );
		$seen = $this->ok( 'GET', "/opportunities/$deal->id" );
		self::assertSame( array( 'Mata Hari', false ), array( $seen['contact_name'], $seen['contact_viewable'] ) );
		self::assertStringNotContainsString( 'Secretservice', (string) wp_json_encode( $seen ) );
		self::assertCount( 1, $this->ok( 'GET', '/opportunities', array( 'search' => 'mata' ) ) );
		foreach ( array( 'secret', 'dance secret', 'contact', '5551234' ) as $words ) {
			self::assertSame( array(), $this->ok( 'GET', '/opportunities', array( 'search' => $words ) ), "A search told of the contact: $words" );
		}
		self::assertSame( 403, $this->rest( 'GET', "/contacts/$contact->id/opportunities" )->get_status() );
		self::assertSame( 403, $this->rest( 'GET', "/opportunities/$hidden->id" )->get_status() );
		self::assertSame( 403, $this->rest( 'POST', '/opportunities', array( 'contact' => $contact->id, 'title' => 'x' ) )->get_status() );
		$own = $this->ok( 'POST', '/opportunities', array( 'contact' => $this->contact( array( 'contact_owner' => $rep->ID ) )->id, 'title' => 'Own' ) );
		self::assertSame( 403, $this->rest( 'PATCH', "/opportunities/{$own['id']}", array( 'contact' => $contact->id ) )->get_status() );
		$nameless = $this->contact( array( 'first_name' => '', 'last_name' => '', 'email' => 'hidden@example.org', 'contact_owner' => $owner->ID ) );
		$nameless = $this->deal( array( 'contact' => $nameless->id, 'owner' => $rep->ID ) );
		self::assertStringNotContainsString( 'hidden@', (string) wp_json_encode( $this->ok( 'GET', "/opportunities/$nameless->id" ) ) );

		// The other way round: the contact's owner sees their contact and of its deals only their own.
		$this->as( $owner );
		$response = $this->rest( 'GET', "/contacts/$contact->id/opportunities" );
		self::assertSame( array( $hidden->id ), array_column( $response->get_data(), 'id' ) );
		self::assertSame( '1', $response->get_headers()['X-WP-Total'] );
		self::assertSame( 403, $this->rest( 'GET', "/opportunities/$deal->id" )->get_status() );
	}

	public function test_a_deal_that_gets_another_contact_gets_its_owner(): void {
		$rep     = $this->rep();
		$contact = $this->contact( array( 'contact_owner' => $rep->ID ) );
		$deal    = $this->deal();
		$this->as( $this->boss() );
		$moved = $this->ok( 'PATCH', "/opportunities/$deal->id", array( 'contact' => $contact->id ) );
		self::assertSame( array( $contact->id, $rep->ID ), array( $moved['contact'], $moved['owner'] ) );
		// That changes its owner, so it needs what changing the owner needs.
		$seller = $this->seller( 'view', 'edit' );
		$own    = $this->deal( array( 'contact' => $this->contact( array( 'contact_owner' => $seller->ID ) )->id ) );
		$free   = $this->contact()->id;
		$mine   = $this->contact( array( 'contact_owner' => $seller->ID ) )->id;
		$this->as( $seller );
		self::is_refused( 403, 'steward_forbidden', $this->rest( 'PATCH', "/opportunities/$own->id", array( 'contact' => $free ) ) );
		self::assertSame( array( $mine, $seller->ID ), array_values( array_intersect_key( $this->ok( 'PATCH', "/opportunities/$own->id", array( 'contact' => $mine ) ), array_flip( array( 'contact', 'owner' ) ) ) ) );
		self::separate_owners();
		$this->as( $this->boss() );
		$moved = $this->ok( 'PATCH', "/opportunities/$deal->id", array( 'contact' => $this->contact()->id ) );
		self::assertSame( $rep->ID, $moved['owner'] );
	}

	public function test_a_leaver_hands_over_opportunities_too(): void {
		self::separate_owners();
		$leaver = $this->rep();
		$heir   = $this->rep();
		$deal   = $this->deal( array( 'owner' => $leaver->ID ) );
		$follow = $this->deal( array( 'followers' => array( $leaver->ID ) ) );
		require_once ABSPATH . 'wp-admin/includes/user.php';
		if ( is_multisite() ) {
			remove_user_from_blog( $leaver->ID, get_current_blog_id(), $heir->ID );
		} else {
			wp_delete_user( $leaver->ID, $heir->ID );
		}
		$this->cron( time() + 60 );
		self::assertSame( $heir->ID, self::reread( $deal )->owner );
		self::assertSame( array(), self::reread( $follow )->followers );
		self::assertSame( 'user_deleted', self::log_of( $deal->id )[1]['cause'] );
	}

	/**
	 * Who has no scope on opportunities gets nothing of them, whatever they may do with contacts; and the other way round.
	 */
	public function test_scopes_of_contacts_and_opportunities_are_apart(): void {
		$deal = $this->deal();
		$this->as( $this->person( 'view', 'view_others', 'edit', 'edit_others', 'create' ) );
		foreach ( array( '/opportunities', "/opportunities/$deal->id", '/opportunities/board', '/reports/forecast', '/pipelines', "/opportunities/$deal->id/activity", "/opportunities/$deal->id/followers" ) as $route ) {
			self::assertSame( 403, $this->rest( 'GET', $route )->get_status(), $route );
		}
		self::assertSame( array(), $this->ok( 'GET', "/contacts/$deal->contact_id/opportunities" ) );
		$this->as( $this->person( 'steward_view_opportunities', 'steward_view_others_opportunities' ) );
		self::assertCount( 1, $this->ok( 'GET', '/opportunities' ) );
		$this->ok( 'GET', "/opportunities/$deal->id/activity" );
		self::assertSame( 403, $this->rest( 'GET', "/contacts/$deal->contact_id/opportunities" )->get_status() );
	}
}
