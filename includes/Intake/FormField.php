<?php
/**
 * A field of a form.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Intake;

/**
 * What can be mapped to a field of a contact.
 */
final class FormField {

	/**
	 * @param string $name  The form plugin's name of it, the key of its value.
	 * @param string $label What people read.
	 * @param string $type  The form plugin's type, such as text, email, tel.
	 */
	public function __construct( public readonly string $name, public readonly string $label, public readonly string $type ) {
	}

	/**
	 * As REST gives it.
	 *
	 * @return array{name: string, label: string, type: string}
	 */
	public function to_array(): array {
		return array(
			'name'  => $this->name,
			'label' => $this->label,
			'type'  => $this->type,
		);
	}
}
