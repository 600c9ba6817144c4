<?php
/**
 * The contacts that a filter means.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Contacts;

use Steward\Access\AccessPolicy;
use Steward\Access\Actor;
use Steward\Access\RecordType;
use Steward\Ownership\RecordsByFilter;

/**
 * In order of id, so that a filter which a change takes contacts out of loses none.
 */
final class ContactsByFilter implements RecordsByFilter {

	public function __construct( private readonly ContactFinder $finder ) {
	}

	/**
	 * {@inheritDoc}
	 */
	public function filter( array $params ): array {
		return ContactQueryReader::filter( $params );
	}

	/**
	 * {@inheritDoc}
	 */
	public function count( array $filter, Actor $actor ): int {
		return $this->finder->page( ContactQueryReader::read( $filter, $actor, 0, 1 ), AccessPolicy::view_scope( $actor, RecordType::Contact ) )['total'];
	}

	/**
	 * {@inheritDoc}
	 */
	public function ids_after( int $after_id, array $filter, Actor $actor, int $limit ): array {
		$query = ContactQueryReader::read(
			array(
				'orderby'  => 'id',
				'order'    => 'asc',
				'after_id' => $after_id,
			) + $filter,
			$actor,
			0,
			$limit
		);
		return $this->finder->ids( $query, AccessPolicy::view_scope( $actor, RecordType::Contact ) );
	}
}
