/**
 * Follow-ups: what is to be done, by whom and when.
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
import { __ } from '@wordpress/i18n';

import { BulkReport } from '../../components/BulkReport';
import { contactFilterName } from '../../components/ContactFilter';
import { PageHeader } from '../../components/PageHeader';
import { Skeleton } from '../../components/Skeleton';
import { Unavailable } from '../../components/Unavailable';
import { TASK, type Task } from '../../entities';
import type { RestError } from '../../lib/errors';
import { PER_PAGE, type ListPreferences } from '../../lib/listPreferences';
import { Link, navigate, useRoute } from '../../lib/router';
import { useListView } from '../../lib/useListView';
import { useNarrow } from '../../lib/useNarrow';
import { usePreferences } from '../../lib/usePreferences';
import { useRecords } from '../../lib/useRecords';
import { useRowFocus } from '../../lib/useRowFocus';
import { DeleteDialog } from '../../tasks/DeleteDialog';
import { focusTask } from '../../tasks/onScreen';
import { TaskDialog } from '../../tasks/TaskDialog';
import { siteCalendar } from '../contacts/calendar';
import { taskActions } from './actions';
import { AssignDialog } from './AssignDialog';
import { Empty } from './Empty';
import { taskFields } from './fields';
import { OpenTask } from './OpenTask';
import { Tabs } from './Tabs';
import { useDialogs } from './useDialogs';
import {
	isNarrowed,
	paramsOf,
	preferencesOf,
	queryOf,
	readPreferences,
	tabOf,
	viewOf,
	type Tab,
} from './view';
import './tasks.scss';

const NONE: Task[] = [];
const RULES = { tabOf, viewOf, paramsOf, preferencesOf };

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
			refused={ __( 'You can’t see these follow-ups', 'steward' ) }
			failed={ __( 'The follow-ups couldn’t be loaded', 'steward' ) }
			onRetry={ onRetry }
		/>
	);
}

function List( { onAdd }: { onAdd: () => void } ): ReactElement {
	const narrow = useNarrow();
	const { params } = useRoute();
	const [ preferences, keep ] = usePreferences(
		'tasksList',
		readPreferences
	);
	const { tab, view, onChangeView, clear } = useListView<
		Tab,
		ListPreferences
	>( RULES, preferences, keep, narrow );
	const query = queryOf( tab, view, siteCalendar );
	const key = JSON.stringify( query );
	const page = useRecords< Task >(
		TASK,
		// core-data takes another object for another query.
		// eslint-disable-next-line react-hooks/exhaustive-deps
		useMemo( () => query, [ key ] )
	);
	const [ , named ] = useState( '' );
	const { contact } = params;
	useEffect( () => {
		if ( contact ) {
			void contactFilterName( contact ).then( named );
		}
	}, [ contact ] );
	const latest = useRef( params );
	latest.current = params;
	const open = useCallback(
		( { id }: Task ) =>
			navigate( { ...latest.current, task: id }, { quiet: true } ),
		[]
	);
	const dialogs = useDialogs( open );
	const fields = useMemo( () => taskFields( tab, narrow ), [ tab, narrow ] );
	const actions = useMemo(
		() => taskActions( dialogs.handlers ),
		[ dialogs.handlers ]
	);
	const [ picked, setPicked ] = useState< string[] >( [] );
	const region = useRef< HTMLDivElement >( null );
	useRowFocus( region, page.records );
	const started = useRef( false );
	started.current ||= page.records !== null;

	if ( page.error ) {
		return <Failed error={ page.error } onRetry={ page.retry } />;
	}
	if ( ! started.current ) {
		return (
			<div className="steward-follow-ups__loading">
				<Skeleton
					variant="rows"
					count={ 10 }
					label={ __( 'Loading the follow-ups…', 'steward' ) }
				/>
			</div>
		);
	}
	const { dialog } = dialogs;
	return (
		<div
			ref={ region }
			className="steward-follow-ups__list steward-list"
			role="region"
			aria-label={ __( 'Follow-ups', 'steward' ) }
			tabIndex={ -1 }
		>
			<DataViews< Task >
				// DataViews keeps the rows of before while it loads: another tab's rows would be wrong ones.
				key={ tab }
				data={ page.records ?? NONE }
				fields={ fields }
				view={ view }
				onChangeView={ onChangeView }
				actions={ actions }
				search={ false }
				paginationInfo={ {
					totalItems: page.total,
					totalPages: page.totalPages,
				} }
				defaultLayouts={ narrow ? { list: {} } : { table: {} } }
				config={ { perPageSizes: PER_PAGE } }
				getItemId={ ( { id } ) => String( id ) }
				isLoading={ page.isLoading }
				selection={ picked }
				onChangeSelection={ ( ids: string[] ) => {
					const one = page.records?.find(
						( { id } ) => String( id ) === ids[ 0 ]
					);
					// In a list the row itself is the button: choosing it opens it.
					if ( narrow && one ) {
						open( one );
					} else {
						setPicked( ids );
					}
				} }
				renderItemLink={ ( { item, ...link } ) => (
					<Link
						{ ...link }
						quiet
						to={ { ...params, task: item.id } }
					/>
				) }
				empty={
					<Empty
						tab={ tab }
						isNarrowed={ isNarrowed( view ) }
						onClear={ clear }
						onAdd={ onAdd }
					/>
				}
			/>
			{ dialog?.kind === 'assign' && (
				<AssignDialog
					tasks={ dialog.tasks }
					onAssign={ dialogs.assign }
					onClose={ dialogs.close }
				/>
			) }
			{ dialog?.kind === 'erase' && (
				<DeleteDialog
					tasks={ dialog.tasks }
					onDelete={ dialogs.erase }
					onCancel={ dialogs.close }
				/>
			) }
			{ dialog?.kind === 'report' && (
				<BulkReport
					title={ dialog.report.title }
					failures={ dialog.report.failures }
					names={
						new Map(
							dialog.tasks.map( ( { id, title } ) => [
								id,
								title,
							] )
						)
					}
					onClose={ dialogs.close }
				/>
			) }
		</div>
	);
}

/** The screen. */
export default function Tasks(): ReactElement {
	const { params } = useRoute();
	const [ isAdding, setAdding ] = useState( false );
	const { task: opened, ...rest } = params;
	return (
		<div className="steward-follow-ups">
			<PageHeader
				title={ __( 'Follow-ups', 'steward' ) }
				actions={
					<Button
						__next40pxDefaultSize
						variant="primary"
						onClick={ () => setAdding( true ) }
					>
						{ __( 'Add follow-up', 'steward' ) }
					</Button>
				}
			>
				<Tabs current={ tabOf( params ) } />
			</PageHeader>
			<List onAdd={ () => setAdding( true ) } />
			{ isAdding && (
				<TaskDialog
					task={ null }
					onClose={ () => setAdding( false ) }
					onSaved={ ( { id } ) => focusTask( id ) }
				/>
			) }
			{ /^[1-9]\d{0,15}$/.test( opened ?? '' ) && (
				<OpenTask
					key={ opened }
					id={ Number( opened ) }
					onClose={ () =>
						navigate( rest, { quiet: true, force: true } )
					}
				/>
			) }
		</div>
	);
}
