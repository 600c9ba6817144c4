/**
 * The list of contacts.
 */
import {
	useCallback,
	useEffect,
	useMemo,
	useRef,
	useState,
	type ReactElement,
} from 'react';
import { Button } from '@wordpress/components';
import { DataViews } from '@wordpress/dataviews/wp';
import type { Action, View } from '@wordpress/dataviews';
import { __ } from '@wordpress/i18n';
import { lock } from '@wordpress/icons';

import { boot } from '../../boot';
import { BulkReport } from '../../components/BulkReport';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import { ReassignDialog } from '../../components/ReassignDialog';
import { Skeleton } from '../../components/Skeleton';
import { Unavailable } from '../../components/Unavailable';
import { CONTACT, type Contact } from '../../entities';
import type { RestError } from '../../lib/errors';
import type { Params } from '../../lib/location';
import { Link, navigate, rememberList, useRoute } from '../../lib/router';
import { useListView } from '../../lib/useListView';
import { useNarrow } from '../../lib/useNarrow';
import { usePreferences } from '../../lib/usePreferences';
import { useRecords } from '../../lib/useRecords';
import { useRowFocus } from '../../lib/useRowFocus';
import { useWide } from '../../lib/useWide';
import { Welcome } from '../welcome/Welcome';
import { contactActions } from './actions';
import { siteCalendar } from './calendar';
import { BulkJobsList, useBulkJobs } from './BulkJobs';
import { Empty } from './Empty';
import { EverythingBar, filterOf } from './Everything';
import { contactFields } from './fields';
import './contacts.scss';
import { NextTasks } from './NextTasks';
import { SeenAs, useSeenAs } from './SeenAs';
import { Tabs } from './Tabs';
import { TagDialog } from './TagDialog';
import { useDialogs } from './useDialogs';
import {
	changeView,
	isNarrowed,
	paramsOf,
	PER_PAGE,
	preferencesOf,
	queryOf,
	readPreferences,
	tabOf,
	usualPreferences,
	viewOf,
	type Tab,
} from './view';

const NONE: Contact[] = [];
const NO_ACTIONS: Action< Contact >[] = [];

const RULES = {
	tabOf,
	viewOf,
	// Whose eyes one looks through stays.
	paramsOf: ( tab: Tab, view: View, present: Params ): Params => ( {
		...paramsOf( tab, view ),
		...( present.as ? { as: present.as } : {} ),
	} ),
	preferencesOf,
	changeView,
};

function Failed( {
	error,
	isSeenAs,
	onRetry,
}: {
	error: RestError;
	isSeenAs: boolean;
	onRetry: () => void;
} ): ReactElement {
	return (
		<Unavailable
			error={ error }
			refused={ __( 'You can’t see these contacts', 'steward' ) }
			failed={ __( 'The contacts couldn’t be loaded', 'steward' ) }
			actions={
				isSeenAs && (
					<Button
						__next40pxDefaultSize
						variant="secondary"
						onClick={ () => navigate( {} ) }
					>
						{ __( 'Show my contacts', 'steward' ) }
					</Button>
				)
			}
			onRetry={ onRetry }
		/>
	);
}

