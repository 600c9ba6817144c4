<?php
/**
 * `wp steward …`
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Cli;

use Steward\Access\Gate;
use Steward\Access\RecordType;
use Steward\Background\JobRunner;

/**
 * Registers the commands. They ask the REST interface within the process, so that they check, refuse and answer as it does;
 * the cause of what they change is `cli`. WP-CLI's --user acts; without it Steward itself does.
 */
final class Commands {

	/**
	 * @param list<RecordType>      $types  The kinds of records that are kept.
	 * @param callable(): JobRunner $runner Gets jobs done.
	 */
	public static function register( Gate $gate, array $types, callable $runner ): void {
		$gate->act_as_system_without_user();
		$rest = new Rest( $gate );
		foreach ( $types as $type ) {
			\WP_CLI::add_command( "steward $type->value", new RecordCommand( $rest, $type ) );
		}
		\WP_CLI::add_command( 'steward task', new TaskCommand( $rest ) );
		\WP_CLI::add_command( 'steward pipeline', new PipelineCommand( $rest ) );
		\WP_CLI::add_command( 'steward access', new AccessCommand( $rest ) );
		\WP_CLI::add_command( 'steward member', new MemberCommand( $rest ) );
		\WP_CLI::add_command( 'steward role', new RoleCommand( $rest ) );
		\WP_CLI::add_command( 'steward job', new JobCommand( $rest, $runner ) );
	}
}
