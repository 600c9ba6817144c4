<?php
/**
 * That parallel tests are parallel.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Races\Support;

use Steward\Tests\Support\ParallelTestCase;

final class HarnessTest extends ParallelTestCase {
	public function test_processes_answer_each_as_its_user(): void {
		$users    = array( $this->user( 'administrator' ), $this->user( 'administrator' ), $this->user( 'subscriber' ) );
		$requests = array();
		foreach ( $users as $number => $user ) {
			$requests[] = array(
				'user'   => $user->ID,
				'method' => 'POST',
				'route'  => '/steward/v1/contacts',
				'params' => array( 'email' => "race$number@example.org" ),
			);
		}
		$answers = $this->parallel( $requests );

		self::assertSame( array( 201, 201, 403 ), array_column( $answers, 'status' ) );
		self::assertSame( $users[1]->ID, $answers[1]['data']['contact_owner'] );
	}
}
