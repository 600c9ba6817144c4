/**
 * Members: who is in, how much each has, who is away, and what nobody with access owns.
 */
import {
	useCallback,
	useMemo,
	useRef,
	useState,
	type ReactElement,
} from 'react';
import { Button } from '@wordpress/components';
import { DataViews } from '@wordpress/dataviews/wp';
import type { Action, View } from '@wordpress/dataviews';
import { __ } from '@wordpress/i18n';
import { caution, lock, people, seen } from '@wordpress/icons';

import { boot } from '../../boot';
import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import { Skeleton } from '../../components/Skeleton';
import type { Member } from '../../entities';
import { errorText } from '../../lib/errors';
import { navigate } from '../../lib/router';
import { useDebounced } from '../../lib/useDebounced';
import { useLoaded } from '../../lib/useLoaded';
import { useNarrow } from '../../lib/useNarrow';
import { listMembers, listWithoutAccess } from './api';
import { memberFields } from './fields';
import { MemberDialog } from './MemberDialog';
import './members.scss';
import { NarrowDialog } from './NarrowDialog';
import { queryOf } from './view';
import { WithoutAccess } from './WithoutAccess';

const NOBODY: Member[] = [];
const USUAL: View = {
	type: 'table',
	titleField: 'name',
	fields: [
		'roles',
		'only_assigned_data',
		'contacts',
		'open_opportunities',
		'overdue_tasks',
		'unread',
		'away',
	],
	filters: [],
	page: 1,
	perPage: 20,
	sort: { field: 'name', direction: 'asc' },
	layout: { density: 'compact', enableMoving: false },
};

function List(): ReactElement {
	const narrow = useNarrow();
	const [ view, setView ] = useState< View >( USUAL );
	const search = useDebounced( view.search ?? '' );
	const query = queryOf( { ...view, search } );
	const page = useLoaded(
		() => listMembers( query ),
		JSON.stringify( query )
	);
	const lost = useLoaded( listWithoutAccess );
	const [ narrowing, setNarrowing ] = useState< Member | null >( null );
	const [ editing, setEditing ] = useState< Member | null >( null );
	const fields = useMemo(
		() => memberFields( narrow ? null : setNarrowing ),
		[ narrow ]
	);
	const list = useRef< HTMLDivElement >( null );
	const focusList = useCallback( () => list.current?.focus(), [] );
	const actions = useMemo(
		(): Action< Member >[] => [
			{
				id: 'edit',
				label: __( 'Absence and capacity', 'steward' ),
				isEligible: () => boot.can.manage,
				callback: ( [ member ] ) => setEditing( member ?? null ),
			},
			{
				id: 'only-assigned-data',
				label: ( [ member ] ) =>
					member?.only_assigned_data
						? __( 'End Only Assigned Data', 'steward' )
						: __( 'Turn on Only Assigned Data', 'steward' ),
				isEligible: () => boot.can.manage,
				callback: ( [ member ] ) => setNarrowing( member ?? null ),
			},
			{
				id: 'see-as',
				label: __( 'See as this person', 'steward' ),
				icon: seen,
				isEligible: () =>
					boot.can.view !== 'none' &&
					( boot.can.manage || boot.can.view === 'all' ),
				callback: ( [ member ] ) =>
					navigate( { page: 'steward', as: member?.id } ),
			},
		],
		[]
	);
	if ( page.error ) {
		return (
			<EmptyState
				tone="error"
				icon={ caution }
				title={ __( 'The members couldn’t be loaded', 'steward' ) }
				actions={
					<Button
						__next40pxDefaultSize
						variant="secondary"
						onClick={ page.reload }
					>
						{ __( 'Try again', 'steward' ) }
					</Button>
				}
			>
				{ errorText( page.error ) }
			</EmptyState>
		);
	}
	if ( ! page.data ) {
		return (
			<div className="steward-members__loading">
				<Skeleton
					variant="rows"
					count={ 8 }
					label={ __( 'Loading members…', 'steward' ) }
				/>
			</div>
		);
	}
	return (
		<>
			<WithoutAccess
				owners={ lost.data?.items ?? NOBODY }
				onMoved={ () => {
					lost.reload();
					page.reload();
				} }
				onEmpty={ focusList }
			/>
			<div
				ref={ list }
				tabIndex={ -1 }
				className="steward-members__list"
				role="region"
				aria-label={ __( 'Members', 'steward' ) }
			>
				<DataViews< Member >
					data={ page.data.items }
					fields={ fields }
					view={
						narrow
							? { ...view, type: 'list', layout: undefined }
							: view
					}
					onChangeView={ ( next ) =>
						setView( {
							...next,
							type: 'table',
							layout: USUAL.layout,
						} as View )
					}
					actions={ actions }
					paginationInfo={ {
						totalItems: page.data.total,
						totalPages: page.data.totalPages,
					} }
					defaultLayouts={ narrow ? { list: {} } : { table: {} } }
					getItemId={ ( { id } ) => String( id ) }
					isLoading={ page.isLoading }
					searchLabel={ __( 'Search members', 'steward' ) }
					empty={
						<EmptyState
							icon={ people }
							title={ __( 'Nobody matches', 'steward' ) }
						>
							{ __(
								'Change the search or the filters. People become members by a role with a view scope.',
								'steward'
							) }
						</EmptyState>
					}
				/>
			</div>
			{ narrowing && (
				<NarrowDialog
					member={ narrowing }
					onClose={ () => setNarrowing( null ) }
					onDone={ page.reload }
				/>
			) }
			{ editing && (
				<MemberDialog
					member={ editing }
					onClose={ () => setEditing( null ) }
					onDone={ page.reload }
				/>
			) }
		</>
	);
}

/** The Members screen, for those who see reports or manage Steward. */
export default function Members(): ReactElement {
	return (
		<div className="steward-members">
			<PageHeader
				title={ __( 'Members', 'steward' ) }
				subtitle={ __(
					'Who is in the team, how much each has, and who is away.',
					'steward'
				) }
			/>
			{ boot.can.reports || boot.can.manage ? (
				<List />
			) : (
				<EmptyState
					icon={ lock }
					title={ __( 'You can’t see the members', 'steward' ) }
				>
					{ __(
						'Your role lacks “See team reports”. Ask an administrator for it.',
						'steward'
					) }
				</EmptyState>
			) }
		</div>
	);
}
