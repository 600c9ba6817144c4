/**
 * Opportunities: a pipeline's board, or the list.
 */
import {
	useCallback,
	useEffect,
	useMemo,
	useState,
	type ReactElement,
} from 'react';
import {
	Button,
	SelectControl,
	__experimentalToggleGroupControl as ToggleGroupControl,
	__experimentalToggleGroupControlOption as ToggleGroupControlOption,
} from '@wordpress/components';
import { DataViews } from '@wordpress/dataviews/wp';
import type { View } from '@wordpress/dataviews';
import { __ } from '@wordpress/i18n';
import { lock } from '@wordpress/icons';

import { boot } from '../../boot';
import { contactFilterName } from '../../components/ContactFilter';
import { EmptyState } from '../../components/EmptyState';
import { ListTabs } from '../../components/ListTabs';
import { PageHeader } from '../../components/PageHeader';
import { Skeleton } from '../../components/Skeleton';
import { UnassignedCount } from '../../components/UnassignedCount';
import { Unavailable } from '../../components/Unavailable';
import { OPPORTUNITY, type Opportunity, type Pipeline } from '../../entities';
import { dayKey } from '../../lib/dates';
import type { RestError } from '../../lib/errors';
import { preferencesIn } from '../../lib/listPreferences';
import { navigate, useRoute } from '../../lib/router';
import { useListView } from '../../lib/useListView';
import { useNarrow } from '../../lib/useNarrow';
import { usePreferences } from '../../lib/usePreferences';
import { useRecords } from '../../lib/useRecords';
import { Board, BoardSkeleton } from './Board';
import { DealList } from './DealList';
import { Empty } from './Empty';
import { dealFields } from './fields';
import { OpportunityModal } from './OpportunityModal';
import { usePipelines } from './pipelines';
import { useBoard } from './useBoard';
import {
	filterQuery,
	isNarrowed,
	listQuery,
	modeOf,
	paramsOf,
	readPreferences,
	tabOf,
	TABS,
	viewOf,
	type Mode,
	type Preferences,
	type Tab,
} from './view';
import './opportunities.scss';

const NONE: Opportunity[] = [];
const NAME = 'opportunities';

const RULES = {
	tabOf,
	viewOf,
	paramsOf,
	/** Only what the table shows is chosen in it; the rest stays as it was. */
	preferencesOf: ( view: View, before: Preferences ) =>
		readPreferences( {
			...before,
			...preferencesIn( view ),
		} ),
};

function tabLabel( tab: Tab ): string {
	switch ( tab ) {
		case 'mine':
			return __( 'Mine', 'steward' );
		case 'unassigned':
			return __( 'Unassigned', 'steward' );
		case 'following':
			return __( 'Following', 'steward' );
		case 'trash':
			return __( 'Trash', 'steward' );
		default:
			return __( 'All', 'steward' );
	}
}

function Failed( {
	error,
	onRetry,
}: {
	error: RestError;
	onRetry: () => void;
} ): ReactElement {
	return (
		<Unavailable
			error={ error }
			refused={ __( 'You can’t see these opportunities', 'steward' ) }
			failed={ __( 'The opportunities couldn’t be loaded', 'steward' ) }
			onRetry={ onRetry }
		/>
	);
}

/** Which pipeline, and board or list. */
function Switches( {
	mode,
	pipelines,
	pipeline,
	isBoardOffered,
	onMode,
	onPipeline,
}: {
	mode: Mode;
	pipelines: Pipeline[];
	/** 0 for all. */
	pipeline: number;
	isBoardOffered: boolean;
	onMode: ( mode: Mode ) => void;
	onPipeline: ( id: number ) => void;
} ): ReactElement {
	return (
		<div className="steward-deals__switches">
			{ pipelines.length > 1 && (
				<SelectControl
					__nextHasNoMarginBottom
					size="compact"
					label={ __( 'Pipeline', 'steward' ) }
					hideLabelFromVision
					value={ String( pipeline ) }
					options={ [
						...( mode === 'list'
							? [
									{
										value: '0',
										label: __( 'All pipelines', 'steward' ),
									},
								]
							: [] ),
						...pipelines.map( ( { id, name } ) => ( {
							value: String( id ),
							label: name,
						} ) ),
					] }
					onChange={ ( id ) => onPipeline( Number( id ) ) }
				/>
			) }
			{ isBoardOffered && (
				<ToggleGroupControl
					__nextHasNoMarginBottom
					label={ __( 'Show as', 'steward' ) }
					hideLabelFromVision
					isBlock
					value={ mode }
					onChange={ ( next ) => onMode( next as Mode ) }
				>
					<ToggleGroupControlOption
						value="board"
						label={ __( 'Board', 'steward' ) }
					/>
					<ToggleGroupControlOption
						value="list"
						label={ __( 'List', 'steward' ) }
					/>
				</ToggleGroupControl>
			) }
		</div>
	);
}

