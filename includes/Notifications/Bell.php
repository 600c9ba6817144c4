<?php
/**
 * The bell in the admin bar.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Notifications;

use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Admin\AdminPages;
use Steward\Database\DatabaseFailure;

/**
 * For CRM members only, in wp-admin and over the site: a link to their notifications with the number of unread ones, read
 * by one indexed query. The script makes of it a button that opens the latest; without it the link works.
 */
final class Bell {

	private const HANDLE = 'steward-bell';

	/**
	 * @param \Closure(): Gate              $gate  Who looks.
	 * @param \Closure(): NotificationStore $store Messages.
	 * @param \Closure(): Sight             $sight What may be viewed.
	 */
	public function __construct( private readonly \Closure $gate, private readonly \Closure $store, private readonly \Closure $sight ) {
	}

	/**
	 * Attaches the hooks.
	 */
	public function boot(): void {
		add_action( 'admin_bar_menu', $this->add( ... ), 5 );
		add_action( 'admin_enqueue_scripts', $this->enqueue( ... ) );
		add_action( 'wp_enqueue_scripts', $this->enqueue( ... ) );
		add_action( 'show_user_profile', $this->show_on_profile( ... ) );
	}

	private function is_shown(): bool {
		return is_admin_bar_showing() && $this->is_for_member();
	}

	private function is_for_member(): bool {
		return is_user_logged_in() && ( ! is_admin() || ! is_network_admin() ) && ( $this->gate )()->current()->permissions( RecordType::Contact )->is_member();
	}

	private function add( \WP_Admin_Bar $bar ): void {
		if ( ! $this->is_shown() ) {
			return;
		}
		$count = $this->count();
		/* translators: %s: a number */
		$label = 0 === $count ? __( 'Notifications: none unread', 'steward' ) : sprintf( _n( 'Notifications: %s unread', 'Notifications: %s unread', $count, 'steward' ), self::number( $count ) );
		$bar->add_node(
			array(
				'id'     => self::HANDLE,
				'parent' => 'top-secondary',
				'href'   => admin_url( 'admin.php?page=' . AdminPages::NOTIFICATIONS ),
				'title'  => sprintf(
					'<span class="ab-icon dashicons dashicons-bell" aria-hidden="true"></span><span class="steward-bell__count%s" aria-hidden="true">%s</span><span class="screen-reader-text">%s</span>',
					0 === $count ? ' is-none' : '',
					esc_html( 0 === $count ? '' : self::number( $count ) ),
					esc_html( $label )
				),
				'meta'   => array( 'class' => 'steward-bell' ),
			)
		);
	}

	private function enqueue(): void {
		$file = dirname( STEWARD_FILE ) . '/build/bell.asset.php';
		if ( ! $this->is_shown() || ! is_file( $file ) ) {
			return;
		}
		/** @var array{dependencies: list<non-empty-string>, version: string} $asset */
		$asset = require $file;
		wp_enqueue_script( self::HANDLE, plugins_url( 'build/bell.js', STEWARD_FILE ), $asset['dependencies'], $asset['version'], array( 'in_footer' => true ) );
		wp_set_script_translations( self::HANDLE, 'steward', dirname( STEWARD_FILE ) . '/languages' );
		wp_enqueue_style( self::HANDLE, plugins_url( 'build/bell.css', STEWARD_FILE ), array( 'admin-bar' ), $asset['version'] );
		wp_style_add_data( self::HANDLE, 'rtl', 'replace' );
	}

	/**
	 * A way from one's own profile to what one is told of.
	 */
	private function show_on_profile(): void {
		if ( ! $this->is_for_member() ) {
			return;
		}
		printf(
			'<h2>%s</h2><p><a href="%s">%s</a></p>',
			esc_html__( 'Steward notifications', 'steward' ),
			esc_url( admin_url( 'admin.php?page=' . AdminPages::NOTIFICATIONS . '&tab=preferences' ) ),
			esc_html__( 'Choose what you are told of, and how', 'steward' )
		);
	}

	private function count(): int {
		try {
			$actor = ( $this->gate )()->current();
			return ( $this->store )()->unread( $actor->id, ( $this->sight )()->condition( $actor ) );
		} catch ( DatabaseFailure ) {
			return 0; // The bell must not take a page with it.
		}
	}

	private static function number( int $count ): string {
		$most = NotificationStore::MAX_UNREAD - 1;
		return $count > $most ? number_format_i18n( $most ) . '+' : number_format_i18n( $count );
	}
}
