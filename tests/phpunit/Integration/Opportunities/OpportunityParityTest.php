<?php
/**
 * Every way of asking about opportunities gives the same answer.
 *
 * @package Steward
 */

// phpcs:disable WordPress.Arrays -- rows of what is sent and what must come.

declare( strict_types=1 );

namespace Steward\Tests\Integration\Opportunities;

use PHPUnit\Framework\Attributes\DataProvider;
use Steward\Access\AccessPolicy;
use Steward\Access\RecordType;
use Steward\Access\ScopeSql;
use Steward\Access\Subject;
use Steward\Access\Verb;
use Steward\Database\Clock;
use Steward\Lists\Bookmarks;
use Steward\Lists\Changes;
use Steward\Lists\KeptLists;
use Steward\Lists\KeptPages;
use Steward\Lists\Totals;
use Steward\Opportunities\Listing\GroupSums;
use Steward\Opportunities\Listing\ListSql;
use Steward\Opportunities\Listing\StageFirsts;
use Steward\Opportunities\OpportunityFinder;
use Steward\Opportunities\OpportunityQuery;
use Steward\Plugin;
use Steward\Tests\Support\ClockAhead;

/**
 * For generated teams: the policy's decision, the scope, the single opportunity, WordPress' capabilities, the list, its total,
 * the contact's list, the board's counts, sums and cards and the forecast agree; and each list and board holds exactly what a
 * naive reading of its filters says.
 */
final class OpportunityParityTest extends OpportunityTestCase {

	private const PAGE = 13;

	/**
	 * @return iterable<string, array{int}>
	 */
	public static function seeds(): iterable {
		foreach ( array( 1, 20262, 778 ) as $seed ) {
			yield "seed $seed" => array( $seed );
		}
	}

	#[DataProvider( 'seeds' )]
	public function test_every_way_of_asking_agrees( int $seed ): void {
		self::separate_owners( 0 === $seed % 2 );
		$deals = $this->deals( $seed );
		$gate  = Plugin::instance()->gate();
		foreach ( $deals->team->users as $user ) {
			$this->as( $user );
			$actor = $gate->actor( $user->ID );
			$scope = AccessPolicy::view_scope( $actor, RecordType::Opportunity );
			$seen  = array();
			foreach ( $deals->deals as $deal ) {
				$label   = "user $user->ID ({$user->roles[0]}), opportunity {$deal['id']}";
				$subject = new Subject( RecordType::Opportunity, $deal['id'], $deal['owner'], $deal['followers'], $gate->owner_updates( $deal['owner'], RecordType::Opportunity ), 0 !== $seed % 2, $deal['trashed'] );
				$views   = AccessPolicy::decide( $actor, Verb::View, $subject )->allowed;
				self::assertSame( self::may_view( $user->ID, 'opportunities', $deal ), $views, "rules in plain PHP: $label" );
				self::assertSame( $views, $scope->matches( $subject ), "scope: $label" );
				foreach ( Verb::cases() as $verb ) {
					$capability = 'steward_' . ( Verb::Update === $verb ? 'edit' : $verb->value ) . '_opportunity';
					self::assertSame( $gate->decide( $actor, $verb, $subject )->allowed, user_can( $user, $capability, $deal['id'] ), "$capability: $label" );
				}
				$response = $this->rest( 'GET', "/opportunities/{$deal['id']}" );
				self::assertSame( $views ? 200 : 403, $response->get_status(), "by id: $label" );
				if ( $views ) {
					$seen[ $deal['id'] ] = $deal;
					foreach ( Verb::cases() as $verb ) {
						self::assertSame( $gate->decide( $actor, $verb, $subject )->allowed, $response->get_data()['can'][ $verb->value ], "can.$verb->value: $label" );
					}
					self::assertSame( self::may_view( $user->ID, 'contacts', $deal['contact'] ), $response->get_data()['contact_viewable'], "contact_viewable: $label" );
				}
			}
			if ( ! $actor->permissions( RecordType::Opportunity )->is_member() ) {
				foreach ( array( '/opportunities', '/opportunities/board', '/reports/forecast' ) as $route ) {
					self::assertSame( 403, $this->rest( 'GET', $route )->get_status(), $label );
				}
				continue;
			}
			$living = array_filter( $seen, static fn ( array $deal ): bool => ! $deal['trashed'] );
			foreach ( array( ...array_keys( OpportunityQuery::ORDERS ), 'relevance' ) as $orderby ) {
				self::assertEqualsCanonicalizing( array_keys( $living ), $this->list_all( '/opportunities', array( 'orderby' => $orderby ) ), "list by $orderby of user $user->ID" );
			}
			self::assertEqualsCanonicalizing( array_keys( array_diff_key( $seen, $living ) ), $this->list_all( '/opportunities', array( 'trashed' => 'true' ) ), "trash of user $user->ID" );
			$this->check_board( array(), $living, "board of user $user->ID" );
			$this->check_forecast( $living, "forecast of user $user->ID" );
			foreach ( array_slice( $deals->team->contacts, 0, 8 ) as $contact ) {
				$label = "contact {$contact['id']} of user $user->ID";
				if ( ! self::may_view( $user->ID, 'contacts', $contact ) ) {
					self::assertSame( 403, $this->rest( 'GET', "/contacts/{$contact['id']}/opportunities" )->get_status(), $label );
					continue;
				}
				$theirs = array_keys( array_filter( $living, static fn ( array $deal ): bool => $deal['contact']['id'] === $contact['id'] ) );
				self::assertEqualsCanonicalizing( $theirs, $this->list_all( "/contacts/{$contact['id']}/opportunities", array() ), $label );
			}
		}
	}

