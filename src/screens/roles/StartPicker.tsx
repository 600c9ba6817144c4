import { useId, type ReactElement } from 'react';
import { __, sprintf } from '@wordpress/i18n';

import type { RoleCells, RolePreset, RoleRow } from '../../entities';
import {
	columnLabel,
	fullLabel,
	groupLabel,
	listed,
	valueLabel,
} from './labels';
import { groupsOf, storedValue } from './matrix';

export interface StartPickerProps {
	label: string;
	presets: RolePreset[];
	chosen: string;
	onChoose: ( preset: string ) => void;
}

/** What a preset gives, in a line a group: "Contacts: view scope All, update scope Owned, Create & claim". */
function gives( cells: RoleCells ): string[] {
	return groupsOf( cells as RoleRow ).flatMap( ( { key, columns } ) => {
		const words = columns.flatMap( ( column ) => {
			const value = storedValue( cells, column.path );
			if ( value === false || value === 'none' ) {
				return [];
			}
			if ( typeof value === 'string' ) {
				return `${ columnLabel( column ) } ${ valueLabel( value ) }`;
			}
			return column.path === column.cell
				? fullLabel( key, column )
				: columnLabel( column );
		} );
		return words.length
			? sprintf(
					/* translators: 1: such as Contacts, 2: what may be done. */
					__( '%1$s: %2$s', 'steward' ),
					groupLabel( key ),
					listed( words )
				)
			: [];
	} );
}

/**
 * The presets, one of which is chosen.
 *
 * @param props The presets.
 */
export function StartPicker( props: StartPickerProps ): ReactElement {
	const name = useId();
	return (
		<fieldset className="steward-roles__presets">
			<legend>{ props.label }</legend>
			{ props.presets.map( ( preset ) => (
				<label
					key={ preset.preset }
					htmlFor={ `${ name }-${ preset.preset }` }
				>
					<input
						id={ `${ name }-${ preset.preset }` }
						type="radio"
						name={ name }
						checked={ preset.preset === props.chosen }
						onChange={ () => props.onChoose( preset.preset ) }
					/>
					<span>
						<strong>{ preset.name }</strong>
						<span>{ preset.description }</span>
						{ preset.preset === props.chosen &&
							gives( preset ).map( ( line ) => (
								<small key={ line }>{ line }</small>
							) ) }
					</span>
				</label>
			) ) }
		</fieldset>
	);
}
