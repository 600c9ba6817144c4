/**
 * Notifications: everything the reader was told, and how they want to be told.
 */
import type { ReactElement } from 'react';
import { __ } from '@wordpress/i18n';

import { PageHeader } from '../../components/PageHeader';
import { Link, useRoute } from '../../lib/router';
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
				<nav
					className="steward-page-tabs"
					aria-label={ __(
						'Notifications and preferences',
						'steward'
					) }
				>
					{ tabs.map( ( { id, label } ) => (
						<Link
							key={ id }
							to={ { tab: id } }
							aria-current={ id === current ? 'page' : undefined }
						>
							{ label }
						</Link>
					) ) }
				</nav>
			</PageHeader>
			<div className="steward-notifications">
				{ current === 'preferences' ? <Preferences /> : <List /> }
			</div>
		</>
	);
}
