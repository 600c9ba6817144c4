<?php
/**
 * Tests of a decision's steps.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Unit\Access;

use PHPUnit\Framework\TestCase;
use Steward\Access\AccessPolicy;
use Steward\Access\Rule;
use Steward\Access\Step;

/**
 * The explanation ends where the decision does, in every cell of the table.
 */
final class ExplainTest extends TestCase {

	public function test_every_explanation_ends_with_the_tables_answer(): void {
		foreach ( AccessTable::cells() as $cell => list( $verb, $permissions, $situation, $expected ) ) {
			$steps    = AccessPolicy::explain( AccessTable::actor( $permissions ), $verb, AccessTable::subject( $situation ) );
			$decision = AccessPolicy::decide( AccessTable::actor( $permissions ), $verb, AccessTable::subject( $situation ) );
			$last     = $steps[ count( $steps ) - 1 ];
			self::assertSame( $expected, $last->reason->value ?? 'yes', $cell );
			self::assertSame( $decision->reason, $last->reason, $cell );
			foreach ( array_slice( $steps, 0, -1 ) as $step ) {
				self::assertNull( $step->reason, "Only the last step refuses; $cell" );
			}
			$rules = array_map( static fn ( Step $step ): string => $step->rule->value, $steps );
			self::assertSame( $rules, array_unique( $rules ), "A rule is looked at once; $cell" );
			self::assertSame( Rule::Membership, $steps[0]->rule, $cell );
			if ( $decision->allowed ) {
				self::assertSame( Rule::Sight, $last->rule, "Nothing is allowed without sight; $cell" );
			}
		}
	}
}
