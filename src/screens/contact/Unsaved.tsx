import type { ReactElement } from 'react';
import { __ } from '@wordpress/i18n';

import { CopyButton } from '../../components/CopyButton';
import { editedKeys, type Edits } from './changes';
import { fieldLabel, fieldText } from './labels';

/**
 * What was typed into a contact that can no longer be shown: it can't be saved, but it needn't be lost.
 *
 * @param props       The unsaved work.
 * @param props.edits What was changed.
 */
export function Unsaved( { edits }: { edits: Edits } ): ReactElement | null {
	const lines = editedKeys( edits ).map( ( key ) => ( {
		key,
		label: fieldLabel( key ),
		text: fieldText( key, edits[ key ] ),
	} ) );
	if ( lines.length === 0 ) {
		return null;
	}
	return (
		<section
			className="steward-unsaved"
			aria-labelledby="steward-unsaved-title"
		>
			<h2 className="steward-card__title" id="steward-unsaved-title">
				{ __( 'Your changes weren’t saved', 'steward' ) }
			</h2>
			<dl className="steward-details__list">
				{ lines.map( ( { key, label, text } ) => (
					<div key={ key }>
						<dt>{ label }</dt>
						<dd>{ text || __( '(emptied)', 'steward' ) }</dd>
					</div>
				) ) }
			</dl>
			<CopyButton
				label={ __( 'Copy', 'steward' ) }
				text={ lines
					.map( ( { label, text } ) => `${ label }: ${ text }` )
					.join( '\n' ) }
			/>
		</section>
	);
}
