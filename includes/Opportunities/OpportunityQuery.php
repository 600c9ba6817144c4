<?php
/**
 * What a list of opportunities is asked for.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\OwnerFilter;
use Steward\Access\Scope;

/**
 * Filters, order and page. It says what is wanted; what may be seen is the scope's to say.
 */
final class OpportunityQuery {

	/** Order => column; relevance has none. */
	public const ORDERS = array(
		'created'        => 'created_gmt',
		'modified'       => 'modified_gmt',
		'title'          => 'title',
		'value'          => 'value',
		'expected_close' => 'expected_close',
		'id'             => 'id',
		'owner'          => 'owner',
	);

	public const RELEVANCE = 'relevance';

	/**
	 * @param OwnerFilter|null $owners       Owners asked for; null for all.
	 * @param int|null         $follower     Only what this user follows.
	 * @param list<int>|null   $stages       Any of these stages; a pipeline or a status is all of its stages.
	 * @param int|null         $contact      Only this contact's.
	 * @param string|null      $value_min    From this amount on, whatever the currency.
	 * @param string|null      $value_max    Up to this amount.
	 * @param string|null      $currency     In this currency.
	 * @param string|null      $close_after  Expected on that day or later, `Y-m-d`.
	 * @param string|null      $close_before Expected before that day.
	 * @param string           $search       Words of the title, or of the contact's name or company.
	 * @param Scope|null       $contacts     The contacts whose company may be searched; null for all.
	 * @param list<int>|null   $include_ids  Only these ids.
	 * @param list<int>        $exclude_ids  Not these ids.
	 * @param int              $after_id     Only ids above it: where a job goes on.
	 * @param bool             $trashed      The trash instead of the living.
	 * @param string           $orderby      One of ORDERS, or RELEVANCE.
	 * @param bool             $descending   Order's direction; relevance is best first in any case.
	 * @param int              $offset       Rows to pass over.
	 * @param int              $limit        Rows at most.
	 */
	public function __construct(
		public readonly ?OwnerFilter $owners = null,
		public readonly ?int $follower = null,
		public readonly ?array $stages = null,
		public readonly ?int $contact = null,
		public readonly ?string $value_min = null,
		public readonly ?string $value_max = null,
		public readonly ?string $currency = null,
		public readonly ?string $close_after = null,
		public readonly ?string $close_before = null,
		public readonly string $search = '',
		public readonly ?Scope $contacts = null,
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
	 * The same filters within stages, the newest change first: a column of a board.
	 *
	 * @param list<int> $stages Stages; those the filters leave out stay out.
	 */
	public function in_stages( array $stages, int $limit ): self {
		$stages = null === $this->stages ? $stages : array_values( array_intersect( $stages, $this->stages ) );
		return new self( $this->owners, $this->follower, $stages, $this->contact, $this->value_min, $this->value_max, $this->currency, $this->close_after, $this->close_before, $this->search, $this->contacts, $this->include_ids, $this->exclude_ids, 0, $this->trashed, 'modified', true, 0, $limit );
	}

	/**
	 * A text that differs when the filters do, whatever the page and order: what caches must be keyed by.
	 */
	public function key(): string {
		return 'opportunities' . wp_json_encode( array( $this->owners, $this->follower, $this->stages, $this->contact, $this->value_min, $this->value_max, $this->currency, $this->close_after, $this->close_before, $this->search, '' === $this->search ? null : $this->contacts?->key(), $this->include_ids, $this->exclude_ids, $this->after_id, $this->trashed ) );
	}
}
