/**
 * Notifications: everything the reader was told, and how they want to be told.
 */
import type { ReactElement } from 'react';
import { __ } from '@wordpress/i18n';

import { NavTabs } from '../../components/NavTabs';
import { PageHeader } from '../../components/PageHeader';
import { useRoute } from '../../lib/router';
import { List } from './List';
import { Preferences } from './Preferences';
import './notifications.scss';

/** The Notifications screen, for every CRM member. */
export default function NotificationsScreen(): ReactElement {
	const { params } = useRoute();
	const current = params.tab === 'preferences' ? 'preferences' : '';
	const tabs = [
		{ id: '', label: __( 'Notifications', 'steward' ) },
		{ id: 'preferences', label: __( 'Preferences', 'steward' ) },
	];
	return (
		<>
			<PageHeader title={ __( 'Notifications', 'steward' ) }>
				<NavTabs
					label={ __( 'Notifications and preferences', 'steward' ) }
					tabs={ tabs }
					current={ current }
				/>
			</PageHeader>
			<div className="steward-notifications">
				{ current === 'preferences' ? <Preferences /> : <List /> }
			</div>
		</>
	);
}