	/**
	 * The same filters for several people: REST, the board, and the finder with every set taken for a large one.
	 */
	#[DataProvider( 'seeds' )]
	public function test_lists_hold_what_their_filters_say( int $seed ): void {
		$deals  = $this->deals( $seed );
		$team   = $deals->team;
		$db     = Plugin::instance()->db();
		$reader = Plugin::instance()->opportunity_query_reader();
		$sql    = new ListSql( $db, new ScopeSql( $db ) );
		$sums   = new GroupSums( $sql, 0 );
		$finder = static fn ( int $exact, int $far ): OpportunityFinder => new OpportunityFinder( $sql, new KeptPages( new KeptLists(), new Changes( $db, new ClockAhead(), RecordType::Opportunity ) ), new Totals(), new Bookmarks( new Clock() ), new Changes( $db, new ClockAhead(), RecordType::Contact ), 0, $exact, $far );
		/** As if all lists were long, and merged or read past others; as if they cost something and were kept. */
		$finders = array(
			'merged'      => $finder( 0, 0 ),
			'past others' => $finder( 0, PHP_INT_MAX ),
			'kept'        => $finder( 10000, 0 ),
		);
		$users   = array_values( array_filter( $team->users, static fn ( $user ): bool => $user->has_cap( 'steward_view_opportunities' ) ) );
		$found   = 0;
		for ( $round = 0; $round < 70; $round++ ) {
			$user                    = $team->one( $users );
			$actor                   = Plugin::instance()->gate()->actor( $user->ID );
			list( $params, $checks ) = $deals->filters( $user->ID, static fn ( array $contact ): bool => self::may_view( $user->ID, 'contacts', $contact ) );

			$expected = array_filter(
				$deals->deals,
				static function ( array $deal ) use ( $user, $checks ): bool {
					foreach ( $checks as $check ) {
						if ( ! $check( $deal ) ) {
							return false;
						}
					}
					return self::may_view( $user->ID, 'opportunities', $deal );
				}
			);
			$label    = "round $round, user $user->ID: " . wp_json_encode( $params );
			$this->as( $user );
			$this->check_board( $params, $expected, "board, $label" );
			$params  += array(
				'orderby' => $team->one( array( ...array_keys( OpportunityQuery::ORDERS ), 'relevance' ) ),
				'order'   => $team->one( array( 'asc', 'desc' ) ),
			);
			$label   .= " by {$params['orderby']} {$params['order']}";
			$ids      = self::in_order( $expected, $params );
			$listed   = $this->list_all( '/opportunities', $params );
			$scope    = AccessPolicy::view_scope( $actor, RecordType::Opportunity );
			$found_by = array( 'REST' => $listed );
			foreach ( $finders as $way => $finder ) {
				$walked = array();
				do {
					$page = $finder->page( $reader->read( $params, $actor, count( $walked ), self::PAGE ), $scope );
					self::assertSame( count( $ids ), $page['total'], "total, $way, $label" );
					$walked = array( ...$walked, ...$page['ids'] );
				} while ( array() !== $page['ids'] );
				$found_by[ $way ] = $walked;
			}
			foreach ( $found_by as $way => $walked ) {
				if ( 'relevance' === $params['orderby'] ) {
					self::assertEqualsCanonicalizing( $ids, $walked, "$way, $label" );
				} else {
					self::assertSame( $ids, $walked, "$way, $label" );
				}
			}
			$firsts = self::firsts( $expected );
			foreach ( array( 'near' => PHP_INT_MAX, 'far' => 0 ) as $way => $near ) { // phpcs:ignore WordPress.Arrays
				self::assertSame( $firsts, self::sorted( StageFirsts::ids( ( new StageFirsts( $sql, $near, 0 ) )->rows( $reader->read( $params, $actor, 0, 0 ), $scope, array_keys( self::stages( $deals ) ), 2 ), 2 ) ), "first cards, $way, $label" );
			}
			$query = $reader->read( $params, $actor, 0, 0 );
			self::assertSame( count( $ids ), array_sum( array_map( static fn ( array $row ): int => (int) $row['n'], $sums->rows( $query, $scope, array( 'stage' => 'o.stage_id' ) ) ) ), "sums by walking, $label" );
			$found += count( $ids );
		}
		self::assertGreaterThan( 100, $found, 'The filters let too little through to prove anything.' );
	}

