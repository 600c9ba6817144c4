<?php
/**
 * The opportunities that a filter means.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Opportunities;

use Steward\Access\AccessPolicy;
use Steward\Access\Actor;
use Steward\Access\RecordType;
use Steward\Ownership\RecordsByFilter;

/**
 * In order of id, so that a filter which a change takes opportunities out of loses none.
 */
final class OpportunitiesByFilter implements RecordsByFilter {

	public function __construct( private readonly OpportunityFinder $finder, private readonly OpportunityQueryReader $reader ) {
	}

	/**
	 * {@inheritDoc}
	 */
	public function filter( array $params ): array {
		return OpportunityQueryReader::filter( $params );
	}

	/**
	 * {@inheritDoc}
	 */
	public function count( array $filter, Actor $actor ): int {
		return $this->finder->page( $this->reader->read( $filter, $actor, 0, 1 ), AccessPolicy::view_scope( $actor, RecordType::Opportunity ) )['total'];
	}

	/**
	 * {@inheritDoc}
	 */
	public function ids_after( int $after_id, array $filter, Actor $actor, int $limit ): array {
		$query = $this->reader->read(
			array(
				'orderby'  => 'id',
				'order'    => 'asc',
				'after_id' => $after_id,
			) + $filter,
			$actor,
			0,
			$limit
		);
		return $this->finder->ids( $query, AccessPolicy::view_scope( $actor, RecordType::Opportunity ) );
	}
}
