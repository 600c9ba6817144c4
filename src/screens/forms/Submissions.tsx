import { useMemo, type ReactElement } from 'react';
import { Button, Icon } from '@wordpress/components';
import { DataViews, type Field, type View } from '@wordpress/dataviews/wp';
import { __, _x, sprintf } from '@wordpress/i18n';
import { caution, inbox } from '@wordpress/icons';

import { EmptyState } from '../../components/EmptyState';
import { Skeleton } from '../../components/Skeleton';
import type { FormConfig, Submission } from '../../entities';
import { dateTime, timeAgo } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { contactName } from '../../lib/people';
import { Link, navigate, useRoute } from '../../lib/router';
import { useLoaded } from '../../lib/useLoaded';
import { useNarrow } from '../../lib/useNarrow';
import { listForms, listSubmissions, type ContactName } from './api';
import { resultLabel } from './labels';
import { resultIcon } from './resultIcon';

const PER_PAGE = 20;
const SIZES = [ 20, 50, 100 ];

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

function makeFields(
	contacts: Map< number, ContactName >,
	titles: Map< string, string >
): Field< Submission >[] {
	const titleOf = ( { provider, form }: Submission ): string =>
		titles.get( `${ provider }/${ form }` ) || form;
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
			render: ( { item } ) => {
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
			},
		},
		{
			...plain,
			id: 'result',
			label: __( 'Result', 'steward' ),
			render: Result,
		},
		{
			...plain,
			id: 'form',
			label: __( 'Form', 'steward' ),
			getValue: ( { item } ) => titleOf( item ),
		},
		{
			...plain,
			id: 'message',
			label: __( 'Message', 'steward' ),
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

function viewOf( page: number, perPage: number, isNarrow: boolean ): View {
	return {
		type: 'table',
		page,
		perPage,
		titleField: 'contact',
		layout: {
			enableMoving: false,
			styles: isNarrow
				? {}
				: {
						contact: { width: '20%' },
						result: { width: '12%' },
						form: { width: '20%' },
						message: { width: '34%' },
						created_gmt: { width: '14%' },
					},
		},
		...( isNarrow
			? { descriptionField: 'summary', fields: [ 'result' ] }
			: { fields: [ 'result', 'form', 'message', 'created_gmt' ] } ),
	};
}

/** A number of the address; the first where it makes no sense. */
function count( text: string | undefined, fallback: number ): number {
	const number = Number( text );
	return Number.isInteger( number ) && number > 0 ? number : fallback;
}

/** The log of what came in, newest first. */
export default function Submissions(): ReactElement {
	const { params } = useRoute();
	const page = count( params.paged, 1 );
	const wanted = count( params.per_page, PER_PAGE );
	const perPage = SIZES.includes( wanted ) ? wanted : PER_PAGE;
	const isNarrow = useNarrow();
	const { data, error, isLoading, reload } = useLoaded(
		() => listSubmissions( page, perPage ),
		`${ page }/${ perPage }`
	);
	// Only for the forms' titles: without them the log shows ids.
	const { data: forms } = useLoaded( listForms );
	const fields = useMemo(
		() => makeFields( data?.contacts ?? new Map(), titlesOf( forms ) ),
		[ data, forms ]
	);

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
	if ( data.total === 0 ) {
		return (
			<EmptyState
				icon={ inbox }
				title={ __( 'Nothing has come in yet', 'steward' ) }
				actions={
					<Button
						__next40pxDefaultSize
						variant="secondary"
						onClick={ () => navigate( {} ) }
					>
						{ __( 'Go to forms', 'steward' ) }
					</Button>
				}
			>
				{ __(
					'Switch a form on, or send something with a submission key. Each submission is listed here with what became of it.',
					'steward'
				) }
			</EmptyState>
		);
	}
	return (
		<div className="steward-submissions" aria-busy={ isLoading }>
			<DataViews< Submission >
				data={ data.items }
				fields={ fields }
				view={ viewOf( page, perPage, isNarrow ) }
				onChangeView={ ( next: View ) => {
					navigate(
						{
							tab: 'submissions',
							paged: next.page === 1 ? '' : next.page,
							per_page:
								next.perPage === PER_PAGE ? '' : next.perPage,
						},
						{ quiet: true }
					);
				} }
				paginationInfo={ {
					totalItems: data.total,
					totalPages: data.totalPages,
				} }
				defaultLayouts={ { table: {} } }
				getItemId={ ( { id } ) => String( id ) }
				isLoading={ isLoading }
				search={ false }
				config={ { perPageSizes: SIZES } }
			/>
		</div>
	);
}
