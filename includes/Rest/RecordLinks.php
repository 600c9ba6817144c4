<?php
/**
 * Links of records.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Rest;

use Steward\Access\RecordType;

/**
 * The links that every record has. The methods allowed are the decisions, so that WordPress need not ask again for each row.
 */
final class RecordLinks {

	private const PATH = '__path__';

	/** @var array<int, string> Site => an address within the namespace, with PATH in it. */
	private static array $patterns = array();

	/**
	 * To the record itself and to its list.
	 *
	 * @param array<string, mixed> $data A record as RecordPresenter::one() gives it.
	 * @return array<string, array<string, mixed>>
	 */
	public static function of( RecordType $type, array $data ): array {
		/** @var array<string, bool> $can */
		$can   = $data['can'];
		$allow = array( 'GET' );
		if ( $can['update'] ?? false ) {
			array_push( $allow, 'POST', 'PUT', 'PATCH' );
		}
		if ( $can['delete'] ?? false ) {
			$allow[] = 'DELETE';
		}
		return array(
			'self'       => array(
				'href'        => self::to( $type, Input::int( $data['id'] ) ),
				'targetHints' => array( 'allow' => $allow ),
			),
			'collection' => array( 'href' => self::url( $type->plural() ) ),
		);
	}

	/**
	 * To what there is beneath the record.
	 *
	 * @param array<string, mixed> $data A record as RecordPresenter::one() gives it.
	 * @param string               ...$names Such as followers.
	 * @return array<string, array<string, mixed>>
	 */
	public static function beneath( RecordType $type, array $data, string ...$names ): array {
		$links = array();
		foreach ( $names as $name ) {
			$links[ $name ] = array( 'href' => self::to( $type, Input::int( $data['id'] ), $name ) );
		}
		return $links;
	}

	/**
	 * A record's address, or that of something beneath it.
	 */
	public static function to( RecordType $type, int $id, string $beneath = '' ): string {
		return self::url( $type->plural() . "/$id" . ( '' === $beneath ? '' : "/$beneath" ) );
	}

	/**
	 * The address of a path within the namespace. WordPress takes long to make one, and a page of a list has hundreds.
	 */
	public static function url( string $path ): string {
		self::$patterns[ get_current_blog_id() ] ??= rest_url( Controller::NAMESPACE . '/' . self::PATH );
		return str_replace( self::PATH, $path, self::$patterns[ get_current_blog_id() ] );
	}
}