	/**
	 * The two cards of each stage that have changed last.
	 *
	 * @param array<array<string, mixed>> $expected Deals.
	 * @return array<int, list<int>> Stage => ids.
	 */
	private static function firsts( array $expected ): array {
		usort( $expected, static fn ( array $a, array $b ): int => array( $b['modified'], $b['id'] ) <=> array( $a['modified'], $a['id'] ) );
		$firsts = array();
		foreach ( $expected as $deal ) {
			if ( count( $firsts[ $deal['stage']->id ] ?? array() ) < 2 ) {
				$firsts[ $deal['stage']->id ][] = $deal['id'];
			}
		}
		return self::sorted( $firsts );
	}

	/**
	 * @param array<int, list<int>> $by_stage Ids.
	 * @return array<int, list<int>> In order of the stages.
	 */
	private static function sorted( array $by_stage ): array {
		ksort( $by_stage );
		return $by_stage;
	}

	/**
	 * @return array<int, true> Stages that deals are in.
	 */
	private static function stages( Deals $deals ): array {
		return array_fill_keys( array_map( static fn ( array $deal ): int => $deal['stage']->id, $deals->deals ), true );
	}

	private function deals( int $seed ): Deals {
		// A second pipeline, whose deals are on no board but its own.
		$this->as( $this->user( 'administrator' ) )->ok( 'POST', '/pipelines', array( 'name' => 'Second' ) );
		$deals = new Deals( $seed );
		$deals->hire( fn ( string $role ) => $this->user( $role ), 7 );
		$deals->fill( 25, 80 );
		return $deals;
	}

	/**
	 * @param array<string, mixed>        $params   Filters.
	 * @param array<array<string, mixed>> $expected Deals there must be, of all pipelines.
	 */
	private function check_board( array $params, array $expected, string $label ): void {
		$board = $this->ok( 'GET', '/opportunities/board', $params + array( 'per_stage' => 100 ) );
		$short = array_column( $this->ok( 'GET', '/opportunities/board', $params + array( 'per_stage' => 2 ) )['stages'], 'opportunities', 'stage' );
		foreach ( $board['stages'] as $column ) {
			self::assertSame( array_slice( array_column( $column['opportunities'], 'id' ), 0, 2 ), array_column( $short[ $column['stage'] ], 'id' ), "first two, $label" );
			$there = array_filter( $expected, static fn ( array $deal ): bool => $deal['stage']->id === $column['stage'] );
			self::assertSame( count( $there ), $column['count'], $label );
			usort( $there, static fn ( array $a, array $b ): int => array( $b['modified'], $b['id'] ) <=> array( $a['modified'], $a['id'] ) );
			self::assertSame( array_column( $there, 'id' ), array_column( $column['opportunities'], 'id' ), $label );
			$sums = array();
			foreach ( $there as $deal ) {
				$sums[ $deal['currency'] ] = ( $sums[ $deal['currency'] ] ?? 0 ) + $deal['cents'];
			}
			$values = array();
			foreach ( $column['values'] as $value ) {
				$values[ $value['currency'] ] = $value['value'];
			}
			ksort( $sums );
			ksort( $values );
			self::assertSame( array_map( static fn ( int $cents, string $currency ): string => 'JPY' === $currency ? (string) intdiv( $cents, 100 ) : sprintf( '%d.%02d', intdiv( $cents, 100 ), $cents % 100 ), $sums, array_keys( $sums ) ), array_values( $values ), $label );
		}
	}

