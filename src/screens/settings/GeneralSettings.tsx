import { useState, type ReactElement } from 'react';
import { Button, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { Panel } from '../../components/Panel';
import { SaveBar } from '../../components/SaveBar';
import { Skeleton } from '../../components/Skeleton';
import type { Settings } from '../../entities';
import { errorText } from '../../lib/errors';
import { useNotices } from '../../lib/notices';
import { useLoaded } from '../../lib/useLoaded';
import { getSettings, saveSettings } from './api';
import { changesOf } from './changes';
import { ErasePanel } from './ErasePanel';
import { NotificationsPanel } from './NotificationsPanel';
import { PoolPanel } from './PoolPanel';

/** What each panel of settings gets; Save Changes is for all of them. */
export interface SettingsPanelProps {
	/** The settings as they are edited. */
	settings: Settings;
	/** Some of them are to be otherwise; saved with the rest. */
	onChange: ( changes: Partial< Settings > ) => void;
}

/** The panels, from top to bottom. A further one is a line here. */
const PANELS: ( ( props: SettingsPanelProps ) => ReactElement )[] = [
	PoolPanel,
	NotificationsPanel,
	ErasePanel,
];

function Fields( {
	stored,
	onSaved,
}: {
	stored: Settings;
	onSaved: ( settings: Settings ) => void;
} ): ReactElement {
	const notices = useNotices();
	const [ draft, setDraft ] = useState< Partial< Settings > >( {} );
	const [ isSaving, setSaving ] = useState( false );
	const [ error, setError ] = useState( '' );
	const changes = changesOf( stored, draft );

	async function save(): Promise< void > {
		setSaving( true );
		setError( '' );
		try {
			onSaved( await saveSettings( changes ) );
			setDraft( {} );
			notices.success( __( 'Settings saved.', 'steward' ) );
		} catch ( thrown ) {
			setError( errorText( thrown ) );
		} finally {
			setSaving( false );
		}
	}

	return (
		<>
			{ PANELS.map( ( SettingsPanel, at ) => (
				<SettingsPanel
					key={ at }
					settings={ { ...stored, ...draft } }
					onChange={ ( more ) =>
						setDraft( ( last ) => ( { ...last, ...more } ) )
					}
				/>
			) ) }
			{ error && (
				<Notice status="error" isDismissible={ false }>
					{ error }
				</Notice>
			) }
			<SaveBar
				isDirty={ Object.keys( changes ).length > 0 }
				isSaving={ isSaving }
				onSave={ () => void save() }
				onDiscard={ () => {
					setDraft( {} );
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
		return <Fields stored={ data } onSaved={ setData } />;
	}
	return (
		<Panel title={ __( 'General', 'steward' ) }>
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
