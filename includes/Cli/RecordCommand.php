<?php
/**
 * `wp steward contact …` and the same for each kind of record.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Cli;

use Steward\Access\RecordType;
use Steward\Rest\Input;

/**
 * Lists, reads, makes, changes, deletes, claims and reassigns records.
 *
 * With --user=<id|login|email> that person acts, with their role's permissions. Without it Steward itself acts, which may do
 * everything but claim.
 */
final class RecordCommand {

	/** Columns of the list. */
	private const COLUMNS = array(
		'contact'     => array( 'id', 'name', 'email', 'company', 'contact_owner', 'tags', 'status' ),
		'opportunity' => array( 'id', 'title', 'contact', 'stage', 'value', 'currency', 'owner', 'status' ),
	);

	private const NUMBER = 100;

	public function __construct( private readonly Rest $rest, private readonly RecordType $type ) {
	}

	/**
	 * Lists what the actor may view, newest first.
	 *
	 * ## OPTIONS
	 *
	 * [--<field>=<value>]
	 * : Any filter of the list in REST: search, contact_owner (of opportunities: owner; users by id, login or e-mail address, me or none), follower, tags, status, orderby, order and so on.
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
	 *     # The unassigned ones that Ana may claim.
	 *     $ wp steward contact list --contact_owner=none --user=ana
	 *
	 * @subcommand list
	 *
	 * @param list<string>         $args       None.
	 * @param array<string, mixed> $assoc_args Filters and format.
	 */
	public function list_( array $args, array $assoc_args ): void {
		$filters = $this->rest->filters( $this->path(), array_diff_key( $assoc_args, array_flip( array( 'number', 'fields', 'field', 'format' ) ) ), array( $this->type->owner_field(), 'follower' ) );
		if ( 'count' === ( $assoc_args['format'] ?? '' ) ) {
			\WP_CLI::line( (string) $this->rest->total( $this->path(), $filters ) );
			return;
		}
		$number = Input::int( $assoc_args['number'] ?? self::NUMBER );
		$items  = $this->rest->items( $this->path(), $filters + array( 'context' => 'edit' ), $number > 0 ? $number : PHP_INT_MAX );
		Output::items( $items, self::COLUMNS[ $this->type->value ], $assoc_args );
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
		Output::item( $this->rest->ask( 'GET', $this->one( $args[0] ), array( 'context' => 'edit' ) ), $assoc_args );
	}

