<?php
/**
 * What a user's roles give on one kind of record, before any record is looked at.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

/**
 * One row of the Role Manager's matrix, with Only Assigned Data and the setting about the pool of unassigned records applied.
 */
final class Permissions {

	public function __construct(
		public readonly Reach $view = Reach::None,
		public readonly Reach $update = Reach::None,
		public readonly bool $create = false,
		public readonly bool $reassign = false,
		public readonly bool $delete = false,
		public readonly bool $import = false,
		public readonly bool $export = false,
		public readonly bool $sees_unassigned = true,
	) {
	}

	/**
	 * Everything, as a super admin has.
	 */
	public static function all(): self {
		return new self( Reach::All, Reach::All, true, true, true, true, true );
	}

	/**
	 * Whether this makes a CRM member: any view scope but None.
	 */
	public function is_member(): bool {
		return Reach::None !== $this->view;
	}

	/**
	 * Whether somebody with these permissions may update a record of their own: what their followers inherit.
	 */
	public function updates_owned(): bool {
		return $this->is_member() && Reach::None !== $this->update;
	}

	/**
	 * The same, narrowed by Only Assigned Data.
	 */
	public function only_assigned(): self {
		return new self( $this->view->at_most_owned(), $this->update->at_most_owned(), $this->create, $this->reassign, $this->delete, $this->import, $this->export, $this->sees_unassigned );
	}
}
