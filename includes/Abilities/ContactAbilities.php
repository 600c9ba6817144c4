<?php
/**
 * Steward in WordPress' Abilities API.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Abilities;

use Steward\Rest\InnerRequest;

/**
 * What an assistant or another plugin may do with contacts for the current user: each ability asks Steward's REST routes, so it
 * gives and refuses the same. WordPress 6.8 has no such API and never calls this.
 */
final class ContactAbilities {

	private const CATEGORY = 'steward';

	/**
	 * Attaches the hooks.
	 */
	public function boot(): void {
		add_action( 'wp_abilities_api_categories_init', $this->add_category( ... ) );
		add_action( 'wp_abilities_api_init', $this->add_abilities( ... ) );
	}

	private function add_category(): void {
		wp_register_ability_category(
			self::CATEGORY,
			array(
				'label'       => __( 'Contacts', 'steward' ),
				'description' => __( 'Contacts and who owns them.', 'steward' ),
			)
		);
	}

	private function add_abilities(): void {
		$id     = array(
			'id' => array(
				'description' => __( 'The contact\'s id.', 'steward' ),
				'type'        => 'integer',
				'minimum'     => 1,
			),
		);
		$filter = array(
			'search'        => array(
				'description' => __( 'Starts of words of the name, company or e-mail address, or digits of the phone number.', 'steward' ),
				'type'        => 'string',
			),
			'contact_owner' => array(
				'description' => __( 'An owner\'s user id, me or none.', 'steward' ),
				'type'        => array( 'integer', 'string' ),
			),
			'page'          => array(
				'type'    => 'integer',
				'minimum' => 1,
			),
			'per_page'      => array(
				'type'    => 'integer',
				'minimum' => 1,
				'maximum' => 100,
			),
		);
		$new    = array(
			'contact_owner' => array(
				'description' => __( 'The new owner\'s user id; null for unassigned.', 'steward' ),
				'type'        => array( 'integer', 'null' ),
			),
			'note'          => array(
				'description' => __( 'A note to the new owner.', 'steward' ),
				'type'        => 'string',
			),
		);
		$user   = array(
			'user' => array(
				'description' => __( 'About whom; oneself unless given.', 'steward' ),
				'type'        => 'integer',
			),
		);
		$this->add( 'list-contacts', __( 'List contacts', 'steward' ), __( 'Lists the contacts that the current user may view.', 'steward' ), 'GET', '/contacts', $filter, array(), 'array' );
		$this->add( 'get-contact', __( 'Get a contact', 'steward' ), __( 'Reads a contact, who owns it, and what the current user may do with it.', 'steward' ), 'GET', '/contacts/%d', $id, array( 'id' ) );
		$this->add( 'claim-contact', __( 'Claim a contact', 'steward' ), __( 'Makes the current user the owner of an unassigned contact; of several who claim it at once exactly one gets it.', 'steward' ), 'POST', '/contacts/%d/claim', $id, array( 'id' ) );
		$this->add( 'reassign-contact', __( 'Reassign a contact', 'steward' ), __( 'Gives a contact another owner, or none.', 'steward' ), 'POST', '/contacts/%d/reassign', $id + $new, array( 'id', 'contact_owner' ) );
		$this->add( 'explain-access', __( 'Explain access', 'steward' ), __( 'Says for each action whether somebody may do it to a contact, why not, and what would help.', 'steward' ), 'GET', '/contacts/%d/access', $id + $user, array( 'id' ) );
	}

	/**
	 * @param lowercase-string                    $name       Without the namespace.
	 * @param string                              $path       Of the route; `%d` is the id.
	 * @param array<string, array<string, mixed>> $properties Of the input.
	 * @param list<string>                        $required   Those that must be given.
	 */
	private function add( string $name, string $label, string $description, string $method, string $path, array $properties, array $required, string $output = 'object' ): void {
		$reads = 'GET' === $method;
		wp_register_ability(
			self::CATEGORY . "/$name",
			array(
				'label'               => $label,
				'description'         => $description,
				'category'            => self::CATEGORY,
				'input_schema'        => array(
					'type'                 => 'object',
					'properties'           => $properties,
					'required'             => $required,
					'additionalProperties' => false,
				) + ( array() === $required ? array( 'default' => array() ) : array() ),
				'output_schema'       => array( 'type' => $output ),
				// The route decides, and says why not.
				'permission_callback' => is_user_logged_in( ... ),
				'execute_callback'    => fn ( mixed $input ): mixed => $this->ask( $method, $path, is_array( $input ) ? $input : array() ),
				'meta'                => array(
					'show_in_rest' => true,
					'annotations'  => array(
						'readonly'    => $reads,
						'destructive' => false,
						'idempotent'  => $reads,
					),
				),
			)
		);
	}

	/**
	 * @param array<mixed> $input As the schema wants it.
	 */
	private function ask( string $method, string $path, array $input ): mixed {
		$id       = is_numeric( $input['id'] ?? null ) ? (int) $input['id'] : 0;
		$response = InnerRequest::send( $method, sprintf( $path, $id ), array_diff_key( $input, array( 'id' => 0 ) ) );
		return $response->as_error() ?? $response->get_data();
	}
}
