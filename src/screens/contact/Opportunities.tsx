/**
 * A contact's opportunities, as far as the reader may see them.
 */
import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react';
import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { payment } from '@wordpress/icons';
import { addQueryArgs } from '@wordpress/url';

import { boot } from '../../boot';
import { EmptyState } from '../../components/EmptyState';
import { LoadError } from '../../components/LoadError';
import { OwnerCell } from '../../components/OwnerCell';
import { Skeleton } from '../../components/Skeleton';
import {
	OPPORTUNITY,
	paths,
	type Contact,
	type Opportunity,
} from '../../entities';
import { onRecordChange, requestPage } from '../../lib/api';
import { dateShort } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { isPlainClick } from '../../lib/links';
import { money } from '../../lib/money';
import { contactName } from '../../lib/people';
import { Link } from '../../lib/router';
import { useLoaded, type Loaded } from '../../lib/useLoaded';
import { stageOf, usePipelines } from '../opportunities/pipelines';

// Most visits don't open one.
const OpportunityModal = lazy( () =>
	import(
		/* webpackChunkName: "opportunity" */ '../opportunities/OpportunityModal'
	).then( ( module ) => ( { default: module.OpportunityModal } ) )
);

const PER_PAGE = 20;

export type ContactDeals = Loaded< {
	items: Opportunity[];
	total: number;
	totalPages: number;
} > & { pages: number; more: () => void };

/**
 * The first opportunities of a contact, newest first, and how many there are.
 *
 * @param contact The contact's id.
 */
export function useContactDeals( contact: number ): ContactDeals {
	const [ pages, setPages ] = useState( 1 );
	const loaded = useLoaded(
		async () =>
			boot.opportunities.can.view === 'none'
				? { items: [], total: 0, totalPages: 0 }
				: requestPage< Opportunity >(
						addQueryArgs( paths.contactOpportunities( contact ), {
							per_page: PER_PAGE * pages,
						} )
					),
		`${ contact }/${ pages }`
	);
	const { reload } = loaded;
	useEffect(
		() =>
			onRecordChange( ( { name } ) => {
				if ( name === OPPORTUNITY ) {
					reload();
				}
			} ),
		[ reload ]
	);
	return { ...loaded, pages, more: () => setPages( ( n ) => n + 1 ) };
}

function Row( {
	deal,
	onOpen,
}: {
	deal: Opportunity;
	onOpen: () => void;
} ): ReactElement {
	const stage = stageOf( usePipelines(), deal.stage );
	return (
		<li className="steward-contact-deals__row">
			<div className="steward-contact-deals__what">
				<Link
					to={ {
						page: 'steward-opportunities',
						opportunity: deal.id,
					} }
					onClick={ ( event ) => {
						if ( isPlainClick( event ) ) {
							// Over the contact, which stays where it is.
							event.preventDefault();
							onOpen();
						}
					} }
				>
					{ deal.title }
				</Link>
				<span className="steward-contact-deals__facts">
					{ [
						money( deal.value, deal.currency ),
						stage?.name,
						deal.expected_close &&
							sprintf(
								/* translators: %s: a date. */
								__( 'expected %s', 'steward' ),
								dateShort(
									`${ deal.expected_close }T12:00:00Z`
								)
							),
					]
						.filter( Boolean )
						.join( ' · ' ) }
				</span>
			</div>
			<OwnerCell record={ deal } />
		</li>
	);
}

/**
 * The tab's content: the list, and a way to add one.
 *
 * @param props         What it shows.
 * @param props.contact The contact.
 * @param props.deals   Its opportunities.
 */
export function Opportunities( {
	contact,
	deals,
}: {
	contact: Contact;
	deals: ContactDeals;
} ): ReactElement {
	const [ open, setOpen ] = useState< number | 'new' | null >( null );
	const items = deals.data?.items ?? [];
	const total = deals.data?.total ?? 0;
	const mayAdd = boot.opportunities.can.create && contact.status !== 'trash';
	const add = mayAdd && (
		<Button
			__next40pxDefaultSize
			variant="secondary"
			onClick={ () => setOpen( 'new' ) }
		>
			{ __( 'Add opportunity', 'steward' ) }
		</Button>
	);
	let content: ReactElement;
	if ( deals.error ) {
		content = (
			<LoadError
				message={ errorText( deals.error ) }
				onRetry={ deals.reload }
			/>
		);
	} else if ( ! deals.data ) {
		content = (
			<Skeleton
				variant="rows"
				count={ 3 }
				label={ __( 'Loading the opportunities…', 'steward' ) }
			/>
		);
	} else if ( total === 0 ) {
		content = (
			<EmptyState
				icon={ payment }
				title={ __( 'No opportunities that you can see', 'steward' ) }
				actions={ add || undefined }
			>
				{ __(
					'An opportunity is a deal with this contact, with a stage, a value and an owner.',
					'steward'
				) }
			</EmptyState>
		);
	} else {
		content = (
			<>
				<ul className="steward-contact-deals">
					{ items.map( ( deal ) => (
						<Row
							key={ deal.id }
							deal={ deal }
							onOpen={ () => setOpen( deal.id ) }
						/>
					) ) }
				</ul>
				<div className="steward-contact-deals__actions">
					{ items.length < total && deals.pages < 5 && (
						<Button
							__next40pxDefaultSize
							variant="tertiary"
							isBusy={ deals.isLoading }
							onClick={ deals.more }
						>
							{ __( 'Show more', 'steward' ) }
						</Button>
					) }
					{ items.length < total && deals.pages >= 5 && (
						<Button
							__next40pxDefaultSize
							variant="tertiary"
							href={ `admin.php?page=steward-opportunities&contact=${ contact.id }` }
						>
							{ __( 'See all in the list', 'steward' ) }
						</Button>
					) }
					{ add }
				</div>
			</>
		);
	}
	return (
		<>
			{ content }
			{ open !== null && (
				<Suspense fallback={ null }>
					<OpportunityModal
						opportunity={ open }
						contact={ {
							id: contact.id,
							name: contactName( contact ),
						} }
						onClose={ () => setOpen( null ) }
					/>
				</Suspense>
			) }
		</>
	);
}
