import { useEffect, useRef, type ReactElement } from 'react';
import { Button, TextControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { trash } from '@wordpress/icons';

import { FieldNote } from '../../components/FieldNote';
import { FieldSelect } from './FieldSelect';
import type { CustomRow } from './mapping';
import type { MappingFieldsProps } from './MappingFields';

const MAX_NAME = 60;

/** Custom fields that the form fills: each a name of one's own and a field of the form. */
export function CustomRows( props: MappingFieldsProps ): ReactElement {
	const { fields, draft, errors, onChange } = props;
	const root = useRef< HTMLDivElement >( null );
	const count = useRef( draft.custom.length );
	useEffect( () => {
		// A new row takes the focus: what was clicked to make it may be gone.
		if ( draft.custom.length > count.current ) {
			root.current
				?.querySelector< HTMLElement >(
					'.steward-custom-row:last-child input'
				)
				?.focus();
		}
		count.current = draft.custom.length;
	}, [ draft.custom.length ] );

	function change( id: number, changes: Partial< CustomRow > ): void {
		onChange(
			{
				custom: draft.custom.map( ( row ) =>
					row.id === id ? { ...row, ...changes } : row
				),
			},
			...Object.keys( changes ).map(
				( key ) => `custom:${ id }:${ key }`
			)
		);
	}

	function remove( id: number ): void {
		onChange(
			{ custom: draft.custom.filter( ( row ) => row.id !== id ) },
			`custom:${ id }:name`,
			`custom:${ id }:field`
		);
		root.current
			?.closest( '.steward-panel' )
			?.querySelector< HTMLElement >( '.steward-mapping__more button' )
			?.focus();
	}

	return (
		<div ref={ root } className="steward-custom-rows">
			{ draft.custom.map( ( row ) => {
				const name = errors[ `custom:${ row.id }:name` ];
				const field = errors[ `custom:${ row.id }:field` ];
				return (
					<div
						key={ row.id }
						className="steward-mapping__row steward-custom-row"
						role="group"
						aria-label={ sprintf(
							/* translators: %s: a custom field's name. */
							__( 'Custom field %s', 'steward' ),
							row.name
						) }
					>
						<div className={ name ? 'has-error' : undefined }>
							<TextControl
								__next40pxDefaultSize
								__nextHasNoMarginBottom
								label={ __( 'Custom field’s name', 'steward' ) }
								hideLabelFromVision
								placeholder={ __( 'custom_field', 'steward' ) }
								value={ row.name }
								maxLength={ MAX_NAME }
								onChange={ ( next ) =>
									change( row.id, { name: next } )
								}
							/>
							<FieldNote message={ name } />
						</div>
						<div
							className={ `steward-custom-row__field${
								field ? ' has-error' : ''
							}` }
						>
							<FieldSelect
								label={ __( 'Field of the form', 'steward' ) }
								hideLabel
								none={ __( '— Choose —', 'steward' ) }
								fields={ fields }
								value={ row.field }
								onChange={ ( next ) =>
									change( row.id, { field: next } )
								}
							/>
							<FieldNote message={ field } />
						</div>
						<Button
							__next40pxDefaultSize
							icon={ trash }
							label={ sprintf(
								/* translators: %s: a custom field's name. */
								__( 'Remove custom field %s', 'steward' ),
								row.name
							) }
							onClick={ () => remove( row.id ) }
						/>
					</div>
				);
			} ) }
		</div>
	);
}
