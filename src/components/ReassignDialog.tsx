import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import { Modal, Notice, TextareaControl } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';

import type {
	BulkResult,
	Job,
	Member,
	OwnedRecord,
	RecordName,
} from '../entities';
import { CONTACT } from '../entities';
import { boot } from '../boot';
import { apiOf } from '../lib/api';
import { errorText } from '../lib/errors';
import { closesByEscape } from '../lib/escape';
import { notices } from '../lib/notices';
import { formatNumber } from '../lib/numbers';
import { isMe } from '../lib/people';
import { isContact, kindOf, ownerOf, recordName } from '../lib/records';
import { useDealsAlong } from '../lib/useDealsAlong';
import { TasksAlong } from '../tasks/TasksAlong';
import { BulkReport } from './BulkReport';
import { DialogActions } from './DialogActions';
import { MemberPicker, type MemberChoice } from './MemberPicker';
import { MovesAlong } from './MovesAlong';

export interface ReassignDialogProps {
	/** One or many, all of one kind; none where all that match are meant. */
	records: OwnedRecord[];
	/** All that match: of which kind, a list's filter, how many there are, and what becomes of the job. */
	everything?: {
		name: RecordName;
		filter: Record< string, unknown >;
		total: number;
		onStarted: ( job: Job ) => void;
	};
	onClose: () => void;
	/** After it was done, at least in part. */
	onDone?: () => void;
}

const NOTE_LENGTH = 500;
/** More opportunities than this take the server a while. */
const MANY = 1000;

/**
 * "Big Client and 12 opportunities now belong to Ana Ruiz."
 * @param record
 * @param along
 * @param to
 */
function doneAlongText(
	record: OwnedRecord,
	along: number,
	to: Member | null
): string {
	const name = recordName( record );
	const count = formatNumber( along );
	if ( ! to ) {
		return sprintf(
			/* translators: 1: a contact's name, 2: how many opportunities. */
			_n(
				'%1$s and %2$s opportunity are now unassigned.',
				'%1$s and %2$s opportunities are now unassigned.',
				along,
				'steward'
			),
			name,
			count
		);
	}
	if ( isMe( to.id ) ) {
		return sprintf(
			/* translators: 1: a contact's name, 2: how many opportunities. */
			_n(
				'You now own %1$s and %2$s opportunity.',
				'You now own %1$s and %2$s opportunities.',
				along,
				'steward'
			),
			name,
			count
		);
	}
	return sprintf(
		/* translators: 1: a contact's name, 2: how many opportunities, 3: the new owner. */
		_n(
			'%1$s and %2$s opportunity now belong to %3$s.',
			'%1$s and %2$s opportunities now belong to %3$s.',
			along,
			'steward'
		),
		name,
		count,
		to.name
	);
}

/**
 * "Ana Ruiz now belongs to Ben Ito."
 * @param record
 * @param along  How many opportunities go along.
 * @param to
 */
function doneText(
	record: OwnedRecord,
	along: number,
	to: Member | null
): string {
	if ( along > 0 ) {
		return doneAlongText( record, along, to );
	}
	const name = recordName( record );
	if ( ! to ) {
		/* translators: %s: a record's name. */
		return sprintf( __( '%s is now unassigned.', 'steward' ), name );
	}
	if ( isMe( to.id ) ) {
		/* translators: %s: a record's name. */
		return sprintf( __( 'You now own %s.', 'steward' ), name );
	}
	return sprintf(
		/* translators: 1: a record's name, 2: the new owner. */
		__( '%1$s now belongs to %2$s.', 'steward' ),
		name,
		to.name
	);
}

/**
 * The sum of a bulk reassignment.
 * @param records
 * @param done
 */
function bulkText( records: OwnedRecord[], done: number ): string {
	const all = records.length;
	const ofContacts = records.some( isContact );
	if ( done < all ) {
		return ofContacts
			? sprintf(
					/* translators: 1: how many were reassigned, 2: of how many. */
					__( '%1$s of %2$s contacts reassigned', 'steward' ),
					formatNumber( done ),
					formatNumber( all )
				)
			: sprintf(
					/* translators: 1: how many were reassigned, 2: of how many. */
					__( '%1$s of %2$s opportunities reassigned', 'steward' ),
					formatNumber( done ),
					formatNumber( all )
				);
	}
	return ofContacts
		? sprintf(
				/* translators: %s: how many contacts. */
				_n(
					'%s contact reassigned.',
					'%s contacts reassigned.',
					done,
					'steward'
				),
				formatNumber( done )
			)
		: sprintf(
				/* translators: %s: how many opportunities. */
				_n(
					'%s opportunity reassigned.',
					'%s opportunities reassigned.',
					done,
					'steward'
				),
				formatNumber( done )
			);
}

/**
 * "Reassign Ana Ruiz", "Reassign 3 contacts".
 * @param records
 * @param everything
 */
function titleText(
	records: OwnedRecord[],
	everything: ReassignDialogProps[ 'everything' ]
): string {
	const count = everything?.total ?? records.length;
	const [ single ] = records;
	if ( count === 1 && single ) {
		/* translators: %s: a record's name. */
		return sprintf( __( 'Reassign %s', 'steward' ), recordName( single ) );
	}
	return everything?.name === CONTACT || records.some( isContact )
		? sprintf(
				/* translators: %s: how many contacts. */
				_n(
					'Reassign %s contact',
					'Reassign %s contacts',
					count,
					'steward'
				),
				formatNumber( count )
			)
		: sprintf(
				/* translators: %s: how many opportunities. */
				_n(
					'Reassign %s opportunity',
					'Reassign %s opportunities',
					count,
					'steward'
				),
				formatNumber( count )
			);
}

