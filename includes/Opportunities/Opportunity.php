<?php
/**
 * An opportunity: a deal of one contact in a pipeline's stage.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\RecordType;
use Steward\Database\Clock;
use Steward\Ownership\OwnedRecord;

/**
 * An immutable snapshot of a stored opportunity with its followers.
 */
final class Opportunity implements OwnedRecord {

	/**
	 * @param int         $id             Id.
	 * @param int         $contact_id     Whose deal it is.
	 * @param int         $pipeline_id    The stage's pipeline.
	 * @param int         $stage_id       Stage.
	 * @param string      $title          Title.
	 * @param string      $value          Exact decimal number, with as many decimals as are stored.
	 * @param string      $currency       ISO 4217 code.
	 * @param string      $status         The stage's outcome: open, won or lost.
	 * @param int|null    $owner          Owner's user id; null is unassigned.
	 * @param string      $owner_since    When the owner, or having none, began: `Y-m-d H:i:s` UTC.
	 * @param string      $owner_cause    How that came about, such as `claim`.
	 * @param string|null $expected_close `Y-m-d`.
	 * @param string|null $closed         When it was won or lost: `Y-m-d H:i:s` UTC.
	 * @param bool        $trashed        Whether it is in the trash.
	 * @param int         $follower_count Number of followers.
	 * @param int         $version        Grows by one with every change.
	 * @param string      $created        `Y-m-d H:i:s` UTC.
	 * @param string      $modified       `Y-m-d H:i:s` UTC.
	 * @param list<int>   $followers      Followers' user ids, in the order they came.
	 */
	public function __construct(
		public readonly int $id,
		public readonly int $contact_id,
		public readonly int $pipeline_id,
		public readonly int $stage_id,
		public readonly string $title,
		public readonly string $value,
		public readonly string $currency,
		public readonly string $status,
		public readonly ?int $owner,
		public readonly string $owner_since,
		public readonly string $owner_cause,
		public readonly ?string $expected_close,
		public readonly ?string $closed,
		public readonly bool $trashed,
		public readonly int $follower_count,
		public readonly int $version,
		public readonly string $created,
		public readonly string $modified,
		public readonly array $followers,
	) {
	}

	/**
	 * An opportunity from its row.
	 *
	 * @param array<string, string|null> $row       A row of the opportunities table.
	 * @param list<int>                  $followers Its followers.
	 */
	public static function from_row( array $row, array $followers ): self {
		return new self(
			(int) $row['id'],
			(int) $row['contact_id'],
			(int) $row['pipeline_id'],
			(int) $row['stage_id'],
			(string) $row['title'],
			Money::exact( (string) $row['value'], (string) $row['currency'] ),
			(string) $row['currency'],
			(string) $row['status'],
			isset( $row['owner'] ) ? (int) $row['owner'] : null,
			(string) $row['owner_since_gmt'],
			(string) $row['owner_cause'],
			isset( $row['expected_close'] ) ? substr( $row['expected_close'], 0, 10 ) : null,
			$row['closed_gmt'] ?? null,
			(bool) $row['trashed'],
			(int) $row['follower_count'],
			(int) $row['version'],
			(string) $row['created_gmt'],
			(string) $row['modified_gmt'],
			$followers,
		);
	}

	/**
	 * {@inheritDoc}
	 */
	public function type(): RecordType {
		return RecordType::Opportunity;
	}

	/**
	 * {@inheritDoc}
	 */
	public function id(): int {
		return $this->id;
	}

	/**
	 * {@inheritDoc}
	 */
	public function owner(): ?int {
		return $this->owner;
	}

	/**
	 * {@inheritDoc}
	 */
	public function owner_since(): string {
		return $this->owner_since;
	}

	/**
	 * {@inheritDoc}
	 */
	public function owner_cause(): string {
		return $this->owner_cause;
	}

	/**
	 * {@inheritDoc}
	 */
	public function followers(): array {
		return $this->followers;
	}

	/**
	 * {@inheritDoc}
	 */
	public function is_trashed(): bool {
		return $this->trashed;
	}

	/**
	 * {@inheritDoc}
	 */
	public function label(): string {
		return $this->title;
	}

	/**
	 * Everything about the opportunity itself, as REST names it, without what depends on who asks.
	 *
	 * @return array<string, mixed>
	 */
	public function to_array(): array {
		return array(
			'id'              => $this->id,
			'contact'         => $this->contact_id,
			'pipeline'        => $this->pipeline_id,
			'stage'           => $this->stage_id,
			'title'           => $this->title,
			'value'           => $this->value,
			'currency'        => $this->currency,
			'status'          => $this->status,
			'owner'           => $this->owner,
			'owner_since_gmt' => Clock::iso( $this->owner_since ),
			'owner_cause'     => $this->owner_cause,
			'followers'       => $this->followers,
			'expected_close'  => $this->expected_close,
			'closed_gmt'      => null === $this->closed ? null : Clock::iso( $this->closed ),
			'created_gmt'     => Clock::iso( $this->created ),
			'modified_gmt'    => Clock::iso( $this->modified ),
			'version'         => $this->version,
			'trashed'         => $this->trashed,
		);
	}
}
