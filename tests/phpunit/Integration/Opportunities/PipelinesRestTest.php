<?php
/**
 * Tests of /pipelines, the board and the forecast.
 *
 * @package Steward
 */

// phpcs:disable WordPress.Arrays -- rows of what is sent and what must come.

declare( strict_types=1 );

namespace Steward\Tests\Integration\Opportunities;

use Steward\Plugin;

/**
 * Pipelines change, and what is in them goes where it was told; boards and forecasts add up.
 */
final class PipelinesRestTest extends OpportunityTestCase {

	public function test_the_first_pipeline(): void {
		$this->as( $this->rep() );
		$pipelines = $this->ok( 'GET', '/pipelines' );
		self::assertCount( 1, $pipelines );
		self::assertSame( 'Sales', $pipelines[0]['name'] );
		self::assertSame( array( 'New', 'Qualified', 'Proposal', 'Negotiation', 'Won', 'Lost' ), array_column( $pipelines[0]['stages'], 'name' ) );
		self::assertSame( array( 10, 25, 50, 75, 100, 0 ), array_column( $pipelines[0]['stages'], 'probability' ) );
		self::is_refused( 403, 'steward_forbidden', $this->rest( 'POST', '/pipelines', array( 'name' => 'x' ) ) );
	}

	public function test_pipelines_and_stages_are_made_changed_and_ordered(): void {
		$this->as( $this->user( 'administrator' ) );
		$pipeline = $this->ok( 'POST', '/pipelines', array( 'name' => ' Partners ', 'currency' => 'eur', 'position' => 0, 'stages' => array( array( 'name' => 'Talk' ), array( 'name' => 'Signed', 'outcome' => 'won' ) ) ) );
		self::assertSame( array( 'Partners', 'EUR', 0 ), array( $pipeline['name'], $pipeline['currency'], $pipeline['position'] ) );
		self::assertSame( array( 0, 100 ), array_column( $pipeline['stages'], 'probability' ) );
		self::assertSame( array( 'Partners', 'Sales' ), array_column( $this->ok( 'GET', '/pipelines' ), 'name' ) );
		$route = "/pipelines/{$pipeline['id']}";
		self::assertSame( 'Allies', $this->ok( 'PATCH', $route, array( 'name' => 'Allies', 'position' => 1 ) )['name'] );
		self::assertSame( array( 'Sales', 'Allies' ), array_column( $this->ok( 'GET', '/pipelines' ), 'name' ) );
		$stage = $this->ok( 'POST', "$route/stages", array( 'name' => 'Trial', 'color' => 'purple', 'probability' => 40, 'position' => 1 ) );
		self::assertSame( array( 'Talk', 'Trial', 'Signed' ), array_column( $this->ok( 'GET', "$route/stages" ), 'name' ) );
		$this->ok( 'PATCH', "$route/stages/{$stage['id']}", array( 'position' => 0, 'probability' => 45 ) );
		self::assertSame( array( 'Trial', 'Talk', 'Signed' ), array_column( $this->ok( 'GET', "$route/stages" ), 'name' ) );
		foreach ( array( array( 'color' => 'pink' ), array( 'probability' => 101 ), array( 'outcome' => 'maybe' ), array( 'name' => ' ' ), array( 'colour' => 'red' ) ) as $wrong ) {
			self::is_refused( 400, 'rest_invalid_param', $this->rest( 'PATCH', "$route/stages/{$stage['id']}", $wrong ) );
		}
		self::is_refused( 400, 'rest_invalid_param', $this->rest( 'PATCH', $route, array( 'currency' => 'XYZ' ) ) );
		$this->ok( 'DELETE', "$route/stages/{$stage['id']}" );
		self::is_refused( 409, 'steward_last_open_stage', $this->rest( 'DELETE', "$route/stages/{$pipeline['stages'][0]['id']}" ) );
		self::is_refused( 409, 'steward_last_open_stage', $this->rest( 'PATCH', "$route/stages/{$pipeline['stages'][0]['id']}", array( 'outcome' => 'lost' ) ) );
		$this->ok( 'DELETE', $route );
		self::is_refused( 409, 'steward_last_pipeline', $this->rest( 'DELETE', '/pipelines/' . self::pipeline()->id ) );
		$db = Plugin::instance()->db();
		self::assertGreaterThan( 5, $db->int( "SELECT COUNT(*) FROM %i WHERE object_type IN ( 'pipeline', 'stage' )", $db->table( 'activity' ) ) );
	}

