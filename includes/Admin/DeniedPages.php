<?php
/**
 * Steward's pages, for somebody who may not open them.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Admin;

use Steward\Access\Reason;
use Steward\Access\ReasonText;

/**
 * WordPress only says that one may not: why, and what to do, is said here in the words of every other refusal.
 */
final class DeniedPages {

	/** Pages that need another permission than a view scope. */
	private const REASONS = array(
		AdminPages::MEMBERS  => Reason::MissingReports,
		AdminPages::ACCESS   => Reason::MissingReports,
		AdminPages::FORMS    => Reason::MissingManage,
		AdminPages::ROLES    => Reason::MissingManage,
		AdminPages::SETTINGS => Reason::MissingManage,
	);

	/**
	 * Attaches the hook.
	 */
	public function boot(): void {
		add_action( 'admin_page_access_denied', $this->explain( ... ) );
	}

	private function explain(): void {
		// phpcs:ignore WordPress.Security.NonceVerification -- which page was asked for changes nothing.
		$page = is_string( $_GET['page'] ?? null ) ? sanitize_key( $_GET['page'] ) : '';
		if ( AdminPages::CONTACTS !== $page && ! str_starts_with( $page, AdminPages::CONTACTS . '-' ) ) {
			return;
		}
		$reason = self::REASONS[ $page ] ?? Reason::NotAMember;
		wp_die(
			'<p>' . esc_html( ReasonText::message( $reason ) ) . '</p><p>' . esc_html( ReasonText::remedy( $reason ) ) . '</p>',
			esc_html__( 'You can\'t open this page', 'steward' ),
			array(
				'response'  => 403,
				'back_link' => true,
			)
		);
	}
}
