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
		$list = rest_url( Controller::NAMESPACE . '/' . $type->plural() );
		return array(
			'self'       => array(
				'href'        => self::to( $type, Input::int( $data['id'] ) ),
				'targetHints' => array( 'allow' => $allow ),
			),
			'collection' => array( 'href' => $list ),
		);
	}

	/**
	 * A record's address.
	 */
	public static function to( RecordType $type, int $id ): string {
		return rest_url( Controller::NAMESPACE . '/' . $type->plural() . "/$id" );
	}
}
