<?php
/**
 * How one record is answered with.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Rest;

use Steward\Ownership\OwnedRecord;

/**
 * A kind's own controller shows its records; what changes their owner only asks it to.
 *
 * @template-contravariant T of OwnedRecord
 */
interface RecordResponse {

	/**
	 * Answers with the one record a use case gives; a stale version with the newer one.
	 *
	 * @param callable( int ): T $work The use case, given the id of the request.
	 */
	public function one( \WP_REST_Request $request, callable $work ): \WP_REST_Response|\WP_Error;

	/**
	 * The JSON schema of a record.
	 *
	 * @return array<string, mixed>
	 */
	public function get_public_item_schema(): array;
}
