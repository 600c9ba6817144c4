<?php
/**
 * Questions about one record, asked through WordPress' capabilities.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

/**
 * Makes `user_can( $user, 'steward_edit_contact', $id )` give the policy's answer.
 */
final class MetaCapabilities {

	/**
	 * @param Gate                                             $gate    The policy.
	 * @param \Closure( RecordType, int, int ): (Subject|null) $subject A kind, a record's id and the acting user's id => the
	 *                                                                    subject, null when there is none.
	 */
	public function __construct( private readonly Gate $gate, private readonly \Closure $subject ) {
	}

	/**
	 * Filter `map_meta_cap`.
	 *
	 * @param mixed $caps    Primitive capabilities so far: a list of texts, unless another filter broke it.
	 * @param mixed $cap     The capability asked for.
	 * @param mixed $user_id Who is asked about.
	 * @param mixed $args    A list, the record's id first.
	 * @return mixed Primitive capabilities; `$caps` as it came for what isn't Steward's.
	 */
	public function map( mixed $caps, mixed $cap, mixed $user_id, mixed $args ): mixed {
		if ( ! is_string( $cap ) || ! str_starts_with( $cap, 'steward_' ) ) {
			return $caps;
		}
		foreach ( RecordType::cases() as $type ) {
			$verb = Capabilities::meta( $type )[ $cap ] ?? null;
			if ( null !== $verb ) {
				return $this->answer( $type, $verb, is_numeric( $user_id ) ? (int) $user_id : 0, is_array( $args ) ? $args[0] ?? null : null );
			}
		}
		return $caps;
	}

	/**
	 * @param mixed $id The record's id.
	 * @return string[]
	 */
	private function answer( RecordType $type, Verb $verb, int $user_id, mixed $id ): array {
		$subject = is_numeric( $id ) ? ( $this->subject )( $type, (int) $id, $user_id ) : null;
		$allowed = null !== $subject && $this->gate->decide( $this->gate->actor( $user_id ), $verb, $subject )->allowed;
		return $allowed ? array( Capabilities::of( 'view', $type ) ) : array( 'do_not_allow' );
	}
}
