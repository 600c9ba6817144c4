/**
 * Settings: submission keys, mail, what people are told of, and what becomes of the data when Steward is deleted.
 */
import type { ReactElement } from 'react';
import { __ } from '@wordpress/i18n';
import { lock } from '@wordpress/icons';

import { boot } from '../../boot';
import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import { GeneralSettings } from './GeneralSettings';
import { MailPanel } from './MailPanel';
import { SubmissionKeys } from './SubmissionKeys';
import './settings.scss';

/** The Settings screen, for those who manage Steward. */
export default function SettingsScreen(): ReactElement {
	return (
		<>
			<PageHeader title={ __( 'Settings', 'steward' ) } />
			{ boot.can.manage ? (
				<div className="steward-settings">
					<SubmissionKeys />
					<MailPanel />
					<GeneralSettings />
				</div>
			) : (
				<EmptyState
					icon={ lock }
					title={ __( 'You can’t change settings', 'steward' ) }
				>
					{ __(
						'Your role lacks “Manage Steward”. Ask an administrator for it.',
						'steward'
					) }
				</EmptyState>
			) }
		</>
	);
}
