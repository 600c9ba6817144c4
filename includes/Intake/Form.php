<?php
/**
 * A form on the site.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Intake;

/**
 * A form as its plugin describes it.
 */
final class Form {

	/**
	 * @param string          $id       The form plugin's id of it.
	 * @param string          $title    What people call it.
	 * @param list<FormField> $fields   Fields that may be mapped: no passwords, files or captchas.
	 * @param string          $edit_url Where it is edited in wp-admin; empty where nowhere.
	 */
	public function __construct(
		public readonly string $id,
		public readonly string $title,
		public readonly array $fields,
		public readonly string $edit_url = '',
	) {
	}

	/**
	 * Whether the form has a field.
	 */
	public function has_field( string $name ): bool {
		return in_array( $name, array_column( $this->fields, 'name' ), true );
	}
}