function List( {
	narrow,
	onSeen,
}: {
	narrow: boolean;
	onSeen: ( as: number | null ) => void;
} ): ReactElement {
	const { params } = useRoute();
	const usual = usualPreferences( useWide() );
	const read = useCallback(
		( stored: unknown ) => readPreferences( stored, usual ),
		[ usual ]
	);
	const [ preferences, keep ] = usePreferences( 'contactsList', read );
	const { tab, view, onChangeView, clear } = useListView(
		RULES,
		preferences,
		keep,
		narrow
	);
	const key = JSON.stringify( params );
	useEffect( () => {
		rememberList( params );
		// eslint-disable-next-line react-hooks/exhaustive-deps -- a new object with each step in the history.
	}, [ key ] );
	const isUsual = JSON.stringify( preferences ) === JSON.stringify( usual );
	const onReset = isUsual ? false : () => keep( usual );
	const as = useSeenAs();
	const query = {
		...queryOf( tab, view, siteCalendar ),
		// Kept apart from what one may do oneself.
		...( as ? { as, context: 'view' } : {} ),
	};
	const queryKey = JSON.stringify( query );
	const filterKey = JSON.stringify( filterOf( query ) );
	// core-data takes another object for another query.
	// eslint-disable-next-line react-hooks/exhaustive-deps
	const asked = useMemo( () => query, [ queryKey ] );
	const page = useRecords< Contact >( CONTACT, asked );
	const dialogs = useDialogs();
	const fields = useMemo(
		() => contactFields( tab, as !== null ),
		[ tab, as ]
	);
	const actions = useMemo(
		() => contactActions( dialogs.handlers ),
		[ dialogs.handlers ]
	);
	const [ picked, setPicked ] = useState< { tab: Tab; ids: string[] } >( {
		tab,
		ids: [],
	} );
	/** The query whose every contact is chosen. */
	const [ everything, setEverything ] = useState< string | null >( null );
	const [ reassignsAll, setReassignsAll ] = useState( false );
	const bulk = useBulkJobs();
	const region = useRef< HTMLDivElement >( null );
	useRowFocus( region, page.records );
	const select = useCallback(
		( ids: string[] ) => {
			if ( as ) {
				return;
			}
			setPicked( { tab, ids } );
			setEverything( null );
		},
		[ as, tab ]
	);
	const isSeen = page.records !== null && ! page.error;
	useEffect( () => onSeen( isSeen ? as : null ), [ as, isSeen, onSeen ] );
	const started = useRef( false );
	started.current ||= page.records !== null;

	if ( page.error ) {
		return (
			<Failed
				error={ page.error }
				isSeenAs={ as !== null }
				onRetry={ page.retry }
			/>
		);
	}
	if ( ! started.current ) {
		return (
			<div className="steward-contacts__loading">
				<Skeleton
					variant="rows"
					count={ 10 }
					label={ __( 'Loading contacts…', 'steward' ) }
				/>
			</div>
		);
	}
	const narrowed = isNarrowed( view );
	const nothing = page.records?.length === 0 && page.total === 0;
	const empty = (
		<Empty tab={ tab } isNarrowed={ narrowed } onClear={ clear } />
	);
	const chosen = picked.tab === tab ? picked.ids : [];
	// The whole page is chosen, and there is more.
	const mayAll =
		tab !== 'trash' &&
		page.records !== null &&
		page.records.length > 0 &&
		page.total > page.records.length &&
		page.records.every( ( { id } ) => chosen.includes( String( id ) ) );
	const isAll = mayAll && everything === filterKey;
	const clearPicked = () => {
		setPicked( { tab, ids: [] } );
		setEverything( null );
		setReassignsAll( false );
	};
	return (
		<div
			ref={ region }
			className={ `steward-contacts__list steward-list${
				isAll ? ' is-everything' : ''
			}` }
			role="region"
			aria-label={ __( 'Contacts', 'steward' ) }
		>
			<BulkJobsList bulk={ bulk } />
			{ isAll && reassignsAll && (
				<ReassignDialog
					records={ [] }
					everything={ {
						name: CONTACT,
						filter: filterOf( query ),
						total: page.total,
						onStarted: ( job ) => {
							bulk.add( job );
							clearPicked();
						},
					} }
					onClose={ () => setReassignsAll( false ) }
				/>
			) }
			{ nothing && ! narrowed && ! hasOpenFilter( view ) ? (
				empty
			) : (
				<NextTasks
					contacts={ page.records ?? NONE }
					isShown={
						as === null && !! view.fields?.includes( 'next_task' )
					}
				>
					<DataViews< Contact >
						// DataViews keeps the rows of before while it loads: another tab's rows would be wrong ones.
						key={ tab }
						data={ page.records ?? NONE }
						fields={ fields }
						view={ view }
						onChangeView={ onChangeView }
						actions={ as ? NO_ACTIONS : actions }
						paginationInfo={ {
							totalItems: page.total,
							totalPages: page.totalPages,
						} }
						defaultLayouts={ narrow ? { grid: {} } : { table: {} } }
						config={ { perPageSizes: PER_PAGE } }
						getItemId={ ( { id } ) => String( id ) }
						isLoading={ page.isLoading }
						selection={ chosen }
						onChangeSelection={ select }
						searchLabel={ __( 'Search contacts', 'steward' ) }
						onReset={ narrow ? undefined : onReset }
						isItemClickable={ () => ! as }
						renderItemLink={ ( { item, ...props } ) => (
							<Link { ...props } to={ { contact: item.id } } />
						) }
						empty={ empty }
					/>
				</NextTasks>
			) }
			{ mayAll && ( boot.can.reassign || boot.can.create ) && (
				<EverythingBar
					onPage={ page.records?.length ?? 0 }
					total={ page.total }
					filter={ filterOf( query ) }
					isAll={ isAll }
					onAll={ () => setEverything( filterKey ) }
					onClear={ clearPicked }
					onReassign={ () => setReassignsAll( true ) }
					onStarted={ ( job ) => {
						bulk.add( job );
						clearPicked();
					} }
				/>
			) }
			{ dialogs.reassigning && (
				<ReassignDialog
					records={ dialogs.reassigning }
					onClose={ dialogs.close }
					onDone={ () => setPicked( { tab, ids: [] } ) }
				/>
			) }
			{ dialogs.tagging && (
				<TagDialog
					contacts={ dialogs.tagging }
					onSave={ dialogs.saveTags }
					onClose={ dialogs.close }
				/>
			) }
			{ dialogs.erasing && (
				<ConfirmDialog
					title={ dialogs.erasing.title }
					confirmLabel={ __( 'Erase for good', 'steward' ) }
					isDestructive
					isBusy={ dialogs.isBusy }
					onConfirm={ dialogs.confirmErase }
					onCancel={ dialogs.close }
				>
					{ __(
						'All that is known about them goes, and this can’t be undone.',
						'steward'
					) }
				</ConfirmDialog>
			) }
			{ dialogs.report && (
				<BulkReport
					title={ dialogs.report.title }
					failures={ dialogs.report.failures }
					names={ dialogs.report.names }
					onClose={ dialogs.close }
				/>
			) }
		</div>
	);
}

