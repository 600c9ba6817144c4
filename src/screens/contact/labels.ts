/**
 * Fields and their values in words: for the form, the comparison of two versions, and the activity.
 */
import { __ } from '@wordpress/i18n';

import { sourceText } from '../../lib/sources';
import type { FieldValue, FixedKey } from './changes';

/** The language of the screen, for names of countries. */
const language = (): string => document.documentElement.lang || 'en';

/**
 * A country's name in the language of the screen.
 *
 * @param code ISO 3166-1 alpha-2.
 */
export function countryName( code: string ): string {
	try {
		return (
			new Intl.DisplayNames( [ language() ], { type: 'region' } ).of(
				code
			) ?? code
		);
	} catch {
		return code;
	}
}

function fixedLabels(): Record< FixedKey, string > {
	return {
		first_name: __( 'First name', 'steward' ),
		last_name: __( 'Last name', 'steward' ),
		email: __( 'E-mail', 'steward' ),
		phone: __( 'Phone', 'steward' ),
		company: __( 'Company', 'steward' ),
		title: __( 'Job title', 'steward' ),
		website: __( 'Website', 'steward' ),
		'address.line1': __( 'Street', 'steward' ),
		'address.line2': __( 'Street, second line', 'steward' ),
		'address.city': __( 'City', 'steward' ),
		'address.region': __( 'State or region', 'steward' ),
		'address.postcode': __( 'Postcode', 'steward' ),
		'address.country': __( 'Country', 'steward' ),
		tags: __( 'Tags', 'steward' ),
		source: __( 'Source', 'steward' ),
		source_id: __( 'Id at the source', 'steward' ),
	};
}

/** What else the activity names. */
function activityLabels(): Record< string, string > {
	return {
		contact_owner: __( 'Owner', 'steward' ),
		owner: __( 'Owner', 'steward' ),
		stage: __( 'Stage', 'steward' ),
		pipeline: __( 'Pipeline', 'steward' ),
		value: __( 'Value', 'steward' ),
		currency: __( 'Currency', 'steward' ),
		expected_close: __( 'Expected close', 'steward' ),
		contact: __( 'Contact', 'steward' ),
		assignee: __( 'Assignee', 'steward' ),
	};
}

/** The activity names address parts by their columns. */
const COLUMNS: Record< string, FixedKey > = {
	address_line1: 'address.line1',
	address_line2: 'address.line2',
	city: 'address.city',
	region: 'address.region',
	postcode: 'address.postcode',
	country: 'address.country',
};

/**
 * What a field is called on screen.
 *
 * @param key A field's key, or its name in the activity.
 */
export function fieldLabel( key: string ): string {
	if ( key.startsWith( 'custom.' ) ) {
		return key.slice( 'custom.'.length );
	}
	const labels: Record< string, string > = {
		...fixedLabels(),
		...activityLabels(),
	};
	return labels[ COLUMNS[ key ] ?? key ] ?? key;
}

/**
 * A field's value as text; empty when there is none.
 *
 * @param key   A field's key, or its name in the activity.
 * @param value Its value.
 */
export function fieldText(
	key: string,
	value: FieldValue | undefined
): string {
	if ( value === null || value === undefined || value === '' ) {
		return '';
	}
	if ( Array.isArray( value ) ) {
		return value.join( ', ' );
	}
	if ( typeof value === 'boolean' ) {
		return value ? __( 'Yes', 'steward' ) : __( 'No', 'steward' );
	}
	if ( key === 'source' ) {
		return sourceText( String( value ) );
	}
	if ( key === 'address.country' || key === 'country' ) {
		return countryName( String( value ) );
	}
	return String( value );
}
