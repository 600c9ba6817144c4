<?php
/**
 * `/settings`.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Settings;

use Steward\Access\Gate;
use Steward\Activity\ActivityStore;
use Steward\Database\OptionLock;
use Steward\Opportunities\SeparateOwners;
use Steward\Rest\Controller;
use Steward\Rest\Errors;

/**
 * Reads and changes the site's settings, for whoever manages Steward. Who changed what is in the activity log.
 */
final class SettingsController extends Controller {

	public function __construct( Gate $gate, private readonly ActivityStore $activity, private readonly OptionLock $options, private readonly SeparateOwners $separate_owners ) {
		parent::__construct( $gate );
	}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$this->route( '/settings', \WP_REST_Server::READABLE, $this->get( ... ), array(), array( $this, 'manager' ), SettingsSchema::get( ... ) );
		$this->route( '/settings', \WP_REST_Server::EDITABLE, $this->change( ... ), SettingsSchema::fields(), array( $this, 'manager' ), SettingsSchema::get( ... ) );
	}

	private function get(): \WP_REST_Response {
		return new \WP_REST_Response( Settings::all() );
	}

	private function change( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$unknown = array_diff_key( $this->body( $request ), Settings::all() );
		if ( array() !== $unknown ) {
			return Errors::unknown( $unknown, __( 'There is no such setting.', 'steward' ) );
		}
		/** @var array{erase_on_uninstall?: bool, owned_scope_sees_unassigned?: bool, separate_owners?: bool, sync_contact_follower?: bool, sync_opportunity_follower?: bool, notification_defaults?: array<string, string>} $changes */
		$changes = array_filter( array_intersect_key( $request->get_params(), Settings::all() ), static fn ( mixed $value ): bool => is_bool( $value ) || is_array( $value ) );
		return $this->answer(
			function () use ( $changes ): \WP_REST_Response {
				$this->options->run( Settings::OPTION, fn () => $this->store( $changes ) );
				$realigns = false === ( $changes['separate_owners'] ?? null ) ? $this->separate_owners->realign( $this->actor()->id ) : null;
				return new \WP_REST_Response( Settings::all() + array( 'job' => $realigns?->to_array() ) );
			}
		);
	}

	/**
	 * @param array{erase_on_uninstall?: bool, owned_scope_sees_unassigned?: bool, separate_owners?: bool, sync_contact_follower?: bool, sync_opportunity_follower?: bool, notification_defaults?: array<string, string>} $changes Name => value.
	 */
	private function store( array $changes ): void {
		$before = self::flat( Settings::all() );
		if ( isset( $changes['notification_defaults'] ) ) {
			$changes['notification_defaults'] += Settings::notification_defaults();
		}
		Settings::change( $changes );
		$log = array();
		foreach ( self::flat( Settings::all() ) as $name => $value ) {
			if ( $before[ $name ] !== $value ) {
				$log[ $name ] = array(
					'old' => $before[ $name ],
					'new' => $value,
				);
			}
		}
		if ( array() !== $log ) {
			$this->activity->add_site_change( ActivityStore::SETTINGS, '', 'updated', $this->actor(), $this->cause(), $log );
		}
	}

	/**
	 * Settings one by one, so that the log names what has changed.
	 *
	 * @param array<string, bool|array<string, string>> $settings As Settings::all().
	 * @return array<string, bool|string> Name => value; those of a group as `group.name`.
	 */
	private static function flat( array $settings ): array {
		$flat = array();
		foreach ( $settings as $name => $value ) {
			foreach ( is_array( $value ) ? $value : array( '' => $value ) as $of_group => $one ) {
				$flat[ '' === $of_group ? $name : "$name.$of_group" ] = $one;
			}
		}
		return $flat;
	}
}
