<?php
/**
 * Generated people and contacts.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Access;

use Steward\Access\Gate;
use Steward\Plugin;
use WP_User;

/**
 * A team and its contacts from a seed: roles, users, owners, followers and fields at random, and the same knowledge in
 * plain arrays, so that what the database answers can be told naively.
 */
final class Team {

	private const TAGS      = array( 'vip', 'Newsletter', 'trade fair', 'cold' );
	private const SOURCES   = array( 'manual', 'form', 'import' );
	private const COUNTRIES = array( 'ES', 'DE', 'JP', '' );
	private const NAMES     = array( 'Ana', 'Anabel', 'Ben', 'Chloé', 'Diego', 'Noor' );
	private const LAST      = array( 'Ruiz', 'Ruizdael', 'Schmidt', 'Tanaka', 'Okafor', 'Ng' );

	/** @var list<WP_User> */
	public array $users = array();

	/** @var list<array{id: int, owner: int|null, followers: list<int>, tags: list<string>, source: string, country: string, city: string, first: string, last: string, name: string, email: string, company: string, phone: string, created: string, modified: string, trashed: bool}> */
	public array $contacts = array();

	/** What a seed gives is the same on every machine. */
	private int $state;

	public function __construct( int $seed ) {
		$this->state = $seed;
	}

	/**
	 * A number from 0 to one below the limit.
	 */
	public function pick( int $limit ): int {
		$this->state = ( $this->state * 1103515245 + 12345 ) & 0x7fffffff;
		return ( $this->state >> 8 ) % $limit;
	}

	/**
	 * One of them.
	 *
	 * @template T
	 * @param list<T> $list Choices.
	 * @return T
	 */
	public function one( array $list ): mixed {
		return $list[ $this->pick( count( $list ) ) ];
	}

	public function chance( int $percent ): bool {
		return $this->pick( 100 ) < $percent;
	}

	/**
	 * Makes a user for each shape of a role.
	 *
	 * @param callable( string ): WP_User $make Makes a user with a role.
	 */
	public function hire( callable $make, int $number ): void {
		for ( $index = 0; $index < $number; $index++ ) {
			$role = "steward_test_$index";
			$caps = array( 'read' => true );
			foreach ( array( 'view', 'view_others', 'edit', 'edit_others', 'create', 'reassign', 'delete' ) as $what ) {
				// Most may view, or there would be little to tell apart.
				$caps[ "steward_{$what}_contacts" ] = 'view' === $what ? $this->chance( 85 ) : $this->chance( 45 );
			}
			add_role( $role, $role, $caps );
			$user = $make( $role );
			if ( $this->chance( 25 ) ) {
				update_user_option( $user->ID, Gate::ONLY_ASSIGNED_DATA, '1' );
			}
			$this->users[] = $user;
		}
	}

	/**
	 * Makes contacts: owned by anybody (also by people without access), unassigned, followed by anybody.
	 */
	public function fill( int $number ): void {
		$db    = Plugin::instance()->db();
		$store = Plugin::instance()->contact_store();
		for ( $index = 0; $index < $number; $index++ ) {
			$first              = $this->one( self::NAMES );
			$last               = $this->one( self::LAST );
			$record             = array(
				'owner'     => $this->chance( 30 ) ? null : $this->one( $this->users )->ID,
				'followers' => array(),
				'tags'      => array_values( array_filter( self::TAGS, fn (): bool => $this->chance( 35 ) ) ),
				'source'    => $this->one( self::SOURCES ),
				'country'   => $this->one( self::COUNTRIES ),
				'city'      => $this->one( array( 'Vigo', 'Ulm', '' ) ),
				'first'     => $first,
				'last'      => $last,
				'name'      => "$first $last",
				'email'     => $this->chance( 90 ) ? strtolower( remove_accents( $first ) ) . sprintf( '%02d@', $index ) . $this->one( array( 'example.com', 'example.net' ) ) : '',
				'company'   => $this->one( array( '', 'Anadolu Trading', 'Blue Ruiz Ltd' ) ),
				'phone'     => $this->chance( 60 ) ? sprintf( '+34 6%02d %03d', $this->pick( 100 ), $this->pick( 1000 ) ) : '',
				'created'   => gmdate( 'Y-m-d H:i:s', 1760000000 + $this->pick( 40 ) * 86400 ),
				'trashed'   => $this->chance( 12 ),
			);
			$record['modified'] = gmdate( 'Y-m-d H:i:s', strtotime( $record['created'] . ' UTC' ) + $this->pick( 10 ) * 3600 );
			foreach ( $this->users as $user ) {
				if ( $this->chance( 12 ) && count( $record['followers'] ) < 10 ) {
					$record['followers'][] = $user->ID;
				}
			}
			$texts = array(
				'first_name' => $first,
				'last_name'  => $last,
			) + array_intersect_key( $record, array_flip( array( 'email', 'company', 'phone', 'source', 'country', 'city' ) ) );
			$id    = $store->insert( $texts, $record['tags'], array(), $record['owner'], 'code', $record['created'], $record['modified'] );
			foreach ( $record['followers'] as $follower ) {
				$db->insert(
					'followers',
					array(
						'object_type' => 'contact',
						'object_id'   => $id,
						'user_id'     => $follower,
						'source'      => 'manual',
						'since_gmt'   => $record['created'],
					)
				);
			}
			$db->execute( 'UPDATE %i SET follower_count = %d WHERE id = %d', $db->table( 'contacts' ), count( $record['followers'] ), $id );
			if ( $record['trashed'] ) {
				$store->set_trashed( $store->find( $id ), true, $record['modified'] );
			}
			$this->contacts[] = array( 'id' => $id ) + $record;
		}
	}

