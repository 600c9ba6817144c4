<?php
/**
 * What is asked of the team's activity.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Activity;

/**
 * Filters and page, newest first always. It says what is wanted; what may be seen is ActivityScope's to say.
 */
final class ActivityQuery {

	/**
	 * @param string|null             $object_type    Only of this kind, such as `contact` or `role`.
	 * @param int|null                $object_id      Only of the record of that kind with this id.
	 * @param int|null                $actor          Only what this user did; 0 is Steward itself.
	 * @param list<string>            $actions        Only these; none is all.
	 * @param string|null             $cause          Only through this, one of Cause::KINDS.
	 * @param string|null             $created_after  From here on, `Y-m-d H:i:s` UTC.
	 * @param string|null             $created_before Until here, exclusive.
	 * @param array{string, int}|null $older_than     Only what comes after the row with this time and id: where an export goes on.
	 * @param int                     $offset         Rows to pass over.
	 * @param int                     $limit          Rows at most.
	 */
	public function __construct(
		public readonly ?string $object_type = null,
		public readonly ?int $object_id = null,
		public readonly ?int $actor = null,
		public readonly array $actions = array(),
		public readonly ?string $cause = null,
		public readonly ?string $created_after = null,
		public readonly ?string $created_before = null,
		public readonly ?array $older_than = null,
		public readonly int $offset = 0,
		public readonly int $limit = 20,
	) {
	}

	/**
	 * The same, going on after a row.
	 *
	 * @param array<string, string|null> $row A row of the activity table.
	 */
	public function after( array $row ): self {
		return new self( $this->object_type, $this->object_id, $this->actor, $this->actions, $this->cause, $this->created_after, $this->created_before, array( (string) $row['created_gmt'], (int) $row['id'] ), 0, $this->limit );
	}

	/**
	 * A text that differs when the filters do, whatever the page: what caches must be keyed by.
	 */
	public function key(): string {
		return (string) wp_json_encode( array( 'activity', $this->object_type, $this->object_id, $this->actor, $this->actions, $this->cause, $this->created_after, $this->created_before ) );
	}
}
