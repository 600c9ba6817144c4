<?php
/**
 * Records as REST shows them to somebody.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Rest;

use Steward\Access\Actor;
use Steward\Ownership\OwnedRecord;

/**
 * Adds to a record what depends on the caller, `can` among it: each verb's value => whether they may.
 *
 * @template-contravariant T of OwnedRecord
 */
interface RecordPresenter {

	/**
	 * Records on a page. One that the actor may no longer view is left out.
	 *
	 * @param list<T> $records Records in the actor's view scope.
	 * @return list<array<string, mixed>>
	 */
	public function all( array $records, Actor $actor ): array;

	/**
	 * One record, with those whom sync could not make its followers.
	 *
	 * @param T $record The record.
	 * @return array<string, mixed>
	 */
	public function one( OwnedRecord $record, Actor $actor ): array;

	/**
	 * Links of a record to others.
	 *
	 * @param array<string, mixed> $data As one() gives it.
	 * @return array<string, array<string, mixed>>
	 */
	public function links( array $data ): array;
}
