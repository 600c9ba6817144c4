<?php
/**
 * Steward's pages in wp-admin.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Admin;

use Steward\Access\AccessPolicy;
use Steward\Access\Actor;
use Steward\Access\Capabilities;
use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Activity\ActivityDownload;
use Steward\Contacts\Countries;
use Steward\Ownership\Followers;
use Steward\Rest\People;
use Steward\Settings\Settings;

/**
 * The menu, the element the application mounts on, and what it needs to know before its first request.
 */
final class AdminPages {

	public const CONTACTS      = 'steward';
	public const OPPORTUNITIES = 'steward-opportunities';
	public const TASKS         = 'steward-tasks';
	public const FORECAST      = 'steward-forecast';
	public const MEMBERS       = 'steward-members';
	public const ACTIVITY      = 'steward-activity';
	public const ACCESS        = 'steward-access';
	public const FORMS         = 'steward-forms';
	public const ROLES         = 'steward-roles';
	public const SETTINGS      = 'steward-settings';

	public const NOTIFICATIONS = 'steward-notifications';

	private const UNDO_SECONDS = 10;

	/** @var array<string, string> Page's hook suffix => screen. */
	private array $screens = array();

	public function __construct( private readonly Gate $gate ) {
	}

	/**
	 * Attaches the hooks.
	 */
	public function boot(): void {
		add_action( 'admin_menu', $this->add_pages( ... ) );
		add_action( 'admin_enqueue_scripts', $this->enqueue( ... ) );
	}

	private function add_pages(): void {
		$view = Capabilities::of( 'view', RecordType::Contact );
		// Without a callback of its own: its first submenu has the same page, which would be rendered twice.
		add_menu_page( __( 'Contacts', 'steward' ), __( 'Steward', 'steward' ), $view, self::CONTACTS, '', 'dashicons-id-alt', 26 );
		$this->add( __( 'Contacts', 'steward' ), $view, self::CONTACTS, 'contacts' );
		$this->add( __( 'Opportunities', 'steward' ), Capabilities::of( 'view', RecordType::Opportunity ), self::OPPORTUNITIES, 'opportunities' );
		$this->add( __( 'Follow-ups', 'steward' ), $view, self::TASKS, 'tasks' );
		$this->add( __( 'Forecast', 'steward' ), Capabilities::of( 'view', RecordType::Opportunity ), self::FORECAST, 'forecast' );
		$this->add( __( 'Members', 'steward' ), current_user_can( Capabilities::MANAGE ) ? Capabilities::MANAGE : Capabilities::VIEW_REPORTS, self::MEMBERS, 'members' );
		$this->add( __( 'Activity', 'steward' ), $view, self::ACTIVITY, 'activity' );
		$this->add( __( 'Access check', 'steward' ), current_user_can( Capabilities::MANAGE ) ? Capabilities::MANAGE : Capabilities::VIEW_REPORTS, self::ACCESS, 'access' );
		$this->add( __( 'Notifications', 'steward' ), $view, self::NOTIFICATIONS, 'notifications' );
		$this->add( __( 'Forms', 'steward' ), Capabilities::MANAGE, self::FORMS, 'forms' );
		$this->add( __( 'Role Manager', 'steward' ), Capabilities::MANAGE, self::ROLES, 'roles' );
		$this->add( __( 'Settings', 'steward' ), Capabilities::MANAGE, self::SETTINGS, 'settings' );
	}

	private function add( string $title, string $capability, string $slug, string $screen ): void {
		$hook = add_submenu_page( self::CONTACTS, $title, $title, $capability, $slug, $this->render( ... ) );
		if ( is_string( $hook ) ) {
			$this->screens[ $hook ] = $screen;
		}
	}

	private function render(): void {
		$screen = $this->screens[ (string) current_filter() ] ?? 'contacts';
		printf(
			'<div id="steward-root" class="steward-app" data-screen="%s"><noscript><div class="notice notice-error"><p>%s</p></div></noscript></div>',
			esc_attr( $screen ),
			esc_html__( 'Steward needs JavaScript.', 'steward' )
		);
	}

	private function enqueue( string $hook ): void {
		if ( ! isset( $this->screens[ $hook ] ) ) {
			return;
		}
		$build = dirname( STEWARD_FILE ) . '/build/admin.asset.php';
		if ( ! is_file( $build ) ) {
			add_action( 'admin_notices', $this->warn_not_built( ... ) );
			return;
		}
		/** @var array{dependencies: list<non-empty-string>, version: string} $asset */
		$asset = require $build;
		wp_enqueue_script( 'steward-admin', plugins_url( 'build/admin.js', STEWARD_FILE ), $asset['dependencies'], $asset['version'], array( 'in_footer' => true ) );
		wp_set_script_translations( 'steward-admin', 'steward', dirname( STEWARD_FILE ) . '/languages' );
		wp_add_inline_script( 'steward-admin', 'window.stewardBoot = ' . wp_json_encode( $this->boot_data(), JSON_HEX_TAG | JSON_UNESCAPED_SLASHES ) . ';', 'before' );
		wp_enqueue_style( 'steward-admin', plugins_url( 'build/admin.css', STEWARD_FILE ), array( 'wp-components' ), $asset['version'] );
		wp_style_add_data( 'steward-admin', 'rtl', 'replace' );
	}

	private function warn_not_built(): void {
		wp_admin_notice( __( 'Steward\'s screens are not built yet. Run npm run build in the plugin\'s folder.', 'steward' ), array( 'type' => 'error' ) );
	}

	/**
	 * @return array<string, mixed>
	 */
	private function boot_data(): array {
		$user  = wp_get_current_user();
		$actor = $this->gate->current();
		return array(
			'user'          => array(
				'id'        => $user->ID,
				'name'      => $user->display_name,
				'avatarUrl' => People::avatar( $user ),
			),
			'can'           => self::can( $actor, RecordType::Contact ) + array(
				'reports' => current_user_can( Capabilities::VIEW_REPORTS ),
				'manage'  => current_user_can( Capabilities::MANAGE ),
			),
			'opportunities' => array(
				'can'            => self::can( $actor, RecordType::Opportunity ),
				'separateOwners' => Settings::separate_owners(),
			),
			'adminUrl'      => admin_url(),
			'pageUrl'       => 'admin.php?page=' . self::CONTACTS,
			'restUrl'       => rest_url(),
			'countries'     => Countries::codes(),
			'limits'        => array(
				'followers'   => Followers::LIMIT,
				'undoSeconds' => self::UNDO_SECONDS,
			),
			'onboarding'    => current_user_can( Capabilities::MANAGE ),
			'pluginVersion' => STEWARD_VERSION,
			'activityCsv'   => $actor->permissions( RecordType::Contact )->is_member() && $actor->permissions( RecordType::Contact )->export ? wp_create_nonce( ActivityDownload::ACTION ) : '',
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function can( Actor $actor, RecordType $type ): array {
		$permissions = $actor->permissions( $type );
		$scope       = AccessPolicy::view_scope( $actor, $type );
		return array(
			'view'       => $permissions->view->value,
			'unassigned' => $scope->everything || $scope->unassigned,
			'update'     => $permissions->update->value,
			'create'     => $permissions->create,
			'reassign'   => $permissions->reassign,
			'delete'     => $permissions->delete,
			'import'     => $permissions->import,
			'export'     => $permissions->export,
		);
	}
}
