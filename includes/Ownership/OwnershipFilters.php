<?php
/**
 * Filters by people, as lists of any record take them.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Access\Actor;
use Steward\Access\OwnerFilter;
use Steward\Rest\Input;

/**
 * Reads `me`, `none` and user ids.
 */
final class OwnershipFilters {

	/** A user's id. */
	private const ID = '/^[1-9]\d{0,17}$/';

	/**
	 * Owners asked for.
	 *
	 * @param string                $field  The parameter's name.
	 * @param mixed                 $value  A list or a text with commas.
	 * @param array<string, string> $errors Collects what is wrong.
	 * @return OwnerFilter|null Null for all.
	 */
	public static function owners( string $field, mixed $value, Actor $actor, array &$errors ): ?OwnerFilter {
		$users      = array();
		$unassigned = false;
		$wanted     = Input::strings( $value ?? array() );
		foreach ( $wanted as $one ) {
			if ( 'none' === $one ) {
				$unassigned = true;
			} elseif ( 'me' === $one || preg_match( self::ID, $one ) ) {
				$users[] = 'me' === $one ? $actor->id : (int) $one;
			} else {
				$errors[ $field ] = __( 'Each of these must be a user\'s id, me or none.', 'steward' );
			}
		}
		return array() === $wanted ? null : new OwnerFilter( array_values( array_unique( $users ) ), $unassigned );
	}

	/**
	 * The follower asked for.
	 *
	 * @param array<string, string> $errors Collects what is wrong.
	 * @return int|null A user's id; null for whatever followers.
	 */
	public static function follower( mixed $value, Actor $actor, array &$errors ): ?int {
		$text = Input::string( $value ?? '' );
		if ( '' === $text ) {
			return null;
		}
		if ( 'me' !== $text && ! preg_match( self::ID, $text ) ) {
			$errors['follower'] = __( 'This must be a user\'s id, or me.', 'steward' );
		}
		return 'me' === $text ? $actor->id : (int) $text;
	}
}
