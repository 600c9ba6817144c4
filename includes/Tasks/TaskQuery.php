<?php
/**
 * What a list of tasks is asked for.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tasks;

use Steward\Access\OwnerFilter;

/**
 * Filters, order and page. It says what is wanted; what may be seen is the scope's to say.
 */
final class TaskQuery {

	/** Order => column. No task was ever added at another time than its id was given. */
	public const ORDERS = array(
		'due'      => 'due_gmt',
		'id'       => 'id',
		'created'  => 'id',
		'priority' => 'priority',
	);

	/**
	 * @param OwnerFilter|null $assignees     Who shall do them; null for whoever.
	 * @param string|null      $status        One of Task::STATUSES; null for both.
	 * @param string|null      $due_from      Due from here on, `Y-m-d H:i:s` UTC.
	 * @param string|null      $due_until     Due before, exclusive.
	 * @param bool             $until_now     Whether that is now: totals are kept for a minute, whatever the second.
	 * @param list<int>|null   $contacts      Only of these contacts and of their opportunities.
	 * @param list<int>|null   $opportunities Only of these opportunities.
	 * @param int|null         $priority      Place in Task::PRIORITIES.
	 * @param list<int>|null   $include_ids   Only these ids.
	 * @param list<int>        $exclude_ids   Not these ids.
	 * @param bool             $rests         Whether what is of records in the trash is listed, too: of one such record.
	 * @param string           $orderby       One of ORDERS.
	 * @param bool             $descending    Order's direction; no date is last in both.
	 * @param int              $offset        Rows to pass over.
	 * @param int              $limit         Rows at most.
	 */
	public function __construct(
		public readonly ?OwnerFilter $assignees = null,
		public readonly ?string $status = null,
		public readonly ?string $due_from = null,
		public readonly ?string $due_until = null,
		public readonly bool $until_now = false,
		public readonly ?array $contacts = null,
		public readonly ?array $opportunities = null,
		public readonly ?int $priority = null,
		public readonly ?array $include_ids = null,
		public readonly array $exclude_ids = array(),
		public readonly bool $rests = false,
		public readonly string $orderby = 'due',
		public readonly bool $descending = false,
		public readonly int $offset = 0,
		public readonly int $limit = 20,
	) {
	}

	/**
	 * A text that differs when the filters do, whatever the page and order: what caches must be keyed by.
	 */
	public function key(): string {
		return 'tasks' . wp_json_encode( array( $this->assignees, $this->status, $this->due_from, $this->until_now ? 'now' : $this->due_until, $this->contacts, $this->opportunities, $this->priority, $this->include_ids, $this->exclude_ids, $this->rests ) );
	}
}
