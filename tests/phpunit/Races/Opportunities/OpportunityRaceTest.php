<?php
/**
 * Many people change the same opportunity.
 *
 * @package Steward
 */

// phpcs:disable WordPress.Arrays -- requests and tallies.

declare( strict_types=1 );

namespace Steward\Tests\Races\Opportunities;

use Steward\Access\Actor;
use Steward\Activity\Cause;
use Steward\Opportunities\Opportunity;
use Steward\Opportunities\OpportunityInput;
use Steward\Plugin;
use Steward\Settings\Settings;
use Steward\Tests\Races\Contacts\ContactRaceTestCase;

/**
 * As strict as with contacts: one claim wins, ten followers at most, one save of a version; and no deal is lost where its stage
 * goes at the same moment.
 */
final class OpportunityRaceTest extends ContactRaceTestCase {

	protected function setUp(): void {
		parent::setUp();
		Settings::change( array( 'separate_owners' => true ) );
	}

	protected function tearDown(): void {
		Settings::remove();
		parent::tearDown();
	}

	public function test_one_of_32_wins_each_claim(): void {
		$users   = $this->users( 'steward_sales_rep', self::RACERS );
		$deals   = array_map( fn (): Opportunity => $this->deal(), range( 1, 6 ) );
		$answers = $this->parallel_series( array_map( static fn ( $user ): array => array_map( static fn ( Opportunity $deal ): array => self::ask( $user->ID, 'POST', "$deal->id/claim" ), $deals ), $users ) );
		foreach ( $deals as $number => $deal ) {
			$round = array_column( $answers, $number );
			self::assertSame( array( '200' => 1, '409 steward_already_claimed' => self::RACERS - 1 ), self::tally( $round ) );
			$winner = $users[ array_search( 200, array_column( $round, 'status' ), true ) ];
			$now    = self::now( $deal );
			self::assertSame( array( $winner->ID, $deal->version + 1 ), array( $now->owner, $now->version ) );
			self::assertSame( 1, self::rows( $deal->id, 'claimed' ) );
		}
	}

	public function test_32_followers_at_once_are_ten(): void {
		$boss    = $this->user( 'steward_sales_manager' );
		$reps    = $this->users( 'steward_sales_rep', self::RACERS );
		$deal    = $this->deal();
		$answers = $this->parallel( array_map( static fn ( $rep ): array => self::ask( $boss->ID, 'POST', "$deal->id/followers", array( 'user' => $rep->ID ) ), $reps ) );
		self::assertSame( array( '201' => 10, '400 steward_follower_limit' => self::RACERS - 10 ), self::tally( $answers ) );
		self::assertCount( 10, self::now( $deal )->followers );
		self::assertSame( 10, self::now( $deal )->follower_count );
		self::assertSame( 10, self::rows( $deal->id, 'follower_added' ) );
	}

	public function test_of_updates_of_one_version_one_is_saved(): void {
		$boss    = $this->user( 'steward_sales_manager' );
		$deal    = $this->deal();
		$answers = $this->parallel( array_map( static fn ( int $number ): array => self::ask( $boss->ID, 'PATCH', (string) $deal->id, array( 'title' => "Title $number", 'version' => $deal->version ) ), range( 1, 16 ) ) );
		self::assertSame( array( '200' => 1, '409 steward_version_conflict' => 15 ), self::tally( $answers ) );
		self::assertSame( $deal->version + 1, self::now( $deal )->version );
		self::assertSame( 1, self::rows( $deal->id, 'updated' ) );
	}

	/**
	 * While new deals come into a stage and others are moved into it, it is removed: each deal is in a stage that is there.
	 */
	public function test_a_removed_stage_loses_no_deal(): void {
		$admin    = $this->user( 'administrator' );
		$boss     = $this->user( 'steward_sales_manager' );
		$pipeline = Plugin::instance()->pipelines()->create( 'Racing', 'EUR', null, null, Actor::system(), Cause::named( 'code' ) );
		$goes     = $pipeline->stages[1]->id;
		$stays    = $pipeline->stages[2]->id;
		$contacts = array_map( fn (): int => $this->contact()->id, range( 1, 8 ) );
		$deals    = array_map( fn (): Opportunity => $this->deal( array( 'stage' => $stays ) ), range( 1, 8 ) );
		$series   = array( array_fill( 0, 3, array( 'user' => $admin->ID, 'method' => 'DELETE', 'route' => "/steward/v1/pipelines/$pipeline->id/stages/$goes", 'params' => array( 'move_to' => $stays ) ) ) );
		foreach ( $contacts as $index => $contact ) {
			$series[] = array(
				self::ask( $boss->ID, 'POST', '', array( 'contact' => $contact, 'title' => 'x', 'stage' => $goes ) ),
				self::ask( $boss->ID, 'PATCH', (string) $deals[ $index ]->id, array( 'stage' => $goes ) ),
				self::ask( $boss->ID, 'POST', '', array( 'contact' => $contact, 'title' => 'y', 'stage' => $goes ) ),
			);
		}
		$answers = self::tally( array_merge( ...$this->parallel_series( $series ) ) );
		self::assertSame( array(), array_diff( array_map( 'strval', array_keys( $answers ) ), array( '200', '201', '400 rest_invalid_param', '404 steward_not_found' ) ), (string) wp_json_encode( $answers ) );
		$db = Plugin::instance()->db();
		self::assertNull( ( new \Steward\Opportunities\PipelineStore( $db ) )->stage( $goes ) );
		self::assertSame( 0, $db->int( 'SELECT COUNT(*) FROM %i WHERE stage_id = %d', $db->table( 'opportunities' ), $goes ), 'A deal is in a stage that has gone.' );
		Plugin::instance()->pipelines()->remove( $pipeline->id, Plugin::instance()->pipelines()->all()[0]->stages[0]->id, Actor::system(), Cause::named( 'code' ) );
	}

	/**
	 * @param array<string, mixed> $fields As REST names them.
	 */
	private function deal( array $fields = array() ): Opportunity {
		return Plugin::instance()->opportunities()->create( OpportunityInput::read( $fields + array( 'contact' => $this->contact()->id, 'title' => 'Race' ) ), Actor::system(), Cause::named( 'code' ) );
	}

	private static function now( Opportunity $deal ): Opportunity {
		return Plugin::instance()->opportunity_store()->get( $deal->id );
	}

	private static function rows( int $id, string $action ): int {
		$db = Plugin::instance()->db();
		return $db->int( "SELECT COUNT(*) FROM %i WHERE object_type = 'opportunity' AND object_id = %d AND action = %s", $db->table( 'activity' ), $id, $action );
	}

	/**
	 * @param array<string, mixed> $params Parameters.
	 * @return array{user: int, method: string, route: string, params: array<string, mixed>}
	 */
	private static function ask( int $user, string $method, string $route, array $params = array() ): array {
		return array( 'user' => $user, 'method' => $method, 'route' => rtrim( "/steward/v1/opportunities/$route", '/' ), 'params' => $params );
	}
}
