import type { ReactElement } from 'react';
import { __ } from '@wordpress/i18n';

import { OPPORTUNITY, type Opportunity } from '../entities';
import { RecordPicker, type RecordPickerProps } from './RecordPicker';

/**
 * A search box for the opportunities that the reader may see, by their title or their contact's name.
 *
 * @param props What is chosen.
 */
export function OpportunityPicker( props: RecordPickerProps ): ReactElement {
	return (
		<RecordPicker< Opportunity >
			{ ...props }
			name={ OPPORTUNITY }
			words={ {
				label: __( 'Opportunity', 'steward' ),
				placeholder: __( 'Search opportunities…', 'steward' ),
				none: __( 'You see no opportunities yet.', 'steward' ),
				refused: __(
					'Your role has no access to opportunities.',
					'steward'
				),
				nameOf: ( deal ) => `${ deal.title } · ${ deal.contact_name }`,
			} }
		/>
	);
}
