import { useId, useState, type ReactElement } from 'react';
import { Button, TextControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import { FieldNote } from '../../components/FieldNote';
import { FormDialog } from '../../components/FormDialog';
import type { Member } from '../../entities';
import { useNotices } from '../../lib/notices';
import { changeMember } from './api';

/** What the server may find wrong with a field. */
const FIELDS = [ 'out_of_office', 'capacity' ];

/**
 * Out of office and capacity of one person.
 *
 * @param props         Whose.
 * @param props.member  The person.
 * @param props.onClose When it is over.
 * @param props.onDone  When it was saved.
 */
export function MemberDialog( {
	member,
	onClose,
	onDone,
}: {
	member: Member;
	onClose: () => void;
	onDone: () => void;
} ): ReactElement {
	const notices = useNotices();
	const id = useId();
	const [ from, setFrom ] = useState( member.out_of_office?.from ?? '' );
	const [ to, setTo ] = useState( member.out_of_office?.to ?? '' );
	const [ capacity, setCapacity ] = useState(
		String( member.capacity ?? '' )
	);

	async function save(): Promise< void > {
		await changeMember( member.id, {
			out_of_office: from || to ? { from, to } : null,
			capacity: capacity.trim() === '' ? null : Number( capacity ),
		} );
		notices.success(
			sprintf(
				/* translators: %s: a person. */
				__( '%s saved.', 'steward' ),
				member.name
			)
		);
		onDone();
		onClose();
	}

	return (
		<FormDialog
			title={ member.name }
			saveLabel={ __( 'Save Changes', 'steward' ) }
			size="medium"
			className="steward-members-dialog"
			names={ FIELDS }
			onSave={ save }
			onClose={ onClose }
		>
			{ ( errors ) => (
				<>
					<fieldset
						className={ `steward-members__days${
							errors.out_of_office ? ' has-error' : ''
						}` }
						aria-describedby={
							errors.out_of_office ? `${ id }-days` : undefined
						}
					>
						<legend>{ __( 'Out of office', 'steward' ) }</legend>
						<TextControl
							__next40pxDefaultSize
							__nextHasNoMarginBottom
							type="date"
							label={ __( 'First day', 'steward' ) }
							value={ from }
							onChange={ setFrom }
						/>
						<TextControl
							__next40pxDefaultSize
							__nextHasNoMarginBottom
							type="date"
							label={ __( 'Last day', 'steward' ) }
							value={ to }
							onChange={ setTo }
						/>
						{ ( from || to ) && (
							<Button
								variant="tertiary"
								onClick={ () => {
									setFrom( '' );
									setTo( '' );
								} }
							>
								{ __( 'Clear', 'steward' ) }
							</Button>
						) }
						<FieldNote
							id={ `${ id }-days` }
							message={ errors.out_of_office }
						/>
					</fieldset>
					<div
						className={ errors.capacity ? 'has-error' : undefined }
					>
						<TextControl
							__next40pxDefaultSize
							__nextHasNoMarginBottom
							type="number"
							min={ 0 }
							label={ __( 'Capacity', 'steward' ) }
							id={ `${ id }-capacity-field` }
							help={ __(
								'How many contacts this person should have at most. Empty for any number.',
								'steward'
							) }
							value={ capacity }
							onChange={ setCapacity }
							aria-describedby={
								errors.capacity
									? `${ id }-capacity-field__help ${ id }-capacity`
									: undefined
							}
						/>
						<FieldNote
							id={ `${ id }-capacity` }
							message={ errors.capacity }
						/>
					</div>
				</>
			) }
		</FormDialog>
	);
}
