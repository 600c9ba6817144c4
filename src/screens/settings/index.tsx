/**
 * Settings, in tabs: what holds for the whole site, opportunities and pipelines, what people are told of, submission keys.
 */
import type { ReactElement } from 'react';
import { __ } from '@wordpress/i18n';
import { lock } from '@wordpress/icons';

import { boot } from '../../boot';
import { EmptyState } from '../../components/EmptyState';
import { NavTabs } from '../../components/NavTabs';
import { PageHeader } from '../../components/PageHeader';
import { useRoute } from '../../lib/router';
import { ErasePanel } from './ErasePanel';
import { MailPanel } from './MailPanel';
import { NotificationsPanel } from './NotificationsPanel';
import { OpportunitiesSettings } from './opportunities';
import { PoolPanel } from './PoolPanel';
import { SettingsForm } from './SettingsForm';
import { SubmissionKeys } from './SubmissionKeys';
import './settings.scss';

function General(): ReactElement {
	return <SettingsForm panels={ [ PoolPanel, ErasePanel ] } />;
}

function Notifications(): ReactElement {
	return (
		<>
			<SettingsForm panels={ [ NotificationsPanel ] } />
			<MailPanel />
		</>
	);
}

/** The tabs by the `tab` of the address. */
function tabs(): { id: string; label: string; Tab: () => ReactElement }[] {
	return [
		{ id: '', label: __( 'General', 'steward' ), Tab: General },
		{
			id: 'opportunities',
			label: __( 'Opportunities & Pipelines', 'steward' ),
			Tab: OpportunitiesSettings,
		},
		{
			id: 'notifications',
			label: __( 'Notifications', 'steward' ),
			Tab: Notifications,
		},
		{
			id: 'keys',
			label: __( 'Submission keys', 'steward' ),
			Tab: SubmissionKeys,
		},
	];
}

/** The Settings screen, for those who manage Steward. */
export default function SettingsScreen(): ReactElement {
	const { params } = useRoute();
	const all = tabs();
	const current = all.find( ( { id } ) => id === params.tab ) ?? all[ 0 ]!;
	if ( ! boot.can.manage ) {
		return (
			<>
				<PageHeader title={ __( 'Settings', 'steward' ) } />
				<EmptyState
					icon={ lock }
					title={ __( 'You can’t change settings', 'steward' ) }
				>
					{ __(
						'Your role lacks “Manage Steward”. Ask an administrator for it.',
						'steward'
					) }
				</EmptyState>
			</>
		);
	}
	return (
		<>
			<PageHeader title={ __( 'Settings', 'steward' ) }>
				<NavTabs
					label={ __( 'Settings', 'steward' ) }
					tabs={ all }
					current={ current.id }
				/>
			</PageHeader>
			<div className="steward-settings" key={ current.id }>
				<current.Tab />
			</div>
		</>
	);
}
