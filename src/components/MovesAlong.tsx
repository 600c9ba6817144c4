import { type ReactElement } from 'react';
import { CheckboxControl } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { addQueryArgs } from '@wordpress/url';

import { boot } from '../boot';
import { paths, type Contact, type Opportunity } from '../entities';
import { requestPage } from '../lib/api';
import { useLoaded } from '../lib/useLoaded';

export interface MovesAlongProps {
	contact: Contact;
	/** Whether the former owner's opportunities shall go along, where they need not. */
	checked: boolean;
	onChange: ( checked: boolean ) => void;
}

/**
 * What goes to the new owner together with a contact: with one owner for both all its opportunities; with separate owners
 * those of the former owner, if one wants to.
 *
 * @param props          The contact and the choice.
 * @param props.contact  The contact.
 * @param props.checked  The choice.
 * @param props.onChange Changes it.
 */
export function MovesAlong( {
	contact,
	checked,
	onChange,
}: MovesAlongProps ): ReactElement | null {
	const { can, separateOwners } = boot.opportunities;
	const mayChoose = separateOwners && can.reassign;
	const isAsked = can.view !== 'none' && ( mayChoose || ! separateOwners );
	const deals = useLoaded(
		async () =>
			isAsked
				? requestPage< Opportunity >(
						addQueryArgs( paths.opportunities(), {
							contact: contact.id,
							per_page: 1,
							...( separateOwners
								? { owner: contact.contact_owner ?? 'none' }
								: {} ),
						} )
					)
				: null,
		`${ contact.id }/${ contact.contact_owner ?? '' }`
	);
	const count = deals.data?.total ?? 0;
	if ( count === 0 ) {
		return null;
	}
	if ( ! separateOwners ) {
		return (
			<p className="steward-card__hint">
				{ sprintf(
					/* translators: %d: how many opportunities. */
					_n(
						'Its %d opportunity goes along.',
						'Its %d opportunities go along.',
						count,
						'steward'
					),
					count
				) }
			</p>
		);
	}
	return (
		<CheckboxControl
			__nextHasNoMarginBottom
			label={ sprintf(
				/* translators: %d: how many opportunities. */
				_n(
					'Also reassign the %d opportunity of the former owner',
					'Also reassign the %d opportunities of the former owner',
					count,
					'steward'
				),
				count
			) }
			help={ __( 'Those that you may not reassign stay.', 'steward' ) }
			checked={ checked }
			onChange={ onChange }
		/>
	);
}
