<?php
/**
 * The schemas at OPTIONS.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Tests\Integration\Rest;

use Steward\Plugin;
use Steward\Tests\Integration\Opportunities\OpportunityTestCase;
use WP_REST_Response;
use WP_User;

/**
 * Every route has a schema, and what it answers is what the schema says: no property more, and each property is met.
 */
final class SchemaTest extends OpportunityTestCase {

	/** What may hold whatever others put into it. */
	private const OPEN = array( 'steward-submission.fields', 'steward-activity.changes.*.old', 'steward-activity.changes.*.new' );

	/**
	 * Title => properties that answers had.
	 *
	 * @var array<string, array<string, true>>
	 */
	private array $met = array();

	protected function setUp(): void {
		parent::setUp();
		require_once dirname( __DIR__, 3 ) . '/fixtures/plugins/contact-form-7/wp-contact-form-7.php';
		\WPCF7_ContactForm::register_post_type();
	}

	public function test_every_route_shows_a_schema(): void {
		$this->as( $this->administrator() );
		foreach ( $this->patterns() as $pattern ) {
			$route  = (string) preg_replace( '/\(\?P<\w+>(?:[^()]|\([^()]*\))+\)/', '1', $pattern );
			$schema = $this->rest( 'OPTIONS', $route )->get_data()['schema'] ?? null;
			self::assertIsArray( $schema, "$pattern has no schema." );
			self::assertSame( 'http://json-schema.org/draft-04/schema#', $schema['$schema'], $pattern );
			self::assertStringStartsWith( 'steward-', $schema['title'], $pattern );
			self::assertSame( 'object', $schema['type'], $pattern );
			foreach ( $schema['properties'] ?? array() as $name => $property ) {
				self::assertNotSame( '', $property['description'] ?? '', "$pattern $name has no description." );
			}
			self::closed( $schema, $schema['title'] );
		}
	}

	public function test_what_may_be_set_is_among_the_arguments(): void {
		$this->as( $this->administrator() );
		foreach ( array( '/contacts', '/contacts/1', '/opportunities', '/opportunities/1', '/tasks', '/tasks/1' ) as $route ) {
			$data     = $this->rest( 'OPTIONS', $route )->get_data();
			$writable = array_keys( array_filter( $data['schema']['properties'], static fn ( array $property ): bool => empty( $property['readonly'] ) ) );
			$endpoint = array_values( array_filter( $data['endpoints'], static fn ( array $one ): bool => in_array( 'POST', $one['methods'], true ) ) )[0];
			self::assertSame( array(), array_diff( $writable, array_keys( $endpoint['args'] ) ), $route );
			self::assertSame( array(), array_diff( array_keys( $endpoint['args'] ), $writable, array( 'id' ) ), $route );
			self::assertContains( 'version', $writable );
			self::assertSame(
				array( 'integer', 'null' ),
				$endpoint['args'][ array(
					'contacts'      => 'contact_owner',
					'opportunities' => 'owner',
					'tasks'         => 'assignee',
				)[ explode(
					'/',
					$route
				)[1] ] ]['type']
			);
		}
	}

	public function test_answers_are_what_the_schemas_say(): void {
		$admin = $this->administrator();
		$ids   = $this->site( $admin );
		$this->as( $admin );
		$visited = array();
		foreach ( $this->patterns() as $pattern ) {
			$route = strtr( $pattern, $ids );
			if ( isset( $this->endpoint( $pattern, 'GET' )['callback'] ) ) {
				$visited[] = $route;
				$this->check( $pattern, $this->rest( 'GET', $route ) );
			}
		}
		self::assertGreaterThan( 35, count( $visited ) );
		$this->check_changes( $ids );
		foreach ( $this->patterns() as $pattern ) {
			$schema = $this->schema( $pattern );
			self::assertSame( array(), array_diff( array_keys( $schema['properties'] ?? array() ), array_keys( $this->met[ $schema['title'] ] ?? array() ) ), "Of $schema[title] no answer had these." );
		}
	}

