<?php
/**
 * Something that was asked for and can't be done.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Rest;

/**
 * Thrown by use cases, so that a transaction rolls back; the edges answer with the error it carries.
 */
final class Refused extends \RuntimeException {

	public function __construct( public readonly \WP_Error $error ) {
		parent::__construct( $error->get_error_message() );
	}

	/**
	 * What a list of results says of a refused row: of fields what is wrong with them, as no form stands beside it.
	 *
	 * @return array{id: int, code: string, message: string}
	 */
	public function of_row( int $id ): array {
		$code   = (string) $this->error->get_error_code();
		$data   = $this->error->get_error_data();
		$params = 'rest_invalid_param' === $code && is_array( $data ) ? Input::strings( $data['params'] ?? array() ) : array();
		return array(
			'id'      => $id,
			'code'    => $code,
			'message' => array() === $params ? $this->getMessage() : implode( ' ', $params ),
		);
	}
}
