<?php
/**
 * Contact Form 7, in the shape of its stand-in.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Intake;

use Steward\Database\Clock;
use Steward\Intake\SubmissionStore;
use Steward\Plugin;

final class ContactForm7Test extends FormProviderTestCase {

	private const TEMPLATE = "<label> Your name [text* your-name] </label>\n<label> Your email [email* your-email] </label>\n<label> Phone [tel tel-7] </label>\n[textarea your-message]\n[checkbox interests \"Roof\" \"Wall\"]\n[quiz quiz-1 \"1+1?|2\"]\n[file your-file]\n[submit \"Send\"]";

	protected function setUp(): void {
		parent::setUp();
		require_once dirname( __DIR__, 3 ) . '/fixtures/plugins/contact-form-7/wp-contact-form-7.php';
		\WPCF7_ContactForm::register_post_type();
	}

	protected function provider(): string {
		return 'contact-form-7';
	}

	protected function make_form( string $title ): string {
		return $this->form( $title );
	}

	private function form( string $title, string $settings = '' ): string {
		$form = \WPCF7_ContactForm::get_template( array( 'title' => $title ) );
		$form->set_properties( array( 'form' => self::TEMPLATE, 'additional_settings' => $settings ) );
		return (string) $form->save();
	}

	protected function send( string $form, array $values, string $outcome = 'taken' ): bool {
		return in_array( $this->submit( $form, $values, 'spam' === $outcome )['status'], array( 'mail_sent', 'mail_failed' ), true );
	}

	/**
	 * @param array<string, string> $values name, email, phone, message.
	 * @return array<string, mixed>
	 */
	private function submit( string $form, array $values, bool $is_spam = false ): array {
		\WPCF7_Submission::forget();
		$_POST = wp_slash(
			array(
				'_wpcf7'       => $form,
				'your-name'    => $values['name'] ?? '',
				'your-email'   => $values['email'] ?? '',
				'tel-7'        => $values['phone'] ?? '',
				'your-message' => $values['message'] ?? '',
				'interests'    => array( 'Roof', 'Wall' ),
				'quiz-1'       => '2',
			)
		);
		$spam  = static fn (): bool => $is_spam;
		add_filter( 'wpcf7_spam', $spam );
		$result = wpcf7_contact_form( (int) $form )->submit();
		remove_filter( 'wpcf7_spam', $spam );
		\WPCF7_Submission::forget();
		return $result;
	}

	private function switch_form_on( string $form ): void {
		self::assertSame( 200, $this->as( 1 )->rest( 'PATCH', "/forms/contact-form-7/$form", array( 'enabled' => true ) )->get_status() );
		$this->as( 0 );
	}

	public function test_fields_have_labels_and_leave_out_files_and_quizzes(): void {
		$form   = $this->form( 'Quote' );
		$fields = $this->as( 1 )->rest( 'GET', "/forms/contact-form-7/$form" )->get_data()['fields'];
		self::assertSame( array( 'your-name', 'your-email', 'tel-7', 'your-message', 'interests' ), array_column( $fields, 'name' ) );
		self::assertSame( array( 'Your name', 'Your email', 'Phone', 'Your message', 'Interests' ), array_column( $fields, 'label' ) );
	}

	public function test_what_shows_another_field_is_none_and_labels_are_words(): void {
		$form = \WPCF7_ContactForm::get_template( array( 'title' => 'Odd' ) );
		$form->set_properties( array( 'form' => "<label>Full name (required) [text* first.name] [text last.name]</label>\n<label>Phone &amp; fax [tel* fax]</label>\n[email* your-email]\n[reflection your-email]\n[output fax]" ) );
		$odd    = (string) $form->save();
		$fields = $this->as( 1 )->rest( 'GET', "/forms/contact-form-7/$odd" )->get_data();
		self::assertSame( array( 'first_name', 'last_name', 'fax', 'your-email' ), array_column( $fields['fields'], 'name' ) );
		self::assertSame( array( 'text', 'text', 'tel', 'email' ), array_column( $fields['fields'], 'type' ) );
		self::assertSame( array( 'Full name (required)', 'Full name (required)', 'Phone & fax', 'Your email' ), array_column( $fields['fields'], 'label' ) );
		self::assertSame( 'your-email', ( (array) $fields['mapping'] )['email'] );
	}

	public function test_consent_to_storage_that_was_not_given_keeps_nothing(): void {
		$form = \WPCF7_ContactForm::get_template( array( 'title' => 'Consent' ) );
		$form->set_properties( array( 'form' => self::TEMPLATE . "\n[checkbox keep consent_for:storage \"Yes\"]" ) );
		$id = (string) $form->save();
		$this->switch_form_on( $id );
		$this->submit( $id, array( 'name' => 'Ana', 'email' => 'ana@example.org' ) );
		self::assertSame( array(), $this->rows( 'submissions' ) );
	}

	public function test_a_form_whose_fields_were_renamed_loses_nothing(): void {
		$form = $this->form( 'Quote' );
		$this->switch_form_on( $form );
		$changed = wpcf7_contact_form( (int) $form );
		$changed->set_properties( array( 'form' => '[text* who] [email* address] [quiz secret "1+1?|2"]' ) );
		$changed->save();
		\WPCF7_Submission::forget();
		$_POST = array( 'who' => 'Ana', 'address' => 'ana@example.org', 'secret' => '2' );
		wpcf7_contact_form( (int) $form )->submit();
		\WPCF7_Submission::forget();
		$log = $this->rows( 'submissions' );
		self::assertSame( array( 'failed' ), array_column( $log, 'result' ) );
		self::assertSame( array( 'who' => 'Ana', 'address' => 'ana@example.org' ), json_decode( (string) $log[0]['fields'], true ) );
		self::assertStringContainsString( 'settings', (string) $log[0]['message'] );
		self::assertCount( 1, ( new SubmissionStore( Plugin::instance()->db(), new Clock() ) )->without_contact( 'ANA@example.org' ) );
	}

	public function test_a_lead_whose_mail_failed_is_kept(): void {
		$form = $this->form( 'Quote' );
		$this->switch_form_on( $form );
		remove_all_filters( 'pre_wp_mail' );
		add_filter( 'pre_wp_mail', '__return_false' );
		self::assertSame( 'mail_failed', $this->submit( $form, array( 'name' => 'Ana', 'email' => 'ana@example.org' ) )['status'] );
		self::assertCount( 1, $this->rows( 'contacts' ) );
	}

	public function test_lists_of_values_become_text(): void {
		$form = $this->form( 'Quote' );
		$this->switch_form_on( $form );
		$this->submit( $form, array( 'name' => 'Ana', 'email' => 'ana@example.org' ) );
		self::assertSame( array( 'interests' => 'Roof, Wall' ), json_decode( (string) $this->rows( 'contacts' )[0]['custom'], true ) );
	}

	public function test_demo_mode_and_no_consent_to_storage_keep_nothing(): void {
		foreach ( array( 'demo_mode: on', 'do_not_store: true' ) as $settings ) {
			$form = $this->form( 'Quote', $settings );
			$this->switch_form_on( $form );
			self::assertSame( 'mail_sent', $this->submit( $form, array( 'name' => 'Ana', 'email' => 'ana@example.org' ) )['status'] );
		}
		self::assertSame( array(), $this->rows( 'contacts' ) );
		self::assertSame( array(), $this->rows( 'submissions' ) );
	}

	public function test_an_aborted_submission_keeps_nothing(): void {
		$form = $this->form( 'Quote' );
		$this->switch_form_on( $form );
		add_action(
			'wpcf7_before_send_mail',
			static function ( $form, &$abort ): void {
				$abort = true;
			},
			10,
			2
		);
		self::assertSame( 'aborted', $this->submit( $form, array( 'name' => 'Ana', 'email' => 'ana@example.org' ) )['status'] );
		self::assertSame( array(), $this->rows( 'submissions' ) );
	}

	public function test_the_page_holds_a_form_that_can_be_sent(): void {
		\WPCF7_Submission::forget();
		$html = wpcf7_contact_form_tag_func( array( 'id' => $this->form( 'Quote' ) ) );
		foreach ( array( 'name="your-name"', 'name="your-email"', 'type="email"', 'name="_wpcf7"', 'type="submit"', 'method="post"' ) as $part ) {
			self::assertStringContainsString( $part, $html );
		}
	}
}