	/**
	 * @param array<array<string, mixed>> $living Deals that are seen.
	 */
	private function check_forecast( array $living, string $label ): void {
		$expected = array();
		foreach ( $living as $deal ) {
			if ( 'open' === $deal['stage']->outcome ) {
				$key              = implode( '|', array( null === $deal['close'] ? '' : substr( $deal['close'], 0, 7 ), $deal['stage']->id, (int) $deal['owner'], $deal['currency'] ) );
				$expected[ $key ] = ( $expected[ $key ] ?? 0 ) + 1;
			}
		}
		$rows = array();
		foreach ( $this->ok( 'GET', '/reports/forecast' )['rows'] as $row ) {
			$rows[ implode( '|', array( (string) $row['month'], $row['stage'], (int) $row['owner'], $row['currency'] ) ) ] = $row['count'];
		}
		ksort( $expected );
		ksort( $rows );
		self::assertSame( $expected, $rows, $label );
	}

	/**
	 * The ids of all pages of a list, whose totals must be right on each.
	 *
	 * @param array<string, mixed> $params Filters and order.
	 * @return list<int>
	 */
	private function list_all( string $route, array $params ): array {
		$ids  = array();
		$page = 1;
		do {
			$response = $this->rest( 'GET', $route, $params + array( 'per_page' => self::PAGE, 'page' => $page, '_fields' => 'id,can' ) );
			self::assertSame( 200, $response->get_status(), (string) wp_json_encode( array( $params, $response->get_data() ) ) );
			$headers = $response->get_headers();
			array_push( $ids, ...array_column( $response->get_data(), 'id' ) );
			$total = (int) $headers['X-WP-Total'];
		} while ( $page++ < (int) $headers['X-WP-TotalPages'] );
		self::assertCount( $total, $ids, 'The total is not what the pages hold: ' . wp_json_encode( $params ) );
		self::assertSame( $ids, array_values( array_unique( $ids ) ), 'One is listed twice: ' . wp_json_encode( $params ) );
		return $ids;
	}

	/**
	 * The rules once more, in plain PHP from the roles' capabilities.
	 *
	 * @param array<string, mixed> $record A contact or an opportunity.
	 */
	private static function may_view( int $user_id, string $plural, array $record ): bool {
		$user = get_userdata( $user_id );
		if ( is_multisite() && is_super_admin( $user_id ) ) {
			return true;
		}
		if ( ! $user->has_cap( "steward_view_$plural" ) ) {
			return false;
		}
		if ( $user->has_cap( "steward_view_others_$plural" ) && ! get_user_option( 'steward_only_assigned_data', $user_id ) ) {
			return true;
		}
		return null === $record['owner'] || $record['owner'] === $user_id || in_array( $user_id, $record['followers'], true );
	}

	/**
	 * @param array<array<string, mixed>> $deals  Deals.
	 * @param array<string, mixed>        $params With orderby and order.
	 * @return list<int>
	 */
	private static function in_order( array $deals, array $params ): array {
		$value = static fn ( array $deal ): int|string|null => match ( $params['orderby'] ) {
			'created', 'modified' => $deal['modified'],
			'title'               => strtolower( $deal['title'] ),
			'value'               => $deal['cents'],
			'expected_close'      => $deal['close'] ?? '',
			'owner'               => $deal['owner'] ?? 0,
			default               => 0,
		};
		usort( $deals, static fn ( array $a, array $b ): int => ( 'asc' === $params['order'] ? 1 : -1 ) * ( array( $value( $a ), $a['id'] ) <=> array( $value( $b ), $b['id'] ) ) );
		return array_column( $deals, 'id' );
	}
}
