<?php
/**
 * What Steward uses of Contact Form 7, for static analysis only.
 */

declare( strict_types=1 );

class WPCF7_ContactForm {
	/**
	 * @param array<string, mixed>|string $args
	 * @return array<int, self>
	 */
	public static function find( $args = '' ): array {
		return array();
	}

	/** @return int|null */
	public function id() {
		return null;
	}

	/** @return string|null */
	public function title() {
		return null;
	}

	/** @return mixed */
	public function prop( string $name ) {
		return null;
	}

	/**
	 * @param array<string, mixed>|null $cond
	 * @return list<WPCF7_FormTag>
	 */
	public function scan_form_tags( $cond = null ): array {
		return array();
	}

	public function in_demo_mode(): bool {
		return false;
	}

	public function is_true( string $name ): bool {
		return false;
	}
}

class WPCF7_FormTag {
	/** @var string */
	public $type;
	/** @var string */
	public $basetype;
	/** @var string */
	public $raw_name;
	/** @var string */
	public $name;
	/** @var list<string> */
	public $options = array();
	/** @var list<string> */
	public $values = array();
	/** @var list<string> */
	public $labels = array();

	public function is_required(): bool {
		return false;
	}
}

class WPCF7_Submission {
	public static function get_instance(): ?self {
		return null;
	}

	/**
	 * @param string $name
	 * @return mixed
	 */
	public function get_posted_data( $name = '' ) {
		return array();
	}

	public function get_posted_data_hash(): string {
		return '';
	}

	/** @return mixed */
	public function get_meta( string $name ) {
		return null;
	}

	public function is( string $status ): bool {
		return false;
	}

	public function get_status(): string {
		return '';
	}
}

/**
 * @param string|list<string> $feature
 */
function wpcf7_form_tag_supports( string $tag, $feature ): bool {
	return false;
}
