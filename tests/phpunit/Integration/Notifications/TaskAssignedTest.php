<?php
/**
 * Who is told of tasks.
 *
 * @package Steward
 */

// phpcs:disable WordPress.Arrays -- rows of what is sent and what must come.

declare( strict_types=1 );

namespace Steward\Tests\Integration\Notifications;

/**
 * Who shall do it, where they may view what it is of; nobody of anything else.
 */
final class TaskAssignedTest extends NotificationTestCase {

	public function test_who_shall_do_it_is_told(): void {
		$owner   = $this->rep();
		$rep     = $this->rep();
		$boss    = $this->user( 'steward_sales_manager', array( 'display_name' => 'Mia Boss' ) );
		$contact = $this->contact( array( 'contact_owner' => $owner->ID, 'first_name' => 'Eva', 'last_name' => 'Ruiz', 'followers' => array( $rep->ID ) ) );
		$before  = array( $this->kinds( $owner ), $this->kinds( $rep ) );
		$this->as( $boss );
		$task = $this->rest( 'POST', '/tasks', array( 'title' => 'Send the offer', 'contact' => $contact->id, 'assignee' => $rep->ID ) )->get_data()['id'];
		$told = $this->told( $rep );
		self::assertSame( array( 'task_assigned', ...$before[1] ), array_column( $told, 'kind' ) );
		self::assertSame( array( 'A follow-up for you', 'Mia Boss gave you a follow-up on Eva Ruiz.', 'Send the offer' ), array( $told[0]['title'], $told[0]['text'], $told[0]['note'] ) );
		self::assertStringContainsString( "contact=$contact->id", $told[0]['url'] );
		self::assertSame( $before[0], $this->kinds( $owner ), 'No news for the owner.' );

		// To oneself, changed, done, deleted: nobody is told.
		$this->as( $rep );
		$this->rest( 'PATCH', "/tasks/$task", array( 'title' => 'Send it again' ) );
		$this->rest( 'PATCH', "/tasks/$task", array( 'status' => 'done' ) );
		$this->rest( 'POST', '/tasks', array( 'title' => 'Mine', 'contact' => $contact->id ) );
		$this->as( $boss )->rest( 'DELETE', "/tasks/$task" );
		self::assertSame( $before[0], $this->kinds( $owner ) );
		self::assertCount( count( $told ), $this->told( $rep ) );

		$this->cron( time() + 60 );
		self::assertStringContainsString( 'Send the offer', (string) wp_json_encode( self::mail_to( $rep ) ) );
	}

	public function test_who_may_no_longer_view_it_is_told_nothing(): void {
		$owner   = $this->rep();
		$rep     = $this->rep();
		$contact = $this->contact( array( 'contact_owner' => $owner->ID, 'followers' => array( $rep->ID ) ) );
		$before  = count( self::$mail );
		$boss    = $this->boss();
		$this->as( $boss )->rest( 'POST', '/tasks', array( 'title' => 'Send the secret offer', 'contact' => $contact->id, 'assignee' => $rep->ID ) );
		$this->as( $boss )->rest( 'DELETE', "/contacts/$contact->id/followers/$rep->ID" );
		self::assertNotContains( 'task_assigned', $this->kinds( $rep ) );
		$this->cron( time() + 60 );
		self::assertStringNotContainsString( 'secret', (string) wp_json_encode( array_slice( self::$mail, $before ) ) );
	}

	public function test_what_goes_along_with_a_record_is_told_as_that(): void {
		$owner   = $this->rep();
		$rep     = $this->rep();
		$contact = $this->contact( array( 'contact_owner' => $owner->ID ) );
		$this->as( $owner )->rest( 'POST', '/tasks', array( 'title' => 'Call', 'contact' => $contact->id ) );
		$this->reassign( $this->boss(), $contact->id, $rep );
		self::assertSame( array( 'assigned' ), $this->kinds( $rep ) );
	}
}