interface PartProps {
	tab: Tab;
	view: View;
	narrow: boolean;
	pipelines: Pipeline[];
	pipeline: Pipeline | undefined;
	base: Record< string, string >;
	switches: ReactElement;
	onChangeView: ( view: View ) => void;
	onClear: () => void;
	onOpen: ( id: number ) => void;
	onAdd: ( ( stage?: number ) => void ) | undefined;
}

function BoardPart( props: PartProps & { pipeline: Pipeline } ): ReactElement {
	const { tab, view, pipeline, pipelines, base, onAdd } = props;
	const query = { ...filterQuery( tab, view ), pipeline: pipeline.id };
	// A board of stages has no use for a filter by them.
	delete ( query as Record< string, unknown > ).stage;
	delete ( query as Record< string, unknown > ).status;
	const board = useBoard( query );
	const today = dayKey( new Date().toISOString() );
	const fields = useMemo(
		() => dealFields( tab, false, true, pipelines, pipeline, today ),
		[ tab, pipelines, pipeline, today ]
	);
	const isEmpty =
		board.columns !== null &&
		board.columns.every( ( { count } ) => count === 0 );
	const addTo = useMemo(
		() => ( onAdd ? ( stage: number ) => onAdd( stage ) : undefined ),
		[ onAdd ]
	);
	const tableView = useMemo(
		() => ( { ...view, type: 'table' as const, layout: {} } ),
		[ view ]
	);
	return (
		<DataViews< Opportunity >
			key={ `board-${ tab }` }
			data={ NONE }
			fields={ fields }
			view={ tableView }
			onChangeView={ props.onChangeView }
			paginationInfo={ { totalItems: 0, totalPages: 1 } }
			defaultLayouts={ { table: {} } }
			getItemId={ ( { id } ) => String( id ) }
			isLoading
		>
			<div className="steward-deals__bar">
				<div className="steward-deals__search">
					<DataViews.Search
						label={ __( 'Search opportunities', 'steward' ) }
					/>
					<DataViews.FiltersToggle />
				</div>
				{ props.switches }
			</div>
			<DataViews.FiltersToggled className="dataviews-filters__container" />
			{ board.error && (
				<Failed error={ board.error } onRetry={ board.retry } />
			) }
			{ ! board.error && ! board.columns && <BoardSkeleton /> }
			{ ! board.error && board.columns && isEmpty && (
				<Empty
					tab={ tab }
					isNarrowed={ isNarrowed( view ) }
					onClear={ props.onClear }
					onAdd={ onAdd && ( () => onAdd() ) }
				/>
			) }
			{ ! board.error && board.columns && ! isEmpty && (
				<Board
					pipeline={ pipeline }
					columns={ board.columns }
					pending={ board.pending }
					loading={ board.loading }
					base={ base }
					onMove={ board.move }
					onMore={ board.loadMore }
					onAdd={ addTo }
				/>
			) }
		</DataViews>
	);
}

function ListPart( props: PartProps ): ReactElement {
	const { tab, view, narrow, pipelines, pipeline, onAdd } = props;
	const query = listQuery( tab, view, pipeline?.id ?? 0 );
	const key = JSON.stringify( query );
	const page = useRecords< Opportunity >(
		OPPORTUNITY,
		// core-data takes another object for another query.
		// eslint-disable-next-line react-hooks/exhaustive-deps
		useMemo( () => query, [ key ] )
	);
	const today = dayKey( new Date().toISOString() );
	const fields = useMemo(
		() => dealFields( tab, narrow, false, pipelines, pipeline, today ),
		[ tab, narrow, pipelines, pipeline, today ]
	);
	if ( page.error ) {
		return <Failed error={ page.error } onRetry={ page.retry } />;
	}
	return (
		<DealList
			key={ tab }
			page={ page }
			view={ view }
			fields={ fields }
			pipelines={ pipelines }
			narrow={ narrow }
			base={ props.base }
			header={ props.switches }
			onOpen={ props.onOpen }
			onChangeView={ props.onChangeView }
			empty={
				<Empty
					tab={ tab }
					isNarrowed={ isNarrowed( view ) }
					onClear={ props.onClear }
					onAdd={ onAdd && ( () => onAdd() ) }
				/>
			}
		/>
	);
}

