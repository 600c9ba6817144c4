<?php
/**
 * Contacts in WordPress' tools for personal data.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Privacy;

use Steward\Access\Actor;
use Steward\Activity\Cause;
use Steward\Contacts\Contacts;
use Steward\Contacts\ContactStore;
use Steward\Intake\SubmissionStore;

/**
 * Tools → Export Personal Data and Erase Personal Data: who has them may do this to anybody's data, so Steward acts for them, and
 * the log says so. Erasing takes with a contact all that is kept under it, as erasing it by hand does.
 */
final class PersonalData {

	private const ID = 'steward';

	/**
	 * @param \Closure(): ContactStore    $store       Contacts' rows.
	 * @param \Closure(): Contacts        $contacts    Use cases.
	 * @param \Closure(): SubmissionStore $submissions What forms sent.
	 * @param \Closure(): PersonalReport  $report      What is kept of a contact.
	 */
	public function __construct( private readonly \Closure $store, private readonly \Closure $contacts, private readonly \Closure $submissions, private readonly \Closure $report ) {
	}

	/**
	 * Attaches the hooks.
	 */
	public function boot(): void {
		add_filter( 'wp_privacy_personal_data_exporters', $this->add_exporter( ... ) );
		add_filter( 'wp_privacy_personal_data_erasers', $this->add_eraser( ... ) );
		add_action( 'admin_init', $this->suggest_policy( ... ) );
	}

	/**
	 * All that is kept of the person with an e-mail address.
	 *
	 * @return array{data: list<array<string, mixed>>, done: bool} As WordPress wants it.
	 */
	public function export( string $email ): array {
		$items = array();
		foreach ( ( $this->store )()->find_all( ( $this->store )()->ids_by_email( $email ) ) as $contact ) {
			array_push( $items, ...( $this->report )()->items( $contact ) );
		}
		array_push( $items, ...array_map( PersonalReport::submission( ... ), ( $this->submissions )()->without_contact( $email ) ) );
		return array(
			'data' => $items,
			'done' => true,
		);
	}

	/**
	 * Erases the contacts with an e-mail address, and what was sent with it that no contact came of.
	 *
	 * @return array{items_removed: bool, items_retained: bool, messages: list<string>, done: bool} As WordPress wants it.
	 */
	public function erase( string $email ): array {
		$erased = 0;
		foreach ( ( $this->store )()->ids_by_email( $email ) as $id ) {
			( $this->contacts )()->erase( $id, Actor::system(), Cause::named( 'privacy' ) );
			++$erased;
		}
		$sent = ( $this->submissions )()->without_contact( $email );
		foreach ( $sent as $submission ) {
			( $this->submissions )()->blank( $submission->id );
		}
		return array(
			'items_removed'  => $erased > 0 || array() !== $sent,
			'items_retained' => false,
			/* translators: %d: number of contacts. */
			'messages'       => 0 === $erased ? array() : array( sprintf( _n( 'Steward: %d contact was erased, with its opportunities, follow-ups, activity and what its forms sent.', 'Steward: %d contacts were erased, with their opportunities, follow-ups, activity and what their forms sent.', $erased, 'steward' ), $erased ) ),
			'done'           => true,
		);
	}

	/**
	 * @param array<string, array<string, mixed>> $exporters Those of WordPress and other plugins.
	 * @return array<string, array<string, mixed>>
	 */
	private function add_exporter( array $exporters ): array {
		$exporters[ self::ID ] = array(
			'exporter_friendly_name' => __( 'Steward contacts', 'steward' ),
			'callback'               => $this->export( ... ),
		);
		return $exporters;
	}

	/**
	 * @param array<string, array<string, mixed>> $erasers Those of WordPress and other plugins.
	 * @return array<string, array<string, mixed>>
	 */
	private function add_eraser( array $erasers ): array {
		$erasers[ self::ID ] = array(
			'eraser_friendly_name' => __( 'Steward contacts', 'steward' ),
			'callback'             => $this->erase( ... ),
		);
		return $erasers;
	}

	private function suggest_policy(): void {
		wp_add_privacy_policy_content(
			'Steward',
			'<p class="privacy-policy-tutorial">' . esc_html__( 'Steward keeps contacts: names, e-mail addresses, phone numbers, companies, postal addresses, and whatever a form that is connected to it sends. Say which of your forms are, and for how long you keep contacts.', 'steward' ) . '</p>' .
			'<p>' . esc_html__( 'When you send us a form, we keep what you entered so that a member of our team can get in touch with you. You can ask us to export or erase it.', 'steward' ) . '</p>'
		);
	}
}
