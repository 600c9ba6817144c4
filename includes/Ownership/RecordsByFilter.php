<?php
/**
 * What a list's filter means to a bulk change.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Ownership;

use Steward\Access\Actor;
use Steward\Rest\Refused;

/**
 * The records of one kind that match a list's parameters, within what the actor may view.
 */
interface RecordsByFilter {

	/**
	 * The parameters that filter, checked; order and page are none.
	 *
	 * @param array<mixed> $params As the client sent them.
	 * @return array<string, mixed>
	 * @throws Refused When one is wrong or unknown.
	 */
	public function filter( array $params ): array;

	/**
	 * How many there are.
	 *
	 * @param array<string, mixed> $filter As filter() gives it.
	 */
	public function count( array $filter, Actor $actor ): int;

	/**
	 * The next ones in order of id.
	 *
	 * @param array<string, mixed> $filter As filter() gives it.
	 * @return list<int>
	 */
	public function ids_after( int $after_id, array $filter, Actor $actor, int $limit ): array;
}