	/**
	 * Answers of what GET doesn't show.
	 *
	 * @param array<string, string> $ids As site() gives them.
	 */
	private function check_changes( array $ids ): void {
		$contact = $this->contact()->id;
		$taken   = $this->contact( array( 'contact_owner' => $this->rep()->ID ) )->id;
		$this->check(
			'/contacts/(?P<id>\d+)/access',
			$this->rest(
				'GET',
				"/contacts/$taken/access",
				array(
					'steps' => true,
					'user'  => $this->rep()->ID,
				)
			)
		);
		$this->check( '/members', $this->rest( 'GET', '/members?access=lost' ) );
		$this->check( '/contacts/(?P<id>\d+)/claim', $this->rest( 'POST', "/contacts/$contact/claim" ) );
		$this->check( '/contacts/(?P<id>\d+)/reassign', $this->rest( 'POST', "/contacts/$contact/reassign", array( 'contact_owner' => null ) ) );
		$this->check( '/contacts/claim', $this->rest( 'POST', '/contacts/claim', array( 'ids' => array( $contact, $taken ) ) ) );
		$this->check( '/contacts/claim', $this->rest( 'POST', '/contacts/claim', array( 'filter' => array( 'search' => 'ana' ) ) ) );
		$this->check(
			'/tasks/update',
			$this->rest(
				'POST',
				'/tasks/update',
				array(
					'ids'      => array( (int) basename( $ids['/tasks/(?P<id>\d+)'] ), 999999 ),
					'priority' => 'high',
				)
			)
		);
		$this->check( '/contacts/(?P<id>\d+)/followers', $this->rest( 'POST', "/contacts/$contact/followers", array( 'user' => $this->rep()->ID ) ) );
		$this->check( '/notifications/read', $this->rest( 'POST', '/notifications/read', array( 'all' => true ) ) );
		$this->check( '/notifications/mail/test', $this->rest( 'POST', '/notifications/mail/test' ) );
		$this->check( '/roles/preview', $this->rest( 'POST', '/roles/preview', array( 'roles' => array( 'steward_sales_rep' => array( 'contacts' => array( 'view' => 'none' ) ) ) ) ) );
		$this->check( '/roles/(?P<role>[A-Za-z0-9_\-]+)/preview', $this->rest( 'POST', '/roles/administrator/preview', array( 'manage' => false ) ) );
		$this->check( '/submission-keys', $this->rest( 'POST', '/submission-keys', array( 'name' => 'Landing page' ) ) );
		$this->check( '/members/(?P<user>\d+)/hand-over', $this->rest( 'POST', '/members/' . $ids['lost'] . '/hand-over', array( 'to' => null ) ) );
		$this->check( '/settings', $this->rest( 'PATCH', '/settings', array( 'separate_owners' => false ) ) );
		$this->check( '/settings/separate-owners', $this->rest( 'GET', '/settings/separate-owners' ) );
		$this->check( '/settings/separate-owners/realign', $this->rest( 'POST', '/settings/separate-owners/realign' ) );
		$sent = $this->rest(
			'POST',
			'/submissions',
			array(
				'form'   => 'landing',
				'fields' => array( 'email' => 'eva@example.org' ),
			)
		);
		$this->check( '/submissions', new WP_REST_Response( $sent->get_data()['submission'], $sent->get_status() ) );
		$this->check( '/contacts', new WP_REST_Response( $sent->get_data()['contact'], $sent->get_status() ) );
	}

