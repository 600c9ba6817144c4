<?php
/**
 * What changes of roles would mean, before they are saved.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Roles;

use Steward\Access\AccessPolicy;
use Steward\Access\Actor;
use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Access\Scope;
use Steward\Access\ScopeCounts;
use Steward\Database\Connection;
use Steward\Database\Tables;

/**
 * Compares, for everybody who has one of the roles, the records they see now with those they would see then, by the same
 * scopes that lists use; with all of the roles as they would be together, and each person with all their roles and switches.
 * A scope only ever widens or narrows, so the difference of two numbers is the number of records gained or lost.
 */
final class RolePreview {

	/** People that are read at once. */
	private const BATCH = 500;

	/** People that are named, those with the largest change. The numbers are of all. */
	private const NAMED = 50;

	public function __construct( private readonly Connection $db, private readonly Gate $gate ) {
	}

	/**
	 * The consequences for each role.
	 *
	 * @param array<string, array<string, bool>> $roles Role => its capabilities as they would be.
	 * @return array<string, array<string, mixed>> Role => people, affected, for each kind of record what the people gain and lose (most,
	 *                                             least, how many people), and each: those with the largest change, by name.
	 */
	public function of( array $roles ): array {
		list( $people, $changes ) = $this->changes( $roles );
		$differences              = $this->differences( $changes );
		$answers                  = array();
		foreach ( array_keys( $roles ) as $role ) {
			$those            = array_intersect_key( $differences, array_filter( $changes, static fn ( array $change ): bool => in_array( $role, $change['roles'], true ) ) );
			$answers[ $role ] = array(
				'people'   => $people[ $role ] ?? 0,
				'affected' => count( $those ),
			);
			foreach ( self::types() as $type ) {
				$answers[ $role ][ $type->plural() ] = self::summary( array_column( $those, $type->plural() ) );
			}
			$answers[ $role ]['each'] = self::named( $those );
		}
		return $answers;
	}

	/**
	 * Who has one of the roles, and whose scope would be another.
	 *
	 * @param array<string, array<string, bool>> $roles Role => its capabilities as they would be.
	 * @return array{array<string, int>, array<int, array{roles: list<string>, scopes: array<string, array{Scope, Scope}>}>}
	 *         Role => people; user id => their roles among these, and by record type the scope now and then.
	 */
	private function changes( array $roles ): array {
		$people  = array();
		$changes = array();
		for ( $offset = 0; array() !== $roles; $offset += self::BATCH ) {
			$query = new \WP_User_Query(
				array(
					'role__in'    => array_keys( $roles ),
					'number'      => self::BATCH,
					'offset'      => $offset,
					'orderby'     => 'ID',
					'count_total' => false,
				)
			);
			/** @var list<\WP_User> $users */
			$users = $query->get_results();
			foreach ( $users as $user ) {
				$theirs = array_values( array_intersect( $user->roles, array_keys( $roles ) ) );
				foreach ( $theirs as $role ) {
					$people[ $role ] = ( $people[ $role ] ?? 0 ) + 1;
				}
				$scopes = self::changed_scopes( $this->gate->actor( $user->ID ), $this->gate->actor_with( $user, $roles ) );
				if ( array() !== $scopes ) {
					$changes[ $user->ID ] = array(
						'roles'  => $theirs,
						'scopes' => $scopes,
					);
				}
			}
			if ( count( $users ) < self::BATCH ) {
				break;
			}
			if ( wp_cache_supports( 'flush_runtime' ) && ! wp_using_ext_object_cache() ) {
				wp_cache_flush_runtime(); // Of ten thousand people memory needs to hold but some.
			}
		}
		return array( $people, $changes );
	}

	/**
	 * @return array<string, array{Scope, Scope}> Record type's value => now and then, where they differ.
	 */
	private static function changed_scopes( Actor $now, Actor $then ): array {
		$changed = array();
		foreach ( self::types() as $type ) {
			$scopes = array( AccessPolicy::view_scope( $now, $type ), AccessPolicy::view_scope( $then, $type ) );
			if ( $scopes[0]->key() !== $scopes[1]->key() ) {
				$changed[ $type->value ] = $scopes;
			}
		}
		return $changed;
	}

	/**
	 * How many records more (or, below zero, fewer) each would see.
	 *
	 * @param array<int, array{roles: list<string>, scopes: array<string, array{Scope, Scope}>}> $changes As changes() gives them.
	 * @return array<int, array<string, int>> User id => plural of the record type => difference; who sees the same is missing.
	 */
	private function differences( array $changes ): array {
		$differences = array();
		foreach ( self::types() as $type ) {
			$scopes = array_filter( array_map( static fn ( array $change ): ?array => $change['scopes'][ $type->value ] ?? null, $changes ) );
			$counts = array() === $scopes ? null : ScopeCounts::read( $this->db, $type, array_keys( $scopes ) );
			foreach ( $scopes as $user => list( $now, $then ) ) {
				$difference = null === $counts ? 0 : $counts->of( $then ) - $counts->of( $now );
				if ( 0 !== $difference ) {
					$differences[ $user ][ $type->plural() ] = $difference;
				}
			}
		}
		return $differences;
	}

	/**
	 * @param list<int> $differences What each person would gain, or below zero lose, of one kind of record.
	 * @return array{gained: int, gained_least: int, gaining: int, lost: int, lost_least: int, losing: int}
	 */
	private static function summary( array $differences ): array {
		$gains  = array_filter( $differences, static fn ( int $difference ): bool => $difference > 0 );
		$losses = array_map( 'abs', array_filter( $differences, static fn ( int $difference ): bool => $difference < 0 ) );
		return array(
			'gained'       => array() === $gains ? 0 : max( $gains ),
			'gained_least' => array() === $gains ? 0 : min( $gains ),
			'gaining'      => count( $gains ),
			'lost'         => array() === $losses ? 0 : max( $losses ),
			'lost_least'   => array() === $losses ? 0 : min( $losses ),
			'losing'       => count( $losses ),
		);
	}

	/**
	 * @param array<int, array<string, int>> $differences As differences() gives them.
	 * @return list<array<string, mixed>>
	 */
	private static function named( array $differences ): array {
		uasort( $differences, static fn ( array $a, array $b ): int => max( 0, ...array_values( array_map( 'abs', $b ) ) ) <=> max( 0, ...array_values( array_map( 'abs', $a ) ) ) );
		$differences = array_slice( $differences, 0, self::NAMED, true );
		cache_users( array_keys( $differences ) );
		$each = array();
		foreach ( $differences as $user => $of_types ) {
			$person = array(
				'user' => $user,
				'name' => get_userdata( $user )->display_name ?? '',
			);
			foreach ( self::types() as $type ) {
				$difference                = $of_types[ $type->plural() ] ?? 0;
				$person[ $type->plural() ] = array(
					'gained' => max( 0, $difference ),
					'lost'   => max( 0, -$difference ),
				);
			}
			$each[] = $person;
		}
		return $each;
	}

	/**
	 * The kinds of record that are kept yet.
	 *
	 * @return list<RecordType>
	 */
	private static function types(): array {
		$types = array();
		foreach ( RecordType::cases() as $type ) {
			if ( in_array( $type->plural(), Tables::NAMES, true ) ) {
				$types[] = $type;
			}
		}
		return $types;
	}
}
