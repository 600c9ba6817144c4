<?php
/**
 * WordPress' mailer, but for long headers.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Notifications;

/**
 * PHPMailer encodes a header that is longer than a line, List-Unsubscribe too, which mail programs then can't read: an
 * address in angle brackets stays as it is.
 */
class Mailer extends \WP_PHPMailer {

	/**
	 * {@inheritDoc}
	 *
	 * @param string $str      The header's value.
	 * @param string $position What it is part of.
	 */
	// phpcs:ignore WordPress.NamingConventions.ValidFunctionName -- PHPMailer's own name.
	public function encodeHeader( $str, $position = 'text' ) {
		return 'text' === $position && 1 === preg_match( '/^<https?:[\x21-\x3B\x3D\x3F-\x7E]+>$/', $str ) ? $str : parent::encodeHeader( $str, $position );
	}
}