/**
 * Gives one or many records to a CRM member, or to nobody, with a note to the new owner.
 *
 * @param props            The records and what follows.
 * @param props.records    The records.
 * @param props.everything All that match instead.
 * @param props.onClose    When it is over.
 * @param props.onDone     When something changed.
 */
export function ReassignDialog( {
	records,
	everything,
	onClose,
	onDone,
}: ReassignDialogProps ): ReactElement {
	const [ choice, setChoice ] = useState< MemberChoice >( null );
	const [ member, setMember ] = useState< Member | null >( null );
	const [ note, setNote ] = useState( '' );
	const [ takesAlong, setTakesAlong ] = useState( false );
	const [ isBusy, setBusy ] = useState( false );
	const [ error, setError ] = useState( '' );
	/** That nobody is chosen yet. */
	const [ missing, setMissing ] = useState( '' );
	const picker = useRef< HTMLDivElement >( null );
	const [ results, setResults ] = useState< BulkResult[] | null >( null );
	const [ single ] = records;
	const contact =
		records.length === 1 && single && isContact( single ) ? single : null;
	const deals = useDealsAlong( contact );
	/** Those of them that go along. */
	const along = takesAlong || ! boot.opportunities.separateOwners ? deals : 0;

	async function reassign(): Promise< void > {
		const owner = choice === 'unassigned' ? null : choice;
		if ( everything ) {
			everything.onStarted(
				await apiOf( everything.name ).startReassigning(
					everything.filter,
					owner,
					note
				)
			);
			onClose();
			return;
		}
		if ( records.length === 1 && single ) {
			await apiOf( kindOf( single ) ).reassign(
				single.id,
				owner,
				note,
				takesAlong
			);
			notices.success( doneText( single, along, member ) );
			onDone?.();
			onClose();
			return;
		}
		const all = await apiOf( kindOf( single! ) ).reassignMany(
			records.map( ( { id } ) => id ),
			owner,
			note
		);
		onDone?.();
		if ( all.some( ( { ok } ) => ! ok ) ) {
			setResults( all );
			return;
		}
		notices.success( bulkText( records, all.length ) );
		onClose();
	}

	async function submit( event: FormEvent ): Promise< void > {
		event.preventDefault();
		if ( choice === null ) {
			setMissing( __( 'Choose a person, or Unassigned.', 'steward' ) );
			picker.current?.querySelector( 'input' )?.focus();
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
				title={ bulkText( records, results.length - failures.length ) }
				failures={ failures }
				names={
					new Map(
						records.map( ( record ) => [
							record.id,
							recordName( record ),
						] )
					)
				}
				onClose={ onClose }
			/>
		);
	}
	return (
		<Modal
			title={ titleText( records, everything ) }
			size="medium"
			className="steward-dialog has-choices"
			focusOnMount="firstInputElement"
			onRequestClose={ () => ! isBusy && onClose() }
		>
			<form
				onSubmit={ ( event ) => void submit( event ) }
				onKeyDownCapture={ closesByEscape(
					() => ! isBusy && onClose()
				) }
			>
				<div className="steward-dialog__body">
					{ error && (
						<Notice status="error" isDismissible={ false }>
							{ error }
						</Notice>
					) }
					<div ref={ picker }>
						<MemberPicker
							label={ __( 'New owner', 'steward' ) }
							value={ choice }
							allowUnassigned
							opensOnDemand
							error={ missing }
							exclude={
								records.length === 1 &&
								single &&
								ownerOf( single )
									? [ ownerOf( single )! ]
									: []
							}
							onChange={ ( next, person ) => {
								setChoice( next );
								setMember( person );
								setError( '' );
								setMissing( '' );
							} }
						/>
					</div>
					{ choice !== 'unassigned' && (
						<TextareaControl
							__nextHasNoMarginBottom
							label={ __( 'Note to the new owner', 'steward' ) }
							help={ __(
								'Optional. Kept in the activity.',
								'steward'
							) }
							value={ note }
							maxLength={ NOTE_LENGTH }
							rows={ 3 }
							onChange={ setNote }
						/>
					) }
					{ contact && (
						<MovesAlong
							count={ deals }
							checked={ takesAlong }
							onChange={ setTakesAlong }
						/>
					) }
					{ records.length === 1 && single && (
						<TasksAlong
							record={ single }
							withDeals={ takesAlong }
						/>
					) }
					{ isBusy && along > MANY && (
						<p className="steward-card__hint" role="status">
							{ sprintf(
								/* translators: %s: how many opportunities. */
								__(
									'Reassigning %s opportunities may take some seconds.',
									'steward'
								),
								formatNumber( along )
							) }
						</p>
					) }
				</div>
				<DialogActions
					label={
						choice === 'unassigned'
							? __( 'Release', 'steward' )
							: __( 'Reassign', 'steward' )
					}
					isBusy={ isBusy }
					onCancel={ onClose }
				/>
			</form>
		</Modal>
	);
}
