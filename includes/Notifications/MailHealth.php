<?php
/**
 * Site Health's word on notifications' mail.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Notifications;

use Steward\Access\Capabilities;

/**
 * Says when mail fails, to whoever looks at Site Health.
 */
final class MailHealth {

	/**
	 * @param \Closure(): MailQueue $queue The mail.
	 */
	public function __construct( private readonly \Closure $queue ) {
	}

	/**
	 * Attaches the hook.
	 */
	public function boot(): void {
		add_filter( 'site_status_tests', $this->add( ... ) );
	}

	private function add( mixed $tests ): mixed {
		if ( is_array( $tests ) && is_array( $tests['direct'] ?? null ) ) {
			$tests['direct']['steward_mail'] = array(
				'label' => __( 'Steward\'s mail', 'steward' ),
				'test'  => $this->test( ... ),
			);
		}
		return $tests;
	}

	/**
	 * Site Health's test.
	 *
	 * @return array<string, mixed>
	 */
	public function test(): array {
		$counts = ( $this->queue )()->counts();
		$bad    = $counts['failed'] + $counts['retrying'];
		$link   = current_user_can( Capabilities::MANAGE ) ? sprintf( '<a href="%s">%s</a>', esc_url( admin_url( 'admin.php?page=steward-settings&tab=notifications' ) ), esc_html__( 'See what failed', 'steward' ) ) : '';
		return array(
			'label'       => 0 === $bad ? __( 'Steward\'s notifications reach the mail system', 'steward' ) : __( 'Steward can\'t send all of its notifications by mail', 'steward' ),
			'status'      => 0 === $bad ? 'good' : 'recommended',
			'badge'       => array(
				'label' => 'Steward',
				'color' => 'blue',
			),
			'description' => '<p>' . ( 0 === $bad
				? esc_html__( 'No mail has failed.', 'steward' )
				/* translators: 1: number of notifications that failed for good, 2: number that will be tried again */
				: esc_html( sprintf( __( 'Failed for good: %1$s. To be tried again: %2$s. Look at how this site sends mail, and send a test from Steward\'s settings.', 'steward' ), number_format_i18n( $counts['failed'] ), number_format_i18n( $counts['retrying'] ) ) ) ) . '</p>',
			'actions'     => 0 === $bad ? '' : $link,
			'test'        => 'steward_mail',
		);
	}
}
