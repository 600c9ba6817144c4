<?php
/**
 * Work that outlives a request.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Background;

use Steward\Database\Clock;

/**
 * An immutable snapshot of a stored job.
 */
final class Job {

	public const QUEUED    = 'queued';
	public const RUNNING   = 'running';
	public const DONE      = 'done';
	public const FAILED    = 'failed';
	public const CANCELLED = 'cancelled';

	public const STATES = array( self::QUEUED, self::RUNNING, self::DONE, self::FAILED, self::CANCELLED );

	/**
	 * @param int                        $id       Id.
	 * @param string                     $kind     Which task it is for.
	 * @param string                     $state    One of the constants.
	 * @param int                        $actor    Who asked for it: their access counts, looked up anew for each row.
	 * @param array<string, mixed>       $params   What the task needs.
	 * @param int                        $position How far it came: the task's own measure.
	 * @param int                        $total    Rows there were when it was asked for.
	 * @param int                        $done     Rows done.
	 * @param int                        $failed   Rows refused.
	 * @param list<array<string, mixed>> $errors   The first refusals: { id, code, message }.
	 * @param string                     $created  When it was asked for, `Y-m-d H:i:s` UTC.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $kind,
		public readonly string $state,
		public readonly int $actor,
		public readonly array $params,
		public readonly int $position,
		public readonly int $total,
		public readonly int $done,
		public readonly int $failed,
		public readonly array $errors,
		public readonly string $created,
	) {
	}

	/**
	 * A job from its row.
	 *
	 * @param array<string, string|null> $row A row of the jobs table.
	 */
	public static function from_row( array $row ): self {
		/** @var mixed $params */
		$params = json_decode( (string) $row['params'], true );
		/** @var array<string, mixed> $params */
		$params = is_array( $params ) ? $params : array();
		/** @var mixed $errors */
		$errors = json_decode( (string) $row['errors'], true );
		/** @var list<array<string, mixed>> $errors */
		$errors = is_array( $errors ) ? $errors : array();
		return new self( (int) $row['id'], (string) $row['kind'], (string) $row['state'], (int) $row['actor'], $params, (int) $row['position'], (int) $row['total'], (int) $row['done'], (int) $row['failed'], $errors, (string) $row['created_gmt'] );
	}

	/**
	 * Whether nothing more will happen.
	 */
	public function is_over(): bool {
		return in_array( $this->state, array( self::DONE, self::FAILED, self::CANCELLED ), true );
	}

	/**
	 * As REST shows it.
	 *
	 * @return array<string, mixed>
	 */
	public function to_array(): array {
		return array(
			'id'          => $this->id,
			'kind'        => $this->kind,
			'state'       => $this->state,
			'actor'       => $this->actor,
			'total'       => max( $this->total, $this->done + $this->failed ),
			'done'        => $this->done,
			'failed'      => $this->failed,
			'errors'      => $this->errors,
			'created_gmt' => Clock::iso( $this->created ),
		);
	}
}
