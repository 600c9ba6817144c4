import { useState, type FormEvent, type ReactElement } from 'react';
import { Button, Modal, Notice, TextareaControl } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';

import type { BulkResult, Contact, Job, Member } from '../entities';
import {
	reassignContact,
	reassignContacts,
	startReassigning,
} from '../lib/api';
import { errorText } from '../lib/errors';
import { notices } from '../lib/notices';
import { contactName, isMe } from '../lib/people';
import { BulkReport } from './BulkReport';
import { MemberPicker, type MemberChoice } from './MemberPicker';

export interface ReassignDialogProps {
	/** One or many; none where all that match are meant. */
	contacts: Contact[];
	/** All that match: a list's filter, how many there are, and what becomes of the job. */
	everything?: {
		filter: Record< string, unknown >;
		total: number;
		onStarted: ( job: Job ) => void;
	};
	onClose: () => void;
	/** After it was done, at least in part. */
	onDone?: () => void;
}

const NOTE_LENGTH = 500;

/**
 * "Ana Ruiz now belongs to Ben Ito."
 * @param contact
 * @param to
 */
function doneText( contact: Contact, to: Member | null ): string {
	const name = contactName( contact );
	if ( ! to ) {
		/* translators: %s: a contact's name. */
		return sprintf( __( '%s is now unassigned.', 'steward' ), name );
	}
	if ( isMe( to.id ) ) {
		/* translators: %s: a contact's name. */
		return sprintf( __( 'You now own %s.', 'steward' ), name );
	}
	return sprintf(
		/* translators: 1: a contact's name, 2: the new owner. */
		__( '%1$s now belongs to %2$s.', 'steward' ),
		name,
		to.name
	);
}

/**
 * The sum of a bulk reassignment.
 * @param done
 * @param all
 */
function bulkText( done: number, all: number ): string {
	if ( done === all ) {
		return sprintf(
			/* translators: %d: how many contacts. */
			_n(
				'%d contact reassigned.',
				'%d contacts reassigned.',
				done,
				'steward'
			),
			done
		);
	}
	return sprintf(
		/* translators: 1: how many were reassigned, 2: of how many. */
		__( '%1$d of %2$d contacts reassigned', 'steward' ),
		done,
		all
	);
}

/**
 * Gives one or many contacts to a CRM member, or to nobody, with a note to the new owner.
 *
 * @param props            The contacts and what follows.
 * @param props.contacts   The contacts.
 * @param props.everything All that match instead.
 * @param props.onClose    When it is over.
 * @param props.onDone     When something changed.
 */
export function ReassignDialog( {
	contacts,
	everything,
	onClose,
	onDone,
}: ReassignDialogProps ): ReactElement {
	const [ choice, setChoice ] = useState< MemberChoice >( null );
	const [ member, setMember ] = useState< Member | null >( null );
	const [ note, setNote ] = useState( '' );
	const [ isBusy, setBusy ] = useState( false );
	const [ error, setError ] = useState( '' );
	const [ results, setResults ] = useState< BulkResult[] | null >( null );
	const [ single ] = contacts;
	const count = everything?.total ?? contacts.length;

	async function reassign(): Promise< void > {
		const owner = choice === 'unassigned' ? null : choice;
		if ( everything ) {
			everything.onStarted(
				await startReassigning( everything.filter, owner, note )
			);
			onClose();
			return;
		}
		if ( contacts.length === 1 && single ) {
			await reassignContact( single.id, owner, note );
			notices.success( doneText( single, member ) );
			onDone?.();
			onClose();
			return;
		}
		const all = await reassignContacts(
			contacts.map( ( { id } ) => id ),
			owner,
			note
		);
		onDone?.();
		if ( all.some( ( { ok } ) => ! ok ) ) {
			setResults( all );
			return;
		}
		notices.success( bulkText( all.length, all.length ) );
		onClose();
	}

	async function submit( event: FormEvent ): Promise< void > {
		event.preventDefault();
		if ( choice === null ) {
			setError( __( 'Choose a person, or Unassigned.', 'steward' ) );
			return;
		}
		setBusy( true );
		setError( '' );
		try {
			await reassign();
		} catch ( thrown ) {
			setError( errorText( thrown ) );
		} finally {
			setBusy( false );
		}
	}

	if ( results ) {
		const failures = results.filter( ( { ok } ) => ! ok );
		return (
			<BulkReport
				title={ bulkText(
					results.length - failures.length,
					results.length
				) }
				failures={ failures }
				names={
					new Map(
						contacts.map( ( contact ) => [
							contact.id,
							contactName( contact ),
						] )
					)
				}
				onClose={ onClose }
			/>
		);
	}
	return (
		<Modal
			title={
				contacts.length === 1 && single
					? sprintf(
							/* translators: %s: a contact's name. */
							__( 'Reassign %s', 'steward' ),
							contactName( single )
						)
					: sprintf(
							/* translators: %d: how many contacts. */
							_n(
								'Reassign %d contact',
								'Reassign %d contacts',
								count,
								'steward'
							),
							count
						)
			}
			size="medium"
			className="steward-dialog steward-reassign"
			onRequestClose={ () => ! isBusy && onClose() }
		>
			<form onSubmit={ ( event ) => void submit( event ) }>
				<div className="steward-dialog__body">
					{ error && (
						<Notice status="error" isDismissible={ false }>
							{ error }
						</Notice>
					) }
					<MemberPicker
						label={ __( 'New owner', 'steward' ) }
						value={ choice }
						allowUnassigned
						exclude={
							contacts.length === 1 && single?.contact_owner
								? [ single.contact_owner ]
								: []
						}
						onChange={ ( next, person ) => {
							setChoice( next );
							setMember( person );
							setError( '' );
						} }
					/>
					{ choice !== 'unassigned' && (
						<TextareaControl
							__nextHasNoMarginBottom
							label={ __( 'Note to the new owner', 'steward' ) }
							help={ __(
								'Optional. Kept in the contact’s activity.',
								'steward'
							) }
							value={ note }
							maxLength={ NOTE_LENGTH }
							rows={ 3 }
							onChange={ setNote }
						/>
					) }
				</div>
				<div className="steward-dialog__actions">
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						disabled={ isBusy }
						onClick={ onClose }
					>
						{ __( 'Cancel', 'steward' ) }
					</Button>
					<Button
						__next40pxDefaultSize
						type="submit"
						variant="primary"
						isBusy={ isBusy }
						disabled={ isBusy }
						accessibleWhenDisabled
					>
						{ choice === 'unassigned'
							? __( 'Release', 'steward' )
							: __( 'Reassign', 'steward' ) }
					</Button>
				</div>
			</form>
		</Modal>
	);
}
