<?php
/**
 * Several requests take the permission to manage Steward away at once.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Races\Roles;

use Steward\Access\Capabilities;
use Steward\Tests\Support\ParallelTestCase;

/**
 * Each would leave the other role as the last: one of them is refused. And no change of another role is lost meanwhile.
 */
final class LastManagerRaceTest extends ParallelTestCase {

	/** @var array<string, mixed> */
	private array $roles;

	protected function setUp(): void {
		parent::setUp();
		$this->roles = wp_roles()->roles;
	}

	protected function tearDown(): void {
		update_option( wp_roles()->role_key, $this->roles );
		wp_roles()->for_site();
		parent::tearDown();
	}

	public function test_one_role_keeps_it_and_no_other_change_is_lost(): void {
		get_role( 'editor' )->add_cap( Capabilities::MANAGE );
		$admin    = $this->user( 'administrator' );
		$editor   = $this->user( 'editor' );
		$change   = static fn ( int $user, string $role, array $cells ): array => array(
			'user'   => $user,
			'method' => 'PATCH',
			'route'  => "/steward/v1/roles/$role",
			'params' => $cells,
		);
		$flags    = array( 'create', 'reassign', 'delete', 'import', 'export' );
		$requests = array(
			$change( $admin->ID, 'administrator', array( 'manage' => false ) ),
			$change( $editor->ID, 'editor', array( 'manage' => false ) ),
		);
		foreach ( $flags as $flag ) {
			$requests[] = $change( $admin->ID, 'subscriber', array( 'contacts' => array( $flag => true ) ) );
		}
		$answers = $this->parallel( $requests );
		wp_cache_flush();
		wp_roles()->for_site();

		$managing = array_filter( array( 'administrator', 'editor' ), static fn ( string $role ): bool => get_role( $role )->has_cap( Capabilities::MANAGE ) );
		self::assertCount( 1, $managing );
		$statuses = array_column( array_slice( $answers, 0, 2 ), 'status' );
		sort( $statuses );
		self::assertSame( array( 200, 409 ), $statuses );
		foreach ( $flags as $number => $flag ) {
			// Whoever lost the permission meanwhile is refused; what was answered with success is stored.
			$status = $answers[ $number + 2 ]['status'];
			self::assertContains( $status, array( 200, 403 ) );
			self::assertSame( 200 === $status, get_role( 'subscriber' )->has_cap( "steward_{$flag}_contacts" ), $flag );
		}
	}
}
