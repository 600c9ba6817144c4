import type { ReactElement } from 'react';
import { Notice } from '@wordpress/components';
import { useEntityRecords } from '@wordpress/core-data';
import { __, sprintf } from '@wordpress/i18n';

import { KIND, MEMBER, type Member } from '../../entities';
import { navigate, useRoute } from '../../lib/router';

/** Through whose eyes the list is looked at; null for one's own. */
export function useSeenAs(): number | null {
	const { as } = useRoute().params;
	return as && /^[1-9]\d{0,15}$/.test( as ) ? Number( as ) : null;
}

/**
 * Says whose list this is, with a way back to one's own.
 *
 * @param props      Whose.
 * @param props.user Their id.
 */
export function SeenAs( { user }: { user: number } ): ReactElement {
	const { records, hasResolved } = useEntityRecords< Member >( KIND, MEMBER, {
		include: [ user ],
		per_page: 1,
	} );
	const name = records?.[ 0 ]?.name ?? ( hasResolved ? `#${ user }` : '…' );
	return (
		<Notice
			status="info"
			isDismissible={ false }
			className="steward-contacts__seen-as"
			actions={ [
				{
					label: __( 'Stop', 'steward' ),
					onClick: () => navigate( {} ),
				},
			] }
		>
			{ sprintf(
				/* translators: %s: a person. */
				__( 'You see what %s sees. Read only.', 'steward' ),
				name
			) }
		</Notice>
	);
}
