<?php
/**
 * A contact: a person the team deals with.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

use Steward\Access\RecordType;
use Steward\Database\Clock;
use Steward\Ownership\OwnedRecord;

/**
 * An immutable snapshot of a stored contact, with its tags and followers.
 */
final class Contact implements OwnedRecord {

	/** Text fields whose column has the same name; address parts are stored as they are called here. */
	public const TEXT_FIELDS = array( 'first_name', 'last_name', 'email', 'phone', 'company', 'title', 'website', 'address_line1', 'address_line2', 'city', 'region', 'postcode', 'country', 'source', 'source_id' );

	/**
	 * @param int                                       $id             Id.
	 * @param array<string, string>                     $texts          TEXT_FIELDS and `name`.
	 * @param int|null                                  $contact_owner  Owner's user id; null is unassigned.
	 * @param string                                    $owner_since    When the owner, or having none, began: `Y-m-d H:i:s` UTC.
	 * @param string                                    $owner_cause    How that came about, such as `claim`.
	 * @param bool                                      $trashed        Whether it is in the trash.
	 * @param int                                       $follower_count Number of followers.
	 * @param int                                       $version        Grows by one with every change.
	 * @param string                                    $created        `Y-m-d H:i:s` UTC.
	 * @param string                                    $modified       `Y-m-d H:i:s` UTC.
	 * @param array<string, string|int|float|bool|null> $custom         Further fields.
	 * @param list<string>                              $tags           Tags, in order of name.
	 * @param list<int>                                 $followers      Followers' user ids, in the order they came.
	 */
	public function __construct(
		public readonly int $id,
		private readonly array $texts,
		public readonly ?int $contact_owner,
		public readonly string $owner_since,
		public readonly string $owner_cause,
		public readonly bool $trashed,
		public readonly int $follower_count,
		public readonly int $version,
		public readonly string $created,
		public readonly string $modified,
		public readonly array $custom,
		public readonly array $tags,
		public readonly array $followers,
	) {
	}

	/**
	 * A contact from its row.
	 *
	 * @param array<string, string|null> $row       A row of the contacts table.
	 * @param list<string>               $tags      Its tags.
	 * @param list<int>                  $followers Its followers.
	 */
	public static function from_row( array $row, array $tags, array $followers ): self {
		$texts = array( 'name' => (string) $row['name'] );
		foreach ( self::TEXT_FIELDS as $field ) {
			$texts[ $field ] = (string) $row[ $field ];
		}
		/** @var mixed $custom */
		$custom = json_decode( (string) $row['custom'], true );
		/** @var array<string, string|int|float|bool|null> $custom */
		$custom = is_array( $custom ) ? $custom : array();
		return new self(
			(int) $row['id'],
			$texts,
			isset( $row['contact_owner'] ) ? (int) $row['contact_owner'] : null,
			(string) $row['owner_since_gmt'],
			(string) $row['owner_cause'],
			(bool) $row['trashed'],
			(int) $row['follower_count'],
			(int) $row['version'],
			(string) $row['created_gmt'],
			(string) $row['modified_gmt'],
			$custom,
			$tags,
			$followers,
		);
	}

	/**
	 * {@inheritDoc}
	 */
	public function type(): RecordType {
		return RecordType::Contact;
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
		return $this->contact_owner;
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
	 * A text field's value.
	 *
	 * @param string $field One of TEXT_FIELDS, or `name`.
	 */
	public function text( string $field ): string {
		return $this->texts[ $field ] ?? '';
	}

	/**
	 * What to call the contact: name, else e-mail, company or phone.
	 */
	public function label(): string {
		foreach ( array( 'name', 'email', 'company', 'phone' ) as $field ) {
			if ( '' !== $this->text( $field ) ) {
				return $this->text( $field );
			}
		}
		return sprintf( '#%d', $this->id );
	}

	/**
	 * Everything about the contact itself, as REST names it, without what depends on who asks.
	 *
	 * @return array<string, mixed>
	 */
	public function to_array(): array {
		return array(
			'id'              => $this->id,
			'first_name'      => $this->text( 'first_name' ),
			'last_name'       => $this->text( 'last_name' ),
			'name'            => $this->text( 'name' ),
			'email'           => $this->text( 'email' ),
			'phone'           => $this->text( 'phone' ),
			'company'         => $this->text( 'company' ),
			'title'           => $this->text( 'title' ),
			'website'         => $this->text( 'website' ),
			'address'         => array(
				'line1'    => $this->text( 'address_line1' ),
				'line2'    => $this->text( 'address_line2' ),
				'city'     => $this->text( 'city' ),
				'region'   => $this->text( 'region' ),
				'postcode' => $this->text( 'postcode' ),
				'country'  => $this->text( 'country' ),
			),
			'tags'            => $this->tags,
			'contact_owner'   => $this->contact_owner,
			'owner_since_gmt' => Clock::iso( $this->owner_since ),
			'owner_cause'     => $this->owner_cause,
			'followers'       => $this->followers,
			'source'          => $this->text( 'source' ),
			'source_id'       => $this->text( 'source_id' ),
			'created_gmt'     => Clock::iso( $this->created ),
			'modified_gmt'    => Clock::iso( $this->modified ),
			'version'         => $this->version,
			'status'          => $this->trashed ? 'trash' : 'active',
			'custom'          => $this->custom,
		);
	}
}
