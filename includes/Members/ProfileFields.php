<?php
/**
 * Steward's part of WordPress' own profile screens.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Members;

use Steward\Access\Capabilities;
use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Activity\Cause;
use Steward\Rest\Input;
use Steward\Rest\Refused;

/**
 * Only Assigned Data for those who manage Steward, to be read by oneself; out of office for oneself and for them.
 */
final class ProfileFields {

	private const NONCE = 'steward_member_nonce';

	/**
	 * @param \Closure(): MemberChanges $changes Stores what was entered.
	 */
	public function __construct( private readonly Gate $gate, private readonly MemberSettings $settings, private readonly \Closure $changes ) {
	}

	/**
	 * Attaches the hooks.
	 */
	public function boot(): void {
		foreach ( array( 'show_user_profile', 'edit_user_profile' ) as $hook ) {
			add_action( $hook, fn ( mixed $user ) => $user instanceof \WP_User ? $this->show( $user ) : null );
		}
		foreach ( array( 'personal_options_update', 'edit_user_profile_update' ) as $hook ) {
			add_action( $hook, fn ( mixed $user ) => $this->save( Input::int( $user ) ) );
		}
	}

	private function show( \WP_User $user ): void {
		$manages = current_user_can( Capabilities::MANAGE );
		$is_self = get_current_user_id() === $user->ID;
		if ( ! $manages && ( ! $is_self || ! $this->gate->may_own( $user->ID, RecordType::Contact ) ) ) {
			return;
		}
		$settings = $this->settings->of( $user->ID );
		wp_nonce_field( self::NONCE . $user->ID, self::NONCE, false );
		?>
		<h2><?php esc_html_e( 'Steward', 'steward' ); ?></h2>
		<table class="form-table" role="presentation">
			<tr>
				<th scope="row"><?php esc_html_e( 'Only Assigned Data', 'steward' ); ?></th>
				<td>
					<label for="steward-only-assigned-data">
						<input type="checkbox" id="steward-only-assigned-data" name="steward_only_assigned_data" value="1" <?php checked( $settings['only_assigned_data'] ); ?> <?php disabled( ! $manages ); ?> aria-describedby="steward-only-assigned-data-help">
						<?php esc_html_e( 'See and change only what is theirs', 'steward' ); ?>
					</label>
					<p class="description" id="steward-only-assigned-data-help"><?php esc_html_e( 'Whatever the role allows, this person reaches only contacts they own or follow, and unassigned ones unless the settings hide them.', 'steward' ); ?></p>
				</td>
			</tr>
			<tr>
				<th scope="row"><?php esc_html_e( 'Out of office', 'steward' ); ?></th>
				<td>
					<label for="steward-away-from"><?php esc_html_e( 'First day', 'steward' ); ?></label>
					<input type="date" id="steward-away-from" name="steward_away_from" value="<?php echo esc_attr( $settings['out_of_office']['from'] ?? '' ); ?>">
					<label for="steward-away-to"><?php esc_html_e( 'Last day', 'steward' ); ?></label>
					<input type="date" id="steward-away-to" name="steward_away_to" value="<?php echo esc_attr( $settings['out_of_office']['to'] ?? '' ); ?>">
					<p class="description"><?php esc_html_e( 'Shown to those who hand out contacts. Leave both empty when there is no absence to come.', 'steward' ); ?></p>
				</td>
			</tr>
		</table>
		<?php
	}

	private function save( int $user ): void {
		$nonce = Input::string( wp_unslash( $_POST[ self::NONCE ] ?? '' ) ); // phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- only compared.
		if ( ! current_user_can( 'edit_user', $user ) || ! wp_verify_nonce( $nonce, self::NONCE . $user ) ) {
			return;
		}
		$from  = sanitize_text_field( Input::string( wp_unslash( $_POST['steward_away_from'] ?? '' ) ) ); // phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- narrowed to a text first.
		$to    = sanitize_text_field( Input::string( wp_unslash( $_POST['steward_away_to'] ?? '' ) ) ); // phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- narrowed to a text first.
		$input = array( 'out_of_office' => '' === $from && '' === $to ? null : compact( 'from', 'to' ) );
		if ( current_user_can( Capabilities::MANAGE ) ) {
			$input['only_assigned_data'] = isset( $_POST['steward_only_assigned_data'] );
		}
		try {
			( $this->changes )()->change( $user, $input, $this->gate->current(), Cause::hand() );
		} catch ( Refused $refused ) {
			$data = $refused->error->get_error_data();
			$text = is_array( $data ) && is_array( $data['params'] ?? null ) ? implode( ' ', array_map( array( Input::class, 'string' ), $data['params'] ) ) : $refused->getMessage();
			add_action( 'user_profile_update_errors', static fn ( \WP_Error $errors ) => $errors->add( 'steward_member', esc_html( $text ) ) );
		}
	}
}