	/**
	 * A site with something of everything.
	 *
	 * @return array<string, string> Parts of routes' patterns => what stands for them; `lost`: an owner without access.
	 */
	private function site( WP_User $admin ): array {
		self::separate_owners();
		$rep     = $this->rep();
		$gone    = $this->rep();
		$contact = $this->contact(
			array(
				'address'       => array(
					'line1'   => 'Calle 1',
					'country' => 'ES',
				),
				'tags'          => array( 'vip', 'spring' ),
				'custom'        => array(
					'size'  => 7,
					'share' => 0.5,
					'gold'  => true,
					'note'  => 'x',
				),
				'contact_owner' => $rep->ID,
				'followers'     => array( $admin->ID ),
			)
		);
		$deal    = $this->deal(
			array(
				'contact'        => $contact->id,
				'owner'          => $admin->ID,
				'value'          => '1234.50',
				'expected_close' => '2026-06-30',
			)
		);
		$this->deal(
			array(
				'contact' => $this->contact( array( 'contact_owner' => $gone->ID ) )->id,
				'owner'   => $gone->ID,
			)
		);
		$gone->set_role( 'subscriber' );
		update_user_option( $rep->ID, 'steward_capacity', 5 );

		$this->as( $admin );
		$this->ok(
			'PATCH',
			"/contacts/$contact->id",
			array(
				'first_name' => 'Eva',
				'tags'       => array( 'vip' ),
				'custom'     => array( 'size' => null ),
			)
		);
		$this->ok( 'POST', "/opportunities/$deal->id/followers", array( 'user' => $rep->ID ) );
		$this->ok( 'POST', '/submission-keys', array( 'name' => 'Site' ) );
		$this->ok(
			'PATCH',
			"/members/$admin->ID",
			array(
				'out_of_office' => array(
					'from' => '2020-01-01',
					'to'   => '2999-12-31',
				),
			)
		);
		$this->ok( 'PATCH', '/roles/steward_sales_rep', array( 'contacts' => array( 'export' => true ) ) );
		$job = $this->rest( 'POST', '/contacts/claim', array( 'ids' => range( 900000, 900100 ) ) )->get_data()['id'];
		$this->as( $this->boss() );
		$this->ok( 'PATCH', "/contacts/$contact->id", array( 'company' => 'Acme' ) );
		$this->ok(
			'POST',
			"/opportunities/$deal->id/reassign",
			array(
				'owner' => $rep->ID,
				'note'  => 'Please call.',
			)
		);
		$this->cron();
		$db = Plugin::instance()->db();
		$db->execute( "UPDATE %i SET mail_state = 'failed', mail_error = 'No relay.'", $db->table( 'notifications' ) );
		$submission = steward_submit(
			'booking',
			array(
				'name'  => 'Leo',
				'email' => 'leo@example.org',
			)
		);
		self::assertNotInstanceOf( \WP_Error::class, $submission );
		$task = $this->ok(
			'POST',
			'/tasks',
			array(
				'title'   => 'Call',
				'contact' => $contact->id,
			)
		)['id'];
		$this->ok(
			'POST',
			'/tasks',
			array(
				'title'       => 'Send the offer',
				'opportunity' => $deal->id,
			)
		);
		$form = \WPCF7_ContactForm::get_template( array( 'title' => 'Quote' ) );
		$form->set_properties(
			array(
				'form'                => '[text* your-name][email* your-email][submit]',
				'additional_settings' => '',
			)
		);

		return array(
			'(?P<id>\d+)/opportunities'                 => "$contact->id/opportunities",
			'/contacts/(?P<id>\d+)'                     => "/contacts/$contact->id",
			'/opportunities/(?P<id>\d+)'                => "/opportunities/$deal->id",
			'/tasks/(?P<id>\d+)'                        => "/tasks/$task",
			'/pipelines/(?P<id>\d+)'                    => '/pipelines/' . self::pipeline()->id,
			'(?P<stage>\d+)'                            => (string) $deal->stage_id,
			'/jobs/(?P<id>\d+)'                         => "/jobs/$job",
			'/submissions/(?P<id>\d+)'                  => '/submissions/' . $db->int( 'SELECT MAX( id ) FROM %i', $db->table( 'submissions' ) ),
			'/submission-keys/(?P<id>\d+)'              => '/submission-keys/' . $db->int( 'SELECT MAX( id ) FROM %i', $db->table( 'submission_keys' ) ),
			'(?P<user>\d+)'                             => (string) $admin->ID,
			'(?P<role>[A-Za-z0-9_\-]+)'                 => 'steward_sales_rep',
			'(?P<provider>[a-z0-9\-]+)/(?P<form>[^/]+)' => 'contact-form-7/' . $form->save(),
			'lost'                                      => (string) $gone->ID,
		);
	}

	private function administrator(): WP_User {
		$admin = $this->user( 'administrator' );
		if ( is_multisite() ) {
			grant_super_admin( $admin->ID );
		}
		return $admin;
	}

	/**
	 * All of Steward's routes as WordPress knows them.
	 *
	 * @return list<string>
	 */
	private function patterns(): array {
		$patterns = array_values( array_diff( array_keys( rest_get_server()->get_routes( 'steward/v1' ) ), array( '/steward/v1' ) ) );
		self::assertGreaterThan( 50, count( $patterns ) );
		return $patterns;
	}

