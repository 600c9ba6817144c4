<?php
/**
 * Changing what is set for a member.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Members;

use Steward\Access\Actor;
use Steward\Access\Capabilities;
use Steward\Access\Reason;
use Steward\Activity\ActivityStore;
use Steward\Activity\Cause;
use Steward\Rest\Errors;
use Steward\Rest\Input;
use Steward\Rest\Refused;

/**
 * Managers change everything, everybody their own absence. What changed is logged.
 */
final class MemberChanges {

	private const MAX_CAPACITY = 1_000_000;

	public function __construct( private readonly MemberSettings $settings, private readonly ActivityStore $activity ) {
	}

	/**
	 * Changes what is given.
	 *
	 * @param array<mixed> $input only_assigned_data, out_of_office, capacity; any may be missing.
	 * @throws Refused When a value is wrong, or the actor may not.
	 */
	public function change( int $user, array $input, Actor $actor, Cause $cause ): void {
		$changes = $this->read( $input );
		if ( ! user_can( $actor->id, Capabilities::MANAGE ) && ( ! $actor->is( $user ) || array() !== array_diff_key( $changes, array( 'out_of_office' => 1 ) ) ) ) {
			throw new Refused( Errors::forbidden( Reason::MissingManage ) );
		}
		$before = $this->settings->of( $user );
		$log    = array();
		foreach ( $changes as $name => $value ) {
			if ( $before[ $name ] !== $value ) {
				$log[ $name ] = array(
					'old' => self::logged( $before[ $name ] ),
					'new' => self::logged( $value ),
				);
			}
		}
		if ( array() === $log ) {
			return;
		}
		$this->settings->change( $user, $changes );
		$this->activity->add_site_change( ActivityStore::MEMBER, (string) $user, 'updated', $actor, $cause, $log );
	}

	/**
	 * @param array<mixed> $input As it came.
	 * @return array{only_assigned_data?: bool, out_of_office?: array{from: string, to: string}|null, capacity?: int|null}
	 * @throws Refused When something is unknown or wrong.
	 */
	private function read( array $input ): array {
		$changes = array();
		$errors  = array();
		foreach ( $input as $name => $value ) {
			switch ( $name ) {
				case 'only_assigned_data':
					if ( is_bool( $value ) ) {
						$changes['only_assigned_data'] = $value;
					} else {
						$errors['only_assigned_data'] = __( 'This must be true or false.', 'steward' );
					}
					break;
				case 'capacity':
					if ( null === $value || ( is_int( $value ) && $value >= 0 && $value <= self::MAX_CAPACITY ) ) {
						$changes['capacity'] = $value;
					} else {
						/* translators: %d: a number */
						$errors['capacity'] = sprintf( __( 'Give a whole number from 0 to %d; nothing (null) for any number.', 'steward' ), self::MAX_CAPACITY );
					}
					break;
				case 'out_of_office':
					$problem = $this->problem( $value );
					if ( null !== $problem ) {
						$errors['out_of_office'] = $problem;
					} elseif ( is_array( $value ) ) {
						$changes['out_of_office'] = array(
							'from' => Input::string( $value['from'] ?? '' ),
							'to'   => Input::string( $value['to'] ?? '' ),
						);
					} else {
						$changes['out_of_office'] = null;
					}
					break;
				default:
					$errors[ (string) $name ] = __( 'There is no such setting of a member.', 'steward' );
			}
		}
		if ( array() !== $errors ) {
			throw new Refused( Errors::invalid( $errors ) );
		}
		return $changes;
	}

	/**
	 * What is wrong with an absence.
	 */
	private function problem( mixed $value ): ?string {
		if ( null === $value ) {
			return null;
		}
		$days = is_array( $value ) ? array( $value['from'] ?? null, $value['to'] ?? null ) : array( null, null );
		foreach ( $days as $day ) {
			if ( ! is_string( $day ) || 1 !== preg_match( '/^(\d{4})-(\d{2})-(\d{2})$/D', $day, $parts ) || ! checkdate( (int) $parts[2], (int) $parts[3], (int) $parts[1] ) ) {
				return __( 'Give the first day (from) and the last day (to), as YYYY-MM-DD; neither (null) for somebody who is in.', 'steward' );
			}
		}
		if ( $days[1] < $days[0] ) {
			return __( 'The last day must not be before the first.', 'steward' );
		}
		return $days[1] < $this->settings->today() ? __( 'The last day is over already. Choose one to come.', 'steward' ) : null;
	}

	private static function logged( mixed $value ): mixed {
		return is_array( $value ) ? implode( ' – ', array_map( array( Input::class, 'string' ), $value ) ) : $value;
	}
}
