/**
 * Forecast: what the open opportunities may bring, by month, stage and owner.
 */
import type { ReactElement } from 'react';
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { caution, chartBar, lock } from '@wordpress/icons';

import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import { Skeleton } from '../../components/Skeleton';
import type { Forecast, ForecastRow, Pipeline } from '../../entities';
import { errorText, type RestError } from '../../lib/errors';
import { listPipelines } from '../../lib/pipelines';
import { useLoaded } from '../../lib/useLoaded';
import { getForecast } from './api';
import { CurrencySection } from './CurrencySection';
import { Filters } from './Filters';
import { currenciesOf, namesOf } from './groups';
import { useForecastView, type ForecastView } from './useForecastView';
import './forecast.scss';

interface Answer {
	pipelines: Pipeline[];
	/** Null where there is no pipeline. */
	forecast: Forecast | null;
}

async function load( view: ForecastView ): Promise< Answer > {
	const pipelines = await listPipelines();
	const chosen = view.pipeline ?? pipelines[ 0 ]?.id;
	return {
		pipelines,
		forecast:
			chosen === undefined
				? null
				: await getForecast( chosen === 'all' ? null : chosen ),
	};
}

function Problem( {
	error,
	onRetry,
}: {
	error: RestError;
	onRetry: () => void;
} ): ReactElement {
	const isRefused = error.status === 401 || error.status === 403;
	return (
		<EmptyState
			icon={ isRefused ? lock : caution }
			tone={ isRefused ? 'plain' : 'error' }
			title={
				isRefused
					? __( 'You can’t see the forecast', 'steward' )
					: __( 'The forecast couldn’t be read', 'steward' )
			}
			actions={
				! isRefused && (
					<Button
						__next40pxDefaultSize
						variant="secondary"
						onClick={ onRetry }
					>
						{ __( 'Try again', 'steward' ) }
					</Button>
				)
			}
		>
			{ errorText( error ) }
		</EmptyState>
	);
}

function Nothing( {
	view,
	onClear,
}: {
	view: ForecastView;
	onClear: () => void;
} ): ReactElement {
	const isNarrowed = view.owner !== null;
	return (
		<EmptyState
			icon={ chartBar }
			title={
				isNarrowed
					? __( 'No open opportunities of this owner', 'steward' )
					: __( 'Nothing to forecast yet', 'steward' )
			}
			actions={
				isNarrowed && (
					<Button
						__next40pxDefaultSize
						variant="secondary"
						onClick={ onClear }
					>
						{ __( 'Show everybody’s', 'steward' ) }
					</Button>
				)
			}
		>
			{ isNarrowed
				? __(
						'There may be some in another pipeline, or some that you may not see.',
						'steward'
					)
				: __(
						'Open opportunities that you may see are added up here, once there are any in this pipeline.',
						'steward'
					) }
		</EmptyState>
	);
}

const isOf = ( owner: ForecastView[ 'owner' ] ) => ( row: ForecastRow ) =>
	owner === null || row.owner === ( owner === 'none' ? null : owner );

/** The Forecast screen, for those who see opportunities. */
export default function ForecastScreen(): ReactElement {
	const [ view, change ] = useForecastView();
	const { data, error, isLoading, reload } = useLoaded(
		() => load( view ),
		String( view.pipeline ?? '' )
	);
	const rows = data?.forecast?.rows ?? [];
	const shown = rows.filter( isOf( view.owner ) );
	const names = namesOf(
		( data?.pipelines ?? [] ).filter(
			( { id }, at ) =>
				view.pipeline === 'all' ||
				( view.pipeline === null ? at === 0 : id === view.pipeline )
		),
		data?.forecast?.people ?? []
	);
	return (
		<>
			<PageHeader
				title={ __( 'Forecast', 'steward' ) }
				subtitle={ __(
					'What the open opportunities that you may see are worth, and what of it may be expected: each value times its stage’s probability.',
					'steward'
				) }
			/>
			<div className="steward-forecast" aria-busy={ isLoading }>
				{ data && (
					<Filters
						view={ view }
						onChange={ change }
						pipelines={ data.pipelines }
						rows={ rows }
						names={ names }
					/>
				) }
				{ error && <Problem error={ error } onRetry={ reload } /> }
				{ ! error && ! data && (
					<Skeleton
						variant="rows"
						count={ 6 }
						label={ __( 'Loading the forecast…', 'steward' ) }
					/>
				) }
				{ ! error && data && shown.length === 0 && (
					<Nothing
						view={ view }
						onClear={ () => change( { owner: null } ) }
					/>
				) }
				{ ! error &&
					currenciesOf( shown ).map( ( currency ) => (
						<CurrencySection
							key={ currency }
							currency={ currency }
							rows={ shown.filter(
								( row ) => row.currency === currency
							) }
							by={ view.by }
							then={ view.then }
							names={ names }
						/>
					) ) }
			</div>
		</>
	);
}
