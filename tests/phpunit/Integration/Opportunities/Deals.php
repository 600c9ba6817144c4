<?php
/**
 * Generated people and opportunities.
 *
 * @package Steward
 */

// phpcs:disable WordPress.Arrays -- rows of what is sent and what must come.

declare( strict_types=1 );

namespace Steward\Tests\Integration\Opportunities;

use Steward\Access\Gate;
use Steward\Opportunities\Stage;
use Steward\Plugin;
use Steward\Tests\Integration\Access\Team;
use WP_User;

/**
 * A team, contacts and their opportunities from a seed, and the same knowledge in plain arrays, so that what the database
 * answers can be told naively.
 */
final class Deals {

	private const TITLES     = array( 'Roof', 'Roof repair', 'Website', 'Annual plan', 'Ruizdael prints', 'Blue whale' );
	private const CURRENCIES = array( 'USD', 'EUR', 'JPY' );

	/** @var Team Its numbers, contacts and users. */
	public readonly Team $team;

	/** @var list<array<string, mixed>> */
	public array $deals = array();

	/** @var array<int, Stage> */
	public array $stages = array();

	public function __construct( int $seed ) {
		$this->team = new Team( $seed );
	}

	/**
	 * Makes a user for each shape of a role, on opportunities as well as on contacts.
	 *
	 * @param callable( string ): WP_User $make Makes a user with a role.
	 */
	public function hire( callable $make, int $number ): void {
		for ( $index = 0; $index < $number; $index++ ) {
			$role = "steward_deals_$index";
			$caps = array( 'read' => true );
			foreach ( array( 'view', 'view_others', 'edit', 'edit_others', 'create', 'reassign', 'delete' ) as $what ) {
				$caps[ "steward_{$what}_opportunities" ] = 'view' === $what ? $this->team->chance( 85 ) : $this->team->chance( 45 );
				$caps[ "steward_{$what}_contacts" ]      = 'view' === $what ? $this->team->chance( 75 ) : $this->team->chance( 40 );
			}
			add_role( $role, $role, $caps );
			$user = $make( $role );
			if ( $this->team->chance( 25 ) ) {
				update_user_option( $user->ID, Gate::ONLY_ASSIGNED_DATA, '1' );
			}
			$this->team->users[] = $user;
		}
	}

	/**
	 * Makes contacts and opportunities.
	 */
	public function fill( int $contacts, int $deals ): void {
		$this->team->fill( $contacts );
		$db    = Plugin::instance()->db();
		$store = Plugin::instance()->opportunity_store();
		foreach ( Plugin::instance()->pipelines()->all() as $pipeline ) {
			foreach ( $pipeline->stages as $stage ) {
				$this->stages[ $stage->id ] = $stage;
			}
		}
		for ( $index = 0; $index < $deals; $index++ ) {
			$contact  = $this->team->one( $this->team->contacts );
			$stage    = $this->team->one( array_values( $this->stages ) );
			$currency = $this->team->one( self::CURRENCIES );
			$record   = array(
				'contact'   => $contact,
				'stage'     => $stage,
				'title'     => $this->team->one( self::TITLES ),
				'cents'     => 100 * $this->team->pick( 5000 ) + ( 'JPY' === $currency ? 0 : $this->team->pick( 100 ) ),
				'currency'  => $currency,
				'owner'     => $this->team->chance( 30 ) ? null : $this->team->one( $this->team->users )->ID,
				'close'     => $this->team->chance( 25 ) ? null : gmdate( 'Y-m-d', 1790000000 + $this->team->pick( 120 ) * 86400 ),
				'modified'  => gmdate( 'Y-m-d H:i:s', 1780000000 + $this->team->pick( 40 ) * 86400 ),
				'trashed'   => $this->team->chance( 12 ),
				'followers' => array(),
			);
			foreach ( $this->team->users as $user ) {
				if ( $this->team->chance( 12 ) && count( $record['followers'] ) < 10 ) {
					$record['followers'][] = $user->ID;
				}
			}
			$contact = Plugin::instance()->contact_store()->get( $contact['id'] );
			$value   = sprintf( '%d.%02d', intdiv( $record['cents'], 100 ), $record['cents'] % 100 );
			$id      = $store->insert( $contact, $stage, $record['title'], $value, $currency, $record['owner'], 'code', $record['close'], $record['modified'] );
			foreach ( $record['followers'] as $follower ) {
				$db->insert( 'followers', array( 'object_type' => 'opportunity', 'object_id' => $id, 'user_id' => $follower, 'source' => 'manual', 'since_gmt' => $record['modified'] ) );
			}
			$db->execute( 'UPDATE %i SET follower_count = %d WHERE id = %d', $db->table( 'opportunities' ), count( $record['followers'] ), $id );
			if ( $record['trashed'] ) {
				$store->set_trashed( $store->get( $id ), true, $record['modified'] );
			}
			$this->deals[] = array( 'id' => $id ) + $record;
		}
	}

