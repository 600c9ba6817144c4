import type { ReactElement } from 'react';
import { __ } from '@wordpress/i18n';

import { boot } from '../../boot';
import { ListTabs } from '../../components/ListTabs';
import { UnassignedCount } from '../../components/UnassignedCount';
import { CONTACT } from '../../entities';
import { useRoute } from '../../lib/router';
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
								<UnassignedCount name={ CONTACT } as={ seen } />
							</>
						) }
					</>
				),
			} ) ) }
		/>
	);
}
