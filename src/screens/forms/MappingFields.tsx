import { useState, type ReactElement } from 'react';
import { Button, Notice } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { plus } from '@wordpress/icons';

import { Panel } from '../../components/Panel';
import type { FormField } from '../../entities';
import { CustomRows } from './CustomRows';
import { FieldNote } from '../../components/FieldNote';
import { FieldSelect } from './FieldSelect';
import { contactFieldLabel, formFieldLabel } from './labels';
import {
	addCustom,
	CONTACT_FIELDS,
	shownFields,
	unusedFields,
	type Draft,
} from './mapping';

export interface MappingFieldsProps {
	fields: FormField[];
	draft: Draft;
	/** With the server's mapping, where that is another. */
	suggested: Draft | null;
	errors: Record< string, string >;
	onChange: ( changes: Partial< Draft >, ...cleared: string[] ) => void;
}

/** What a person should know about this mapping before relying on it. */
function advice( { mapping }: Draft ): string {
	if ( ! mapping.email ) {
		return __(
			'Without an e-mail, Steward can’t tell that somebody wrote before: each submission makes a new contact.',
			'steward'
		);
	}
	if ( mapping.name && ( mapping.first_name || mapping.last_name ) ) {
		return __(
			'Full name is only used while neither first nor last name is chosen.',
			'steward'
		);
	}
	return '';
}

function Unused( {
	fields,
	draft,
	onChange,
}: Pick<
	MappingFieldsProps,
	'fields' | 'draft' | 'onChange'
> ): ReactElement | null {
	const unused = unusedFields( fields, draft );
	if ( unused.length === 0 ) {
		return null;
	}
	return (
		<div className="steward-unused">
			<p>
				{ _n(
					'This field of the form isn’t kept. Click it to keep it as a custom field:',
					'These fields of the form aren’t kept. Click one to keep it as a custom field:',
					unused.length,
					'steward'
				) }
			</p>
			<div className="steward-unused__list">
				{ unused.map( ( field ) => (
					<Button
						key={ field.name }
						size="small"
						variant="secondary"
						icon={ plus }
						aria-label={ sprintf(
							/* translators: %s: a form's field. */
							__( 'Keep %s as a custom field', 'steward' ),
							formFieldLabel( field )
						) }
						onClick={ () =>
							onChange( addCustom( draft, field.name ) )
						}
					>
						{ field.label || field.name }
					</Button>
				) ) }
			</div>
		</div>
	);
}

/** Which field of the form fills which field of the contact. */
export function MappingFields( props: MappingFieldsProps ): ReactElement {
	const { fields, draft, suggested, errors, onChange } = props;
	const [ showAll, setShowAll ] = useState( false );
	const shown = shownFields( draft.mapping, showAll );
	const hidden =
		CONTACT_FIELDS.length -
		shownFields( draft.mapping, false ).filter( ( key ) =>
			CONTACT_FIELDS.includes( key )
		).length;
	const hint = advice( draft );
	return (
		<Panel
			title={ __( 'Fields', 'steward' ) }
			text={ __(
				'Steward suggests them by type and name. Empty fields of a contact are filled; what is there is never overwritten.',
				'steward'
			) }
		>
			{ fields.length === 0 && (
				<Notice status="warning" isDismissible={ false }>
					{ __(
						'No fields were found in this form. Add some to it, then come back.',
						'steward'
					) }
				</Notice>
			) }
			<div className="steward-mapping">
				<div className="steward-mapping__heads" aria-hidden>
					<span>{ __( 'Contact', 'steward' ) }</span>
					<span>{ __( 'Filled from the form’s', 'steward' ) }</span>
				</div>
				{ shown.map( ( key ) => (
					<div
						key={ key }
						className={ `steward-mapping__row${
							errors[ key ] ? ' has-error' : ''
						}` }
					>
						<span className="steward-mapping__label" aria-hidden>
							{ contactFieldLabel( key ) }
						</span>
						<FieldSelect
							hideLabel
							label={ contactFieldLabel( key ) }
							fields={ fields }
							value={ draft.mapping[ key ] ?? '' }
							onChange={ ( field ) =>
								onChange(
									{
										mapping: {
											...draft.mapping,
											[ key ]: field,
										},
									},
									key
								)
							}
						/>
						<FieldNote message={ errors[ key ] } />
					</div>
				) ) }
				<CustomRows { ...props } />
			</div>
			<FieldNote message={ errors.mapping } />
			{ hint && <p className="steward-field-help">{ hint }</p> }
			<div className="steward-mapping__more">
				{ hidden > 0 && (
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						aria-expanded={ showAll }
						onClick={ () => setShowAll( ! showAll ) }
					>
						{ showAll
							? __( 'Show fewer contact fields', 'steward' )
							: sprintf(
									/* translators: %d: how many more. */
									_n(
										'Show %d more contact field',
										'Show %d more contact fields',
										hidden,
										'steward'
									),
									hidden
								) }
					</Button>
				) }
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					icon={ plus }
					onClick={ () => onChange( addCustom( draft, '' ) ) }
				>
					{ __( 'Add custom field', 'steward' ) }
				</Button>
				{ suggested && (
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						onClick={ () =>
							onChange( suggested, ...Object.keys( errors ) )
						}
					>
						{ __( 'Use suggestions', 'steward' ) }
					</Button>
				) }
			</div>
			<Unused fields={ fields } draft={ draft } onChange={ onChange } />
		</Panel>
	);
}
