<?php
/**
 * A form plugin.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Intake;

/**
 * What Steward needs of a form plugin. It may throw anywhere: its visitors' forms go on working.
 */
interface FormProvider {

	/**
	 * Its key in REST and in the database, such as `contact-form-7`: a to z, digits and -, at most 40 characters.
	 */
	public function id(): string;

	/**
	 * What people call it.
	 */
	public function name(): string;

	/**
	 * Whether the plugin is there.
	 */
	public function is_active(): bool;

	/**
	 * Its forms; asked only while it is active.
	 *
	 * @return list<Form>
	 */
	public function forms(): array;

	/**
	 * One of its forms; null when there is none. Asked only while it is active.
	 */
	public function form( string $id ): ?Form;

	/**
	 * Hands over each submission that the form plugin took, and each that it took for spam; not those that it refused.
	 *
	 * @param callable( FormSubmission ): void $receive Takes one; never throws.
	 */
	public function listen( callable $receive ): void;
}
