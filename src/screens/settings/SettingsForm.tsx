import { useState, type ReactElement, type ReactNode } from 'react';
import { Button, Notice } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';

import { Panel } from '../../components/Panel';
import { SaveBar } from '../../components/SaveBar';
import { Skeleton } from '../../components/Skeleton';
import type { SavedSettings, Settings } from '../../entities';
import { errorText } from '../../lib/errors';
import { useNotices } from '../../lib/notices';
import { formatNumber } from '../../lib/numbers';
import { useLoaded } from '../../lib/useLoaded';
import { getSettings, saveSettings } from './api';
import { changesOf } from './changes';

/** What each panel of settings gets; Save Changes is for all of them. */
export interface SettingsPanelProps {
	/** The settings as they are edited. */
	settings: Settings;
	/** The settings as they are. */
	stored: Settings;
	/** Some of them are to be otherwise; saved with the rest. */
	onChange: ( changes: Partial< Settings > ) => void;
}

/** Asks before something that is hard to take back is saved. */
export interface SettingsQuestionProps {
	isBusy: boolean;
	onConfirm: () => void;
	onCancel: () => void;
}

export interface SettingsFormProps {
	/** The panels, from top to bottom. */
	panels: ( ( props: SettingsPanelProps ) => ReactElement | null )[];
	/** The question to ask before these changes are saved, if any. */
	question?: (
		changes: Partial< Settings >
	) => ( ( props: SettingsQuestionProps ) => ReactElement ) | null;
	onSaved?: ( saved: SavedSettings ) => void;
	/** What stands below the form; loads beside it, and isn’t shown before it, which would push it away. */
	children?: ReactNode;
}

/** What happened, and what goes on. */
function savedText( { job }: SavedSettings ): string {
	return job
		? sprintf(
				/* translators: %s: how many opportunities. */
				_n(
					'Settings saved. %s opportunity is being reassigned.',
					'Settings saved. %s opportunities are being reassigned.',
					job.total,
					'steward'
				),
				formatNumber( job.total )
			)
		: __( 'Settings saved.', 'steward' );
}

function Fields( {
	panels,
	question,
	stored,
	onSaved,
}: Omit< SettingsFormProps, 'children' > & {
	stored: Settings;
	onSaved: ( settings: SavedSettings ) => void;
} ): ReactElement {
	const notices = useNotices();
	const [ draft, setDraft ] = useState< Partial< Settings > >( {} );
	const [ isAsking, setAsking ] = useState( false );
	const [ isSaving, setSaving ] = useState( false );
	const [ error, setError ] = useState( '' );
	const changes = changesOf( stored, draft );
	const Question = question?.( changes ) ?? null;

	async function save(): Promise< void > {
		setSaving( true );
		setError( '' );
		try {
			const saved = await saveSettings( changes );
			onSaved( saved );
			setDraft( {} );
			notices.success( savedText( saved ) );
		} catch ( thrown ) {
			setError( errorText( thrown ) );
		} finally {
			setSaving( false );
			setAsking( false );
		}
	}

	return (
		<div className="steward-settings__form">
			{ panels.map( ( SettingsPanel, at ) => (
				<SettingsPanel
					key={ at }
					settings={ { ...stored, ...draft } }
					stored={ stored }
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
				onSave={ () => ( Question ? setAsking( true ) : void save() ) }
				onDiscard={ () => {
					setDraft( {} );
					setError( '' );
				} }
			/>
			{ isAsking && Question && (
				<Question
					isBusy={ isSaving }
					onConfirm={ () => void save() }
					onCancel={ () => setAsking( false ) }
				/>
			) }
		</div>
	);
}

/**
 * Settings that are saved together, on Save Changes.
 *
 * @param props          What is in it.
 * @param props.children What stands below it.
 */
export function SettingsForm( {
	children,
	...props
}: SettingsFormProps ): ReactElement {
	const { data, error, reload, setData } = useLoaded( getSettings );
	return (
		<>
			{ data ? (
				<Fields
					{ ...props }
					stored={ data }
					onSaved={ ( saved ) => {
						setData( saved );
						props.onSaved?.( saved );
					} }
				/>
			) : (
				<Panel>
					{ error ? (
						<Notice status="error" isDismissible={ false }>
							<p>{ errorText( error ) }</p>
							<Button variant="secondary" onClick={ reload }>
								{ __( 'Retry', 'steward' ) }
							</Button>
						</Notice>
					) : (
						<Skeleton
							count={ 2 }
							label={ __( 'Loading settings…', 'steward' ) }
						/>
					) }
				</Panel>
			) }
			{ children && (
				<div
					className="steward-settings__below"
					hidden={ ! data && ! error }
				>
					{ children }
				</div>
			) }
		</>
	);
}