	/**
	 * Makes one.
	 *
	 * ## OPTIONS
	 *
	 * [--<field>=<value>]
	 * : Fields as REST names them. The owner is a user (id, login, e-mail address) or none; lists have commas; address and custom are JSON.
	 *
	 * [--porcelain]
	 * : Print the new number only.
	 *
	 * ## EXAMPLES
	 *
	 *     $ wp steward contact create --first_name=Nora --email=nora@example.org --contact_owner=ana --porcelain
	 *     12
	 *
	 * @param list<string>         $args       None.
	 * @param array<string, mixed> $assoc_args Fields.
	 */
	public function create( array $args, array $assoc_args ): void {
		$porcelain = \WP_CLI\Utils\get_flag_value( $assoc_args, 'porcelain', false );
		unset( $assoc_args['porcelain'] );
		$made = $this->rest->ask( 'POST', $this->path(), $this->fields( $assoc_args ) );
		$id   = Input::int( $made['id'] ?? 0 );
		if ( $porcelain ) {
			\WP_CLI::line( (string) $id );
			return;
		}
		/* translators: %d: a record's number */
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
	 * : Fields as for create; version refuses the change where somebody else was faster.
	 *
	 * @param list<string>         $args       Ids.
	 * @param array<string, mixed> $assoc_args Fields.
	 */
	public function update( array $args, array $assoc_args ): void {
		$fields = $this->fields( $assoc_args );
		/* translators: %d: a record's number */
		Output::each( $args, fn ( string $id ): array|string => $this->rest->attempt( 'PATCH', $this->one( $id ), $fields ), __( 'Updated %d.', 'steward' ) );
	}

	/**
	 * Moves to the trash, or erases for good.
	 *
	 * ## OPTIONS
	 *
	 * <id>...
	 * : Their numbers.
	 *
	 * [--force]
	 * : Erase what is in the trash, for good.
	 *
	 * [--yes]
	 * : Don't ask before erasing.
	 *
	 * @param list<string>         $args       Ids.
	 * @param array<string, mixed> $assoc_args Flags.
	 */
	public function delete( array $args, array $assoc_args ): void {
		$force = (bool) \WP_CLI\Utils\get_flag_value( $assoc_args, 'force', false );
		if ( $force ) {
			\WP_CLI::confirm( __( 'Erase for good, with all that is known about them?', 'steward' ), $assoc_args );
		}
		/* translators: %d: a record's number */
		Output::each( $args, fn ( string $id ): array|string => $this->rest->attempt( 'DELETE', $this->one( $id ), $force ? array( 'force' => true ) : array() ), $force ? __( 'Erased %d.', 'steward' ) : __( 'Moved %d to the trash.', 'steward' ) );
	}

	/**
	 * Claims what is unassigned, for the person who acts.
	 *
	 * ## OPTIONS
	 *
	 * <id>...
	 * : Their numbers.
	 *
	 * ## EXAMPLES
	 *
	 *     $ wp steward contact claim 12 13 --user=ana
	 *
	 * @param list<string> $args Ids.
	 */
	public function claim( array $args ): void {
		$this->rest->need_somebody();
		/* translators: %d: a record's number */
		Output::each( $args, fn ( string $id ): array|string => $this->rest->attempt( 'POST', $this->one( $id ) . '/claim' ), __( 'Claimed %d.', 'steward' ) );
	}

	/**
	 * Gives records to another owner, or to nobody.
	 *
	 * ## OPTIONS
	 *
	 * [<id>...]
	 * : Their numbers.
	 *
	 * --to=<user>
	 * : The new owner: id, login, e-mail address, or none.
	 *
	 * [--note=<text>]
	 * : A word to the new owner.
	 *
	 * [--filter=<json>]
	 * : Instead of numbers, filters of the list as JSON: starts a job and prints its number.
	 *
	 * ## EXAMPLES
	 *
	 *     $ wp steward contact reassign 12 --to=ben
	 *     $ wp steward job run $( wp steward contact reassign --filter='{"contact_owner":["4"]}' --to=ben --user=boss )
	 *
	 * @param list<string>         $args       Ids.
	 * @param array<string, mixed> $assoc_args New owner, note, filter.
	 */
	public function reassign( array $args, array $assoc_args ): void {
		$params = array(
			$this->type->owner_field() => $this->owner( Input::string( $assoc_args['to'] ?? '' ) ),
			'note'                     => Input::string( $assoc_args['note'] ?? '' ),
		);
		if ( isset( $assoc_args['filter'] ) ) {
			$this->rest->need_somebody();
			$job = $this->rest->ask( 'POST', $this->path() . '/reassign', $params + array( 'filter' => self::json( 'filter', $assoc_args['filter'] ) ) );
			\WP_CLI::line( Input::string( $job['id'] ?? '' ) );
			return;
		}
		if ( array() === $args ) {
			\WP_CLI::error( __( 'Give numbers of records, or a --filter.', 'steward' ) );
		}
		/* translators: %d: a record's number */
		Output::each( $args, fn ( string $id ): array|string => $this->rest->attempt( 'POST', $this->one( $id ) . '/reassign', $params ), __( 'Reassigned %d.', 'steward' ) );
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
			$fields[ $field ] = match ( $field ) {
				$this->type->owner_field() => $this->owner( Input::string( $value ) ),
				'tags'                     => Input::strings( $value ),
				'followers'                => array_map( fn ( string $who ): int => $this->rest->user( $who ), Input::strings( $value ) ),
				'custom', 'address'        => self::json( $field, $value ),
				'version', 'contact', 'stage', 'pipeline' => Input::int( $value ),
				default                    => $value,
			};
		}
		return $fields;
	}

	private function owner( string $who ): ?int {
		return 'none' === $who || '' === $who ? null : $this->rest->user( $who );
	}

	/**
	 * @return array<mixed>
	 */
	private static function json( string $name, mixed $value ): array {
		$decoded = json_decode( Input::string( $value ), true );
		if ( ! is_array( $decoded ) ) {
			/* translators: %s: name of an option */
			\WP_CLI::error( sprintf( __( '--%s must be JSON, such as \'{"key": "value"}\'.', 'steward' ), $name ) );
		}
		return $decoded;
	}

	private function path(): string {
		return '/' . $this->type->plural();
	}

	private function one( string $id ): string {
		return $this->rest->one( $this->path(), $id );
	}
}
