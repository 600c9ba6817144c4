import { useState, type ReactElement } from 'react';
import { Button, Modal } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { Contact } from '../../entities';
import { dateTime } from '../../lib/dates';
import {
	compare,
	editedKeys,
	readField,
	type Edits,
	type FieldKey,
	type FieldValue,
} from './changes';
import { fieldLabel, fieldText } from './labels';

export interface ConflictDialogProps {
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

function Value( { text }: { text: string } ): ReactElement {
	return text === '' ? (
		<em className="steward-conflict__empty">
			{ __( 'empty', 'steward' ) }
		</em>
	) : (
		<span>{ text }</span>
	);
}

/** One field that both changed: which of the two to keep. */
function Choice( props: {
	field: FieldKey;
	mine: string;
	theirs: string;
	takesTheirs: boolean;
	onChoose: ( takesTheirs: boolean ) => void;
} ): ReactElement {
	const { field, mine, theirs, takesTheirs, onChoose } = props;
	const options = [
		{ label: __( 'Keep mine', 'steward' ), text: mine, value: false },
		{ label: __( 'Take theirs', 'steward' ), text: theirs, value: true },
	];
	return (
		<fieldset className="steward-conflict__field">
			<legend>{ fieldLabel( field ) }</legend>
			{ options.map( ( { label, text, value } ) => (
				<label
					key={ label }
					htmlFor={ `steward-conflict-${ field }-${ value }` }
					className={ `steward-conflict__option ${
						takesTheirs === value ? 'is-chosen' : ''
					}` }
				>
					<input
						type="radio"
						id={ `steward-conflict-${ field }-${ value }` }
						name={ `steward-conflict-${ field }` }
						checked={ takesTheirs === value }
						onChange={ () => onChoose( value ) }
					/>
					<span className="steward-conflict__label">{ label }</span>
					<span className="steward-conflict__value">
						<Value text={ text } />
					</span>
				</label>
			) ) }
		</fieldset>
	);
}

/** Fields that only one side changed: kept as they are, and shown so that nobody wonders. */
function Kept( props: {
	title: string;
	keys: FieldKey[];
	from: ( key: FieldKey ) => string;
	to: ( key: FieldKey ) => string;
} ): ReactElement | null {
	const { title, keys, from, to } = props;
	if ( keys.length === 0 ) {
		return null;
	}
	return (
		<section className="steward-conflict__kept">
			<h2>{ title }</h2>
			<dl>
				{ keys.map( ( key ) => (
					<div key={ key }>
						<dt>{ fieldLabel( key ) }</dt>
						<dd>
							<del>
								<Value text={ from( key ) } />
							</del>
							<span
								className="steward-activity__arrow"
								aria-hidden
							/>
							<ins>
								<Value text={ to( key ) } />
							</ins>
						</dd>
					</div>
				) ) }
			</dl>
		</section>
	);
}

/**
 * Somebody else saved while one was editing: both versions, field by field, and nothing lost.
 *
 * @param props The two versions and what to do.
 */
export function ConflictDialog( props: ConflictDialogProps ): ReactElement {
	const { base, edits, newer, onResolve, onCancel } = props;
	const [ takeTheirs, setTakeTheirs ] = useState< FieldKey[] >( [] );
	const { both, theirs, mine } = compare( base, edits, newer );
	const text = ( value: FieldValue | undefined, key: FieldKey ) =>
		fieldText( key, value );
	const inBase = ( key: FieldKey ) => text( readField( base, key ), key );
	const inNewer = ( key: FieldKey ) => text( readField( newer, key ), key );
	const inMine = ( key: FieldKey ) => text( edits[ key ], key );
	return (
		<Modal
			title={ __(
				'This contact was changed while you were editing',
				'steward'
			) }
			size="large"
			className="steward-dialog steward-conflict"
			onRequestClose={ onCancel }
		>
			<div className="steward-dialog__body">
				<p>
					{ sprintf(
						/* translators: %s: date and time. */
						__(
							'A newer version was saved on %s. Nothing of yours is lost: choose what to keep, then save.',
							'steward'
						),
						dateTime( newer.modified_gmt )
					) }
				</p>
				{ both.length > 0 && (
					<section>
						<h2>{ __( 'Changed by both', 'steward' ) }</h2>
						{ both.map( ( key ) => (
							<Choice
								key={ key }
								field={ key }
								mine={ inMine( key ) }
								theirs={ inNewer( key ) }
								takesTheirs={ takeTheirs.includes( key ) }
								onChoose={ ( takes ) =>
									setTakeTheirs( ( before ) => [
										...before.filter(
											( other ) => other !== key
										),
										...( takes ? [ key ] : [] ),
									] )
								}
							/>
						) ) }
					</section>
				) }
				<Kept
					title={ __( 'Changed only by you: kept', 'steward' ) }
					keys={ mine }
					from={ inBase }
					to={ inMine }
				/>
				<Kept
					title={ __(
						'Changed only in the newer version: kept',
						'steward'
					) }
					keys={ theirs }
					from={ inBase }
					to={ inNewer }
				/>
			</div>
			<div className="steward-dialog__actions">
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					onClick={ onCancel }
				>
					{ __( 'Back to editing', 'steward' ) }
				</Button>
				<Button
					__next40pxDefaultSize
					variant="secondary"
					isDestructive
					onClick={ () => onResolve( editedKeys( edits ) ) }
				>
					{ __( 'Discard all of mine', 'steward' ) }
				</Button>
				<Button
					__next40pxDefaultSize
					variant="primary"
					onClick={ () => onResolve( takeTheirs ) }
				>
					{ __( 'Save this', 'steward' ) }
				</Button>
			</div>
		</Modal>
	);
}
