import { useState, type ReactElement } from 'react';
import { Button, Modal } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import { dateTime } from '../lib/dates';

/** My edits laid beside a newer version. */
export interface Comparison< K extends string > {
	/** Changed here and there, differently: somebody must choose. */
	both: K[];
	/** Changed only in the newer version. */
	theirs: K[];
	/** Changed only here. */
	mine: K[];
}

/** A field's value as text, in each version. */
export interface Versions< K extends string > {
	base: ( key: K ) => string;
	mine: ( key: K ) => string;
	theirs: ( key: K ) => string;
}

export interface ConflictDialogProps< K extends string > {
	/** What was changed meanwhile. */
	title: string;
	comparison: Comparison< K >;
	texts: Versions< K >;
	label: ( key: K ) => string;
	/** When the newer version was saved. UTC, ISO 8601. */
	savedGmt: string;
	/** By whom, where that is known. */
	savedBy?: string;
	/** With the fields to take from the newer version. */
	onResolve: ( takeTheirs: K[] ) => void;
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
	field: string;
	label: string;
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
			<legend>{ props.label }</legend>
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
function Kept< K extends string >( props: {
	title: string;
	keys: K[];
	label: ( key: K ) => string;
	from: ( key: K ) => string;
	to: ( key: K ) => string;
} ): ReactElement | null {
	const { title, keys, label, from, to } = props;
	if ( keys.length === 0 ) {
		return null;
	}
	return (
		<section className="steward-conflict__kept">
			<h2>{ title }</h2>
			<dl>
				{ keys.map( ( key ) => (
					<div key={ key }>
						<dt>{ label( key ) }</dt>
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
export function ConflictDialog< K extends string >(
	props: ConflictDialogProps< K >
): ReactElement {
	const { comparison, texts, label, onResolve, onCancel } = props;
	const [ takeTheirs, setTakeTheirs ] = useState< K[] >( [] );
	const { both, theirs, mine } = comparison;
	return (
		<Modal
			title={ props.title }
			size="large"
			className="steward-dialog steward-conflict"
			onRequestClose={ onCancel }
		>
			<div className="steward-dialog__body">
				<p>
					{ props.savedBy
						? sprintf(
								/* translators: 1: a person, 2: date and time. */
								__(
									'%1$s saved a newer version on %2$s. Nothing of yours is lost: choose what to keep, then save.',
									'steward'
								),
								props.savedBy,
								dateTime( props.savedGmt )
							)
						: sprintf(
								/* translators: %s: date and time. */
								__(
									'A newer version was saved on %s. Nothing of yours is lost: choose what to keep, then save.',
									'steward'
								),
								dateTime( props.savedGmt )
							) }
				</p>
				{ both.length > 0 && (
					<section>
						<h2>{ __( 'Changed by both', 'steward' ) }</h2>
						{ both.map( ( key ) => (
							<Choice
								key={ key }
								field={ key }
								label={ label( key ) }
								mine={ texts.mine( key ) }
								theirs={ texts.theirs( key ) }
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
					label={ label }
					from={ texts.base }
					to={ texts.mine }
				/>
				<Kept
					title={ __(
						'Changed only in the newer version: kept',
						'steward'
					) }
					keys={ theirs }
					label={ label }
					from={ texts.base }
					to={ texts.theirs }
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
					onClick={ () => onResolve( [ ...both, ...mine ] ) }
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
