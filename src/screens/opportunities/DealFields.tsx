import type { ReactElement, ReactNode } from 'react';
import { BaseControl, SelectControl, TextControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import { ContactPicker } from '../../components/ContactPicker';
import { FieldError } from '../../components/FieldError';
import type { Pipeline, Stage } from '../../entities';
import { Link } from '../../lib/router';
import { isNamedLikeOutcome, outcomeLabel } from '../../lib/stages';
import type { Findings } from '../../lib/useRecordForm';
import {
	fieldLabel,
	type Editable,
	type FieldKey,
	type Patch,
} from './changes';
import { CurrencyEdit } from './CurrencyEdit';

/** A contact that is shown rather than chosen. */
export interface FixedContact {
	id: number;
	name: string;
	/** Whether it may be opened. */
	isOpen: boolean;
	/** Why it can't be changed here. */
	why?: string;
}

export interface DealFieldsProps {
	item: Editable;
	pipelines: Pipeline[];
	errors: Findings;
	disabled?: boolean;
	/** Where the contact can't be chosen. */
	fixedContact?: FixedContact;
	/** The owner's field. */
	owner: ReactNode;
	onChange: ( patch: Patch ) => void;
}

function Field( {
	id,
	errors,
	children,
}: {
	id: FieldKey;
	errors: Findings;
	children: ReactNode;
} ): ReactElement {
	return (
		<div
			className={ `steward-deal__field is-${ id }${
				errors[ id ] ? ' has-error' : ''
			}` }
		>
			{ children }
			<FieldError
				id={ `steward-deal-${ id }-error` }
				message={ errors[ id ] }
			/>
		</div>
	);
}

/** A stage with how likely it is won, or its outcome. */
function stageOption( stage: Stage ): string {
	const { name, outcome, probability } = stage;
	if ( outcome === 'open' ) {
		return sprintf(
			/* translators: 1: a stage, 2: how likely it is won, in percent. */
			__( '%1$s (%2$d%%)', 'steward' ),
			name,
			probability
		);
	}
	return isNamedLikeOutcome( stage )
		? name
		: sprintf(
				/* translators: 1: a stage, 2: won or lost. */
				__( '%1$s (%2$s)', 'steward' ),
				name,
				outcomeLabel( outcome )
			);
}

function ContactField( props: DealFieldsProps ): ReactElement {
	const { item, fixedContact, disabled, onChange } = props;
	if ( ! fixedContact && ! disabled ) {
		return (
			<ContactPicker
				value={ item.contact || null }
				onChange={ ( contact ) =>
					onChange( { contact: contact ?? 0 } )
				}
			/>
		);
	}
	const name = fixedContact?.name ?? `#${ item.contact }`;
	return (
		<fieldset className="steward-deal__contact">
			<BaseControl.VisualLabel as="legend">
				{ fieldLabel( 'contact' ) }
			</BaseControl.VisualLabel>
			<p>
				{ fixedContact?.isOpen ? (
					<Link to={ { page: 'steward', contact: fixedContact.id } }>
						{ name }
					</Link>
				) : (
					name
				) }
			</p>
			{ fixedContact?.why && (
				<p className="steward-card__hint">{ fixedContact.why }</p>
			) }
		</fieldset>
	);
}

/**
 * An opportunity's fields.
 *
 * @param props What is edited, and what happens to it.
 */
export function DealFields( props: DealFieldsProps ): ReactElement {
	const { item, pipelines, errors, disabled, onChange } = props;
	const pipeline = pipelines.find( ( { id } ) => id === item.pipeline );
	const invalid = ( key: FieldKey ) =>
		errors[ key ]
			? {
					'aria-invalid': true,
					'aria-describedby': `steward-deal-${ key }-error`,
				}
			: {};
	return (
		<div className="steward-deal__fields">
			<Field id="title" errors={ errors }>
				<TextControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ fieldLabel( 'title' ) }
					value={ item.title }
					maxLength={ 200 }
					disabled={ disabled }
					required
					{ ...invalid( 'title' ) }
					onChange={ ( title ) => onChange( { title } ) }
				/>
			</Field>
			<Field id="contact" errors={ errors }>
				<ContactField { ...props } />
			</Field>
			{ pipelines.length > 1 && (
				<Field id="pipeline" errors={ errors }>
					<SelectControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ fieldLabel( 'pipeline' ) }
						value={ String( item.pipeline ) }
						disabled={ disabled }
						options={ pipelines.map( ( { id, name } ) => ( {
							value: String( id ),
							label: name,
						} ) ) }
						onChange={ ( chosen ) => {
							const to = pipelines.find(
								( { id } ) => id === Number( chosen )
							);
							onChange( {
								pipeline: to?.id,
								stage: to?.stages[ 0 ]?.id,
							} );
						} }
					/>
				</Field>
			) }
			<Field id="stage" errors={ errors }>
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ fieldLabel( 'stage' ) }
					value={ String( item.stage ) }
					disabled={ disabled }
					options={ ( pipeline?.stages ?? [] ).map( ( one ) => ( {
						value: String( one.id ),
						label: stageOption( one ),
					} ) ) }
					onChange={ ( stage ) =>
						onChange( { stage: Number( stage ) } )
					}
				/>
			</Field>
			<Field id="value" errors={ errors }>
				<TextControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ fieldLabel( 'value' ) }
					value={ item.value }
					inputMode="decimal"
					autoComplete="off"
					disabled={ disabled }
					{ ...invalid( 'value' ) }
					onChange={ ( value ) => onChange( { value } ) }
				/>
			</Field>
			<Field id="currency" errors={ errors }>
				{ disabled ? (
					<TextControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ fieldLabel( 'currency' ) }
						value={ item.currency }
						disabled
						onChange={ () => {} }
					/>
				) : (
					<CurrencyEdit
						value={ item.currency }
						onChange={ ( currency ) => onChange( { currency } ) }
					/>
				) }
			</Field>
			<Field id="expected_close" errors={ errors }>
				<TextControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					type="date"
					label={ fieldLabel( 'expected_close' ) }
					value={ item.expected_close ?? '' }
					disabled={ disabled }
					{ ...invalid( 'expected_close' ) }
					onChange={ ( day ) =>
						onChange( { expected_close: day || null } )
					}
				/>
			</Field>
			<div className="steward-deal__field is-owner">{ props.owner }</div>
		</div>
	);
}