	/**
	 * Parameters of a list, at random, and what each lets through.
	 *
	 * @param int $me Who asks.
	 * @return array{array<string, mixed>, list<callable( array<string, mixed> ): bool>}
	 */
	public function filters( int $me ): array {
		$params = array();
		$tests  = array( static fn ( array $contact ): bool => ! $contact['trashed'] );
		$wishes = array( 'owner', 'owner', 'follower', 'tags', 'tags_all', 'source', 'country', 'city', 'search', 'search', 'email', 'include', 'exclude', 'created', 'trash' );
		foreach ( range( 0, $this->pick( 3 ) ) as $ignored ) {
			switch ( $this->one( $wishes ) ) {
				case 'owner':
					$owners = array_unique( array_map( fn ( int $_ ): string => $this->one( array( 'me', 'none', (string) $this->one( $this->users )->ID, '999999' ) ), range( 0, $this->pick( 3 ) ) ) );
					$ids    = array_map( static fn ( string $owner ): ?int => 'none' === $owner ? null : ( 'me' === $owner ? $me : (int) $owner ), $owners );

					$params['contact_owner'] = implode( ',', $owners );
					$tests['owner']          = static fn ( array $contact ): bool => in_array( $contact['owner'], $ids, true );
					break;
				case 'follower':
					$follower           = $this->one( array( 'me', (string) $this->one( $this->users )->ID ) );
					$id                 = 'me' === $follower ? $me : (int) $follower;
					$params['follower'] = $follower;
					$tests['follower']  = static fn ( array $contact ): bool => in_array( $id, $contact['followers'], true );
					break;
				case 'tags':
					$tags           = array_unique( array( $this->one( self::TAGS ), $this->one( array( ...self::TAGS, 'no such tag' ) ) ) );
					$params['tags'] = implode( ',', $tags );
					$tests['tags']  = static fn ( array $contact ): bool => array() !== array_intersect( $tags, $contact['tags'] );
					break;
				case 'tags_all':
					$all                = array_unique( array( $this->one( self::TAGS ), $this->one( self::TAGS ) ) );
					$params['tags_all'] = strtoupper( implode( ',', $all ) );
					$tests['tags_all']  = static fn ( array $contact ): bool => array() === array_diff( $all, $contact['tags'] );
					break;
				case 'source':
				case 'country':
				case 'city':
					$field            = $this->one( array( 'source', 'country', 'city' ) );
					$value            = $this->one( array( 'form', 'manual', 'ES', 'JP', 'Vigo' ) );
					$params[ $field ] = $value;
					$tests[ $field ]  = static fn ( array $contact ): bool => $contact[ $field ] === $value;
					break;
				case 'search':
					$search           = $this->one( array( 'ana', 'ANA', 'chloe', 'rui', 'ana ruiz', 'ruiz ana', 'example.com', 'ben1', 'blue', '34 6', '4 61', 'nobody', 'né' ) );
					$params['search'] = $search;
					$tests['search']  = static fn ( array $contact ): bool => self::found( $contact, $search );
					break;
				case 'email':
					$email           = $this->one( $this->contacts )['email'];
					$params['email'] = '' === $email ? 'nobody@example.org' : strtoupper( $email );
					$tests['email']  = static fn ( array $contact ): bool => '' !== $email && $contact['email'] === $email;
					break;
				case 'include':
					$include           = array( $this->one( $this->contacts )['id'], $this->one( $this->contacts )['id'], $this->one( $this->contacts )['id'], 999999 );
					$params['include'] = implode( ',', $include );
					$tests['include']  = static fn ( array $contact ): bool => in_array( $contact['id'], $include, true );
					break;
				case 'exclude':
					$exclude           = array( $this->one( $this->contacts )['id'], $this->one( $this->contacts )['id'] );
					$params['exclude'] = implode( ',', $exclude );
					$tests['exclude']  = static fn ( array $contact ): bool => ! in_array( $contact['id'], $exclude, true );
					break;
				case 'created':
					$from                     = gmdate( 'Y-m-d', 1760000000 + $this->pick( 30 ) * 86400 );
					$until                    = gmdate( 'Y-m-d', strtotime( $from ) + 15 * 86400 );
					$params['created_after']  = $from;
					$params['created_before'] = $until;
					$tests['created']         = static fn ( array $contact ): bool => $contact['created'] >= "$from 00:00:00" && $contact['created'] < "$until 00:00:00";
					break;
				case 'trash':
					$params['status'] = 'trash';
					$tests[0]         = static fn ( array $contact ): bool => $contact['trashed'];
					break;
			}
		}
		return array( $params, array_values( $tests ) );
	}

	/**
	 * Whether each word of a search begins a word of the contact's, or is a run of its phone's digits.
	 *
	 * @param array<string, mixed> $contact A contact.
	 */
	private static function found( array $contact, string $search ): bool {
		$digits = preg_replace( '/\D/', '', $search );
		$words  = strlen( $digits ) >= 3 ? array( $digits ) : preg_split( '/[^a-z0-9]+/', strtolower( remove_accents( $search ) ) );
		$text   = preg_split( '/[^a-z0-9]+/', strtolower( remove_accents( implode( ' ', array( $contact['name'], $contact['email'], $contact['company'] ) ) ) ) );
		$phone  = preg_replace( '/\D/', '', $contact['phone'] );
		foreach ( $words as $word ) {
			$begins = array_filter( $text, static fn ( string $one ): bool => '' !== $one && str_starts_with( $one, $word ) );
			if ( array() === $begins && ! ( ctype_digit( $word ) && strlen( $word ) > 1 && str_contains( $phone, $word ) ) ) {
				return false;
			}
		}
		return true;
	}
}
