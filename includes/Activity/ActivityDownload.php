<?php
/**
 * The team's activity as a file.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Activity;

use Steward\Access\Gate;
use Steward\Access\Reason;
use Steward\Access\ReasonText;
use Steward\Access\RecordType;
use Steward\Database\DatabaseFailure;
use Steward\Rest\Refused;

/**
 * Streams the list as it is filtered, page by page, so that its length costs no memory. For members who may export.
 */
final class ActivityDownload {

	public const ACTION = 'steward_activity_csv';

	private const PAGE = 500;

	public function __construct( private readonly Gate $gate, private readonly TeamActivity $activity ) {
	}

	/**
	 * `admin-post.php?action=steward_activity_csv&_wpnonce=…` with the list's parameters.
	 */
	public function answer(): void {
		check_admin_referer( self::ACTION );
		$actor = $this->gate->current();
		if ( ! $this->may_export() ) {
			wp_die( esc_html( ReasonText::message( Reason::MissingExport ) . ' ' . ReasonText::remedy( Reason::MissingExport ) ), '', array( 'response' => 403 ) );
		}
		try {
			// `action` is WordPress' own here: what the list calls so comes as `what`.
			$query = ActivityQueryReader::read( array( 'action' => wp_unslash( $_GET['what'] ?? '' ) ) + wp_unslash( $_GET ), $actor, 0, self::PAGE ); // phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- the reader validates.
		} catch ( Refused $refused ) {
			wp_die( esc_html( $refused->getMessage() ), '', array( 'response' => 400 ) );
		}
		nocache_headers();
		header( 'Content-Type: text/csv; charset=utf-8' );
		header( 'Content-Disposition: attachment; filename="activity-' . gmdate( 'Y-m-d' ) . '.csv"' );
		header( 'X-Content-Type-Options: nosniff' );
		while ( ob_get_level() > 0 ) {
			ob_end_clean();
		}
		$stream = fopen( 'php://output', 'w' ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- a stream, not a file.
		if ( false !== $stream ) {
			$this->write( $stream, $query );
		}
		exit;
	}

	/**
	 * Whether the signed-in user may export what they see.
	 */
	public function may_export(): bool {
		$permissions = $this->gate->current()->permissions( RecordType::Contact );
		return $permissions->is_member() && $permissions->export;
	}

	/**
	 * Writes all of it.
	 *
	 * @param resource $stream Where to.
	 */
	public function write( $stream, ActivityQuery $query ): void {
		$csv = new ActivityCsv( $stream );
		$csv->head();
		try {
			foreach ( $this->activity->pages( $query, $this->gate->current() ) as $items ) {
				$csv->lines( $items );
				fflush( $stream );
				if ( connection_aborted() ) {
					return;
				}
				set_time_limit( 60 ); // phpcs:ignore Squiz.PHP.DiscouragedFunctions -- per page: the list may be long, a page isn't.
			}
		} catch ( DatabaseFailure ) {
			// The headers are sent: a cut file must say so itself.
			$csv->cut();
		}
	}
}
