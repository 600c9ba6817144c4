<?php
/**
 * A task: what somebody means to do, mostly about a contact or an opportunity. On screen it is a follow-up.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tasks;

use Steward\Access\RecordType;
use Steward\Database\Clock;

/**
 * An immutable snapshot of a stored task.
 */
final class Task {

	public const OPEN = 'open';
	public const DONE = 'done';

	public const STATUSES = array( self::OPEN, self::DONE );

	/** Place => what REST says; the place is what is stored, so that an order by it is one of urgency. */
	public const PRIORITIES = array( 'low', 'normal', 'high' );

	/** What is stored where there is no date: so that a key has those last. */
	public const NEVER = '9999-12-31 23:59:59';

	/**
	 * @param int         $id             Id.
	 * @param int|null    $contact_id     Whose it is; the opportunity's contact where there is an opportunity.
	 * @param int|null    $opportunity_id Its opportunity, if it is of one.
	 * @param string      $title          What is to be done.
	 * @param string|null $due            `Y-m-d H:i:s` UTC.
	 * @param int|null    $assignee       Who shall do it; null is nobody's yet.
	 * @param string      $priority       One of PRIORITIES.
	 * @param string      $status         One of STATUSES.
	 * @param string|null $done           When it was done: `Y-m-d H:i:s` UTC.
	 * @param int|null    $created_by     Who added it; null is Steward itself.
	 * @param bool        $trashed        Whether its record is in the trash.
	 * @param int         $version        Grows by one with every change.
	 * @param string      $created        `Y-m-d H:i:s` UTC.
	 * @param string      $modified       `Y-m-d H:i:s` UTC.
	 */
	public function __construct(
		public readonly int $id,
		public readonly ?int $contact_id,
		public readonly ?int $opportunity_id,
		public readonly string $title,
		public readonly ?string $due,
		public readonly ?int $assignee,
		public readonly string $priority,
		public readonly string $status,
		public readonly ?string $done,
		public readonly ?int $created_by,
		public readonly bool $trashed,
		public readonly int $version,
		public readonly string $created,
		public readonly string $modified,
	) {
	}

	/**
	 * A task from its row.
	 *
	 * @param array<string, string|null> $row A row of the tasks table.
	 */
	public static function from_row( array $row ): self {
		$number = static fn ( string $column ): ?int => isset( $row[ $column ] ) ? (int) $row[ $column ] : null;
		return new self(
			(int) $row['id'],
			$number( 'contact_id' ),
			$number( 'opportunity_id' ),
			(string) $row['title'],
			self::NEVER === $row['due_gmt'] ? null : (string) $row['due_gmt'],
			$number( 'assignee' ),
			self::PRIORITIES[ (int) $row['priority'] ] ?? 'normal',
			(string) $row['status'],
			$row['done_gmt'] ?? null,
			$number( 'created_by' ),
			(bool) $row['trashed'],
			(int) $row['version'],
			(string) $row['created_gmt'],
			(string) $row['modified_gmt'],
		);
	}

	/**
	 * The kind of record that decides who may see it; null for a task of no record.
	 */
	public function parent_type(): ?RecordType {
		return match ( true ) {
			null !== $this->opportunity_id => RecordType::Opportunity,
			null !== $this->contact_id     => RecordType::Contact,
			default                        => null,
		};
	}

	/**
	 * That record's id; 0 for a task of no record.
	 */
	public function parent_id(): int {
		return $this->opportunity_id ?? $this->contact_id ?? 0;
	}

	/**
	 * Whether it should have been done by now.
	 *
	 * @param string $now `Y-m-d H:i:s` UTC.
	 */
	public function is_overdue( string $now ): bool {
		return self::OPEN === $this->status && null !== $this->due && $this->due < $now;
	}

	/**
	 * Everything about the task itself, as REST names it, without what depends on who asks.
	 *
	 * @param string $now `Y-m-d H:i:s` UTC.
	 * @return array<string, mixed>
	 */
	public function to_array( string $now ): array {
		return array(
			'id'           => $this->id,
			'title'        => $this->title,
			'due_gmt'      => null === $this->due ? null : Clock::iso( $this->due ),
			'assignee'     => $this->assignee,
			'contact'      => $this->contact_id,
			'opportunity'  => $this->opportunity_id,
			'priority'     => $this->priority,
			'status'       => $this->status,
			'version'      => $this->version,
			'overdue'      => $this->is_overdue( $now ),
			'done_gmt'     => null === $this->done ? null : Clock::iso( $this->done ),
			'created_gmt'  => Clock::iso( $this->created ),
			'modified_gmt' => Clock::iso( $this->modified ),
			'created_by'   => $this->created_by,
		);
	}
}
