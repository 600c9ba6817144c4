<?php
/**
 * Why somebody may or may not do something, for people and programs.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Access;

use Steward\Ownership\OwnedRecord;

/**
 * The same answer in REST, on the screen and on the command line. It gives away nothing of the record but what somebody is to it.
 */
final class AccessReport {

	public function __construct( private readonly Gate $gate, private readonly RecordAccess $access, private readonly Remedies $remedies ) {
	}

	/**
	 * Each action's answer.
	 *
	 * @param Actor $viewer Who asks.
	 * @return array{user: int, relation: string, actions: array<string, array<string, mixed>>}
	 */
	public function of( Actor $person, OwnedRecord $record, Actor $viewer ): array {
		$actions = array();
		foreach ( $this->access->explain_all( $person, $record, $this->tells_trash( $record, $viewer ) ) as $verb => $steps ) {
			$actions[ $verb ] = self::answer( Decision::of( $steps, $record->type() ) );
		}
		return array(
			'user'     => $person->id,
			'relation' => $this->access->relation( $record, $person )->value,
			'actions'  => $actions,
		);
	}

	/**
	 * The same with the steps that led to each answer, and what would help.
	 *
	 * @param Actor $viewer  Who asks.
	 * @param bool  $manages Whether who asks manages Steward.
	 * @return array<string, mixed>
	 */
	public function explained( Actor $person, OwnedRecord $record, Actor $viewer, bool $manages ): array {
		$subject = $this->access->subject( $record, $person );
		$actions = array();
		foreach ( $this->access->explain_all( $person, $record, $this->tells_trash( $record, $viewer ) ) as $verb => $steps ) {
			$decision         = Decision::of( $steps, $record->type() );
			$actions[ $verb ] = self::answer( $decision ) + array(
				'steps' => array_map(
					static fn ( Step $step ): array => array(
						'rule'    => $step->rule->value,
						'text'    => StepText::of( $step, $person, $subject ),
						'outcome' => null === $step->reason ? 'yes' : 'no',
					),
					$steps
				),
			) + ( null === $decision->reason ? array() : array(
				'remedies' => $this->remedies->of( Verb::from( $verb ), $person, $record, $viewer, $manages ),
			) );
		}
		$user = get_userdata( $person->id );
		return array(
			'user'     => $person->id,
			'person'   => array(
				'name'               => $user instanceof \WP_User ? $user->display_name : '',
				'roles'              => $user instanceof \WP_User ? array_values( array_map( static fn ( string $role ): string => translate_user_role( wp_roles()->role_names[ $role ] ?? $role ), $user->roles ) ) : array(),
				'only_assigned_data' => $this->gate->is_narrowed( $person->id ),
			),
			'relation' => $subject->relation_to( $person )->value,
			'actions'  => $actions,
		);
	}

	/**
	 * That a record is in the trash is one of its fields: only whoever may view it is told.
	 */
	private function tells_trash( OwnedRecord $record, Actor $viewer ): bool {
		return $this->access->may_view( $viewer, $record );
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function answer( Decision $decision ): array {
		return array( 'allowed' => $decision->allowed ) + ( null === $decision->reason ? array() : array(
			'reason'  => $decision->reason->value,
			'message' => ReasonText::message( $decision->reason, $decision->type ),
			'remedy'  => ReasonText::remedy( $decision->reason, $decision->type ),
		) );
	}
}
