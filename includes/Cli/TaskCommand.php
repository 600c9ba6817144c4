<?php
/**
 * `wp steward task …`
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Cli;

use Steward\Rest\Input;

/**
 * Lists, reads, adds, changes, does and deletes tasks: follow-ups.
 *
 * With --user=<id|login|email> that person acts, with their role's permissions. Without it Steward itself acts, which may do
 * everything.
 */
final class TaskCommand {

	/** Columns of the list. */
	private const COLUMNS = array( 'id', 'title', 'due_gmt', 'assignee', 'contact_name', 'opportunity_title', 'priority', 'status', 'overdue' );

	private const NUMBER = 100;

	private const PATH = '/tasks';

	public function __construct( private readonly Rest $rest ) {
	}

	/**
	 * Lists what the actor may view, what is due first before the rest.
	 *
	 * ## OPTIONS
	 *
	 * [--<field>=<value>]
	 * : Any filter of the list in REST: assignee (users by id, login or e-mail address, me or none), status, due (overdue, today, upcoming), due_after, due_before, contact, opportunity, priority, orderby, order and so on.
	 *
	 * [--number=<number>]
	 * : How many at most; 0 for all.
	 * ---
	 * default: 100
	 * ---
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
	 * ## EXAMPLES
	 *
	 *     # What Ana should have done by now.
	 *     $ wp steward task list --assignee=ana --due=overdue
	 *
	 * @subcommand list
	 *
	 * @param list<string>         $args       None.
	 * @param array<string, mixed> $assoc_args Filters and format.
	 */
	public function list_( array $args, array $assoc_args ): void {
		$filters = $this->rest->filters( self::PATH, array_diff_key( $assoc_args, array_flip( array( 'number', 'fields', 'field', 'format' ) ) ), array( 'assignee' ) );
		if ( 'count' === ( $assoc_args['format'] ?? '' ) ) {
			\WP_CLI::line( (string) $this->rest->total( self::PATH, $filters ) );
			return;
		}
		$number = Input::int( $assoc_args['number'] ?? self::NUMBER );
		$items  = $this->rest->items( self::PATH, $filters + array( 'context' => 'edit' ), $number > 0 ? $number : PHP_INT_MAX );
		Output::items( $items, self::COLUMNS, $assoc_args );
	}

	/**
	 * Shows one.
	 *
	 * ## OPTIONS
	 *
	 * <id>
	 * : Its number.
	 *
	 * [--fields=<fields>]
	 * : Only these fields, with commas.
	 *
	 * [--field=<field>]
	 * : Only this field's value.
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
	 * @param array{string}        $args       The id.
	 * @param array<string, mixed> $assoc_args Fields and format.
	 */
	public function get( array $args, array $assoc_args ): void {
		Output::item( $this->rest->ask( 'GET', $this->rest->one( self::PATH, $args[0] ), array( 'context' => 'edit' ) ), $assoc_args );
	}

	/**
	 * Adds one.
	 *
	 * ## OPTIONS
	 *
	 * --title=<title>
	 * : What is to be done.
	 *
	 * [--<field>=<value>]
	 * : Fields as REST names them: contact, opportunity, due_gmt, priority, status. The assignee is a user (id, login, e-mail address) or none; who acts, unless given.
	 *
	 * [--porcelain]
	 * : Print the new number only.
	 *
	 * ## EXAMPLES
	 *
	 *     $ wp steward task create --title="Call Nora" --contact=12 --due_gmt=2026-02-03T09:00:00Z --assignee=ana --porcelain
	 *     7
	 *
	 * @param list<string>         $args       None.
	 * @param array<string, mixed> $assoc_args Fields.
	 */
	public function create( array $args, array $assoc_args ): void {
		$porcelain = \WP_CLI\Utils\get_flag_value( $assoc_args, 'porcelain', false );
		unset( $assoc_args['porcelain'] );
		$made = $this->rest->ask( 'POST', self::PATH, $this->fields( $assoc_args ) );
		$id   = Input::int( $made['id'] ?? 0 );
		if ( $porcelain ) {
			\WP_CLI::line( (string) $id );
			return;
		}
		/* translators: %d: a follow-up's number */
		\WP_CLI::success( sprintf( __( 'Created %d.', 'steward' ), $id ) );
	}

	/**
	 * Changes fields.
	 *
	 * ## OPTIONS
	 *
	 * <id>...
	 * : Their numbers.
	 *
	 * --<field>=<value>
	 * : Fields as for create, but for contact and opportunity; due_gmt=none takes the date away; version refuses the change where somebody else was faster.
	 *
	 * @param list<string>         $args       Ids.
	 * @param array<string, mixed> $assoc_args Fields.
	 */
	public function update( array $args, array $assoc_args ): void {
		$fields = $this->fields( $assoc_args );
		/* translators: %d: a follow-up's number */
		Output::each( $args, fn ( string $id ): array|string => $this->rest->attempt( 'PATCH', $this->rest->one( self::PATH, $id ), $fields ), __( 'Updated %d.', 'steward' ) );
	}

	/**
	 * Marks as done.
	 *
	 * ## OPTIONS
	 *
	 * <id>...
	 * : Their numbers.
	 *
	 * ## EXAMPLES
	 *
	 *     $ wp steward task done 7 8 --user=ana
	 *
	 * @param list<string> $args Ids.
	 */
	public function done( array $args ): void {
		/* translators: %d: a follow-up's number */
		Output::each( $args, fn ( string $id ): array|string => $this->rest->attempt( 'PATCH', $this->rest->one( self::PATH, $id ), array( 'status' => 'done' ) ), __( 'Done with %d.', 'steward' ) );
	}

	/**
	 * Deletes for good.
	 *
	 * ## OPTIONS
	 *
	 * <id>...
	 * : Their numbers.
	 *
	 * [--yes]
	 * : Don't ask before deleting.
	 *
	 * @param list<string>         $args       Ids.
	 * @param array<string, mixed> $assoc_args Flags.
	 */
	public function delete( array $args, array $assoc_args ): void {
		\WP_CLI::confirm( __( 'Delete for good?', 'steward' ), $assoc_args );
		/* translators: %d: a follow-up's number */
		Output::each( $args, fn ( string $id ): array|string => $this->rest->attempt( 'DELETE', $this->rest->one( self::PATH, $id ) ), __( 'Deleted %d.', 'steward' ) );
	}

	/**
	 * Fields as REST takes them, from what was typed.
	 *
	 * @param array<string, mixed> $typed Field => text.
	 * @return array<string, mixed>
	 */
	private function fields( array $typed ): array {
		$fields = array();
		foreach ( $typed as $field => $value ) {
			$text             = Input::string( $value );
			$fields[ $field ] = match ( true ) {
				'none' === $text && in_array( $field, array( 'assignee', 'due_gmt' ), true ) => null,
				'assignee' === $field => $this->rest->user( $text ),
				default               => $value,
			};
		}
		return $fields;
	}
}
