<?php
/**
 * What is set for one member of the team.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Members;

use Steward\Access\Gate;
use Steward\Database\Clock;
use Steward\Rest\Input;

/**
 * Only Assigned Data, out of office and capacity, kept as user options: each site of a network has its own, and they go with
 * the user.
 */
final class MemberSettings {

	public const AWAY_FROM = 'steward_away_from';
	public const AWAY_TO   = 'steward_away_to';

	private const CAPACITY = 'steward_capacity';

	public function __construct( private readonly Clock $clock ) {
	}

	/**
	 * All of them.
	 *
	 * @return array{only_assigned_data: bool, out_of_office: array{from: string, to: string}|null, capacity: int|null}
	 */
	public function of( int $user ): array {
		return array(
			'only_assigned_data' => (bool) get_user_option( Gate::ONLY_ASSIGNED_DATA, $user ),
			'out_of_office'      => $this->out_of_office( $user ),
			'capacity'           => self::capacity( $user ),
		);
	}

	/**
	 * The days somebody is away, the first and the last; null when there are none to come.
	 *
	 * @return array{from: string, to: string}|null
	 */
	public function out_of_office( int $user ): ?array {
		$from = Input::string( get_user_option( self::AWAY_FROM, $user ) );
		$to   = Input::string( get_user_option( self::AWAY_TO, $user ) );
		return '' === $from || '' === $to || $to < $this->today() ? null : compact( 'from', 'to' );
	}

	/**
	 * Whether somebody is away today.
	 */
	public function is_away( int $user ): bool {
		$away = $this->out_of_office( $user );
		return null !== $away && $away['from'] <= $this->today();
	}

	/**
	 * How many contacts somebody should have at most; null for any number.
	 */
	public static function capacity( int $user ): ?int {
		$capacity = get_user_option( self::CAPACITY, $user );
		return is_numeric( $capacity ) ? (int) $capacity : null;
	}

	/**
	 * The day it is on the site.
	 */
	public function today(): string {
		return (string) wp_date( 'Y-m-d', $this->clock->timestamp() );
	}

	/**
	 * Stores what is given, and leaves the rest.
	 *
	 * @param array{only_assigned_data?: bool, out_of_office?: array{from: string, to: string}|null, capacity?: int|null} $changes Valid values.
	 */
	public function change( int $user, array $changes ): void {
		if ( array_key_exists( 'only_assigned_data', $changes ) ) {
			self::store( $user, Gate::ONLY_ASSIGNED_DATA, $changes['only_assigned_data'] ? '1' : null );
		}
		if ( array_key_exists( 'out_of_office', $changes ) ) {
			self::store( $user, self::AWAY_FROM, $changes['out_of_office']['from'] ?? null );
			self::store( $user, self::AWAY_TO, $changes['out_of_office']['to'] ?? null );
		}
		if ( array_key_exists( 'capacity', $changes ) ) {
			self::store( $user, self::CAPACITY, null === $changes['capacity'] ? null : (string) $changes['capacity'] );
		}
	}

	private static function store( int $user, string $name, ?string $value ): void {
		if ( null === $value ) {
			delete_user_option( $user, $name );
			return;
		}
		update_user_option( $user, $name, $value );
	}
}