	/**
	 * @return array<string, mixed>|null
	 */
	private function endpoint( string $pattern, string $method ): ?array {
		foreach ( rest_get_server()->get_routes( 'steward/v1' )[ $pattern ] as $endpoint ) {
			if ( $endpoint['methods'][ $method ] ?? false ) {
				return $endpoint;
			}
		}
		return null;
	}

	/**
	 * @return array<string, mixed>
	 */
	private function schema( string $pattern ): array {
		return ( rest_get_server()->get_route_options( $pattern )['schema'] )();
	}

	/**
	 * Holds an answer against its route's schema; of a list each item, of which there must be one.
	 */
	private function check( string $pattern, WP_REST_Response $response ): void {
		$pattern = str_starts_with( $pattern, '/steward' ) ? $pattern : "/steward/v1$pattern";
		$json    = (string) wp_json_encode( $response->get_data() );
		self::assertContains( $response->get_status(), array( 200, 201, 202 ), "$pattern $json" );
		$schema = $this->schema( $pattern );
		// As a client reads it: objects are objects, also empty ones.
		$data = json_decode( $json );
		self::assertNotSame( array(), $data, "$pattern shows nothing." );
		foreach ( is_array( $data ) ? $data : array( $data ) as $item ) {
			self::assertInstanceOf( \stdClass::class, $item, "$pattern $json" );
			unset( $item->_links );
			$valid = rest_validate_value_from_schema( $item, $schema, $schema['title'] );
			self::assertTrue( $valid, $pattern . ' ' . ( $valid instanceof \WP_Error ? $valid->get_error_message() : '' ) . ' ' . substr( $json, 0, 1000 ) );
			self::typed( $item, $schema, $schema['title'] );
			$this->met[ $schema['title'] ] = ( $this->met[ $schema['title'] ] ?? array() ) + array_fill_keys( array_keys( get_object_vars( $item ) ), true );
		}
	}

	/**
	 * JSON's types to the letter, where WordPress takes "1" for a number.
	 *
	 * @param array<string, mixed> $schema Of the value.
	 */
	private static function typed( mixed $value, array $schema, string $path ): void {
		if ( isset( $schema['oneOf'] ) ) {
			$schema = rest_find_one_matching_schema( $value, $schema, $path );
		}
		$type = match ( true ) {
			null === $value    => 'null',
			is_bool( $value )  => 'boolean',
			is_int( $value )   => 'integer',
			is_float( $value ) => 'number',
			is_array( $value ) => 'array',
			is_object( $value ) => 'object',
			default            => 'string',
		};
		$types = (array) $schema['type'];
		self::assertTrue( in_array( $type, $types, true ) || ( 'integer' === $type && in_array( 'number', $types, true ) ), "$path is $type, not " . implode( ', ', $types ) );
		if ( is_array( $value ) && isset( $schema['items'] ) ) {
			foreach ( $value as $index => $item ) {
				self::typed( $item, $schema['items'], "$path.$index" );
			}
		}
		foreach ( is_object( $value ) ? get_object_vars( $value ) : array() as $name => $of_it ) {
			$property = $schema['properties'][ $name ] ?? $schema['additionalProperties'] ?? null;
			if ( is_array( $property ) ) {
				self::typed( $of_it, $property, "$path.$name" );
			}
		}
	}

	/**
	 * Nothing in a schema is left open but what is named here.
	 *
	 * @param array<string, mixed> $schema Any part of one.
	 */
	private static function closed( array $schema, string $path ): void {
		if ( isset( $schema['oneOf'] ) ) {
			array_map( static fn ( array $one ) => self::closed( $one, $one['title'] ), $schema['oneOf'] );
			return;
		}
		self::assertArrayHasKey( 'type', $schema, $path );
		$types = (array) $schema['type'];
		if ( in_array( $path, self::OPEN, true ) ) {
			return;
		}
		if ( in_array( 'array', $types, true ) ) {
			self::closed( $schema['items'], "$path.[]" );
		}
		if ( in_array( 'object', $types, true ) ) {
			self::assertTrue( is_array( $schema['additionalProperties'] ) || ( isset( $schema['properties'] ) && false === $schema['additionalProperties'] ), "$path is open." );
			foreach ( $schema['properties'] ?? array() as $name => $property ) {
				self::closed( $property, "$path.$name" );
			}
			if ( is_array( $schema['additionalProperties'] ) ) {
				self::closed( $schema['additionalProperties'], "$path.*" );
			}
		}
	}
}
