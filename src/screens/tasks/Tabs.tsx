import type { ReactElement } from 'react';
import { __, _n, sprintf } from '@wordpress/i18n';

import { ListTabs } from '../../components/ListTabs';
import { TabCount } from '../../components/TabCount';
import { TASK, type Task } from '../../entities';
import { formatNumber } from '../../lib/numbers';
import { useRecords } from '../../lib/useRecords';
import { TABS, type Tab } from './view';

const OVERDUE = { due: 'overdue', status: 'open', per_page: 1 };

function label( tab: Tab ): string {
	return {
		mine: __( 'Mine', 'steward' ),
		overdue: __( 'Overdue', 'steward' ),
		today: __( 'Today', 'steward' ),
		upcoming: __( 'Upcoming', 'steward' ),
		all: __( 'All', 'steward' ),
	}[ tab ];
}

/** How many are overdue, of all that the reader may see. */
function Overdue(): ReactElement {
	const { records, total } = useRecords< Task >( TASK, OVERDUE );
	return (
		<TabCount
			count={ records ? total : null }
			words={ ( count ) =>
				sprintf(
					/* translators: %s: how many follow-ups. */
					_n( '%s follow-up', '%s follow-ups', count, 'steward' ),
					formatNumber( count )
				)
			}
		/>
	);
}

/**
 * The list's tabs.
 *
 * @param props         Which is shown.
 * @param props.current The tab.
 */
export function Tabs( { current }: { current: Tab } ): ReactElement {
	return (
		<ListTabs
			label={ __( 'Follow-ups by date', 'steward' ) }
			items={ TABS.map( ( tab ) => ( {
				key: tab,
				to: { tab: tab === 'mine' ? '' : tab },
				isCurrent: tab === current,
				label: (
					<>
						{ label( tab ) }
						{ tab === 'overdue' && (
							<>
								{ ' ' }
								<Overdue />
							</>
						) }
					</>
				),
			} ) ) }
		/>
	);
}
