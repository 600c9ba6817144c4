import {
	Fragment,
	useRef,
	useState,
	type KeyboardEvent,
	type ReactElement,
} from 'react';
import { __, _n, isRTL, sprintf } from '@wordpress/i18n';

import type { RoleRow } from '../../entities';
import { formatNumber } from '../../lib/numbers';
import { CellButton } from './CellButton';
import { CellMessages } from './CellMessages';
import { ChangedChip } from './ChangedChip';
import { moved, type Place } from './keys';
import {
	columnHelp,
	columnLabel,
	fullLabel,
	groupLabel,
	scopeLabel,
} from './labels';
import {
	isChanged,
	storedValue,
	valueOf,
	type Draft,
	type Group,
	type Path,
	type Value,
} from './matrix';
import { describing, type CellMessage } from './messages';
import { RoleMenu, type RoleTask } from './RoleMenu';
import { useMoreAside } from './useMoreAside';

export interface RolesViewProps {
	rows: RoleRow[];
	groups: Group[];
	draft: Draft;
	/** What is to be said of a role's cells. */
	messages: Record< string, CellMessage[] >;
	onChange: ( row: RoleRow, path: Path, value: Value ) => void;
	onTask: ( task: RoleTask ) => void;
}

/** "12 people". */
export function peopleText( count: number ): string {
	return count === 0
		? __( 'Nobody', 'steward' )
		: sprintf(
				/* translators: %s: number of people. */
				_n( '%s person', '%s people', count, 'steward' ),
				formatNumber( count )
			);
}

function Head( { groups }: { groups: Group[] } ): ReactElement {
	return (
		<thead>
			<tr role="row">
				<th
					role="columnheader"
					scope="col"
					rowSpan={ 2 }
					className="steward-roles__corner"
				>
					{ __( 'Role', 'steward' ) }
				</th>
				{ groups.map( ( { key, columns } ) => (
					<th
						key={ key }
						role="columnheader"
						scope="colgroup"
						colSpan={ columns.length }
						className="steward-roles__group"
					>
						<span>{ groupLabel( key ) }</span>
					</th>
				) ) }
			</tr>
			<tr role="row">
				{ groups.flatMap( ( { key, columns } ) =>
					columns.map( ( column, at ) => (
						<th
							key={ column.path }
							role="columnheader"
							scope="col"
							className={ `is-${ column.kind }${
								at === 0 ? ' is-first' : ''
							}` }
							aria-label={ fullLabel( key, column ) }
							title={ columnHelp( column ) || undefined }
						>
							{ columnLabel( column ) }
						</th>
					) )
				) }
			</tr>
		</thead>
	);
}

/**
 * The matrix as a grid: the keyboard has one stop in it, and arrows lead from cell to cell.
 *
 * @param props The roles and what was changed.
 */
