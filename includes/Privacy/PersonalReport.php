<?php
/**
 * What is kept of a contact, for the person it is about.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Privacy;

use Steward\Contacts\Contact;
use Steward\Intake\SubmissionStore;
use Steward\Opportunities\OpportunityStore;
use Steward\Rest\People;

/**
 * The contact, its opportunities and what forms sent, as items of WordPress' export.
 */
final class PersonalReport {

	/** Submissions of one contact at most. */
	private const MOST = 1000;

	public function __construct( private readonly OpportunityStore $opportunities, private readonly SubmissionStore $submissions ) {
	}

	/**
	 * The items.
	 *
	 * @return list<array{group_id: string, group_label: string, item_id: string, data: list<array{name: string, value: string}>}>
	 */
	public function items( Contact $contact ): array {
		$items = array( self::item( 'contacts', __( 'Contacts', 'steward' ), $contact->id, self::of_contact( $contact ) ) );
		foreach ( $this->opportunities->find_all( $this->opportunities->ids_of_contact( $contact->id ) ) as $opportunity ) {
			$items[] = self::item(
				'opportunities',
				__( 'Opportunities', 'steward' ),
				$opportunity->id,
				array(
					__( 'Title', 'steward' )          => $opportunity->title,
					__( 'Value', 'steward' )          => "$opportunity->value $opportunity->currency",
					__( 'Status', 'steward' )         => $opportunity->status,
					__( 'Expected close', 'steward' ) => (string) $opportunity->expected_close,
					__( 'Created', 'steward' )        => $opportunity->created,
				)
			);
		}
		foreach ( $this->submissions->page( array( 'contact_id' => $contact->id ), 0, self::MOST ) as $submission ) {
			$items[] = self::item(
				'submissions',
				__( 'Form submissions', 'steward' ),
				$submission->id,
				array(
					__( 'Form', 'steward' )     => $submission->form,
					__( 'Received', 'steward' ) => $submission->created,
				) + array_map( self::text( ... ), $submission->fields )
			);
		}
		return $items;
	}

	/**
	 * @return array<string, string> Name => value.
	 */
	private static function of_contact( Contact $contact ): array {
		$labels = array(
			'name'          => __( 'Name', 'steward' ),
			'email'         => __( 'E-mail', 'steward' ),
			'phone'         => __( 'Phone', 'steward' ),
			'company'       => __( 'Company', 'steward' ),
			'title'         => __( 'Job title', 'steward' ),
			'website'       => __( 'Website', 'steward' ),
			'address_line1' => __( 'Address line 1', 'steward' ),
			'address_line2' => __( 'Address line 2', 'steward' ),
			'city'          => __( 'City', 'steward' ),
			'region'        => __( 'Region', 'steward' ),
			'postcode'      => __( 'Postcode', 'steward' ),
			'country'       => __( 'Country', 'steward' ),
			'source'        => __( 'Source', 'steward' ),
		);
		$fields = array();
		foreach ( $labels as $field => $label ) {
			$fields[ $label ] = $contact->text( $field );
		}
		return $fields + array(
			__( 'Tags', 'steward' )    => implode( ', ', $contact->tags ),
			__( 'Owner', 'steward' )   => null === $contact->contact_owner ? '' : People::one( $contact->contact_owner )['name'],
			__( 'Created', 'steward' ) => $contact->created,
		) + array_map( self::text( ... ), $contact->custom );
	}

	/**
	 * @param array<string, string> $fields Name => value; empty ones are left out.
	 * @return array{group_id: string, group_label: string, item_id: string, data: list<array{name: string, value: string}>}
	 */
	private static function item( string $group, string $label, int $id, array $fields ): array {
		$data = array();
		foreach ( array_filter( $fields, static fn ( string $value ): bool => '' !== $value ) as $name => $value ) {
			$data[] = compact( 'name', 'value' );
		}
		return array(
			'group_id'    => "steward-$group",
			'group_label' => "Steward: $label",
			'item_id'     => "steward-$group-$id",
			'data'        => $data,
		);
	}

	private static function text( mixed $value ): string {
		return is_scalar( $value ) ? (string) $value : ( null === $value ? '' : (string) wp_json_encode( $value ) );
	}
}
