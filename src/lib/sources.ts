/**
 * Where a contact came from, in words.
 */
import { __ } from '@wordpress/i18n';

/** What Steward itself and the form plugins write, by its word; names of plugins are names. */
const words = (): Record< string, string > => ( {
	manual: __( 'Added by hand', 'steward' ),
	api: __( 'REST API', 'steward' ),
	cli: __( 'WP-CLI', 'steward' ),
	php: __( 'Another plugin', 'steward' ),
	import: __( 'Import', 'steward' ),
	form: __( 'Form', 'steward' ),
	registration: __( 'Registration', 'steward' ),
	'contact-form-7': 'Contact Form 7',
	'gravity-forms': 'Gravity Forms',
	wpforms: 'WPForms',
	'ninja-forms': 'Ninja Forms',
	'fluent-forms': 'Fluent Forms',
	elementor: 'Elementor',
	forminator: 'Forminator',
	formidable: 'Formidable Forms',
	jetpack: 'Jetpack',
	woocommerce: 'WooCommerce',
} );

/**
 * A source in words; what somebody wrote is shown as it is.
 *
 * @param source The contact's source.
 */
export function sourceText( source: string ): string {
	return words()[ source ] ?? source;
}

/**
 * The source that is meant by words as they are shown, or by anything else.
 *
 * @param text The words.
 */
export function sourceOf( text: string ): string {
	const known = Object.entries( words() ).find(
		( [ , word ] ) => word === text.trim()
	);
	return known ? known[ 0 ] : text;
}
