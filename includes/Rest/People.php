<?php
/**
 * Users as REST shows them.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Rest;

/**
 * Name and avatar of users, never more.
 */
final class People {

	/**
	 * Users by id, in that order; one who has been deleted is still named.
	 *
	 * @param list<int> $ids User ids.
	 * @return list<array{id: int, name: string, avatar_url: string}>
	 */
	public static function of( array $ids ): array {
		cache_users( $ids );
		return array_map( array( self::class, 'one' ), $ids );
	}

	/**
	 * Users by their ids.
	 *
	 * @param list<int> $ids User ids, each once.
	 * @return array<int, array{id: int, name: string, avatar_url: string}>
	 */
	public static function by_id( array $ids ): array {
		return array_combine( $ids, self::of( $ids ) );
	}

	/**
	 * One user.
	 *
	 * @return array{id: int, name: string, avatar_url: string}
	 */
	public static function one( int $id ): array {
		$user = get_userdata( $id );
		return array(
			'id'         => $id,
			/* translators: %d: a user's id */
			'name'       => $user instanceof \WP_User ? $user->display_name : sprintf( __( 'Deleted user #%d', 'steward' ), $id ),
			'avatar_url' => $user instanceof \WP_User ? self::avatar( $user ) : '',
		);
	}

	/**
	 * JSON schema of a user.
	 *
	 * @return array<string, mixed>
	 */
	public static function schema(): array {
		return Schema::object( self::properties() );
	}

	/**
	 * What a user's schema has.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function properties(): array {
		return array(
			'id'         => Schema::value( 'integer', __( 'User id.', 'steward' ) ),
			'name'       => Schema::value( 'string', __( 'Name.', 'steward' ) ),
			'avatar_url' => Schema::value( 'string', __( 'Address of a picture; empty where the site shows none.', 'steward' ) ),
		);
	}

	/**
	 * A user's picture; empty where the site shows no avatars.
	 */
	public static function avatar( \WP_User $user ): string {
		return get_option( 'show_avatars' ) ? (string) get_avatar_url( $user, array( 'size' => 64 ) ) : '';
	}
}
