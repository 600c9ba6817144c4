import { useId, type ReactElement } from 'react';
import { ToggleControl } from '@wordpress/components';

import type { RoleRow } from '../../entities';
import { CellMessages } from './CellMessages';
import { ChangedChip } from './ChangedChip';
import { cellMark } from './focus';
import {
	columnLabel,
	fullLabel,
	groupLabel,
	SCOPES,
	scopeLabel,
} from './labels';
import {
	isChanged,
	SITE,
	storedValue,
	valueOf,
	type Column,
	type Group,
	type Value,
} from './matrix';
import { describing } from './messages';
import { RoleMenu } from './RoleMenu';
import { peopleText, type RolesViewProps } from './RolesGrid';
import { summary } from './summary';

interface FieldProps {
	role: string;
	group: string;
	column: Column;
	value: Value;
	stored: Value;
	isChanged: boolean;
	describedBy: string | undefined;
	onChange: ( value: Value ) => void;
}

/** The group is said where it isn't seen: it is the heading above. */
function FieldName( props: FieldProps ): ReactElement {
	return (
		<>
			{ props.group !== SITE && (
				<span className="screen-reader-text">
					{ groupLabel( props.group ) }
				</span>
			) }{ ' ' }
			{ props.group === SITE
				? fullLabel( props.group, props.column )
				: columnLabel( props.column ) }{ ' ' }
			<ChangedChip isShown={ props.isChanged } was={ props.stored } />
		</>
	);
}

/** Radio buttons of the browser's own: every telephone's screen reader knows them. */
function ScopeField( props: FieldProps ): ReactElement {
	const name = useId();
	return (
		<fieldset
			className="steward-roles__field"
			aria-describedby={ props.describedBy }
			{ ...cellMark( props.role, props.column.path ) }
		>
			<legend>
				<FieldName { ...props } />
			</legend>
			<div className="steward-roles__steps">
				{ SCOPES.map( ( scope ) => (
					<label
						key={ scope }
						htmlFor={ `${ name }-${ scope }` }
						className={
							scope === props.value ? 'is-chosen' : undefined
						}
					>
						<input
							id={ `${ name }-${ scope }` }
							type="radio"
							name={ name }
							value={ scope }
							checked={ scope === props.value }
							onChange={ () => props.onChange( scope ) }
						/>
						{ scopeLabel( scope ) }
					</label>
				) ) }
			</div>
		</fieldset>
	);
}

function FlagField( props: FieldProps ): ReactElement {
	return (
		<div
			className="steward-roles__field"
			{ ...cellMark( props.role, props.column.path ) }
		>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ <FieldName { ...props } /> }
				checked={ props.value === true }
				aria-describedby={ props.describedBy }
				onChange={ props.onChange }
			/>
		</div>
	);
}

function Card( {
	row,
	groups,
	...props
}: Omit< RolesViewProps, 'rows' > & { row: RoleRow } ): ReactElement {
	const says = props.messages[ row.role ] ?? [];
	const isOpen = says.some( ( { kind } ) => kind !== 'warning' );
	const field = ( group: Group, column: Column ): ReactElement => {
		const { path } = column;
		const Field = column.kind === 'scope' ? ScopeField : FlagField;
		return (
			<Field
				key={ path }
				role={ row.role }
				group={ group.key }
				column={ column }
				value={ valueOf( row, props.draft, path ) }
				stored={ storedValue( row, path ) }
				isChanged={ isChanged( row, props.draft, path ) }
				describedBy={ describing( row.role, says, path ) }
				onChange={ ( value ) => props.onChange( row, path, value ) }
			/>
		);
	};
	return (
		<li className="steward-roles__card">
			<div className="steward-roles__role">
				<h2 className="steward-roles__name">
					{ row.name }
					<span className="steward-roles__people">
						{ peopleText( row.users ) }{ ' ' }
						<ChangedChip
							isShown={ Boolean( props.draft[ row.role ] ) }
						/>
					</span>
				</h2>
				<RoleMenu role={ row } onTask={ props.onTask } />
			</div>
			{ says.length > 0 && (
				<CellMessages
					role={ row.role }
					groups={ groups }
					messages={ says }
				/>
			) }
			{ groups.map( ( group ) => (
				<details key={ group.key } open={ isOpen || undefined }>
					<summary>
						{ groupLabel( group.key ) }
						<span className="steward-roles__people">
							{ summary( group, row, props.draft ) }
						</span>
					</summary>
					<div className="steward-roles__fields">
						{ group.columns.map( ( column ) =>
							field( group, column )
						) }
					</div>
				</details>
			) ) }
		</li>
	);
}

/**
 * The matrix for narrow windows: a role a card, its groups folded.
 *
 * @param props The roles and what was changed.
 */
export function RolesCards( props: RolesViewProps ): ReactElement {
	const { rows, ...rest } = props;
	return (
		<ul className="steward-roles__cards">
			{ rows.map( ( row ) => (
				<Card key={ row.role } row={ row } { ...rest } />
			) ) }
		</ul>
	);
}