	/**
	 * Parameters of a list, at random, and what each lets through.
	 *
	 * @param int                                    $me           Who asks.
	 * @param callable( array<string, mixed> ): bool $sees_contact Whether they may view a contact.
	 * @return array{array<string, mixed>, list<callable( array<string, mixed> ): bool>}
	 */
	public function filters( int $me, callable $sees_contact ): array {
		$params = array();
		$tests  = array( 'trashed' => static fn ( array $deal ): bool => ! $deal['trashed'] );
		$wishes = array( 'owner', 'owner', 'follower', 'stage', 'stage', 'status', 'pipeline', 'contact', 'value', 'currency', 'close', 'search', 'search', 'search', 'include', 'exclude', 'trashed' );
		foreach ( range( 0, $this->team->pick( 3 ) ) as $ignored ) {
			switch ( $this->team->one( $wishes ) ) {
				case 'owner':
					$owners          = array_unique( array_map( fn ( int $_ ): string => $this->team->one( array( 'me', 'none', (string) $this->team->one( $this->team->users )->ID, '999999' ) ), range( 0, $this->team->pick( 3 ) ) ) );
					$ids             = array_map( static fn ( string $owner ): ?int => 'none' === $owner ? null : ( 'me' === $owner ? $me : (int) $owner ), $owners );
					$params['owner'] = implode( ',', $owners );
					$tests['owner']  = static fn ( array $deal ): bool => in_array( $deal['owner'], $ids, true );
					break;
				case 'follower':
					$follower           = $this->team->one( array( 'me', (string) $this->team->one( $this->team->users )->ID ) );
					$id                 = 'me' === $follower ? $me : (int) $follower;
					$params['follower'] = $follower;
					$tests['follower']  = static fn ( array $deal ): bool => in_array( $id, $deal['followers'], true );
					break;
				case 'stage':
					$stages          = array_unique( array_map( fn ( int $_ ): int => $this->team->one( array( ...array_keys( $this->stages ), 999999 ) ), range( 0, $this->team->pick( 3 ) ) ) );
					$params['stage'] = implode( ',', $stages );
					$tests['stage']  = static fn ( array $deal ): bool => in_array( $deal['stage']->id, $stages, true );
					break;
				case 'status':
					$status           = array_unique( array( $this->team->one( Stage::OUTCOMES ), $this->team->one( Stage::OUTCOMES ) ) );
					$params['status'] = implode( ',', $status );
					$tests['status']  = static fn ( array $deal ): bool => in_array( $deal['stage']->outcome, $status, true );
					break;
				case 'pipeline':
					$pipeline           = $this->team->one( array_values( $this->stages ) )->pipeline_id;
					$params['pipeline'] = $pipeline;
					$tests['pipeline']  = static fn ( array $deal ): bool => $deal['stage']->pipeline_id === $pipeline;
					break;
				case 'contact':
					$contact           = $this->team->one( $this->deals )['contact']['id'];
					$params['contact'] = $contact;
					$tests['contact']  = static fn ( array $deal ): bool => $deal['contact']['id'] === $contact;
					break;
				case 'value':
					$min                 = $this->team->pick( 4000 );
					$params['value_min'] = "$min.50";
					$params['value_max'] = (string) ( $min + 1500 );
					$tests['value']      = static fn ( array $deal ): bool => $deal['cents'] >= $min * 100 + 50 && $deal['cents'] <= ( $min + 1500 ) * 100;
					break;
				case 'currency':
					$currency           = $this->team->one( self::CURRENCIES );
					$params['currency'] = strtolower( $currency );
					$tests['currency']  = static fn ( array $deal ): bool => $deal['currency'] === $currency;
					break;
				case 'close':
					$from                   = gmdate( 'Y-m-d', 1790000000 + $this->team->pick( 90 ) * 86400 );
					$until                  = gmdate( 'Y-m-d', strtotime( $from ) + 40 * 86400 );
					$params['close_after']  = $from;
					$params['close_before'] = $until;
					$tests['close']         = static fn ( array $deal ): bool => null !== $deal['close'] && $deal['close'] >= $from && $deal['close'] < $until;
					break;
				case 'search':
					$search           = $this->team->one( array( 'roof', 'ROOF rep', 'ana', 'blue', 'ruiz', 'chloe roof', 'anadolu', 'blue ltd', 'nobody', 'rui web', 'trading' ) );
					$params['search'] = $search;
					$tests['search']  = static fn ( array $deal ): bool => self::found( $deal, $search, $sees_contact( $deal['contact'] ) );
					break;
				case 'include':
					$include           = array( $this->team->one( $this->deals )['id'], $this->team->one( $this->deals )['id'], $this->team->one( $this->deals )['id'], 999999 );
					$params['include'] = implode( ',', $include );
					$tests['include']  = static fn ( array $deal ): bool => in_array( $deal['id'], $include, true );
					break;
				case 'exclude':
					$exclude           = array( $this->team->one( $this->deals )['id'], $this->team->one( $this->deals )['id'] );
					$params['exclude'] = implode( ',', $exclude );
					$tests['exclude']  = static fn ( array $deal ): bool => ! in_array( $deal['id'], $exclude, true );
					break;
				case 'trashed':
					$params['trashed'] = 'true';
					$tests['trashed']  = static fn ( array $deal ): bool => $deal['trashed'];
					break;
			}
		}
		return array( $params, array_values( $tests ) );
	}

	/**
	 * Whether each word of a search begins a word of the title, the contact's name or, if that may be viewed, its company.
	 *
	 * @param array<string, mixed> $deal An opportunity.
	 */
	private static function found( array $deal, string $search, bool $sees_contact ): bool {
		$text = implode( ' ', array( $deal['title'], $deal['contact']['name'], $sees_contact ? $deal['contact']['company'] : '' ) );
		$all  = preg_split( '/[^a-z0-9]+/', strtolower( remove_accents( $text ) ) );
		foreach ( preg_split( '/[^a-z0-9]+/', strtolower( $search ) ) as $word ) {
			if ( array() === array_filter( $all, static fn ( string $one ): bool => '' !== $one && str_starts_with( $one, $word ) ) ) {
				return false;
			}
		}
		return true;
	}
}
