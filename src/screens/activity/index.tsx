/**
 * Activity: who did what in the team, newest first, as far as the reader may see it.
 */
import { useMemo, useState, type ReactElement } from 'react';
import { Button } from '@wordpress/components';
import { DataViews } from '@wordpress/dataviews/wp';
import type { View } from '@wordpress/dataviews';
import { __ } from '@wordpress/i18n';
import { backup, caution, download, lock } from '@wordpress/icons';

import { boot } from '../../boot';
import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import { RefusalNote } from '../../components/RefusalNote';
import { Skeleton } from '../../components/Skeleton';
import type { Member, TeamActivityItem } from '../../entities';
import { errorText } from '../../lib/errors';
import { navigate, useRoute } from '../../lib/router';
import { useLoaded } from '../../lib/useLoaded';
import { useNarrow } from '../../lib/useNarrow';
import { siteCalendar } from '../contacts/calendar';
import './activity.scss';
import { csvAddress, listPeople, listTeamActivity } from './api';
import { activityFields } from './fields';
import { filterQueryOf, paramsOf, PER_PAGE, viewOf } from './view';

const NOBODY: Member[] = [];

/** What a row can be about: more than contacts for those who manage. */
function kinds() {
	return boot.can.manage
		? [
				{ value: 'contact', label: __( 'Contacts', 'steward' ) },
				{
					value: 'opportunity',
					label: __( 'Opportunities', 'steward' ),
				},
				{ value: 'role', label: __( 'Roles', 'steward' ) },
				{ value: 'settings', label: __( 'Settings', 'steward' ) },
			]
		: [
				{ value: 'contact', label: __( 'Contacts', 'steward' ) },
				{
					value: 'opportunity',
					label: __( 'Opportunities', 'steward' ),
				},
			];
}

function Nothing( { isFiltered }: { isFiltered: boolean } ): ReactElement {
	return (
		<EmptyState
			icon={ backup }
			title={
				isFiltered
					? __( 'Nothing matches', 'steward' )
					: __( 'Nothing has happened yet', 'steward' )
			}
			actions={
				isFiltered && (
					<Button
						__next40pxDefaultSize
						variant="secondary"
						onClick={ () => navigate( {} ) }
					>
						{ __( 'Clear filters', 'steward' ) }
					</Button>
				)
			}
		>
			{ ! isFiltered &&
				__(
					'Every change of owner, followers and details of the contacts you may see will be listed here.',
					'steward'
				) }
		</EmptyState>
	);
}

function Log(): ReactElement {
	const { params } = useRoute();
	const narrow = useNarrow();
	const [ open, setOpen ] = useState< string[] >( [] );
	const view = viewOf( params, open, narrow );
	const query = filterQueryOf( params, siteCalendar );
	const isFiltered = Object.keys( query ).length > 0;
	const { data, error, isLoading, reload } = useLoaded(
		() => listTeamActivity( query, view.page ?? 1, view.perPage ?? 20 ),
		JSON.stringify( [ query, view.page, view.perPage ] )
	);
	// Only to filter by: without it the log is as good.
	const { data: people } = useLoaded( listPeople );
	const fields = useMemo(
		() => activityFields( people ?? NOBODY, kinds() ),
		[ people ]
	);

	function change( next: View ): void {
		const filters = next.filters ?? [];
		setOpen( filters.map( ( { field } ) => field ) );
		const isSame =
			JSON.stringify( filters ) === JSON.stringify( view.filters );
		navigate( paramsOf( isSame ? next : { ...next, page: 1 } ), {
			quiet: true,
		} );
	}

	if ( error ) {
		return error.status === 403 ? (
			<EmptyState
				icon={ lock }
				title={ __( 'You can’t see the activity', 'steward' ) }
			>
				<RefusalNote
					reason={ error.reason }
					message={ error.message }
					remedy={ error.remedy }
				/>
			</EmptyState>
		) : (
			<EmptyState
				tone="error"
				icon={ caution }
				title={ __( 'The activity could not be loaded', 'steward' ) }
				actions={
					<Button
						__next40pxDefaultSize
						variant="secondary"
						onClick={ reload }
					>
						{ __( 'Try again', 'steward' ) }
					</Button>
				}
			>
				{ errorText( error ) }
			</EmptyState>
		);
	}
	if ( ! data ) {
		return (
			<Skeleton
				variant="rows"
				count={ 10 }
				label={ __( 'Loading the activity…', 'steward' ) }
			/>
		);
	}
	if ( data.total === 0 && ! isFiltered && open.length === 0 ) {
		return <Nothing isFiltered={ false } />;
	}
	return (
		<div
			className="steward-log"
			role="region"
			aria-label={ __( 'Activity', 'steward' ) }
			aria-busy={ isLoading }
		>
			<DataViews< TeamActivityItem >
				data={ data.items }
				fields={ fields }
				view={ view }
				onChangeView={ change }
				paginationInfo={ {
					totalItems: data.total,
					totalPages: data.totalPages,
				} }
				defaultLayouts={ { table: {} } }
				getItemId={ ( { id } ) => String( id ) }
				isLoading={ isLoading }
				search={ false }
				config={ { perPageSizes: PER_PAGE } }
				empty={ <Nothing isFiltered /> }
			/>
		</div>
	);
}

/** The Activity screen, for every member. */
export default function ActivityScreen(): ReactElement {
	const { params } = useRoute();
	return (
		<>
			<PageHeader
				title={ __( 'Activity', 'steward' ) }
				subtitle={ __(
					'Who changed what, when and through what, on everything you may see.',
					'steward'
				) }
				actions={
					boot.activityCsv && (
						<Button
							__next40pxDefaultSize
							variant="secondary"
							icon={ download }
							href={ csvAddress(
								filterQueryOf( params, siteCalendar )
							) }
						>
							{ __( 'Export CSV', 'steward' ) }
						</Button>
					)
				}
			/>
			<Log />
		</>
	);
}
