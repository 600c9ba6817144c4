<?php
/**
 * What becomes of a form's submissions.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Intake;

/**
 * The settings of one form. Off until somebody switches it on.
 */
final class FormConfig {

	public const OWNER_UNASSIGNED = 'unassigned';
	public const OWNER_USER       = 'user';
	public const OWNER_SUBMITTER  = 'submitter';

	/** Named in the contract; there are no rules yet. */
	public const OWNER_RULES = 'rules';

	/**
	 * @param bool                  $enabled    Whether submissions become contacts.
	 * @param array<string, string> $mapping    Field of a contact => form field.
	 * @param list<string>          $tags       Tags that its contacts get.
	 * @param string                $source     Where its contacts are said to come from.
	 * @param string                $owner_mode One of the OWNER constants.
	 * @param int|null              $owner_user The owner, with OWNER_USER.
	 */
	public function __construct(
		public readonly bool $enabled = false,
		public readonly array $mapping = array(),
		public readonly array $tags = array(),
		public readonly string $source = 'form',
		public readonly string $owner_mode = self::OWNER_UNASSIGNED,
		public readonly ?int $owner_user = null,
	) {
	}

	/**
	 * What a form has before anybody has set anything.
	 */
	public static function initial( FormProvider $provider, Form $form ): self {
		return new self( false, FieldNames::suggest( $form->fields ), array(), $provider->id() );
	}

	/**
	 * From what is stored.
	 */
	public static function from_json( string $json ): self {
		/** @var mixed $stored */
		$stored = json_decode( $json, true );
		$stored = is_array( $stored ) ? $stored : array();
		$owner  = is_array( $stored['owner'] ?? null ) ? $stored['owner'] : array();
		$user   = $owner['user'] ?? null;
		$mode   = $owner['mode'] ?? null;
		$source = $stored['source'] ?? null;
		$texts  = static fn ( mixed $list ): array => is_array( $list ) ? array_filter( $list, 'is_string' ) : array();
		/** @var array<string, string> $mapping */
		$mapping = $texts( $stored['mapping'] ?? null );
		return new self(
			true === ( $stored['enabled'] ?? false ),
			$mapping,
			array_values( $texts( $stored['tags'] ?? null ) ),
			is_string( $source ) ? $source : 'form',
			is_string( $mode ) ? $mode : self::OWNER_UNASSIGNED,
			is_int( $user ) ? $user : null,
		);
	}

	/**
	 * As REST gives it and the database keeps it.
	 *
	 * @return array{enabled: bool, mapping: object, tags: list<string>, source: string, owner: array{mode: string, user?: int}}
	 */
	public function to_array(): array {
		$owner = array( 'mode' => $this->owner_mode );
		if ( null !== $this->owner_user ) {
			$owner['user'] = $this->owner_user;
		}
		return array(
			'enabled' => $this->enabled,
			'mapping' => (object) $this->mapping,
			'tags'    => $this->tags,
			'source'  => $this->source,
			'owner'   => $owner,
		);
	}
}
