import { useState, type ReactElement } from 'react';
import { Button, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { Panel } from '../../components/Panel';
import { SaveBar } from '../../components/SaveBar';
import { Skeleton } from '../../components/Skeleton';
import type { Delivery, NotificationKind } from '../../entities';
import { errorText } from '../../lib/errors';
import { useNotices } from '../../lib/notices';
import { useLoaded } from '../../lib/useLoaded';
import { getPreferences, savePreferences } from './api';
import { choicesOf, differing } from './choices';
import { KindChoices } from './KindChoices';

function Form( props: {
	kinds: NotificationKind[];
	onSaved: ( kinds: NotificationKind[] ) => void;
} ): ReactElement {
	const { kinds, onSaved } = props;
	const notices = useNotices();
	const [ draft, setDraft ] = useState< Record< string, Delivery > >( {} );
	const [ isSaving, setSaving ] = useState( false );
	const [ error, setError ] = useState( '' );
	const stored = choicesOf( kinds );
	const changes = differing( stored, draft );

	async function save(): Promise< void > {
		setSaving( true );
		setError( '' );
		try {
			onSaved( await savePreferences( changes ) );
			setDraft( {} );
			notices.success( __( 'Preferences saved.', 'steward' ) );
		} catch ( thrown ) {
			setError( errorText( thrown ) );
		} finally {
			setSaving( false );
		}
	}

	return (
		<>
			<Panel
				title={ __( 'What you are told of, and how', 'steward' ) }
				text={ __(
					'“At once” and “Daily digest” are mail, and the bell besides. “Bell only” sends no mail. “Off” tells you nothing. To hear nothing of a single contact that you follow, mute it on its page.',
					'steward'
				) }
			>
				<KindChoices
					kinds={ kinds }
					values={ { ...stored, ...draft } }
					onChange={ ( kind, delivery ) =>
						setDraft( ( last ) => ( {
							...last,
							[ kind ]: delivery,
						} ) )
					}
				/>
			</Panel>
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

/** How the reader wants to be told of each kind. */
export function Preferences(): ReactElement {
	const { data, error, reload, setData } = useLoaded( getPreferences );
	if ( data ) {
		return <Form kinds={ data } onSaved={ setData } />;
	}
	return error ? (
		<Notice status="error" isDismissible={ false }>
			<p>{ errorText( error ) }</p>
			<Button variant="secondary" onClick={ reload }>
				{ __( 'Retry', 'steward' ) }
			</Button>
		</Notice>
	) : (
		<Panel>
			<Skeleton count={ 6 } />
		</Panel>
	);
}
