<?php
/**
 * What a client sends, made into what is stored.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tasks;

use Steward\Contacts\ContactInput;
use Steward\Rest\Input;

/**
 * The one validation of a task's fields. Every error names its field and what to do; a value is never cut or emptied in silence.
 * Null is what was not given; of what can be null, `given` says whether it was.
 */
final class TaskInput {

	public const MAX_TITLE = 200;

	/** Dates before this are slips of the pen. */
	private const EARLIEST = '1970-01-01 00:00:00';

	/** @var string|null Title. */
	public ?string $title = null;

	/** @var string|null `Y-m-d H:i:s` UTC. */
	public ?string $due = null;

	/** @var int|null Who shall do it. */
	public ?int $assignee = null;

	/** @var int|null The contact's id. */
	public ?int $contact = null;

	/** @var int|null The opportunity's id. */
	public ?int $opportunity = null;

	/** @var string|null One of Task::PRIORITIES. */
	public ?string $priority = null;

	/** @var string|null One of Task::STATUSES. */
	public ?string $status = null;

	/** @var int|null The version the client has read. */
	public ?int $version = null;

	/** @var array<string, true> Fields that were given, be it null. */
	private array $given = array();

	/** @var array<string, string> Field => what is wrong with it. */
	public array $errors = array();

	/**
	 * Reads fields as REST names them; unknown ones are errors, read-only ones are passed over.
	 *
	 * @param array<mixed> $raw Field => value.
	 */
	public static function read( array $raw ): self {
		$input = new self();
		foreach ( $raw as $field => $value ) {
			$input->given[ (string) $field ] = true;
			$input->read_field( (string) $field, $value );
		}
		return $input;
	}

	/**
	 * Whether a field was given, be it null.
	 */
	public function has( string $field ): bool {
		return isset( $this->given[ $field ] );
	}

	/**
	 * Whether nothing was given.
	 */
	public function is_empty(): bool {
		return array() === $this->given;
	}

	private function read_field( string $field, mixed $value ): void {
		match ( true ) {
			'title' === $field   => $this->read_title( $value ),
			'due_gmt' === $field => $this->read_due( $value ),
			'priority' === $field, 'status' === $field => $this->read_choice( $field, $value ),
			in_array( $field, array( 'assignee', 'contact', 'opportunity' ), true ) => $this->read_id( $field, $value ),
			'version' === $field => $this->read_version( $value ),
			in_array( $field, TaskSchema::READ_ONLY, true ) => null,
			default              => $this->errors[ $field ] = __( 'There is no such field. Leave it out.', 'steward' ),
		};
	}

	private function read_title( mixed $value ): void {
		$text = is_string( $value ) || is_int( $value ) ? ContactInput::clean( (string) $value ) : null;
		if ( null === $text ) {
			$this->errors['title'] = __( 'This must be a text in UTF-8.', 'steward' );
		} elseif ( 1 !== preg_match( '/[^\s\p{C}]/u', $text ) ) {
			$this->errors['title'] = self::no_title();
		} elseif ( mb_strlen( $text ) > self::MAX_TITLE ) {
			/* translators: 1: number of characters allowed, 2: number of characters given */
			$this->errors['title'] = sprintf( __( 'This may have at most %1$d characters; it has %2$d.', 'steward' ), self::MAX_TITLE, mb_strlen( $text ) );
		} else {
			$this->title = $text;
		}
	}

	/**
	 * What is wrong where there is no title.
	 */
	public static function no_title(): string {
		return __( 'Say what is to be done.', 'steward' );
	}

	private function read_due( mixed $value ): void {
		$time = is_string( $value ) ? Input::time( $value ) : null;
		if ( null !== $time && 1 === preg_match( '/^\s*\d{4}-\d\d-\d\d\s*$/', $value ) ) {
			// A day without a time is until its end, in the site's time zone.
			$time = ( new \DateTimeImmutable( trim( $value ) . ' 23:59:00', wp_timezone() ) )->setTimezone( new \DateTimeZone( 'UTC' ) )->format( 'Y-m-d H:i:s' );
		}
		if ( null !== $time && $time >= self::EARLIEST && $time < Task::NEVER ) {
			$this->due = $time;
		} elseif ( null !== $value && '' !== $value ) {
			$this->errors['due_gmt'] = __( 'Give a time such as 2026-01-31T12:00:00Z, or a day such as 2026-01-31, before the year 9999; null for no date.', 'steward' );
		}
	}

	private function read_choice( string $field, mixed $value ): void {
		if ( ! is_string( $value ) || ! in_array( $value, 'status' === $field ? Task::STATUSES : Task::PRIORITIES, true ) ) {
			$this->errors[ $field ] = 'status' === $field ? __( 'This must be open or done.', 'steward' ) : __( 'This must be low, normal or high.', 'steward' );
		} elseif ( 'status' === $field ) {
			$this->status = $value;
		} else {
			$this->priority = $value;
		}
	}

	private function read_id( string $field, mixed $value ): void {
		$id = self::number( $value );
		if ( null === $id && null !== $value ) {
			$this->errors[ $field ] = match ( $field ) {
				'assignee' => __( 'This must be a user\'s id, or null for nobody yet.', 'steward' ),
				'contact'  => __( 'This must be a contact\'s id, or null for none.', 'steward' ),
				default    => __( 'This must be an opportunity\'s id, or null for none.', 'steward' ),
			};
			return;
		}
		match ( $field ) {
			'assignee' => $this->assignee    = $id,
			'contact'  => $this->contact     = $id,
			default    => $this->opportunity = $id,
		};
	}

	private function read_version( mixed $value ): void {
		$this->version = self::number( $value );
		if ( null === $this->version ) {
			$this->errors['version'] = __( 'This must be the version number that was read.', 'steward' );
		}
	}

	private static function number( mixed $value ): ?int {
		return ( is_int( $value ) || is_string( $value ) ) && preg_match( '/^[1-9]\d{0,17}$/', (string) $value ) ? (int) $value : null;
	}
}
