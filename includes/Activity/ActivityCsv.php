<?php
/**
 * Activity as CSV.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Activity;

/**
 * Writes items as TeamActivity gives them. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
 */
final class ActivityCsv {

	/** A byte order mark: without it Excel takes the text for Windows-1252. */
	private const BOM = "\xEF\xBB\xBF";

	/**
	 * @param resource $stream Where to write.
	 */
	public function __construct( private $stream ) {
	}

	/**
	 * The first line.
	 */
	public function head(): void {
		fwrite( $this->stream, self::BOM ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- a stream, not a file.
		$this->line(
			array(
				__( 'Time (UTC)', 'steward' ),
				__( 'Person', 'steward' ),
				__( 'Action', 'steward' ),
				__( 'Kind', 'steward' ),
				__( 'Number', 'steward' ),
				__( 'Name', 'steward' ),
				__( 'Through', 'steward' ),
				__( 'Detail', 'steward' ),
				__( 'Changes', 'steward' ),
			)
		);
	}

	/**
	 * A line an item.
	 *
	 * @param list<array<string, mixed>> $items Items.
	 */
	public function lines( array $items ): void {
		foreach ( $items as $item ) {
			$actor = is_array( $item['actor'] ) ? $item['actor'] : array( 'name' => __( 'Steward', 'steward' ) );
			$cause = is_array( $item['cause'] ) ? $item['cause'] : array();
			$this->line(
				array(
					self::text( $item['created_gmt'] ),
					self::text( $actor['name'] ),
					self::text( $item['action'] ),
					self::text( $item['object_type'] ),
					self::text( $item['object_id'] ),
					self::text( $item['label'] ),
					self::text( $cause['kind'] ?? '' ),
					self::text( $cause['detail'] ?? '' ),
					self::changes( (array) $item['changes'], (array) $item['names'] ),
				)
			);
		}
	}

	/**
	 * The last line of a list that could not be read to its end.
	 */
	public function cut(): void {
		$this->line( array( __( 'The database failed here: this list is not complete.', 'steward' ) ) );
	}

	/**
	 * What no spreadsheet takes for a formula: OWASP's characters, also behind blanks and quotes.
	 */
	public static function harmless( string $cell ): string {
		return preg_match( '/^[\s\'"]*[=+\-@\t\r]/', $cell ) ? "'" . $cell : $cell;
	}

	/**
	 * @param list<string> $cells Cells.
	 */
	private function line( array $cells ): void {
		fputcsv( $this->stream, array_map( array( self::class, 'harmless' ), $cells ), ',', '"', '' );
	}

	/**
	 * "country: Spain → France; note: Call her".
	 *
	 * @param array<mixed> $changes Field => { old, new }.
	 * @param array<mixed> $names   User id => name.
	 */
	private static function changes( array $changes, array $names ): string {
		$parts = array();
		foreach ( $changes as $field => $change ) {
			$change  = is_array( $change ) ? $change : array();
			$value   = static fn ( mixed $one ): string => is_int( $one ) && isset( $names[ $one ] ) ? self::text( $names[ $one ] ) : self::text( $one );
			$parts[] = "$field: " . $value( $change['old'] ?? null ) . ' → ' . $value( $change['new'] ?? null );
		}
		return implode( '; ', $parts );
	}

	private static function text( mixed $value ): string {
		return match ( true ) {
			is_bool( $value )   => $value ? '1' : '0',
			is_scalar( $value ) => (string) $value,
			null === $value     => '',
			default             => (string) wp_json_encode( $value, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ),
		};
	}
}
