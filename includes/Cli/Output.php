<?php
/**
 * What commands print.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Cli;

use Steward\Rest\Input;

/**
 * Lists and single items in WP-CLI's formats.
 */
final class Output {

	/**
	 * A list.
	 *
	 * @param list<array<string, mixed>> $items      Items.
	 * @param list<string>               $fields     Fields unless --fields says others.
	 * @param array<string, mixed>       $assoc_args Of the command: format, fields, field.
	 * @param string                     $id         The field that --format=ids prints.
	 */
	public static function items( array $items, array $fields, array $assoc_args, string $id = 'id' ): void {
		$format = Input::string( $assoc_args['format'] ?? 'table' );
		if ( 'ids' === $format ) {
			\WP_CLI::line( implode( ' ', array_map( static fn ( array $item ): string => Input::string( $item[ $id ] ?? '' ), $items ) ) );
			return;
		}
		if ( 'count' === $format ) {
			\WP_CLI::line( (string) count( $items ) );
			return;
		}
		if ( isset( $assoc_args['field'] ) ) {
			foreach ( $items as $item ) {
				\WP_CLI::line( self::cell( $item[ Input::string( $assoc_args['field'] ) ] ?? '' ) );
			}
			return;
		}
		$fields = isset( $assoc_args['fields'] ) ? Input::strings( $assoc_args['fields'] ) : $fields;
		$rows   = array();
		foreach ( $items as $item ) {
			$row = array();
			foreach ( $fields as $field ) {
				$value         = self::at( $item, $field );
				$row[ $field ] = 'json' === $format || 'yaml' === $format ? $value : self::cell( $value );
			}
			$rows[] = $row;
		}
		\WP_CLI\Utils\format_items( $format, $rows, $fields );
	}

	/**
	 * One item, a line a field.
	 *
	 * @param array<mixed>         $item       The item.
	 * @param array<string, mixed> $assoc_args Of the command: format, fields, field.
	 */
	public static function item( array $item, array $assoc_args ): void {
		if ( isset( $assoc_args['field'] ) ) {
			\WP_CLI::line( self::cell( self::at( $item, Input::string( $assoc_args['field'] ) ) ) );
			return;
		}
		$fields = isset( $assoc_args['fields'] ) ? Input::strings( $assoc_args['fields'] ) : array_map( 'strval', array_keys( $item ) );
		$format = Input::string( $assoc_args['format'] ?? 'table' );
		if ( 'json' === $format ) {
			$shown = array();
			foreach ( $fields as $field ) {
				$shown[ $field ] = self::at( $item, $field );
			}
			\WP_CLI::line( (string) wp_json_encode( $shown, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ) );
			return;
		}
		$rows = array();
		foreach ( $fields as $field ) {
			$rows[] = array(
				'Field' => $field,
				'Value' => self::cell( self::at( $item, $field ) ),
			);
		}
		\WP_CLI\Utils\format_items( $format, $rows, array( 'Field', 'Value' ) );
	}

	/**
	 * Does something to each, says how each went, and fails in the end where one failed.
	 *
	 * @param list<string>                              $ids  Ids.
	 * @param callable( string ): (array<mixed>|string) $work Does it; a text is what is wrong.
	 * @param string                                    $done What to say, with %d.
	 */
	public static function each( array $ids, callable $work, string $done ): void {
		$failed = 0;
		foreach ( $ids as $id ) {
			$answer = $work( $id );
			if ( is_string( $answer ) ) {
				++$failed;
				\WP_CLI::warning( "$id: $answer" );
			} else {
				\WP_CLI::log( sprintf( $done, (int) $id ) );
			}
		}
		if ( $failed > 0 ) {
			/* translators: 1: how many failed, 2: of how many */
			\WP_CLI::error( sprintf( __( '%1$d of %2$d failed.', 'steward' ), $failed, count( $ids ) ) );
		}
		/* translators: %d: how many */
		\WP_CLI::success( sprintf( __( 'Done: %d.', 'steward' ), count( $ids ) ) );
	}

	/**
	 * A field, or one within another: `contacts.view`.
	 *
	 * @param array<mixed> $item The item.
	 */
	private static function at( array $item, string $field ): mixed {
		$value = $item;
		foreach ( explode( '.', $field ) as $part ) {
			$value = is_array( $value ) ? $value[ $part ] ?? null : null;
		}
		return $value;
	}

	private static function cell( mixed $value ): string {
		if ( is_array( $value ) && array_is_list( $value ) && array() === array_filter( $value, 'is_array' ) ) {
			return implode( ', ', array_map( static fn ( $one ): string => Input::string( $one ), $value ) );
		}
		return match ( true ) {
			is_bool( $value )  => $value ? 'yes' : 'no',
			is_array( $value ) => (string) wp_json_encode( $value, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ),
			default            => Input::string( $value ),
		};
	}
}
