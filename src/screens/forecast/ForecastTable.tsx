import { Fragment, type ReactElement } from 'react';
import { __ } from '@wordpress/i18n';

import { money } from '../../lib/money';
import { formatNumber } from '../../lib/numbers';
import {
	groupRows,
	type By,
	type Group,
	type Names,
	type Totals,
} from './groups';
import { byLabel } from './labels';

export interface ForecastTableProps {
	groups: Group[];
	totals: Totals;
	by: By;
	/** What each group is broken down by. */
	then: By | null;
	names: Names;
	currency: string;
	/** For screen readers. */
	caption: string;
}

function Numbers( {
	of,
	currency,
}: {
	of: Totals;
	currency: string;
} ): ReactElement {
	return (
		<>
			<td data-head={ __( 'Opportunities', 'steward' ) }>
				{ formatNumber( of.count ) }
			</td>
			<td data-head={ __( 'Value', 'steward' ) }>
				{ money( of.value, currency ) }
			</td>
			<td data-head={ __( 'Weighted', 'steward' ) }>
				{ money( of.weighted, currency ) }
			</td>
		</>
	);
}

function Label( { group }: { group: Group } ): ReactElement {
	return (
		<>
			{ group.label }
			{ group.isOverdue && (
				<>
					{ ' ' }
					<span className="steward-chip is-danger">
						{ __( 'Overdue', 'steward' ) }
					</span>
				</>
			) }
		</>
	);
}

/**
 * The forecast's numbers, exactly.
 *
 * @param props What to show.
 */
export function ForecastTable( props: ForecastTableProps ): ReactElement {
	const { groups, by, then, names, currency } = props;
	return (
		<table className="steward-forecast__table">
			<caption className="screen-reader-text">{ props.caption }</caption>
			<thead>
				<tr>
					<th scope="col">
						{ byLabel( by ) }
						{ then && (
							<span className="steward-forecast__then">
								{ byLabel( then ) }
							</span>
						) }
					</th>
					<th scope="col">{ __( 'Opportunities', 'steward' ) }</th>
					<th scope="col">{ __( 'Value', 'steward' ) }</th>
					<th scope="col">{ __( 'Weighted', 'steward' ) }</th>
				</tr>
			</thead>
			{ groups.map( ( group ) => (
				<tbody key={ group.key }>
					<tr className={ then ? 'has-parts' : undefined }>
						<th scope={ then ? 'rowgroup' : 'row' }>
							<Label group={ group } />
						</th>
						<Numbers of={ group } currency={ currency } />
					</tr>
					{ then &&
						groupRows( group.rows, then, names ).map( ( part ) => (
							<Fragment key={ part.key }>
								<tr className="is-part">
									<th scope="row">
										<Label group={ part } />
									</th>
									<Numbers
										of={ part }
										currency={ currency }
									/>
								</tr>
							</Fragment>
						) ) }
				</tbody>
			) ) }
			<tfoot>
				<tr>
					<th scope="row">{ __( 'Total', 'steward' ) }</th>
					<Numbers of={ props.totals } currency={ currency } />
				</tr>
			</tfoot>
		</table>
	);
}
