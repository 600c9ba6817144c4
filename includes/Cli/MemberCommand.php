<?php
/**
 * `wp steward member …`
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Cli;

use Steward\Rest\Input;

/**
 * Who is in the team.
 */
final class MemberCommand {

	public function __construct( private readonly Rest $rest ) {
	}

	/**
	 * Lists CRM members: users whose role has a view scope.
	 *
	 * ## OPTIONS
	 *
	 * [--search=<text>]
	 * : Part of a name.
	 *
	 * [--fields=<fields>]
	 * : Columns, with commas.
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
	 * @param array<string, mixed> $assoc_args Search and format.
	 */
	public function list_( array $args, array $assoc_args ): void {
		$params = isset( $assoc_args['search'] ) ? array( 'search' => Input::string( $assoc_args['search'] ) ) : array();
		Output::items( $this->rest->items( '/members', $params, PHP_INT_MAX ), array( 'id', 'name', 'roles', 'contacts' ), $assoc_args );
	}
}
