import { useMemo, useState, type ReactElement } from 'react';
import { Button, Icon } from '@wordpress/components';
import {
	DataViews,
	type Action,
	type Field,
	type View,
} from '@wordpress/dataviews/wp';
import { __, _x, sprintf } from '@wordpress/i18n';
import { caution, inbox, info } from '@wordpress/icons';

import { EmptyState } from '../../components/EmptyState';
import { Skeleton } from '../../components/Skeleton';
import type { FormConfig, Submission } from '../../entities';
import { dateTime, timeAgo } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { contactName } from '../../lib/people';
import {
	Link,
	navigate,
	useRoute,
	type Params,
	type ParamsInput,
} from '../../lib/router';
import { useLoaded } from '../../lib/useLoaded';
import { useNarrow } from '../../lib/useNarrow';
import {
	listForms,
	listSubmissions,
	type ContactName,
	type SubmissionsQuery,
} from './api';
import { resultLabel } from './labels';
import { resultIcon } from './resultIcon';
import { SubmissionDetails } from './SubmissionDetails';

const PER_PAGE = 20;
const SIZES = [ 20, 50, 100 ];

/** How a submission may end; a repeated one is the first one's row. */
const RESULTS = [ 'created', 'enriched', 'spam', 'failed' ] as const;

function Result( { item }: { item: Submission } ): ReactElement {
	return (
		<span className={ `steward-result is-${ item.result }` }>
			<Icon icon={ resultIcon( item.result ) } size={ 16 } />
			{ resultLabel( item.result ) }
		</span>
	);
}

function When( { item }: { item: Submission } ): ReactElement {
	return (
		<time
			dateTime={ item.created_gmt }
			title={ dateTime( item.created_gmt ) }
		>
			{ timeAgo( item.created_gmt ) }
		</time>
	);
}

/** A form's title by provider and id; the id where the form is gone or never was one of this site. */
function titlesOf( forms: FormConfig[] | undefined ): Map< string, string > {
	return new Map(
		( forms ?? [] ).map( ( form ) => [
			`${ form.provider }/${ form.form }`,
			form.title,
		] )
	);
}

/** Who a submission made or added to. */
function ContactLink( {
	item,
	contacts,
}: {
	item: Submission;
	contacts: Map< number, ContactName >;
} ): ReactElement {
	if ( ! item.contact ) {
		return (
			<span className="steward-muted">
				{ __( 'No contact', 'steward' ) }
			</span>
		);
	}
	const known = contacts.get( item.contact );
	return (
		<Link to={ { page: 'steward', contact: item.contact } }>
			{ known
				? contactName( known )
				: sprintf(
						/* translators: %d: a contact's number. */
						__( 'Contact %d', 'steward' ),
						item.contact
					) }
		</Link>
	);
}

const titleIn = (
	titles: Map< string, string >,
	{ provider, form }: Submission
): string => titles.get( `${ provider }/${ form }` ) || form;

function makeFields(
	contacts: Map< number, ContactName >,
	titles: Map< string, string >
): Field< Submission >[] {
	const titleOf = ( item: Submission ): string => titleIn( titles, item );
	const plain = {
		enableSorting: false,
		enableHiding: false,
		filterBy: false as const,
	};
	return [
		{
			...plain,
			id: 'contact',
			label: __( 'Contact', 'steward' ),
			render: ( { item } ) => (
				<ContactLink item={ item } contacts={ contacts } />
			),
		},
		{
			...plain,
			id: 'result',
			label: __( 'Result', 'steward' ),
			elements: RESULTS.map( ( value ) => ( {
				value,
				label: resultLabel( value ),
			} ) ),
			filterBy: { operators: [ 'is' ] },
			render: Result,
		},
		{
			...plain,
			id: 'from',
			label: __( 'Form', 'steward' ),
			elements: [ ...titles ].map( ( [ value, label ] ) => ( {
				value,
				label,
			} ) ),
			filterBy: titles.size > 0 && { operators: [ 'is' ] },
			render: ( { item } ) => <>{ titleOf( item ) }</>,
		},
		{
			...plain,
			id: 'message',
			// Steward's own words, not the visitor's.
			label: __( 'Notes', 'steward' ),
			render: ( { item } ) => (
				<span className="steward-submission__message">
					{ item.message || '—' }
				</span>
			),
		},
		{
			...plain,
			id: 'created_gmt',
			label: __( 'Received', 'steward' ),
			render: When,
		},
		{
			...plain,
			id: 'summary',
			label: __( 'Summary', 'steward' ),
			render: ( { item } ) => (
				<span className="steward-submission__summary">
					<Result item={ item } />
					<span>
						{ sprintf(
							/* translators: 1: a form's title, 2: such as "3 hours ago". */
							_x( '%1$s, %2$s', 'form, when', 'steward' ),
							titleOf( item ),
							timeAgo( item.created_gmt )
						) }
					</span>
					{ item.message && <span>{ item.message }</span> }
				</span>
			),
		},
	];
}

/** Filters of the log, by their parameter of the address. */
const FILTERS = [ 'result', 'from' ] as const;

function viewOf(
	query: SubmissionsQuery,
	open: string[],
	isNarrow: boolean
): View {
	return {
		type: 'table',
		page: query.page,
		perPage: query.perPage,
		// A filter that was added and isn't filled in yet stays as well.
		filters: FILTERS.filter(
			( field ) => query[ field ] || open.includes( field )
		).map( ( field ) => ( {
			field,
			operator: 'is' as const,
			value: query[ field ] || undefined,
		} ) ),
		titleField: 'contact',
		layout: {
			enableMoving: false,
			styles: isNarrow
				? {}
				: {
						contact: { width: '20%' },
						result: { width: '12%' },
						from: { width: '20%' },
						message: { width: '30%' },
						created_gmt: { width: '14%' },
					},
		},
		...( isNarrow
			? { descriptionField: 'summary', fields: [] }
			: { fields: [ 'result', 'from', 'message', 'created_gmt' ] } ),
	};
}

