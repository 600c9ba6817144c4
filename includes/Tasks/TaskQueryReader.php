<?php
/**
 * A list's parameters.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tasks;

use Steward\Access\Actor;
use Steward\Database\Clock;
use Steward\Ownership\OwnershipFilters;
use Steward\Rest\Errors;
use Steward\Rest\Input;
use Steward\Rest\Refused;

/**
 * Reads the filters and the order of a list of tasks from a request. Today is the site's day.
 */
final class TaskQueryReader {

	private const DUE = array( 'overdue', 'today', 'upcoming' );

	public function __construct( private readonly Clock $clock ) {
	}

	/**
	 * JSON schema of all parameters, but for page and per_page.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function args(): array {
		$ids = array(
			'type'     => 'array',
			'maxItems' => 100,
			'items'    => array( 'type' => 'integer' ),
		);
		return array(
			'assignee'    => self::described(
				array(
					'type'     => 'array',
					'maxItems' => 100,
					'items'    => array( 'type' => array( 'integer', 'string' ) ),
				),
				__( 'Who shall do it: user ids, me, or none for nobody\'s yet.', 'steward' )
			),
			'status'      => self::described( self::choice( Task::STATUSES ), __( 'Only open ones, or only those that are done.', 'steward' ) ),
			'due'         => self::described( self::choice( self::DUE ), __( 'overdue: open, and due in the past; today: on the site\'s present day; upcoming: after it.', 'steward' ) ),
			'due_after'   => self::described( array( 'type' => 'string' ), __( 'Due at this time or later.', 'steward' ) ),
			'due_before'  => self::described( array( 'type' => 'string' ), __( 'Due before this time.', 'steward' ) ),
			'contact'     => self::described( $ids, __( 'Only of these contacts and their opportunities.', 'steward' ) ),
			'opportunity' => self::described( $ids, __( 'Only of these opportunities.', 'steward' ) ),
			'priority'    => self::described( self::choice( Task::PRIORITIES ), __( 'Only of this priority.', 'steward' ) ),
			'include'     => self::described( $ids, __( 'Only these ids.', 'steward' ) ),
			'exclude'     => self::described( $ids, __( 'Not these ids.', 'steward' ) ),
			'orderby'     => self::described( self::choice( array_keys( TaskQuery::ORDERS ) ) + array( 'default' => 'due' ), __( 'Order; what has no date is last in an order by due.', 'steward' ) ),
			'order'       => self::described( self::choice( array( 'asc', 'desc' ) ) + array( 'default' => 'asc' ), __( 'Direction of the order.', 'steward' ) ),
		);
	}

	/**
	 * The same on the page of one record: the newest first.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function args_of_record(): array {
		$args                       = self::args();
		$args['orderby']['default'] = 'id';
		$args['order']['default']   = 'desc';
		return $args;
	}

	/**
	 * The query.
	 *
	 * @param array<mixed>|\WP_REST_Request $params Parameters as args() describes them.
	 * @param bool                          $rests  As in the query.
	 * @throws Refused When one can't be read.
	 */
	public function read( array|\WP_REST_Request $params, Actor $actor, int $offset, int $limit, bool $rests = false ): TaskQuery {
		$errors    = array();
		$assignees = OwnershipFilters::owners( 'assignee', $params['assignee'] ?? null, $actor, $errors );
		$due       = Input::string( $params['due'] ?? '' );
		$status    = Input::string( $params['status'] ?? '' );
		$from      = self::time( 'due_after', $params['due_after'] ?? null, $errors );
		$until     = self::time( 'due_before', $params['due_before'] ?? null, $errors );
		if ( array() !== $errors ) {
			throw new Refused( Errors::invalid( $errors ) );
		}
		list( $due_from, $due_until ) = $this->range( $due );

		$nothing  = 'overdue' === $due && Task::DONE === $status;
		$priority = array_search( Input::string( $params['priority'] ?? '' ), Task::PRIORITIES, true );
		return new TaskQuery(
			$assignees,
			'overdue' === $due ? Task::OPEN : ( '' === $status ? null : $status ),
			self::later( $due_from, $from ),
			self::earlier( $due_until, $until ),
			'overdue' === $due && null === $until,
			self::ids( $params['contact'] ?? null ),
			self::ids( $params['opportunity'] ?? null ),
			false === $priority ? null : $priority,
			$nothing ? array() : self::ids( $params['include'] ?? null ),
			Input::ids( $params['exclude'] ?? array() ),
			$rests,
			Input::string( $params['orderby'] ?? '', 'due' ),
			'desc' === ( $params['order'] ?? 'asc' ),
			$offset,
			$limit,
		);
	}

	/**
	 * What a word says about when something is due.
	 *
	 * @return array{string|null, string|null} From, and until: `Y-m-d H:i:s` UTC.
	 */
	private function range( string $due ): array {
		if ( '' === $due ) {
			return array( null, null );
		}
		if ( 'overdue' === $due ) {
			return array( null, $this->clock->now() );
		}
		$zone     = wp_timezone();
		$today    = ( new \DateTimeImmutable( '@' . $this->clock->timestamp() ) )->setTimezone( $zone )->setTime( 0, 0 );
		$tomorrow = $today->modify( '+1 day' );
		$utc      = static fn ( \DateTimeImmutable $time ): string => gmdate( 'Y-m-d H:i:s', $time->getTimestamp() );
		// No date is not upcoming.
		return 'today' === $due ? array( $utc( $today ), $utc( $tomorrow ) ) : array( $utc( $tomorrow ), Task::NEVER );
	}

	/**
	 * @param array<string, string> $errors Collects what is wrong.
	 */
	private static function time( string $name, mixed $value, array &$errors ): ?string {
		$text = Input::string( $value );
		$time = '' === $text ? null : Input::time( $text );
		if ( '' !== $text && null === $time ) {
			$errors[ $name ] = __( 'Give a time such as 2026-01-31T12:00:00Z.', 'steward' );
		}
		return $time;
	}

	private static function later( ?string $one, ?string $other ): ?string {
		return null === $one || null === $other ? $one ?? $other : max( $one, $other );
	}

	private static function earlier( ?string $one, ?string $other ): ?string {
		return null === $one || null === $other ? $one ?? $other : min( $one, $other );
	}

	/**
	 * @return list<int>|null
	 */
	private static function ids( mixed $value ): ?array {
		$ids = Input::ids( $value ?? array() );
		return array() === $ids ? null : $ids;
	}

	/**
	 * @param list<string> $values What it may be.
	 * @return array<string, mixed>
	 */
	private static function choice( array $values ): array {
		return array(
			'type' => 'string',
			'enum' => $values,
		);
	}

	/**
	 * @param array<string, mixed> $schema What it may be.
	 * @return array<string, mixed>
	 */
	private static function described( array $schema, string $description ): array {
		return array( 'description' => $description ) + $schema;
	}
}
