import { lazy, Suspense, type ReactElement } from 'react';
import { Icon } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { caution } from '@wordpress/icons';

import { ErrorBoundary } from '../../components/ErrorBoundary';
import { Panel } from '../../components/Panel';
import { Skeleton } from '../../components/Skeleton';
import type { ForecastRow } from '../../entities';
import { currencyName, money } from '../../lib/money';
import { formatNumber } from '../../lib/numbers';
import { useNarrow } from '../../lib/useNarrow';
import { ForecastTable } from './ForecastTable';
import {
	barsOf,
	chartHeight,
	groupRows,
	isOverdue,
	totalsOf,
	type By,
	type Names,
} from './groups';
import { amountsText, chartText } from './labels';

// recharts comes with it; the table does without.
const ForecastChart = lazy(
	() => import( /* webpackChunkName: "forecast-chart" */ './ForecastChart' )
);

export interface CurrencySectionProps {
	currency: string;
	/** Rows of this currency. */
	rows: ForecastRow[];
	by: By;
	then: By | null;
	names: Names;
}

/** The three numbers that one looks for first. */
function Figures( {
	rows,
	currency,
}: {
	rows: ForecastRow[];
	currency: string;
} ): ReactElement {
	const { count, value, weighted } = totalsOf( rows );
	const figures = [
		[ __( 'Weighted', 'steward' ), money( weighted, currency ) ],
		[ __( 'Open value', 'steward' ), money( value, currency ) ],
		[ __( 'Open opportunities', 'steward' ), formatNumber( count ) ],
	];
	return (
		<dl className="steward-forecast__figures">
			{ figures.map( ( [ term, figure ] ) => (
				<div key={ term }>
					<dt>{ term }</dt>
					<dd>{ figure }</dd>
				</div>
			) ) }
		</dl>
	);
}

function Overdue( {
	rows,
	names,
	currency,
}: {
	rows: ForecastRow[];
	names: Names;
	currency: string;
} ): ReactElement | null {
	const overdue = totalsOf(
		rows.filter( ( row ) => isOverdue( row, names ) )
	);
	if ( overdue.count === 0 ) {
		return null;
	}
	return (
		<p className="steward-forecast__overdue">
			<Icon icon={ caution } size={ 20 } />
			<span>
				{ sprintf(
					/* translators: 1: how many opportunities, 2: amounts of money. */
					_n(
						'%1$s is overdue: expected before this month and still open (%2$s).',
						'%1$s are overdue: expected before this month and still open (%2$s).',
						overdue.count,
						'steward'
					),
					formatNumber( overdue.count ),
					amountsText( overdue, currency )
				) }
			</span>
		</p>
	);
}

/** What the two kinds of bars mean; the chart's own words are in its caption. */
function Legend(): ReactElement {
	return (
		<div className="steward-forecast__legend" aria-hidden>
			<span>
				<i className="is-value" />
				{ __( 'Value', 'steward' ) }
			</span>
			<span>
				<i className="is-weighted" />
				{ __( 'Weighted by probability', 'steward' ) }
			</span>
		</div>
	);
}

/**
 * The forecast in one currency: amounts of another are never added to it.
 *
 * @param props What to show.
 */
export function CurrencySection( props: CurrencySectionProps ): ReactElement {
	const { currency, rows, by, then, names } = props;
	const isNarrow = useNarrow();
	const isSideways = isNarrow || by !== 'month';
	const groups = groupRows( rows, by, names );
	const bars = barsOf( groups, by, names );
	const height = chartHeight( bars, isSideways );
	const title = sprintf(
		/* translators: 1: a currency's code, 2: its name. */
		__( '%1$s · %2$s', 'steward' ),
		currency,
		currencyName( currency )
	);
	return (
		<Panel title={ title }>
			<Figures rows={ rows } currency={ currency } />
			<Overdue rows={ rows } names={ names } currency={ currency } />
			<figure className="steward-forecast__figure">
				<figcaption className="screen-reader-text">
					{ chartText( bars, by, currency ) }
				</figcaption>
				<Legend />
				<ErrorBoundary resetKey={ `${ currency }/${ by }` }>
					<Suspense
						fallback={
							<div style={ { blockSize: height } }>
								<Skeleton variant="card" />
							</div>
						}
					>
						<ForecastChart
							bars={ bars }
							currency={ currency }
							isSideways={ isSideways }
							height={ height }
						/>
					</Suspense>
				</ErrorBoundary>
			</figure>
			<ForecastTable
				groups={ groups }
				totals={ totalsOf( rows ) }
				by={ by }
				then={ then }
				names={ names }
				currency={ currency }
				caption={ title }
			/>
		</Panel>
	);
}
