<?php
/**
 * Roles as JSON.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Roles;

use Steward\Access\RecordType;
use Steward\Rest\Schema;

/**
 * The JSON schemas of a role's row, of a preset, and of what a change would mean.
 */
final class RoleSchema {

	private const MAX_NAME = 60;

	/**
	 * A role.
	 *
	 * @return array<string, mixed>
	 */
	public static function get(): array {
		$read_only = array(
			'role'      => self::role(),
			'users'     => Schema::value( 'integer', __( 'How many people have it.', 'steward' ) ),
			'removable' => Schema::value( 'boolean', __( 'Whether it was made in the Role Manager.', 'steward' ) ),
			'warnings'  => self::warnings(),
		);
		return Schema::of( 'role', array( 'name' => self::name() ) + RoleMatrix::schema() + Schema::read_only( $read_only ) );
	}

	/**
	 * A preset.
	 *
	 * @return array<string, mixed>
	 */
	public static function preset(): array {
		$properties = array(
			'preset'      => Schema::choice( __( 'The preset.', 'steward' ), array_map( 'strval', array_keys( Presets::all() ) ) ),
			'name'        => Schema::value( 'string', __( 'What it is called.', 'steward' ) ),
			'description' => Schema::value( 'string', __( 'Whom it is for.', 'steward' ) ),
		);
		return Schema::of( 'role-preset', Schema::read_only( $properties + RoleMatrix::schema() ) );
	}

	/**
	 * What a change would mean for a role.
	 *
	 * @return array<string, mixed>
	 */
	public static function preview(): array {
		$person  = array(
			'user' => Schema::value( 'integer', __( 'The user\'s id.', 'steward' ) ),
			'name' => Schema::value( 'string', __( 'Name.', 'steward' ) ),
		);
		$summary = array();
		foreach ( RecordType::cases() as $type ) {
			$person[ $type->plural() ]  = Schema::object( array_intersect_key( self::numbers(), array_flip( array( 'gained', 'lost' ) ) ), __( 'Records of this kind.', 'steward' ) );
			$summary[ $type->plural() ] = Schema::object( self::numbers(), __( 'Records of this kind.', 'steward' ) );
		}
		$refusal    = Schema::object( self::warning() + array( 'remedy' => Schema::value( 'string', __( 'What would help.', 'steward' ) ) ) );
		$properties = array(
			'role'     => self::role(),
			'name'     => self::name(),
			'people'   => Schema::value( 'integer', __( 'How many people have it.', 'steward' ) ),
			'affected' => Schema::value( 'integer', __( 'How many of them would see more or less.', 'steward' ) ),
		) + $summary + array(
			'each'     => Schema::items( __( 'Those with the largest change.', 'steward' ), Schema::object( $person ) ),
			'warnings' => self::warnings(),
			'refusal'  => Schema::nullable( $refusal, __( 'Why it would be refused; null where it would not.', 'steward' ) ),
		);
		return Schema::of( 'role-preview', Schema::read_only( $properties ) );
	}

	/**
	 * Cells of a role, any of them.
	 *
	 * @return array<string, mixed>
	 */
	public static function cells( string $description = '' ): array {
		return Schema::object( RoleMatrix::schema(), $description );
	}

	/**
	 * A role's name.
	 *
	 * @return array<string, mixed>
	 */
	public static function name(): array {
		$length = array(
			'minLength' => 1,
			'maxLength' => self::MAX_NAME,
		);
		return Schema::value( 'string', __( 'The role\'s name.', 'steward' ), $length );
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function role(): array {
		return Schema::value( 'string', __( 'The role.', 'steward' ) );
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function warnings(): array {
		return Schema::items( __( 'What in the row makes no sense; it is allowed all the same.', 'steward' ), Schema::object( self::warning() ) );
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private static function warning(): array {
		return array(
			'cell'    => Schema::value( 'string', __( 'The cell, such as contacts.update.', 'steward' ) ),
			'message' => Schema::value( 'string', __( 'What is wrong.', 'steward' ) ),
		);
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private static function numbers(): array {
		return array(
			'gained'       => Schema::value( 'integer', __( 'How many more one person would see, at most.', 'steward' ) ),
			'gained_least' => Schema::value( 'integer', __( 'How many more, at least.', 'steward' ) ),
			'gaining'      => Schema::value( 'integer', __( 'How many people would see more.', 'steward' ) ),
			'lost'         => Schema::value( 'integer', __( 'How many fewer one person would see, at most.', 'steward' ) ),
			'lost_least'   => Schema::value( 'integer', __( 'How many fewer, at least.', 'steward' ) ),
			'losing'       => Schema::value( 'integer', __( 'How many people would see fewer.', 'steward' ) ),
		);
	}
}
