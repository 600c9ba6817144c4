<?php
/**
 * `wp steward pipeline …`
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Cli;

use Steward\Rest\Input;

/**
 * Pipelines and their stages. Changing them needs somebody who manages Steward, or nobody: then Steward itself acts.
 */
final class PipelineCommand {

	public function __construct( private readonly Rest $rest ) {
	}

	/**
	 * Lists the stages of all pipelines, in order.
	 *
	 * ## OPTIONS
	 *
	 * [--pipeline=<id>]
	 * : Only this pipeline's.
	 *
	 * [--fields=<fields>]
	 * : Columns, with commas.
	 *
	 * [--field=<field>]
	 * : Only this field, a line each.
	 *
	 * [--format=<format>]
	 * : How to print it; ids are the stages'.
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
	 * @param array<string, mixed> $assoc_args Pipeline and format.
	 */
	public function list_( array $args, array $assoc_args ): void {
		$only = Input::int( $assoc_args['pipeline'] ?? 0 );
		$rows = array();
		/** @var array{id: int, name: string, currency: string, stages: list<array<string, mixed>>} $pipeline */
		foreach ( $this->rest->ask( 'GET', '/pipelines' ) as $pipeline ) {
			foreach ( 0 === $only || $pipeline['id'] === $only ? $pipeline['stages'] : array() as $stage ) {
				$rows[] = array(
					'pipeline'      => $pipeline['id'],
					'pipeline_name' => $pipeline['name'],
					'currency'      => $pipeline['currency'],
				) + $stage;
			}
		}
		Output::items( $rows, array( 'pipeline', 'pipeline_name', 'currency', 'id', 'name', 'probability', 'outcome', 'color' ), $assoc_args );
	}

	/**
	 * Shows how many opportunities each stage of a pipeline has and what they are worth, of what the actor may view.
	 *
	 * ## OPTIONS
	 *
	 * [<id>]
	 * : The pipeline; the first unless given.
	 *
	 * [--<field>=<value>]
	 * : Any filter of the board in REST, such as owner.
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
	 * @param list<string>         $args       The pipeline.
	 * @param array<string, mixed> $assoc_args Filters and format.
	 */
	public function board( array $args, array $assoc_args ): void {
		$filters = array_diff_key( $assoc_args, array( 'format' => '' ) );
		$names   = array();
		/** @var array{stages: list<array{id: int, name: string}>} $pipeline */
		foreach ( $this->rest->ask( 'GET', '/pipelines' ) as $pipeline ) {
			$names += array_column( $pipeline['stages'], 'name', 'id' );
		}
		/** @var array{stages: list<array{stage: int, count: int, values: list<array{currency: string, value: string}>, weighted: list<array{currency: string, value: string}>}>} $board */
		$board = $this->rest->ask( 'GET', '/opportunities/board', array( 'per_stage' => 0 ) + ( isset( $args[0] ) ? array( 'pipeline' => $args[0] ) : array() ) + $filters );
		$rows  = array();
		foreach ( $board['stages'] as $column ) {
			$rows[] = array(
				'stage'    => $column['stage'],
				'name'     => $names[ $column['stage'] ] ?? '',
				'count'    => $column['count'],
				'value'    => self::amounts( $column['values'] ),
				'weighted' => self::amounts( $column['weighted'] ),
			);
		}
		Output::items( $rows, array( 'stage', 'name', 'count', 'value', 'weighted' ), $assoc_args, 'stage' );
	}

	/**
	 * Adds a pipeline with the usual stages.
	 *
	 * ## OPTIONS
	 *
	 * <name>
	 * : Its name.
	 *
	 * [--currency=<code>]
	 * : ISO 4217 code of new opportunities; the first pipeline's unless given.
	 *
	 * [--porcelain]
	 * : Print the new number only.
	 *
	 * @param array{string}        $args       Name.
	 * @param array<string, mixed> $assoc_args Currency.
	 */
	public function create( array $args, array $assoc_args ): void {
		$pipeline = $this->rest->ask( 'POST', '/pipelines', array( 'name' => $args[0] ) + array_intersect_key( $assoc_args, array( 'currency' => '' ) ) );
		$id       = Input::string( $pipeline['id'] ?? '' );
		if ( \WP_CLI\Utils\get_flag_value( $assoc_args, 'porcelain', false ) ) {
			\WP_CLI::line( $id );
			return;
		}
		/* translators: %s: a number */
		\WP_CLI::success( sprintf( __( 'Made pipeline %s.', 'steward' ), $id ) );
	}

	/**
	 * Removes a pipeline.
	 *
	 * ## OPTIONS
	 *
	 * <id>
	 * : The pipeline.
	 *
	 * [--move-to=<stage>]
	 * : The stage of another pipeline that what is in it moves to.
	 *
	 * [--yes]
	 * : Don't ask.
	 *
	 * @param array{string}        $args       The pipeline.
	 * @param array<string, mixed> $assoc_args Stage to move to.
	 */
	public function delete( array $args, array $assoc_args ): void {
		\WP_CLI::confirm( __( 'Remove the pipeline and its stages?', 'steward' ), $assoc_args );
		$this->remove( "/pipelines/{$args[0]}", $assoc_args );
	}

	/**
	 * Removes a stage.
	 *
	 * ## OPTIONS
	 *
	 * <pipeline>
	 * : The pipeline.
	 *
	 * <stage>
	 * : The stage.
	 *
	 * [--move-to=<stage>]
	 * : The stage that what is in it moves to.
	 *
	 * [--yes]
	 * : Don't ask.
	 *
	 * @subcommand delete-stage
	 *
	 * @param array{string, string} $args       Pipeline and stage.
	 * @param array<string, mixed>  $assoc_args Stage to move to.
	 */
	public function delete_stage( array $args, array $assoc_args ): void {
		\WP_CLI::confirm( __( 'Remove the stage?', 'steward' ), $assoc_args );
		$this->remove( "/pipelines/{$args[0]}/stages/{$args[1]}", $assoc_args );
	}

	/**
	 * @param array<string, mixed> $assoc_args Of the command.
	 */
	private function remove( string $path, array $assoc_args ): void {
		$params = isset( $assoc_args['move-to'] ) ? array( 'move_to' => $assoc_args['move-to'] ) : array();
		$in_use = __( 'Say to which stage they shall move with --move-to=<stage>; `wp steward pipeline list` lists them.', 'steward' );
		$answer = $this->rest->ask( 'DELETE', $path, $params, array( 'steward_stage_in_use' => $in_use ) );
		if ( isset( $answer['deleted'] ) ) {
			\WP_CLI::success( __( 'Removed.', 'steward' ) );
			return;
		}
		/* translators: 1: number of opportunities, 2: a job's number */
		\WP_CLI::success( sprintf( __( '%1$s opportunities are being moved by job %2$s.', 'steward' ), Input::string( $answer['total'] ?? '' ), Input::string( $answer['id'] ?? '' ) ) );
	}

	/**
	 * @param list<array{currency: string, value: string}> $amounts Amounts.
	 */
	private static function amounts( array $amounts ): string {
		return implode( ', ', array_map( static fn ( array $amount ): string => "{$amount['value']} {$amount['currency']}", $amounts ) );
	}
}
