<?php
/**
 * What a kind of job does.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Background;

/**
 * A task works in batches. A batch and the progress it makes are one transaction: a process killed in the middle has done
 * nothing of it, and nothing is done twice.
 */
interface JobTask {

	/**
	 * Does the next rows.
	 *
	 * @param Job $job   As it is; its position says where to go on.
	 * @param int $limit Rows at most.
	 */
	public function batch( Job $job, int $limit ): JobProgress;
}
