<?php
/**
 * `wp steward access`.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Cli;

use Steward\Access\RecordType;
use Steward\Rest\Input;

/**
 * Why not? The same answer as in REST and on the screen.
 */
final class AccessCommand {

	public function __construct( private readonly Rest $rest ) {
	}

	/**
	 * Says for each action whether somebody may do it to a record, why not, and what would help.
	 *
	 * ## OPTIONS
	 *
	 * <id>
	 * : The contact's number.
	 *
	 * [--for=<user>]
	 * : Whose access: id, login or e-mail address; --user's unless given. Another's needs team reports or Manage Steward.
	 *
	 * [--type=<type>]
	 * : Kind of record.
	 * ---
	 * default: contact
	 * ---
	 *
	 * [--steps]
	 * : Name each rule that was looked at, and what would help.
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
	 * ## EXAMPLES
	 *
	 *     # May Ana see, edit, claim contact 12?
	 *     $ wp steward access 12 --user=ana
	 *
	 *     # Rule by rule.
	 *     $ wp steward access 12 --for=ana --steps
	 *
	 * @param array{string}        $args       The id.
	 * @param array<string, mixed> $assoc_args Options.
	 */
	public function __invoke( array $args, array $assoc_args ): void {
		$type = RecordType::tryFrom( Input::string( $assoc_args['type'] ?? 'contact' ) );
		if ( null === $type ) {
			\WP_CLI::error( __( 'There is no such kind of record.', 'steward' ) );
		}
		if ( ! isset( $assoc_args['for'] ) ) {
			$this->rest->need_somebody();
		}
		$steps  = (bool) \WP_CLI\Utils\get_flag_value( $assoc_args, 'steps', false );
		$params = isset( $assoc_args['for'] ) ? array( 'user' => $this->rest->user( Input::string( $assoc_args['for'] ) ) ) : array();
		$answer = $this->rest->ask( 'GET', '/' . $type->plural() . '/' . (int) $args[0] . '/access', $params + ( $steps ? array( 'steps' => true ) : array() ) );
		$quote  = self::quoting( $params['user'] ?? 0 );
		$rows   = array();
		foreach ( is_array( $answer['actions'] ?? null ) ? $answer['actions'] : array() as $verb => $decision ) {
			$decision = is_array( $decision ) ? $decision : array();
			$rows[]   = array(
				'action'  => $verb,
				'allowed' => true === ( $decision['allowed'] ?? false ),
				'reason'  => $decision['reason'] ?? '',
				'why'     => $quote( Input::string( $decision['message'] ?? '' ), true ),
				'remedy'  => $quote( Input::string( $decision['remedy'] ?? '' ), false ),
				'steps'   => self::lines( $decision['steps'] ?? null, static fn ( array $step ): string => ( 'yes' === $step['outcome'] ? '+ ' : '- ' ) . Input::string( $step['text'] ) ),
				'helps'   => self::lines( $decision['remedies'] ?? null, static fn ( array $remedy ): string => Input::string( $remedy['label'] ) ),
			);
		}
		Output::items( $rows, $steps ? array( 'action', 'allowed', 'reason', 'steps', 'helps' ) : array( 'action', 'allowed', 'reason', 'why', 'remedy' ), $assoc_args, 'action' );
	}

	/**
	 * The words are for whom they are about: told to somebody else, they are in quotes.
	 *
	 * @param int $user Whose access, where it is another's; else 0.
	 * @return \Closure( string, bool ): string Takes the words and whether to say whose they are.
	 */
	private static function quoting( int $user ): \Closure {
		$person = get_userdata( $user );
		if ( ! $person instanceof \WP_User || get_current_user_id() === $user ) {
			return static fn ( string $words ): string => $words;
		}
		return static fn ( string $words, bool $named ): string => match ( true ) {
			'' === $words => '',
			/* translators: 1: a person's name, 2: the words they are told */
			$named        => sprintf( __( '%1$s reads: “%2$s”', 'steward' ), $person->display_name, $words ),
			/* translators: %s: words that somebody is told */
			default       => sprintf( __( '“%s”', 'steward' ), $words ),
		};
	}

	/**
	 * @param callable( array<mixed> ): string $line An item's line.
	 * @return list<string>
	 */
	private static function lines( mixed $items, callable $line ): array {
		return array_values( array_map( $line, array_filter( is_array( $items ) ? $items : array(), 'is_array' ) ) );
	}
}
