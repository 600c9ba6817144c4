<?php
/**
 * What is kept of a contact, for the person it is about.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Privacy;

use Steward\Access\RecordType;
use Steward\Activity\ActivityStore;
use Steward\Contacts\Contact;
use Steward\Intake\Submission;
use Steward\Intake\SubmissionStore;
use Steward\Opportunities\OpportunityStore;
use Steward\Rest\People;
use Steward\Tasks\TaskStore;

/**
 * The contact, its opportunities and follow-ups, what forms sent and how it changed, as items of WordPress' export.
 */
final class PersonalReport {

	/** Rows that are read at once. */
	private const BATCH = 500;

	public function __construct( private readonly OpportunityStore $opportunities, private readonly TaskStore $tasks, private readonly SubmissionStore $submissions, private readonly ActivityStore $activity ) {
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
		foreach ( $this->tasks->find_all( $this->tasks->ids_of_contact( $contact->id ) ) as $task ) {
			$items[] = self::item(
				'tasks',
				__( 'Follow-ups', 'steward' ),
				$task->id,
				array(
					__( 'Title', 'steward' )   => $task->title,
					__( 'Due', 'steward' )     => (string) $task->due,
					__( 'Status', 'steward' )  => $task->status,
					__( 'Created', 'steward' ) => $task->created,
				)
			);
		}
		$offset = 0;
		do {
			$sent    = $this->submissions->page( array( 'contact_id' => $contact->id ), $offset, self::BATCH );
			$changes = $this->activity->page( RecordType::Contact, $contact->id, $offset, self::BATCH );
			$offset += self::BATCH;
			array_push( $items, ...array_map( self::submission( ... ), $sent ), ...array_map( self::change( ... ), $changes ) );
			$more = isset( $sent[ self::BATCH - 1 ] ) || isset( $changes[ self::BATCH - 1 ] );
		} while ( $more );
		return $items;
	}

	/**
	 * What a form sent.
	 *
	 * @return array{group_id: string, group_label: string, item_id: string, data: list<array{name: string, value: string}>}
	 */
	public static function submission( Submission $submission ): array {
		return self::item(
			'submissions',
			__( 'Form submissions', 'steward' ),
			$submission->id,
			array(
				__( 'Form', 'steward' )     => $submission->form,
				__( 'Received', 'steward' ) => $submission->created,
			) + self::flat( $submission->fields )
		);
	}

	/**
	 * A change of the contact: what was and what is, without who did it.
	 *
	 * @param array<string, string|null> $row A row of the activity table.
	 * @return array{group_id: string, group_label: string, item_id: string, data: list<array{name: string, value: string}>}
	 */
	private static function change( array $row ): array {
		return self::item(
			'activity',
			__( 'Activity', 'steward' ),
			(int) $row['id'],
			array(
				__( 'What', 'steward' ) => (string) $row['action'],
				__( 'When', 'steward' ) => (string) $row['created_gmt'],
			) + self::flat( (array) json_decode( (string) $row['changes'], true ) )
		);
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
		) + self::flat( $contact->custom );
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

	/**
	 * Values within values, each by its own name.
	 *
	 * @param array<mixed> $values Values.
	 * @return array<string, string> Such as `custom.message` => value.
	 */
	private static function flat( array $values, string $within = '' ): array {
		$flat = array();
		foreach ( $values as $name => $value ) {
			if ( is_array( $value ) ) {
				$flat += self::flat( $value, "$within$name." );
			} elseif ( is_scalar( $value ) ) {
				$flat[ "$within$name" ] = (string) $value;
			}
		}
		return $flat;
	}
}
