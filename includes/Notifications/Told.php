<?php
/**
 * A notification as its reader may see it now.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Notifications;

use Steward\Access\RecordType;

/**
 * Its sentence and the records in it that the reader may view at this moment; no other is named or counted.
 */
final class Told {

	/**
	 * @param Notification                                     $notification Stored.
	 * @param string                                           $text         The sentence.
	 * @param string                                           $url          Where it leads.
	 * @param int                                              $count        How many records the reader may view.
	 * @param list<array{id: int, label: string, url: string}> $objects      The first of them.
	 */
	public function __construct(
		public readonly Notification $notification,
		public readonly string $text,
		public readonly string $url,
		public readonly int $count,
		public readonly array $objects,
	) {
	}

	/**
	 * Where a record is shown.
	 */
	public static function url( RecordType $type, int $id ): string {
		return match ( $type ) {
			RecordType::Contact     => admin_url( "admin.php?page=steward&contact=$id" ),
			RecordType::Opportunity => admin_url( "admin.php?page=steward-opportunities&opportunity=$id" ),
		};
	}

	/**
	 * Where many records are shown: the list of the person's own.
	 */
	public static function list_url( RecordType $type ): string {
		return match ( $type ) {
			RecordType::Contact     => admin_url( 'admin.php?page=steward&tab=mine' ),
			RecordType::Opportunity => admin_url( 'admin.php?page=steward-opportunities' ),
		};
	}
}