function Screen(): ReactElement {
	const narrow = useNarrow();
	const { params } = useRoute();
	const [ preferences, keep ] = usePreferences( NAME, readPreferences );
	const { tab, view, onChangeView, clear } = useListView< Tab, Preferences >(
		RULES,
		preferences,
		keep,
		narrow
	);
	const pipelines = usePipelines();
	const mode = modeOf( params, preferences );
	const wanted = Number( params.pipeline ?? preferences.pipeline );
	const chosen = pipelines?.find( ( { id } ) => id === wanted );
	const [ , named ] = useState( '' );
	const { contact } = params;
	useEffect( () => {
		if ( contact ) {
			void contactFilterName( contact ).then( named );
		}
	}, [ contact ] );

	const paramsKey = JSON.stringify( params );
	const base = useMemo( () => {
		const { opportunity: _open, ...rest } = params;
		return rest;
		// eslint-disable-next-line react-hooks/exhaustive-deps -- a new object with each step in the history.
	}, [ paramsKey ] );
	const open = useCallback(
		( id: number ) =>
			navigate( { ...base, opportunity: id }, { quiet: true } ),
		[ base ]
	);
	const [ stage, setStage ] = useState< number | undefined >();
	const add = useCallback(
		( at?: number ) => {
			setStage( at );
			navigate( { ...base, opportunity: 'new' }, { quiet: true } );
		},
		[ base ]
	);
	const onAdd = boot.opportunities.can.create ? add : undefined;

	const boardPipeline = chosen ?? pipelines?.[ 0 ];
	const switches = (
		<Switches
			mode={ mode }
			pipelines={ pipelines ?? [] }
			pipeline={ ( mode === 'board' ? boardPipeline : chosen )?.id ?? 0 }
			isBoardOffered={ tab !== 'trash' }
			onMode={ ( next ) => {
				keep( { ...preferences, mode: next } );
				navigate(
					{ ...base, view: next, paged: undefined },
					{ quiet: true }
				);
			} }
			onPipeline={ ( id ) => {
				keep( { ...preferences, pipeline: id } );
				navigate(
					{
						...base,
						pipeline: id,
						stage: undefined,
						paged: undefined,
					},
					{ quiet: true }
				);
			} }
		/>
	);
	const part = {
		tab,
		view,
		narrow,
		pipelines: pipelines ?? [],
		base,
		switches,
		onChangeView,
		onClear: clear,
		onOpen: open,
		onAdd,
	};
	const opened = params.opportunity;
	const body = () => {
		if ( ! pipelines ) {
			return mode === 'board' ? (
				<BoardSkeleton />
			) : (
				<Skeleton variant="rows" count={ 10 } />
			);
		}
		return mode === 'board' && boardPipeline ? (
			<BoardPart { ...part } pipeline={ boardPipeline } />
		) : (
			<ListPart { ...part } pipeline={ chosen } />
		);
	};
	return (
		<>
			<PageHeader
				title={ __( 'Opportunities', 'steward' ) }
				subtitle={
					boot.opportunities.separateOwners
						? undefined
						: __(
								'An opportunity belongs to whoever owns its contact: claim or reassign the contact, and it follows.',
								'steward'
							)
				}
				actions={
					onAdd && (
						<Button
							__next40pxDefaultSize
							variant="primary"
							onClick={ () => onAdd() }
						>
							{ __( 'Add opportunity', 'steward' ) }
						</Button>
					)
				}
			>
				<ListTabs
					label={ __( 'Opportunities by ownership', 'steward' ) }
					items={ TABS.filter(
						( one ) =>
							( one !== 'trash' ||
								boot.opportunities.can.delete ) &&
							( one !== 'unassigned' ||
								boot.opportunities.can.unassigned )
					).map( ( one ) => ( {
						key: one,
						label: (
							<>
								{ tabLabel( one ) }
								{ one === 'unassigned' && (
									<>
										{ ' ' }
										<UnassignedCount name={ OPPORTUNITY } />
									</>
								) }
							</>
						),
						isCurrent: one === tab,
						to: {
							view: params.view,
							pipeline: params.pipeline,
							tab: one === 'all' ? undefined : one,
						},
					} ) ) }
				/>
			</PageHeader>
			{ body() }
			{ ( opened === 'new' ||
				/^[1-9]\d{0,15}$/.test( opened ?? '' ) ) && (
				<OpportunityModal
					opportunity={ opened === 'new' ? 'new' : Number( opened ) }
					pipeline={ boardPipeline?.id }
					stage={ stage }
					onClose={ () =>
						navigate( base, { quiet: true, force: true } )
					}
				/>
			) }
		</>
	);
}

/** The screen. */
export default function Opportunities(): ReactElement {
	return (
		<div className="steward-deals">
			{ boot.opportunities.can.view === 'none' ? (
				<>
					<PageHeader title={ __( 'Opportunities', 'steward' ) } />
					<EmptyState
						icon={ lock }
						title={ __(
							'You can’t see any opportunities',
							'steward'
						) }
					>
						{ __(
							'Your role has no access to opportunities. Ask an administrator to widen it.',
							'steward'
						) }
					</EmptyState>
				</>
			) : (
				<Screen />
			) }
		</div>
	);
}