/**
 * Whether a filter was added that isn't filled in yet: the bar it sits in must stay.
 * @param root0
 * @param root0.filters
 */
function hasOpenFilter( { filters }: { filters?: unknown[] } ): boolean {
	return ( filters?.length ?? 0 ) > 0;
}

/** The screen. */
export default function Contacts(): ReactElement {
	const narrow = useNarrow();
	const tab = tabOf( useRoute().params );
	const as = useSeenAs();
	const refused = boot.can.view === 'none';
	// Said, and counted, once the list was answered: who is refused sees nothing through anybody's eyes, and an opening is logged once.
	const [ seen, setSeen ] = useState< number | null >( null );
	return (
		<div className="steward-contacts">
			<PageHeader
				title={ __( 'Contacts', 'steward' ) }
				actions={
					boot.can.create &&
					! as && (
						<Button
							__next40pxDefaultSize
							variant="primary"
							href="admin.php?page=steward&contact=new"
							onClick={ ( event: {
								preventDefault: () => void;
							} ) => {
								event.preventDefault();
								navigate( { contact: 'new' } );
							} }
						>
							{ __( 'Add contact', 'steward' ) }
						</Button>
					)
				}
			>
				{ ! refused && (
					<Tabs current={ tab } seen={ seen === as ? as : null } />
				) }
			</PageHeader>
			{ refused ? (
				<EmptyState
					icon={ lock }
					title={ __( 'You can’t see any contacts', 'steward' ) }
				>
					{ __(
						'Your role isn’t part of this CRM. Ask an administrator for a CRM role.',
						'steward'
					) }
				</EmptyState>
			) : (
				<>
					{ as ? seen === as && <SeenAs user={ as } /> : <Welcome /> }
					<List narrow={ narrow } onSeen={ setSeen } />
				</>
			) }
		</div>
	);
}
