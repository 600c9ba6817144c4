<?php
/**
 * What a list of contacts is asked for.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

use Steward\Access\OwnerFilter;

/**
 * Filters, order and page. It says what is wanted; what may be seen is the scope's to say.
 */
final class ContactQuery {

	/** Order => column; relevance has none. */
	public const ORDERS = array(
		'created'       => 'created_gmt',
		'modified'      => 'modified_gmt',
		'name'          => 'name',
		'email'         => 'email',
		'id'            => 'id',
		'contact_owner' => 'contact_owner',
	);

	public const RELEVANCE = 'relevance';

	/** Filters on one column each, which have a key of their own. */
	public const PLACES = array( 'source', 'country', 'region', 'city' );

	/**
	 * @param OwnerFilter|null      $owners         Owners asked for; null for all.
	 * @param int|null              $follower       Only what this user follows.
	 * @param list<string>          $tags           Any of these tags.
	 * @param list<string>          $tags_all       All of these tags.
	 * @param array<string, string> $places         PLACES => value.
	 * @param string|null           $created_after  From here on, `Y-m-d H:i:s` UTC.
	 * @param string|null           $created_before Until here, exclusive.
	 * @param string|null           $email          This e-mail address.
	 * @param string                $search         Words, or a phone number's digits.
	 * @param list<int>|null        $include_ids    Only these ids.
	 * @param list<int>             $exclude_ids    Not these ids.
	 * @param int                   $after_id       Only ids above it: where a job goes on.
	 * @param bool                  $trashed        The trash instead of the living.
	 * @param string                $orderby        One of ORDERS, or RELEVANCE.
	 * @param bool                  $descending     Order's direction; relevance is best first in any case.
	 * @param int                   $offset         Rows to pass over.
	 * @param int                   $limit          Rows at most.
	 */
	public function __construct(
		public readonly ?OwnerFilter $owners = null,
		public readonly ?int $follower = null,
		public readonly array $tags = array(),
		public readonly array $tags_all = array(),
		public readonly array $places = array(),
		public readonly ?string $created_after = null,
		public readonly ?string $created_before = null,
		public readonly ?string $email = null,
		public readonly string $search = '',
		public readonly ?array $include_ids = null,
		public readonly array $exclude_ids = array(),
		public readonly int $after_id = 0,
		public readonly bool $trashed = false,
		public readonly string $orderby = 'created',
		public readonly bool $descending = true,
		public readonly int $offset = 0,
		public readonly int $limit = 20,
	) {
	}

	/**
	 * A text that differs when the filters do, whatever the page and order: what caches must be keyed by.
	 */
	public function key(): string {
		return (string) wp_json_encode( array( $this->owners, $this->follower, $this->tags, $this->tags_all, $this->places, $this->created_after, $this->created_before, $this->email, $this->search, $this->include_ids, $this->exclude_ids, $this->after_id, $this->trashed ) );
	}
}