export function RolesGrid( props: RolesViewProps ): ReactElement {
	const { rows, groups, draft, messages } = props;
	const scroll = useRef< HTMLDivElement >( null );
	const more = useMoreAside( scroll );
	const table = useRef< HTMLTableElement >( null );
	const [ chosen, setChosen ] = useState< Place >( { row: 0, column: 1 } );
	const [ said, setSaid ] = useState( '' );
	const columns = groups.flatMap( ( group ) =>
		group.columns.map( ( column, at ) => ( { group, column, at } ) )
	);
	// A removed role takes its row along.
	const active = {
		row: Math.min( chosen.row, rows.length - 1 ),
		column: Math.min( chosen.column, columns.length ),
	};

	function onKeyDown( event: KeyboardEvent< HTMLTableElement > ): void {
		const from = ( event.target as Element ).closest( '[data-row]' );
		if ( ! from || event.altKey || event.shiftKey ) {
			return;
		}
		const to = moved(
			{
				row: Number( from.getAttribute( 'data-row' ) ),
				column: Number( from.getAttribute( 'data-column' ) ),
			},
			event.key,
			{ rows: rows.length, columns: columns.length + 1 },
			{ ctrl: event.ctrlKey || event.metaKey, rtl: isRTL() }
		);
		if ( to ) {
			event.preventDefault();
			setChosen( to );
			table.current
				?.querySelector< HTMLElement >(
					`[data-row="${ to.row }"][data-column="${ to.column }"]`
				)
				?.focus();
		}
	}

	return (
		<div
			className={ [
				'steward-roles__frame',
				more.before && 'has-before',
				more.after && 'has-after',
			]
				.filter( Boolean )
				.join( ' ' ) }
		>
			<div className="steward-roles__scroll" ref={ scroll }>
				<table
					ref={ table }
					role="grid"
					className="steward-roles__grid"
					aria-label={ __( 'Permissions of each role', 'steward' ) }
					onKeyDown={ onKeyDown }
				>
					<Head groups={ groups } />
					<tbody>
						{ rows.map( ( row, number ) => {
							const says = messages[ row.role ] ?? [];
							const stop = ( column: number ) => ( {
								tabIndex:
									active.row === number &&
									active.column === column
										? 0
										: -1,
								onFocus: () =>
									setChosen( { row: number, column } ),
							} );
							return (
								<Fragment key={ row.role }>
									<tr
										role="row"
										className={
											says.length
												? 'has-messages'
												: undefined
										}
									>
										<th role="rowheader" scope="row">
											<div className="steward-roles__role">
												<span className="steward-roles__name">
													{ row.name }
													<span className="steward-roles__people">
														{ peopleText(
															row.users
														) }{ ' ' }
														<ChangedChip
															isShown={ Boolean(
																draft[
																	row.role
																]
															) }
														/>
													</span>
												</span>
												<RoleMenu
													role={ row }
													onTask={ props.onTask }
													toggleProps={ {
														...stop( 0 ),
														'data-row': number,
														'data-column': 0,
													} }
												/>
											</div>
										</th>
										{ columns.map(
											(
												{ group, column, at },
												index
											) => {
												const { path } = column;
												const message = says.find(
													( { cell } ) =>
														cell === path
												);
												const { tabIndex, onFocus } =
													stop( index + 1 );
												const changed = isChanged(
													row,
													draft,
													path
												);
												return (
													<td
														key={ path }
														role="gridcell"
														className={ [
															`is-${ column.kind }`,
															at === 0 &&
																'is-first',
															changed &&
																'is-changed',
															message &&
																`has-${ message.kind }`,
														]
															.filter( Boolean )
															.join( ' ' ) }
													>
														<CellButton
															role={ row.role }
															roleName={
																row.name
															}
															group={ group.key }
															column={ column }
															value={ valueOf(
																row,
																draft,
																path
															) }
															stored={
																changed
																	? storedValue(
																			row,
																			path
																		)
																	: undefined
															}
															describedBy={ describing(
																row.role,
																says,
																path
															) }
															isActive={
																tabIndex === 0
															}
															row={ number }
															index={ index + 1 }
															onFocus={ onFocus }
															onChange={ (
																value
															) => {
																props.onChange(
																	row,
																	path,
																	value
																);
																setSaid(
																	typeof value ===
																		'string'
																		? `${ columnLabel(
																				column
																			) }: ${ scopeLabel( value ) }`
																		: ''
																);
															} }
														/>
													</td>
												);
											}
										) }
									</tr>
									{ says.length > 0 && (
										<tr role="row">
											<td
												role="gridcell"
												colSpan={ columns.length + 1 }
												className="steward-roles__notes"
											>
												<CellMessages
													role={ row.role }
													groups={ groups }
													messages={ says }
												/>
											</td>
										</tr>
									) }
								</Fragment>
							);
						} ) }
					</tbody>
				</table>
			</div>
			<p className="screen-reader-text" aria-live="polite">
				{ said }
			</p>
		</div>
	);
}
