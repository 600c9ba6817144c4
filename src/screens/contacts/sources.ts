import { __ } from '@wordpress/i18n';

/**
 * Where a contact came from, in words; a source that Steward didn't set itself is shown as it is.
 *
 * @param source The contact's source.
 */
export function sourceText( source: string ): string {
	switch ( source ) {
		case 'manual':
			return __( 'Added by hand', 'steward' );
		case 'api':
			return __( 'REST API', 'steward' );
		case 'import':
			return __( 'Import', 'steward' );
		case 'cli':
			return __( 'WP-CLI', 'steward' );
		default:
			return source;
	}
}
