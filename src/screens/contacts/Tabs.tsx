import type { ReactElement } from 'react';
import { VisuallyHidden } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';

import { boot } from '../../boot';
import { ListTabs } from '../../components/ListTabs';
import { CONTACT } from '../../entities';
import { formatNumber } from '../../lib/numbers';
import { useRoute } from '../../lib/router';
import { useUnassignedCount } from '../../lib/useUnassignedCount';
import { TABS, type Tab } from './view';

function label( tab: Tab ): string {
	switch ( tab ) {
		case 'mine':
			return __( 'Mine', 'steward' );
		case 'unassigned':
			return __( 'Unassigned', 'steward' );
		case 'following':
			return __( 'Following', 'steward' );
		case 'trash':
			return __( 'Trash', 'steward' );
		default:
			return __( 'All', 'steward' );
	}
}

/**
 * How many wait for somebody.
 *
 * @param props    Whose list it is.
 * @param props.as Through whose eyes, if not one's own.
 */
function UnassignedCount( { as }: { as: number | null } ): ReactElement | null {
	const count = useUnassignedCount( CONTACT, as );
	if ( ! count ) {
		return null;
	}
	return (
		<>
			<span className="steward-list-tabs__count" aria-hidden>
				{ formatNumber( count ) }
			</span>
			<VisuallyHidden>
				{ sprintf(
					/* translators: %s: how many contacts. */
					_n( '%s contact', '%s contacts', count, 'steward' ),
					formatNumber( count )
				) }
			</VisuallyHidden>
		</>
	);
}

/**
 * The list's tabs: links, so that each can be opened in a new window and come back to.
 *
 * @param props         Which is shown.
 * @param props.current The tab.
 * @param props.seen    Through whose eyes the list is shown; null while it isn't.
 */
export function Tabs( {
	current,
	seen,
}: {
	current: Tab;
	seen: number | null;
} ): ReactElement {
	const { as } = useRoute().params;
	// Seen as somebody else: the trash is the looker's own permission.
	const tabs = TABS.filter(
		( tab ) =>
			( tab !== 'trash' || ( boot.can.delete && ! as ) ) &&
			( tab !== 'unassigned' || boot.can.unassigned )
	);
	return (
		<ListTabs
			label={ __( 'Contacts by ownership', 'steward' ) }
			items={ tabs.map( ( tab ) => ( {
				key: tab,
				to: { tab: tab === 'all' ? '' : tab, as },
				isCurrent: tab === current,
				label: (
					<>
						{ label( tab ) }
						{ tab === 'unassigned' && ( ! as || seen ) && (
							<>
								{ ' ' }
								<UnassignedCount as={ seen } />
							</>
						) }
					</>
				),
			} ) ) }
		/>
	);
}
