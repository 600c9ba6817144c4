<?php
/**
 * A race over contacts.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Races\Contacts;

use Steward\Contacts\Contact;
use Steward\Plugin;
use Steward\Tests\Support\ParallelTestCase;

/**
 * Counts what the processes did: rows of activity, and events, which a must-use plugin writes down for every process.
 */
abstract class ContactRaceTestCase extends ParallelTestCase {

	protected const RACERS = 32;

	private const EVENTS = <<<'PHP'
<?php
foreach ( array( 'steward_contact_claimed', 'steward_contact_owner_changed', 'steward_contact_created', 'steward_contact_updated', 'steward_follower_added', 'steward_contact_trashed' ) as $race_event ) {
	add_action(
		$race_event,
		static function ( $contact ) use ( $race_event ): void {
			global $wpdb;
			$wpdb->insert( $wpdb->options, array( 'option_name' => 'race_event_' . bin2hex( random_bytes( 12 ) ), 'option_value' => "$race_event $contact->id", 'autoload' => 'off' ) );
		}
	);
}
PHP;

	protected function setUp(): void {
		parent::setUp();
		wp_mkdir_p( WPMU_PLUGIN_DIR );
		file_put_contents( self::plugin(), self::EVENTS ); // phpcs:ignore WordPress.WP.AlternativeFunctions
		$this->forget_events();
	}

	protected function tearDown(): void {
		unlink( self::plugin() );
		$this->forget_events();
		parent::tearDown();
	}

	/**
	 * Makes a contact that every process sees; unassigned unless told.
	 *
	 * @param array<string, mixed> $fields As REST names them.
	 */
	protected function contact( array $fields = array() ): Contact {
		$contact = steward_create_contact( $fields + array( 'email' => uniqid( 'race', true ) . '@example.org' ) );
		self::assertInstanceOf( Contact::class, $contact );
		return $contact;
	}

	/**
	 * @return list<\WP_User>
	 */
	protected function users( string $role, int $number ): array {
		return array_map( fn (): \WP_User => $this->user( $role ), range( 1, $number ) );
	}

	/**
	 * The contact as it is stored now; nothing may be half done.
	 */
	protected static function stored( int $id ): Contact {
		$contact = Plugin::instance()->contact_store()->find( $id );
		self::assertNotNull( $contact );
		$db = Plugin::instance()->db();
		self::assertSame( $contact->follower_count, $db->int( "SELECT COUNT(*) FROM %i WHERE object_type = 'contact' AND object_id = %d", $db->table( 'followers' ), $id ), 'The count of followers is not the followers there are.' );
		return $contact;
	}

	/**
	 * Activity rows with an action.
	 *
	 * @return list<array<string, string|null>>
	 */
	protected static function activity( int $id, string $action ): array {
		$db = Plugin::instance()->db();
		return $db->rows( "SELECT * FROM %i WHERE object_type = 'contact' AND object_id = %d AND action = %s ORDER BY id", $db->table( 'activity' ), $id, $action );
	}

	/**
	 * How often an event was sent for a contact, by all processes together.
	 */
	protected static function events( string $event, int $id ): int {
		global $wpdb;
		return (int) $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE 'race\\_event\\_%%' AND option_value = %s", "$event $id" ) );
	}

	/**
	 * How many answers there are of each status and code, such as "409 steward_already_claimed".
	 *
	 * @param list<array{status: int, data: mixed}> $answers Answers.
	 * @return array<string, int>
	 */
	protected static function tally( array $answers ): array {
		$tally = array_count_values( array_map( static fn ( array $answer ): string => trim( $answer['status'] . ' ' . ( $answer['data']['code'] ?? '' ) ), $answers ) );
		ksort( $tally );
		return $tally;
	}

	private static function plugin(): string {
		return WPMU_PLUGIN_DIR . '/steward-race-events.php';
	}

	private function forget_events(): void {
		global $wpdb;
		$wpdb->query( "DELETE FROM $wpdb->options WHERE option_name LIKE 'race\\_event\\_%'" );
	}
}
