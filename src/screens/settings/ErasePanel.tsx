import { useEffect, useRef, type ReactElement } from 'react';
import { Notice, ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { Panel } from '../../components/Panel';
import type { SettingsPanelProps } from './SettingsForm';

/** What switching it on means, brought into sight where the window is small. */
function Warning(): ReactElement {
	const root = useRef< HTMLDivElement >( null );
	useEffect( () => {
		root.current?.scrollIntoView( { block: 'nearest' } );
	}, [] );
	return (
		<div ref={ root } className="steward-settings__warning">
			<Notice
				status="warning"
				isDismissible={ false }
				politeness="polite"
			>
				{ __(
					'When the plugin is deleted, all contacts, their history, submissions, roles and settings go with it. Nothing can bring them back but a backup.',
					'steward'
				) }
			</Notice>
		</div>
	);
}

/**
 * What becomes of the data when Steward is deleted.
 *
 * @param props The settings as they are edited.
 */
export function ErasePanel( props: SettingsPanelProps ): ReactElement {
	const { settings, onChange } = props;
	return (
		<Panel title={ __( 'Data', 'steward' ) }>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Erase everything on uninstall', 'steward' ) }
				help={ __(
					'Off, deleting the plugin leaves everything in the database, to be found again when it is installed anew.',
					'steward'
				) }
				checked={ settings.erase_on_uninstall }
				onChange={ ( on ) => onChange( { erase_on_uninstall: on } ) }
			/>
			{ settings.erase_on_uninstall && <Warning /> }
		</Panel>
	);
}