	public function test_a_stage_in_use_asks_where_its_deals_go(): void {
		$this->as( $this->user( 'administrator' ) );
		$deal    = $this->deal( array( 'stage' => self::stage( 'Proposal' ) ) );
		$trashed = $this->deal( array( 'stage' => self::stage( 'Proposal' ) ) );
		$this->ok( 'DELETE', "/opportunities/$trashed->id" );
		$use = $this->ok( 'GET', '/pipelines/' . self::pipeline()->id . '/use' );
		self::assertSame( array( 2, 2, 0 ), array( $use['opportunities'], array_column( $use['stages'], 'opportunities', 'id' )[ self::stage( 'Proposal' ) ], array_column( $use['stages'], 'opportunities', 'id' )[ self::stage( 'Won' ) ] ) );
		self::is_refused( 403, 'steward_forbidden', $this->as( $this->rep() )->rest( 'GET', '/pipelines/' . self::pipeline()->id . '/use' ) );
		$this->as( $this->user( 'administrator' ) );
		$route   = '/pipelines/' . self::pipeline()->id . '/stages/' . self::stage( 'Proposal' );
		$refused = $this->rest( 'DELETE', $route );
		self::is_refused( 409, 'steward_stage_in_use', $refused );
		self::assertSame( 2, $refused->get_data()['data']['opportunities'] );
		$outcome = $this->rest( 'PATCH', $route, array( 'outcome' => 'won' ) );
		self::is_refused( 409, 'steward_stage_in_use', $outcome );
		self::assertStringContainsString( 'outcome can\'t change', $outcome->get_data()['message'] );
		self::is_refused( 400, 'rest_invalid_param', $this->rest( 'DELETE', $route, array( 'move_to' => self::stage( 'Proposal' ) ) ) );
		$this->ok( 'DELETE', $route, array( 'move_to' => self::stage( 'Won' ) ) );
		self::assertSame( array( self::stage( 'Won' ), 'won' ), array( self::reread( $deal )->stage_id, self::reread( $deal )->status ) );
		self::assertSame( self::stage( 'Won' ), self::reread( $trashed )->stage_id );
		self::assertSame( array( 'old' => 'Proposal', 'new' => 'Won' ), self::log_of( $deal->id )[1]['changes']['stage'] );
		self::assertNotContains( 'Proposal', array_column( $this->ok( 'GET', '/pipelines' )[0]['stages'], 'name' ) );
	}

	public function test_many_deals_of_a_removed_pipeline_move_in_a_job(): void {
		$this->as( $this->user( 'administrator' ) );
		$old     = self::pipeline();
		$new     = $this->ok( 'POST', '/pipelines', array( 'name' => 'Next' ) );
		$contact = $this->contact()->id;
		$deals   = array_map( fn ( int $number ): int => $this->deal( array( 'contact' => $contact, 'stage' => $old->stages[ $number % 6 ]->id ) )->id, range( 1, 120 ) );
		$answer  = $this->rest( 'DELETE', "/pipelines/$old->id", array( 'move_to' => $new['stages'][1]['id'] ) );
		self::assertSame( 202, $answer->get_status() );
		self::assertSame( array( 'move_opportunities', 120 ), array( $answer->get_data()['kind'], $answer->get_data()['total'] ) );
		self::assertCount( 2, $this->ok( 'GET', '/pipelines' ) );
		Plugin::instance()->job_runner()->run( $answer->get_data()['id'] );
		self::assertSame( array( 'Next' ), array_column( $this->ok( 'GET', '/pipelines' ), 'name' ) );
		foreach ( $deals as $deal ) {
			$deal = self::reread( $deal );
			self::assertSame( array( $new['id'], $new['stages'][1]['id'], 'open', null ), array( $deal->pipeline_id, $deal->stage_id, $deal->status, $deal->closed ) );
		}
		self::assertSame( 120, (int) $this->rest( 'GET', '/opportunities', array( 'stage' => $new['stages'][1]['id'] ) )->get_headers()['X-WP-Total'] );
		$job = $this->ok( 'GET', "/jobs/{$answer->get_data()['id']}" );
		self::assertSame( array( 'done', 120 ), array( $job['state'], $job['done'] ) );
	}

