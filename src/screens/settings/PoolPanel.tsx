import type { ReactElement } from 'react';
import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { Panel } from '../../components/Panel';
import type { SettingsPanelProps } from './SettingsForm';

/**
 * Who sees the pool of unassigned contacts.
 *
 * @param props The settings as they are edited.
 */
export function PoolPanel( props: SettingsPanelProps ): ReactElement {
	const { settings, onChange } = props;
	const isOn = settings.owned_scope_sees_unassigned;
	return (
		<Panel title={ __( 'Unassigned contacts', 'steward' ) }>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __(
					'Members with owned scope see unassigned contacts',
					'steward'
				) }
				help={
					isOn
						? __(
								'Every CRM member sees contacts that nobody owns, and may claim them where their role lets them.',
								'steward'
							)
						: __(
								'Members whose view scope is Owned see only what they own or follow: unassigned contacts are missing from their lists, counts and searches, and they can’t claim them. Somebody with view scope All has to hand them out. View scope All sees them either way.',
								'steward'
							)
				}
				checked={ isOn }
				onChange={ ( on ) =>
					onChange( { owned_scope_sees_unassigned: on } )
				}
			/>
		</Panel>
	);
}
