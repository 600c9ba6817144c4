/**
 * All that match: more than a page can show, changed by a job in the background.
 */
import { useCallback, useEffect, useState, type ReactElement } from 'react';
import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { addQueryArgs } from '@wordpress/url';

import { boot } from '../../boot';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { JobProgress } from '../../components/JobProgress';
import { CONTACT, paths, RECORDS, type Job } from '../../entities';
import { invalidateContacts, request } from '../../lib/api';
import { notices } from '../../lib/notices';
import { isOver } from '../../lib/useJob';
import type { ContactQuery } from './view';

/** A list's query without its page and order: what a bulk change goes by. */
export type ListFilter = Record< string, unknown >;

const NO_FILTER = [ 'page', 'per_page', 'orderby', 'order', 'context' ];

/**
 * What a bulk change of all that a list shows goes by.
 *
 * @param query The list's query.
 */
export function filterOf( query: ContactQuery ): ListFilter {
	return Object.fromEntries(
		Object.entries( query ).filter(
			( [ name ] ) => ! NO_FILTER.includes( name )
		)
	);
}

/**
 * What a job is called while it goes on.
 *
 * @param job The job.
 */
export function jobLabel( job: Pick< Job, 'kind' > ): string {
	return job.kind.startsWith( 'claim_' )
		? __( 'Claiming contacts', 'steward' )
		: __( 'Reassigning contacts', 'steward' );
}

export interface BulkJobs {
	jobs: Job[];
	add: ( job: Job ) => void;
	remove: ( id: number ) => void;
}

/** One's own bulk changes that are under way, those started elsewhere too. */
export function useBulkJobs(): BulkJobs {
	const [ jobs, setJobs ] = useState< Job[] >( [] );
	useEffect( () => {
		let stale = false;
		request< ( Job & { actor: number } )[] >( {
			path: addQueryArgs( paths.jobs(), { per_page: 10 } ),
		} ).then(
			( found ) => {
				if ( ! stale ) {
					setJobs(
						found.filter(
							( job ) =>
								! isOver( job ) &&
								job.actor === boot.user.id &&
								/^(claim|reassign)_contacts$/.test( job.kind )
						)
					);
				}
			},
			// Without it the list is as good.
			() => undefined
		);
		return () => {
			stale = true;
		};
	}, [] );
	return {
		jobs,
		add: useCallback(
			( job ) => setJobs( ( before ) => [ job, ...before ] ),
			[]
		),
		remove: useCallback(
			( id ) =>
				setJobs( ( before ) =>
					before.filter( ( job ) => job.id !== id )
				),
			[]
		),
	};
}

function Running( {
	job,
	onClose,
}: {
	job: Job;
	onClose: () => void;
} ): ReactElement {
	const [ over, setOver ] = useState( false );
	return (
		<li className="steward-everything__job">
			<JobProgress
				job={ job.id }
				label={ jobLabel( job ) }
				onOver={ () => {
					setOver( true );
					invalidateContacts( [] );
				} }
			/>
			{ over && (
				<Button variant="link" onClick={ onClose }>
					{ __( 'Close', 'steward' ) }
				</Button>
			) }
		</li>
	);
}

/**
 * The bulk changes under way, with progress, a way to stop them, and in the end what was left out.
 *
 * @param props      The jobs.
 * @param props.bulk From `useBulkJobs()`.
 */
export function BulkJobsList( {
	bulk,
}: {
	bulk: BulkJobs;
} ): ReactElement | null {
	if ( bulk.jobs.length === 0 ) {
		return null;
	}
	return (
		<ul
			className="steward-everything__jobs"
			aria-label={ __( 'Changes under way', 'steward' ) }
		>
			{ bulk.jobs.map( ( job ) => (
				<Running
					key={ job.id }
					job={ job }
					onClose={ () => bulk.remove( job.id ) }
				/>
			) ) }
		</ul>
	);
}

export interface EverythingBarProps {
	/** How many of the page are chosen: all of them. */
	onPage: number;
	total: number;
	filter: ListFilter;
	/** Whether all that match are chosen. */
	isAll: boolean;
	onAll: () => void;
	onClear: () => void;
	onReassign: () => void;
	onStarted: ( job: Job ) => void;
}

/**
 * Offers all that match once a whole page is chosen, and then what can be done to them.
 *
 * @param props What is chosen.
 */
export function EverythingBar( props: EverythingBarProps ): ReactElement {
	const { onPage, total, isAll } = props;
	const [ asking, setAsking ] = useState( false );
	const [ busy, setBusy ] = useState( false );

	async function claim(): Promise< void > {
		setBusy( true );
		try {
			props.onStarted(
				await request< Job >( {
					path: RECORDS[ CONTACT ].paths.claimMany(),
					method: 'POST',
					data: { filter: props.filter },
				} )
			);
		} catch ( thrown ) {
			notices.error( thrown );
		} finally {
			setBusy( false );
			setAsking( false );
		}
	}

	return (
		<div className="steward-everything" role="status">
			<div className="steward-everything__bar">
				<span>
					{ isAll
						? sprintf(
								/* translators: %s: how many contacts. */
								_n(
									'%s contact that matches is selected.',
									'All %s contacts that match are selected.',
									total,
									'steward'
								),
								total.toLocaleString()
							)
						: sprintf(
								/* translators: %d: how many contacts. */
								_n(
									'%d contact of this page is selected.',
									'All %d contacts of this page are selected.',
									onPage,
									'steward'
								),
								onPage
							) }
				</span>
				{ ! isAll && (
					<Button variant="link" onClick={ props.onAll }>
						{ sprintf(
							/* translators: %s: how many contacts. */
							__( 'Select all %s that match', 'steward' ),
							total.toLocaleString()
						) }
					</Button>
				) }
				{ isAll && boot.can.reassign && (
					<Button
						variant="secondary"
						size="compact"
						onClick={ props.onReassign }
					>
						{ __( 'Reassign all…', 'steward' ) }
					</Button>
				) }
				{ isAll && boot.can.create && (
					<Button
						variant="secondary"
						size="compact"
						onClick={ () => setAsking( true ) }
					>
						{ __( 'Claim all…', 'steward' ) }
					</Button>
				) }
				{ isAll && (
					<Button variant="link" onClick={ props.onClear }>
						{ __( 'Clear selection', 'steward' ) }
					</Button>
				) }
				{ asking && (
					<ConfirmDialog
						title={ sprintf(
							/* translators: %s: how many contacts. */
							__( 'Claim all %s contacts?', 'steward' ),
							total.toLocaleString()
						) }
						confirmLabel={ __( 'Claim all', 'steward' ) }
						isBusy={ busy }
						onConfirm={ () => void claim() }
						onCancel={ () => setAsking( false ) }
					>
						{ __(
							'They are claimed one after another in the background. What has an owner by then is left as it is.',
							'steward'
						) }
					</ConfirmDialog>
				) }
			</div>
		</div>
	);
}
