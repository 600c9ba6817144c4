<?php
/**
 * The form plugins that Steward knows.
 *
 * @package Steward
 */

declare( strict_types=1 );

namespace Steward\Intake;

/**
 * Steward's own and those that extensions add.
 */
final class FormProviders {

	/**
	 * All of them, active or not, in order.
	 *
	 * @return array<string, FormProvider> By id.
	 */
	public function all(): array {
		$known = array( new ContactForm7() );
		/**
		 * Filters the form plugins whose submissions may become contacts.
		 *
		 * @param FormProvider[] $providers Steward's own.
		 */
		$providers = apply_filters( 'steward_form_providers', $known );
		$all       = array();
		foreach ( is_array( $providers ) ? $providers : $known as $provider ) {
			if ( $provider instanceof FormProvider ) {
				$all[ $provider->id() ] = $provider;
			}
		}
		return $all;
	}

	/**
	 * One of them.
	 */
	public function find( string $id ): ?FormProvider {
		return $this->all()[ $id ] ?? null;
	}
}