	public function test_the_board_within_scope(): void {
		self::separate_owners();
		$rep   = $this->rep();
		$other = $this->rep();
		$own   = $this->deal( array( 'owner' => $rep->ID, 'value' => '10.01' ) );
		$pool  = $this->deal( array( 'owner' => null, 'value' => '0.02' ) );
		$more  = $this->deal( array( 'owner' => $other->ID, 'value' => '5', 'followers' => array( $rep->ID ), 'currency' => 'EUR' ) );
		$this->deal( array( 'owner' => $other->ID, 'value' => '99' ) );
		$won = $this->deal( array( 'owner' => $rep->ID, 'value' => '7', 'stage' => self::stage( 'Won' ) ) );
		$this->as( $rep );
		$board = $this->ok( 'GET', '/opportunities/board' );
		self::assertSame( array( 3, 0, 0, 0, 1, 0 ), array_column( $board['stages'], 'count' ) );
		self::assertEqualsCanonicalizing( array( $own->id, $pool->id, $more->id ), array_column( $board['stages'][0]['opportunities'], 'id' ) );
		self::assertSame( array( $won->id ), array_column( $board['stages'][4]['opportunities'], 'id' ) );
		self::assertSame( array( array( 'currency' => 'USD', 'value' => '10.03' ), array( 'currency' => 'EUR', 'value' => '5.00' ) ), $board['stages'][0]['values'] );
		self::assertSame( array( array( 'currency' => 'USD', 'value' => '1.00' ), array( 'currency' => 'EUR', 'value' => '0.50' ) ), $board['stages'][0]['weighted'] );
		$mine = $this->ok( 'GET', '/opportunities/board', array( 'owner' => 'me', 'per_stage' => 0 ) );
		self::assertSame( array( 1, 0, 0, 0, 1, 0 ), array_column( $mine['stages'], 'count' ) );
		self::assertSame( array(), $mine['stages'][0]['opportunities'] );
		self::is_refused( 400, 'rest_invalid_param', $this->rest( 'GET', '/opportunities/board', array( 'pipeline' => 999999 ) ) );
		$this->as( $this->boss() );
		self::assertSame( array( 4, 0, 0, 0, 1, 0 ), array_column( $this->ok( 'GET', '/opportunities/board' )['stages'], 'count' ) );
		$first = $this->ok( 'GET', '/opportunities/board', array( 'per_stage' => 1 ) );
		self::assertCount( 1, $first['stages'][0]['opportunities'] );
	}

	public function test_members_know_how_many_open_ones_each_has(): void {
		$rep     = $this->rep();
		$contact = $this->contact( array( 'contact_owner' => $rep->ID ) )->id;
		foreach ( array( 'New', 'Negotiation', 'Won', 'Lost' ) as $stage ) {
			$this->deal( array( 'contact' => $contact, 'stage' => self::stage( $stage ) ) );
		}
		$numbers = fn (): array => array_column( $this->ok( 'GET', '/members' ), 'open_opportunities', 'id' );
		self::assertSame( 2, $this->as( $this->boss() ) ? $numbers()[ $rep->ID ] : 0 );
		$this->as( $this->rep() );
		self::assertNull( $numbers()[ $rep->ID ], 'How much each one has is for those who hand out.' );
	}

	public function test_the_forecast_within_scope(): void {
		self::separate_owners();
		$rep = $this->rep();
		$this->deal( array( 'owner' => $rep->ID, 'value' => '100', 'expected_close' => '2027-03-05', 'stage' => self::stage( 'Proposal' ) ) );
		$this->deal( array( 'owner' => $rep->ID, 'value' => '0.01', 'expected_close' => '2027-03-31', 'stage' => self::stage( 'Proposal' ) ) );
		$this->deal( array( 'owner' => null, 'value' => '3' ) );
		$this->deal( array( 'owner' => $this->rep()->ID, 'value' => '8' ) );
		$this->deal( array( 'owner' => $rep->ID, 'value' => '9', 'stage' => self::stage( 'Won' ) ) );
		$this->as( $rep );
		$forecast = $this->ok( 'GET', '/reports/forecast' );
		self::assertSame(
			array(
				array( 'month' => '2027-03', 'stage' => self::stage( 'Proposal' ), 'owner' => $rep->ID, 'currency' => 'USD', 'count' => 2, 'value' => '100.01', 'weighted' => '50.01' ),
				array( 'month' => null, 'stage' => self::stage( 'New' ), 'owner' => null, 'currency' => 'USD', 'count' => 1, 'value' => '3.00', 'weighted' => '0.30' ),
			),
			$forecast['rows']
		);
		self::assertSame( array( $rep->ID ), array_column( $forecast['people'], 'id' ) );
		self::assertCount( 1, $this->ok( 'GET', '/reports/forecast', array( 'owner' => 'none' ) )['rows'] );
		$this->as( $this->boss() );
		self::assertCount( 3, $this->ok( 'GET', '/reports/forecast' )['rows'] );
	}
}
