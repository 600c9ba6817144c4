import { useState, type ReactElement } from 'react';
import { __, _n, sprintf } from '@wordpress/i18n';

import { FieldNote } from '../../components/FieldNote';
import { FormDialog, type FieldErrors } from '../../components/FormDialog';
import { TagsInput } from '../../components/TagsInput';
import type { Contact } from '../../entities';
import { formatNumber } from '../../lib/numbers';
import { contactName } from '../../lib/people';
import { overlap, tagsOf } from './tags';

export interface TagDialogProps {
	contacts: Contact[];
	/** Changes the tags; its own outcome is told by itself. */
	onSave: ( add: string[], remove: string[] ) => Promise< void >;
	onClose: () => void;
}

function titleText( contacts: Contact[] ): string {
	const [ only ] = contacts;
	return contacts.length === 1 && only
		? /* translators: %s: a contact's name. */
			sprintf( __( 'Tags of %s', 'steward' ), contactName( only ) )
		: sprintf(
				/* translators: %s: how many contacts. */
				_n(
					'Tags of %s contact',
					'Tags of %s contacts',
					contacts.length,
					'steward'
				),
				formatNumber( contacts.length )
			);
}

/**
 * Adds tags to one or many contacts, or takes them away.
 *
 * @param props The contacts.
 */
export function TagDialog( props: TagDialogProps ): ReactElement {
	const { contacts } = props;
	const [ add, setAdd ] = useState< string[] >( [] );
	const [ remove, setRemove ] = useState< string[] >( [] );
	const present = tagsOf( contacts );

	function check(): FieldErrors {
		const errors: FieldErrors = {};
		if ( add.length + remove.length === 0 ) {
			errors.tags = __(
				'Type a tag to add or to take away, and press Enter.',
				'steward'
			);
		} else if ( overlap( add, remove ) ) {
			errors.tags = __(
				'A tag can’t be added and taken away at once.',
				'steward'
			);
		}
		return errors;
	}

	return (
		<FormDialog
			title={ titleText( contacts ) }
			saveLabel={ __( 'Save tags', 'steward' ) }
			size="medium"
			className="has-choices"
			names={ [ 'tags' ] }
			check={ check }
			onSave={ () => props.onSave( add, remove ) }
			onClose={ props.onClose }
		>
			{ ( errors ) => (
				<>
					<div className={ errors.tags ? 'has-error' : undefined }>
						{ /* Above: the list to choose from opens below. */ }
						<FieldNote message={ errors.tags } />
						<TagsInput
							label={ __( 'Add', 'steward' ) }
							value={ add }
							onChange={ setAdd }
						/>
					</div>
					{ present.length > 0 && (
						<TagsInput
							label={ __( 'Take away', 'steward' ) }
							value={ remove }
							choices={ present }
							onChange={ setRemove }
						/>
					) }
				</>
			) }
		</FormDialog>
	);
}
