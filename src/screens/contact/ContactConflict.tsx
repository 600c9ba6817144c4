import type { ReactElement } from 'react';
import { __ } from '@wordpress/i18n';

import { ConflictDialog } from '../../components/ConflictDialog';
import type { Contact } from '../../entities';
import { useSavedBy } from '../../lib/useSavedBy';
import { compare, readField, type Edits, type FieldKey } from './changes';
import { fieldLabel, fieldText } from './labels';

export interface ContactConflictProps {
	/** The contact as it was when the editing began. */
	base: Contact;
	edits: Edits;
	/** What somebody else saved meanwhile. */
	newer: Contact;
	/** With the fields to take from the newer version. */
	onResolve: ( takeTheirs: FieldKey[] ) => void;
	/** Back to the form, with everything as it was. */
	onCancel: () => void;
}

/**
 * A contact that somebody else saved while one was editing.
 *
 * @param props The two versions and what to do.
 */
export function ContactConflict( props: ContactConflictProps ): ReactElement {
	const { base, edits, newer, onResolve, onCancel } = props;
	const savedBy = useSavedBy( newer );
	return (
		<ConflictDialog< FieldKey >
			title={ __(
				'This contact was changed while you were editing',
				'steward'
			) }
			comparison={ compare( base, edits, newer ) }
			texts={ {
				base: ( key ) => fieldText( key, readField( base, key ) ),
				mine: ( key ) => fieldText( key, edits[ key ] ),
				theirs: ( key ) => fieldText( key, readField( newer, key ) ),
			} }
			label={ fieldLabel }
			savedGmt={ newer.modified_gmt }
			savedBy={ savedBy }
			onResolve={ onResolve }
			onCancel={ onCancel }
		/>
	);
}
