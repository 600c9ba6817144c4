<?php
/**
 * `wp steward role …`
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Cli;

use Steward\Rest\Input;

/**
 * The Role Manager's matrix. Needs somebody who manages Steward, or nobody: then Steward itself acts.
 */
final class RoleCommand {

	public function __construct( private readonly Rest $rest ) {
	}

	/**
	 * Lists all roles with their scopes and permissions for contacts.
	 *
	 * ## OPTIONS
	 *
	 * [--fields=<fields>]
	 * : Columns, with commas; cells as contacts.view.
	 *
	 * [--field=<field>]
	 * : Only this field, a line each.
	 *
	 * [--format=<format>]
	 * : How to print it.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - csv
	 *   - json
	 *   - yaml
	 *   - ids
	 *   - count
	 * ---
	 *
	 * @subcommand list
	 *
	 * @param list<string>         $args       None.
	 * @param array<string, mixed> $assoc_args Format.
	 */
	public function list_( array $args, array $assoc_args ): void {
		/** @var list<array<string, mixed>> $roles */
		$roles = array_values( $this->rest->ask( 'GET', '/roles' ) );
		Output::items( $roles, array( 'role', 'name', 'users', 'contacts.view', 'contacts.update', 'contacts.create', 'contacts.reassign', 'contacts.delete', 'manage' ), $assoc_args, 'role' );
	}

	/**
	 * Shows a role's row.
	 *
	 * ## OPTIONS
	 *
	 * <role>
	 * : The role's slug, such as steward_sales_rep.
	 *
	 * [--fields=<fields>]
	 * : Only these cells, with commas, such as contacts.view.
	 *
	 * [--field=<field>]
	 * : Only this cell's value.
	 *
	 * [--format=<format>]
	 * : How to print it.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - csv
	 *   - json
	 *   - yaml
	 * ---
	 *
	 * @param array{string}        $args       The role.
	 * @param array<string, mixed> $assoc_args Format.
	 */
	public function get( array $args, array $assoc_args ): void {
		Output::item( $this->rest->ask( 'GET', self::path( $args[0] ) ), $assoc_args );
	}

	/**
	 * Changes cells of a role.
	 *
	 * ## OPTIONS
	 *
	 * <role>
	 * : The role's slug.
	 *
	 * <cell>...
	 * : Cells, such as contacts.view=all, contacts.create=yes, reports=no.
	 *
	 * ## EXAMPLES
	 *
	 *     $ wp steward role set steward_sales_rep contacts.view=all contacts.delete=no
	 *
	 * @param non-empty-list<string> $args Role and cells.
	 */
	public function set( array $args ): void {
		$row = array();
		foreach ( array_slice( $args, 1 ) as $cell ) {
			if ( ! preg_match( '/^(?:([a-z]+)\.)?([a-z]+)=(\w+)$/', $cell, $found ) ) {
				/* translators: %s: what was typed */
				\WP_CLI::error( sprintf( __( '“%s” is no cell: write contacts.view=all or reports=yes.', 'steward' ), $cell ) );
			}
			list( , $group, $name, $text ) = $found;
			$value                         = match ( $text ) {
				'yes', 'true', '1' => true,
				'no', 'false', '0' => false,
				default            => $text,
			};
			if ( '' === $group ) {
				$row[ $name ] = $value;
			} else {
				$row[ $group ]          = is_array( $row[ $group ] ?? null ) ? $row[ $group ] : array();
				$row[ $group ][ $name ] = $value;
			}
		}
		$changed = $this->rest->ask( 'PATCH', self::path( $args[0] ), $row );
		foreach ( is_array( $changed['warnings'] ?? null ) ? $changed['warnings'] : array() as $warning ) {
			\WP_CLI::warning( Input::string( is_array( $warning ) ? $warning['message'] ?? '' : $warning ) );
		}
		/* translators: %s: a role */
		\WP_CLI::success( sprintf( __( 'Changed the role %s.', 'steward' ), $args[0] ) );
	}

	private static function path( string $role ): string {
		return '/roles/' . rawurlencode( $role );
	}
}
