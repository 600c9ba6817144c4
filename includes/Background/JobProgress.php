<?php
/**
 * What a batch of a job has done.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Background;

/**
 * Where it came to, and how its rows went.
 */
final class JobProgress {

	/**
	 * @param int                        $position Where the next batch goes on.
	 * @param int                        $done     Rows done.
	 * @param list<array<string, mixed>> $refused  Rows refused: { id, code, message }.
	 * @param bool                       $is_last  Whether nothing is left.
	 */
	public function __construct(
		public readonly int $position,
		public readonly int $done,
		public readonly array $refused,
		public readonly bool $is_last,
	) {
	}
}
