<?php
/**
 * Plugin Name: Steward's browser tests
 * Description: What the browser tests need of a site: making and removing data, signing in without a form, and a right-to-left page. Does nothing but on a test site.
 *
 * @package Steward
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

if ( ! defined( 'STEWARD_E2E' ) || ! STEWARD_E2E ) {
	return;
}

/** A user's id by login; 0 is nobody. */
function steward_e2e_user( ?string $login ): int {
	$user = null === $login ? false : get_user_by( 'login', $login );
	return $user ? $user->ID : 0;
}

/** What a test sent, or WordPress' error of it. */
function steward_e2e_created( mixed $result ): mixed {
	return is_wp_error( $result ) ? new WP_Error( $result->get_error_code(), $result->get_error_message(), array( 'status' => 500 ) ) : $result;
}

/**
 * Takes every record and every setting of a person away, and the users whom a test made. Answers the ids of those who
 * stay, by login.
 *
 * @param WP_REST_Request $request `keep`: the logins that stay.
 */
function steward_e2e_reset( WP_REST_Request $request ): array {
	global $wpdb;
	require_once ABSPATH . 'wp-admin/includes/user.php';
	foreach ( Steward\Database\Tables::NAMES as $table ) {
		$wpdb->query( "DELETE FROM `{$wpdb->prefix}steward_{$table}`" ); // phpcs:ignore WordPress.DB
	}
	// The pipeline that every site begins with.
	Steward\Opportunities\OpportunityTables::fill( Steward\Plugin::instance()->db() );
	foreach ( get_users() as $user ) {
		delete_user_meta( $user->ID, $wpdb->get_blog_prefix() . 'persisted_preferences' );
		foreach ( array( Steward\Notifications\Preferences::OPTION, Steward\Access\Gate::ONLY_ASSIGNED_DATA, 'steward_away_from', 'steward_away_to', 'steward_capacity' ) as $option ) {
			delete_user_option( $user->ID, $option );
		}
		if ( ! in_array( $user->user_login, (array) $request['keep'], true ) ) {
			wp_delete_user( $user->ID );
		}
	}
	// By SQL: while its plugin is off, a form's post type is unknown.
	foreach ( $wpdb->get_col( "SELECT ID FROM {$wpdb->posts} WHERE post_type IN ( 'page', 'wpcf7_contact_form' )" ) as $post ) { // phpcs:ignore WordPress.DB
		wp_delete_post( (int) $post, true );
	}
	// Numbers that are kept for a minute.
	$wpdb->query( "DELETE FROM {$wpdb->options} WHERE option_name LIKE '\\_transient\\_%steward%'" ); // phpcs:ignore WordPress.DB
	update_option( 'active_plugins', array( plugin_basename( STEWARD_FILE ) ) );
	Steward\Settings\Settings::remove();
	// The roles as the site began with them.
	$roles = get_option( 'steward_e2e_roles' );
	if ( is_array( $roles ) ) {
		update_option( wp_roles()->role_key, $roles );
	} else {
		update_option( 'steward_e2e_roles', wp_roles()->roles );
	}
	wp_cache_flush();
	wp_roles()->for_site();
	return wp_list_pluck( get_users(), 'ID', 'user_login' );
}

/**
 * Sends a request to Steward's REST interface as somebody, without a browser.
 *
 * @param WP_REST_Request $request `as` (a login), `method`, `path` beneath steward/v1, or WordPress' own from /wp/v2, `body`.
 */
function steward_e2e_rest( WP_REST_Request $request ): array {
	wp_set_current_user( steward_e2e_user( $request['as'] ) );
	$path  = (string) $request['path'];
	$inner = new WP_REST_Request( (string) $request['method'], str_starts_with( $path, '/wp/' ) ? $path : '/steward/v1' . $path );
	$inner->set_header( 'Content-Type', 'application/json' );
	$inner->set_body( (string) wp_json_encode( (object) ( $request['body'] ?? array() ) ) );
	$inner->set_query_params( (array) ( $request['query'] ?? array() ) );
	$response = rest_do_request( $inner );
	return array(
		'status' => $response->get_status(),
		'body'   => $response->get_data(),
	);
}

