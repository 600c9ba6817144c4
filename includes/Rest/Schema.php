<?php
/**
 * JSON schemas.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Rest;

/**
 * What the schemas at OPTIONS are made of: draft-04 as WordPress has it. Objects are closed, so that a schema that leaves something out is wrong.
 */
final class Schema {

	/**
	 * A schema.
	 *
	 * @param string                              $title      What it is of.
	 * @param array<string, array<string, mixed>> $properties Name => its schema.
	 * @return array<string, mixed>
	 */
	public static function of( string $title, array $properties ): array {
		return array(
			'$schema' => 'http://json-schema.org/draft-04/schema#',
			'title'   => "steward-$title",
		) + self::object( $properties );
	}

	/**
	 * A value.
	 *
	 * @param string|list<string>  $type JSON type.
	 * @param array<string, mixed> $more Further keywords.
	 * @return array<string, mixed>
	 */
	public static function value( string|array $type, string $description, array $more = array() ): array {
		return array(
			'description' => $description,
			'type'        => $type,
		) + $more;
	}

	/**
	 * One of some texts.
	 *
	 * @param list<string> $values The texts.
	 * @return array<string, mixed>
	 */
	public static function choice( string $description, array $values ): array {
		return self::value( 'string', $description, array( 'enum' => $values ) );
	}

	/**
	 * A point in time.
	 *
	 * @return array<string, mixed>
	 */
	public static function time( string $description ): array {
		return self::value( 'string', $description, array( 'format' => 'date-time' ) );
	}

	/**
	 * An object without other properties.
	 *
	 * @param array<string, array<string, mixed>> $properties  Name => its schema.
	 * @return array<string, mixed>
	 */
	public static function object( array $properties, string $description = '' ): array {
		return ( '' === $description ? array() : array( 'description' => $description ) ) + array(
			'type'                 => 'object',
			'properties'           => $properties,
			'additionalProperties' => false,
		);
	}

	/**
	 * An object whose names are data.
	 *
	 * @param array<string, mixed> $value Schema of each value.
	 * @return array<string, mixed>
	 */
	public static function map( string $description, array $value ): array {
		return self::value( 'object', $description, array( 'additionalProperties' => $value ) );
	}

	/**
	 * A list.
	 *
	 * @param array<string, mixed> $item Schema of each item; what stands on its own is taken without its head.
	 * @return array<string, mixed>
	 */
	public static function items( string $description, array $item ): array {
		return self::value( 'array', $description, array( 'items' => array_diff_key( $item, array_flip( array( '$schema', 'title' ) ) ) ) );
	}

	/**
	 * The same, or null.
	 *
	 * @param array<string, mixed> $schema Schema of one type; what stands on its own is taken without its head.
	 * @param string               $description Its own unless given.
	 * @return array<string, mixed>
	 */
	public static function nullable( array $schema, string $description = '' ): array {
		$schema['type'] = array( $schema['type'], 'null' );
		return ( '' === $description ? array() : array( 'description' => $description ) ) + array_diff_key( $schema, array_flip( array( '$schema', 'title' ) ) );
	}

	/**
	 * Properties that a client never sets.
	 *
	 * @param array<string, array<string, mixed>> $properties Name => its schema.
	 * @return array<string, array<string, mixed>>
	 */
	public static function read_only( array $properties ): array {
		return array_map( static fn ( array $property ): array => $property + array( 'readonly' => true ), $properties );
	}

	/**
	 * Properties with the contexts they are shown in.
	 *
	 * @param array<string, array<string, mixed>> $properties Name => its schema.
	 * @param list<string>                        $embedded   Those that are embedded, too.
	 * @return array<string, array<string, mixed>>
	 */
	public static function in_contexts( array $properties, array $embedded ): array {
		foreach ( array_keys( $properties ) as $name ) {
			$properties[ $name ]['context'] = in_array( $name, $embedded, true ) ? array( 'view', 'edit', 'embed' ) : array( 'view', 'edit' );
		}
		return $properties;
	}

	/**
	 * What may be set, as arguments of a route that reads values as they were sent.
	 *
	 * @param array<string, mixed> $schema As of() gives it.
	 * @return array<string, array<string, mixed>>
	 */
	public static function args( array $schema ): array {
		/** @var array<string, array<string, mixed>> $properties */
		$properties = $schema['properties'];
		$writable   = array_filter( $properties, static fn ( array $property ): bool => true !== ( $property['readonly'] ?? false ) );
		// Without null WordPress would cast each value to its type, or refuse it in other words.
		return array_map( static fn ( array $property ): array => array( 'sanitize_callback' => null ) + array_diff_key( $property, array( 'context' => 0 ) ), $writable );
	}
}
