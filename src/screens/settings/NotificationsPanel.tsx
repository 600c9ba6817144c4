import type { ReactElement } from 'react';
import { Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { Panel } from '../../components/Panel';
import { Skeleton } from '../../components/Skeleton';
import { errorText } from '../../lib/errors';
import { useLoaded } from '../../lib/useLoaded';
import { getPreferences } from '../notifications/api';
import { KindChoices } from '../notifications/KindChoices';
import type { SettingsPanelProps } from './SettingsForm';

/**
 * How people are told of what, unless they choose otherwise.
 *
 * @param props The settings as they are edited.
 */
export function NotificationsPanel( props: SettingsPanelProps ): ReactElement {
	const { settings, onChange } = props;
	const { data, error } = useLoaded( getPreferences );
	return (
		<Panel
			title={ __( 'Notifications', 'steward' ) }
			text={ __(
				'How people are told of each kind, unless they choose otherwise under Notifications.',
				'steward'
			) }
		>
			{ error && (
				<Notice status="error" isDismissible={ false }>
					{ errorText( error ) }
				</Notice>
			) }
			{ ! data && ! error && <Skeleton count={ 6 } /> }
			{ data && (
				<KindChoices
					kinds={ data }
					values={ settings.notification_defaults }
					onChange={ ( kind, delivery ) =>
						onChange( {
							notification_defaults: {
								...settings.notification_defaults,
								[ kind ]: delivery,
							},
						} )
					}
				/>
			) }
		</Panel>
	);
}
