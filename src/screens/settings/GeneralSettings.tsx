import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Button, Notice, ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { Panel } from '../../components/Panel';
import { SaveBar } from '../../components/SaveBar';
import { Skeleton } from '../../components/Skeleton';
import type { Settings } from '../../entities';
import { errorText } from '../../lib/errors';
import { useNotices } from '../../lib/notices';
import { useLoaded } from '../../lib/useLoaded';
import { getSettings, saveSettings } from './api';

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

function Fields( {
	settings,
	onSaved,
}: {
	settings: Settings;
	onSaved: ( settings: Settings ) => void;
} ): ReactElement {
	const notices = useNotices();
	const [ erase, setErase ] = useState( settings.erase_on_uninstall );
	const [ isSaving, setSaving ] = useState( false );
	const [ error, setError ] = useState( '' );

	async function save(): Promise< void > {
		setSaving( true );
		setError( '' );
		try {
			onSaved( await saveSettings( { erase_on_uninstall: erase } ) );
			notices.success( __( 'Settings saved.', 'steward' ) );
		} catch ( thrown ) {
			setError( errorText( thrown ) );
		} finally {
			setSaving( false );
		}
	}

	return (
		<>
			<Panel title={ __( 'Data', 'steward' ) }>
				{ error && (
					<Notice status="error" isDismissible={ false }>
						{ error }
					</Notice>
				) }
				<ToggleControl
					__nextHasNoMarginBottom
					label={ __( 'Erase everything on uninstall', 'steward' ) }
					help={ __(
						'Off, deleting the plugin leaves everything in the database, to be found again when it is installed anew.',
						'steward'
					) }
					checked={ erase }
					onChange={ setErase }
				/>
				{ erase && <Warning /> }
			</Panel>
			<SaveBar
				isDirty={ erase !== settings.erase_on_uninstall }
				isSaving={ isSaving }
				onSave={ () => void save() }
				onDiscard={ () => {
					setErase( settings.erase_on_uninstall );
					setError( '' );
				} }
			/>
		</>
	);
}

/** The settings that Save Changes saves. */
export function GeneralSettings(): ReactElement {
	const { data, error, reload, setData } = useLoaded( getSettings );
	if ( data ) {
		return <Fields settings={ data } onSaved={ setData } />;
	}
	return (
		<Panel title={ __( 'Data', 'steward' ) }>
			{ error ? (
				<Notice status="error" isDismissible={ false }>
					<p>{ errorText( error ) }</p>
					<Button variant="secondary" onClick={ reload }>
						{ __( 'Retry', 'steward' ) }
					</Button>
				</Notice>
			) : (
				<Skeleton count={ 2 } />
			) }
		</Panel>
	);
}
