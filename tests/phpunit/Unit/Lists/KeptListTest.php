<?php
/**
 * Tests of lists as they are kept.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Unit\Lists;

use PHPUnit\Framework\TestCase;
use Steward\Lists\KeptList;

/**
 * Pages are cut out of what was packed.
 */
final class KeptListTest extends TestCase {

	public function test_pages_are_cut_out(): void {
		$ids  = array( 7, 3, 1000000, 281474976710655, 12, 99 );
		$kept = KeptList::from( KeptList::of( $ids, 41 )->to_array() );
		self::assertNotNull( $kept );
		self::assertSame( 41, $kept->mark );
		self::assertSame( 6, $kept->count() );
		self::assertSame( $ids, $kept->slice( 0, 100 ) );
		self::assertSame( array( 1000000, 281474976710655 ), $kept->slice( 2, 2 ) );
		self::assertSame( array( 99 ), $kept->slice( 5, 20 ) );
		self::assertSame( array(), $kept->slice( 6, 20 ) );
		self::assertSame( array(), KeptList::of( array(), 0 )->slice( 0, 20 ) );
	}

	public function test_what_is_stored_must_be_a_list(): void {
		self::assertNull( KeptList::from( false ) );
		self::assertNull( KeptList::from( array( 'ids' => array( 1 ) ) ) );
	}
}
