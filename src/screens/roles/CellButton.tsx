import type { MouseEvent, ReactElement } from 'react';
import { Icon } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { check } from '@wordpress/icons';

import type { Scope } from '../../boot';
import { cellMark } from './focus';
import { fullLabel, listed, SCOPES, scopeLabel, valueLabel } from './labels';
import { nextValue, type Column, type Value } from './matrix';

export interface CellButtonProps {
	role: string;
	roleName: string;
	group: string;
	column: Column;
	value: Value;
	/** What is stored, where that is something else. */
	stored: Value | undefined;
	/** The id of what is to be said of it. */
	describedBy: string | undefined;
	isActive: boolean;
	row: number;
	index: number;
	onChange: ( value: Value ) => void;
	onFocus: () => void;
}

/**
 * A cell of the grid: one stop for the keyboard. Space and Enter bring the next value; a pointer chooses a step directly.
 *
 * @param props What it shows.
 */
export function CellButton( props: CellButtonProps ): ReactElement {
	const { column, value, stored } = props;
	const isScope = column.kind === 'scope';
	const parts: string[] = [
		sprintf(
			/* translators: 1: a role, 2: a permission such as "Contacts: View scope". */
			__( '%1$s, %2$s', 'steward' ),
			props.roleName,
			fullLabel( props.group, column )
		),
	];
	if ( isScope ) {
		parts.push( valueLabel( value ) );
	}
	if ( stored !== undefined ) {
		parts.push(
			sprintf(
				/* translators: %s: a value such as Owned. */
				__( 'changed, was %s', 'steward' ),
				valueLabel( stored )
			)
		);
	}
	function onClick( event: MouseEvent< HTMLButtonElement > ): void {
		const step =
			event.detail > 0 && event.target instanceof Element
				? event.target
						.closest( '[data-scope]' )
						?.getAttribute( 'data-scope' )
				: null;
		props.onChange( step ? ( step as Scope ) : nextValue( value ) );
	}
	return (
		<button
			type="button"
			className={
				isScope ? 'steward-roles__scope' : 'steward-roles__flag'
			}
			role={ isScope ? undefined : 'switch' }
			aria-checked={ isScope ? undefined : value === true }
			aria-label={ listed( parts ) }
			aria-describedby={ props.describedBy }
			tabIndex={ props.isActive ? 0 : -1 }
			{ ...cellMark( props.role, column.path ) }
			data-row={ props.row }
			data-column={ props.index }
			onFocus={ props.onFocus }
			onClick={ onClick }
		>
			{ isScope ? (
				SCOPES.map( ( scope ) => (
					<span
						key={ scope }
						data-scope={ scope }
						className={ scope === value ? 'is-chosen' : undefined }
					>
						{ scopeLabel( scope ) }
					</span>
				) )
			) : (
				<span className={ value ? 'is-on' : undefined }>
					{ value === true && <Icon icon={ check } size={ 18 } /> }
				</span>
			) }
			{ stored !== undefined && (
				<span className="steward-roles__mark" aria-hidden />
			) }
		</button>
	);
}
