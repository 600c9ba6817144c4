import { useEffect, type ReactElement } from 'react';
import { VisuallyHidden } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';

import { boot } from '../../boot';
import { ListTabs } from '../../components/ListTabs';
import { formatNumber } from '../../lib/numbers';
import { useRoute } from '../../lib/router';
import { useUnassignedCount } from './useUnassignedCount';
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

/** Where the last count is kept, so that its room is there before the next one arrives. */
const LAST_COUNT = 'steward-unassigned-count';

/** How many wait for somebody. The tabs after it don't move when it arrives. */
function UnassignedCount(): ReactElement {
	const count = useUnassignedCount();
	useEffect( () => {
		if ( count !== null ) {
			window.localStorage.setItem( LAST_COUNT, String( count ) );
		}
	}, [ count ] );
	if ( count === null ) {
		const last = Number( window.localStorage.getItem( LAST_COUNT ) );
		return (
			<span className="steward-list-tabs__count is-awaited" aria-hidden>
				{ formatNumber( last || 0 ) }
			</span>
		);
	}
	return (
		<>
			<span className="steward-list-tabs__count" aria-hidden>
				{ formatNumber( count ) }
			</span>
			<VisuallyHidden>
				{ sprintf(
					/* translators: %d: how many contacts. */
					_n( '%d contact', '%d contacts', count, 'steward' ),
					count
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
 */
export function Tabs( { current }: { current: Tab } ): ReactElement {
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
						{ tab === 'unassigned' && ! as && (
							<>
								{ ' ' }
								<UnassignedCount />
							</>
						) }
					</>
				),
			} ) ) }
		/>
	);
}