/** A number of the address; the first where it makes no sense. */
function count( text: string | undefined, fallback: number ): number {
	const number = Number( text );
	return Number.isInteger( number ) && number > 0 ? number : fallback;
}

/** What the address asks for. */
function queryOf( params: Params ): SubmissionsQuery {
	const perPage = count( params.per_page, PER_PAGE );
	return {
		page: count( params.paged, 1 ),
		perPage: SIZES.includes( perPage ) ? perPage : PER_PAGE,
		result: params.result ?? '',
		from: params.from ?? '',
	};
}

/** The address that asks for it. */
function paramsOf( {
	page,
	perPage,
	result,
	from,
}: SubmissionsQuery ): ParamsInput {
	return {
		tab: 'submissions',
		paged: page === 1 ? '' : page,
		per_page: perPage === PER_PAGE ? '' : perPage,
		result,
		from,
	};
}

function makeActions(
	contacts: Map< number, ContactName >,
	titles: Map< string, string >
): Action< Submission >[] {
	return [
		{
			id: 'details',
			label: __( 'Details', 'steward' ),
			icon: info,
			isPrimary: true,
			modalSize: 'medium',
			modalHeader: __( 'Submission', 'steward' ),
			RenderModal: ( { items: [ item ] } ) =>
				item ? (
					<SubmissionDetails
						item={ item }
						form={ titleIn( titles, item ) }
						contact={
							<ContactLink item={ item } contacts={ contacts } />
						}
					/>
				) : (
					<></>
				),
		},
	];
}

/** What stands where nothing has come in, or nothing matches. */
function Nothing( { isFiltered }: { isFiltered: boolean } ): ReactElement {
	return (
		<EmptyState
			icon={ inbox }
			title={
				isFiltered
					? __( 'No submission matches', 'steward' )
					: __( 'Nothing has come in yet', 'steward' )
			}
			actions={
				<Button
					__next40pxDefaultSize
					variant="secondary"
					onClick={ () =>
						navigate( isFiltered ? { tab: 'submissions' } : {} )
					}
				>
					{ isFiltered
						? __( 'Clear filters', 'steward' )
						: __( 'Go to forms', 'steward' ) }
				</Button>
			}
		>
			{ ! isFiltered &&
				__(
					'Switch a form on, or send something with a submission key. Each submission is listed here with what became of it.',
					'steward'
				) }
		</EmptyState>
	);
}

/** The log of what came in, newest first. */
export default function Submissions(): ReactElement {
	const query = queryOf( useRoute().params );
	const isNarrow = useNarrow();
	const [ open, setOpen ] = useState< string[] >( [] );
	const { data, error, isLoading, reload } = useLoaded(
		() => listSubmissions( query ),
		JSON.stringify( query )
	);
	// Only for the forms' titles: without them the log shows ids.
	const { data: forms } = useLoaded( listForms );
	const [ fields, actions ] = useMemo( () => {
		const contacts = data?.contacts ?? new Map< number, ContactName >();
		const titles = titlesOf( forms );
		return [
			makeFields( contacts, titles ),
			makeActions( contacts, titles ),
		] as const;
	}, [ data, forms ] );
	const isFiltered = FILTERS.some( ( field ) => query[ field ] );

	function change( next: View ): void {
		const filters = next.filters ?? [];
		const valueOf = ( field: string ): string => {
			const value = filters.find( ( one ) => one.field === field )?.value;
			return typeof value === 'string' ? value : '';
		};
		const wanted = { result: valueOf( 'result' ), from: valueOf( 'from' ) };
		const isSame = FILTERS.every( ( at ) => wanted[ at ] === query[ at ] );
		setOpen( filters.map( ( { field } ) => field ) );
		navigate(
			paramsOf( {
				...wanted,
				page: isSame ? ( next.page ?? 1 ) : 1,
				perPage: next.perPage ?? PER_PAGE,
			} ),
			{ quiet: true }
		);
	}

	if ( error ) {
		return (
			<EmptyState
				tone="error"
				icon={ caution }
				title={ __( 'The submissions could not be loaded', 'steward' ) }
				actions={
					<Button
						__next40pxDefaultSize
						variant="secondary"
						onClick={ reload }
					>
						{ __( 'Retry', 'steward' ) }
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
				count={ 8 }
				label={ __( 'Loading submissions…', 'steward' ) }
			/>
		);
	}
	if ( data.total === 0 && ! isFiltered && open.length === 0 ) {
		return <Nothing isFiltered={ false } />;
	}
	return (
		<div className="steward-submissions" aria-busy={ isLoading }>
			<DataViews< Submission >
				data={ data.items }
				fields={ fields }
				actions={ actions }
				view={ viewOf( query, open, isNarrow ) }
				onChangeView={ change }
				paginationInfo={ {
					totalItems: data.total,
					totalPages: data.totalPages,
				} }
				defaultLayouts={ { table: {} } }
				getItemId={ ( { id } ) => String( id ) }
				isLoading={ isLoading }
				search={ false }
				config={ { perPageSizes: SIZES } }
				empty={ <Nothing isFiltered /> }
			/>
		</div>
	);
}
