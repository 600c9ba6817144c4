<?php
/**
 * A test with opportunities.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Opportunities;

use Steward\Access\Actor;
use Steward\Access\RecordType;
use Steward\Activity\Cause;
use Steward\Opportunities\Opportunity;
use Steward\Opportunities\OpportunityInput;
use Steward\Opportunities\Pipeline;
use Steward\Plugin;
use Steward\Settings\Settings;
use Steward\Tests\Integration\Contacts\ContactTestCase;
use WP_REST_Response;
use WP_User;

/**
 * Makes opportunities as tests want them, and reads what came of it.
 */
abstract class OpportunityTestCase extends ContactTestCase {

	/**
	 * Makes an opportunity as Steward itself.
	 *
	 * @param array<string, mixed> $fields As REST names them; a contact of its own unless given.
	 */
	protected function deal( array $fields = array() ): Opportunity {
		$fields += array( 'title' => 'Website' );
		if ( ! isset( $fields['contact'] ) ) {
			$fields['contact'] = $this->contact()->id;
		}
		$input = OpportunityInput::read( $fields );
		self::assertSame( array(), $input->errors );
		return Plugin::instance()->opportunities()->create( $input, Actor::system(), Cause::named( 'code' ) );
	}

	/**
	 * Lets opportunities have owners of their own.
	 */
	protected static function separate_owners( bool $separate = true ): void {
		Settings::change( array( 'separate_owners' => $separate ) );
	}

	protected static function pipeline(): Pipeline {
		return Plugin::instance()->pipelines()->all()[0];
	}

	/**
	 * The id of a stage of the first pipeline.
	 */
	protected static function stage( string $name ): int {
		foreach ( self::pipeline()->stages as $stage ) {
			if ( $stage->name === $name ) {
				return $stage->id;
			}
		}
		self::fail( "There is no stage $name." );
	}

	protected static function reread( int|Opportunity $deal ): Opportunity {
		return Plugin::instance()->opportunity_store()->get( $deal instanceof Opportunity ? $deal->id : $deal );
	}

	/**
	 * Activity of an opportunity, oldest first.
	 *
	 * @return list<array<string, mixed>>
	 */
	protected static function log_of( int $id ): array {
		$db = Plugin::instance()->db();
		return array_map(
			static fn ( array $row ): array => array( 'changes' => json_decode( (string) $row['changes'], true ) ) + $row,
			$db->rows( 'SELECT * FROM %i WHERE object_type = %s AND object_id = %d ORDER BY id', $db->table( 'activity' ), RecordType::Opportunity->value, $id )
		);
	}

	/**
	 * A user with exactly these capabilities on opportunities, who may view every contact.
	 */
	protected function seller( string ...$capabilities ): WP_User {
		return $this->person( 'view', 'view_others', ...array_map( static fn ( string $capability ): string => "steward_{$capability}_opportunities", $capabilities ) );
	}

	/**
	 * @param array<string, mixed> $params Parameters.
	 * @return mixed The answer, which must be a success.
	 */
	protected function ok( string $method, string $route, array $params = array() ): mixed {
		$response = $this->rest( $method, $route, $params );
		self::assertContains( $response->get_status(), array( 200, 201 ), "$method $route " . wp_json_encode( $response->get_data() ) );
		return $response->get_data();
	}

	protected static function is_refused( int $status, string $code, WP_REST_Response $response, string $label = '' ): void {
		self::assertSame( array( $status, $code ), array( $response->get_status(), $response->get_data()['code'] ?? '' ), $label . wp_json_encode( $response->get_data() ) );
	}
}
