<?php
/**
 * What a list of members is asked for.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Members;

/**
 * Filters, order and page.
 */
final class MemberQuery {

	/**
	 * @param string    $search             Part of the name.
	 * @param list<int> $include_ids        Only these ids; none is all.
	 * @param string    $role               Only with this role.
	 * @param bool|null $only_assigned_data Only with, or without, Only Assigned Data.
	 * @param bool|null $away               Only who is away today, or who isn't.
	 * @param bool      $by_contacts        In order of contacts rather than of name.
	 * @param bool      $descending         Order's direction.
	 * @param int       $offset             Rows to pass over.
	 * @param int       $limit              Rows at most.
	 */
	public function __construct(
		public readonly string $search = '',
		public readonly array $include_ids = array(),
		public readonly string $role = '',
		public readonly ?bool $only_assigned_data = null,
		public readonly ?bool $away = null,
		public readonly bool $by_contacts = false,
		public readonly bool $descending = false,
		public readonly int $offset = 0,
		public readonly int $limit = 20,
	) {
	}
}