/**
 * Makes contacts as Steward's own code does.
 *
 * @param WP_REST_Request $request `contacts`: `{fields, owner?, followers?, as?, cause?, detail?, created_gmt?}`, people by login.
 */
function steward_e2e_contacts( WP_REST_Request $request ): array|WP_Error {
	$ids = array();
	foreach ( (array) $request['contacts'] as $item ) {
		$fields  = array(
			'contact_owner' => isset( $item['owner'] ) ? steward_e2e_user( $item['owner'] ) : null,
			'followers'     => array_map( 'steward_e2e_user', $item['followers'] ?? array() ),
		) + $item['fields'];
		$context = array_intersect_key( $item, array_flip( array( 'cause', 'detail', 'created_gmt' ) ) );
		if ( isset( $item['as'] ) ) {
			$context['user'] = steward_e2e_user( $item['as'] );
		}
		$contact = steward_create_contact( $fields, $context );
		if ( is_wp_error( $contact ) ) {
			return steward_e2e_created( $contact );
		}
		$ids[] = $contact->id;
	}
	return $ids;
}

/**
 * Makes a user.
 *
 * @param WP_REST_Request $request `login`, `name`, `role`.
 */
function steward_e2e_add_user( WP_REST_Request $request ): array|WP_Error {
	$id = wp_insert_user(
		array(
			'user_login'   => (string) $request['login'],
			'user_pass'    => 'password',
			'user_email'   => $request['login'] . '@example.com',
			'display_name' => (string) $request['name'],
			'role'         => (string) $request['role'],
		)
	);
	return is_wp_error( $id ) ? steward_e2e_created( $id ) : array( 'id' => $id );
}

/** Signs the browser in that asks. */
function steward_e2e_sign_in( WP_REST_Request $request ): array {
	wp_set_auth_cookie( steward_e2e_user( $request['login'] ), true );
	return array();
}

/**
 * Switches a plugin of the site on.
 *
 * @param WP_REST_Request $request `plugin`.
 */
function steward_e2e_plugin( WP_REST_Request $request ): array|WP_Error {
	require_once ABSPATH . 'wp-admin/includes/plugin.php';
	$result = activate_plugin( $request['plugin'] );
	return is_wp_error( $result ) ? steward_e2e_created( $result ) : array();
}

/** Makes a form of Contact Form 7's, with the fields it begins with, and says which. */
function steward_e2e_form( WP_REST_Request $request ): array {
	return array( 'form' => (string) WPCF7_ContactForm::get_template( array( 'title' => (string) $request['title'] ) )->save() );
}

/** Makes a published page and says where it is. */
function steward_e2e_page( WP_REST_Request $request ): array {
	$id = wp_insert_post(
		array(
			'post_type'    => 'page',
			'post_status'  => 'publish',
			'post_title'   => (string) $request['title'],
			'post_content' => (string) $request['content'],
		)
	);
	return array(
		'id'  => $id,
		'url' => get_permalink( $id ),
	);
}

add_action(
	'rest_api_init',
	static function (): void {
		$routes = array(
			'form'     => 'steward_e2e_form',
			'reset'    => 'steward_e2e_reset',
			'contacts' => 'steward_e2e_contacts',
			'users'    => 'steward_e2e_add_user',
			'sign-in'  => 'steward_e2e_sign_in',
			'rest'     => 'steward_e2e_rest',
			'plugin'   => 'steward_e2e_plugin',
			'page'     => 'steward_e2e_page',
		);
		foreach ( $routes as $name => $callback ) {
			register_rest_route(
				'steward-e2e/v1',
				'/' . $name,
				array(
					'methods'             => 'POST',
					'callback'            => $callback,
					// The site is the tests' own, on this machine only.
					'permission_callback' => '__return_true',
				)
			);
		}
	}
);

// A right-to-left language without its translations: mirrored layout, the same words.
if ( isset( $_COOKIE['steward_e2e_rtl'] ) ) {
	add_action(
		'init',
		static function (): void {
			$GLOBALS['wp_locale']->text_direction = 'rtl';
		}
	);
	add_filter( 'gettext_with_context', static fn ( string $translation, string $text, string $context ): string => 'ltr' === $text && 'text direction' === $context ? 'rtl' : $translation, 10, 3 );
}
