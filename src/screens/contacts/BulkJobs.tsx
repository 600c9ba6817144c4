/**
 * Bulk changes of contacts that go on in the background.
 */
import {
	useCallback,
	useEffect,
	useRef,
	useState,
	type ReactElement,
} from 'react';
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { addQueryArgs } from '@wordpress/url';

import { boot } from '../../boot';
import { JobProgress } from '../../components/JobProgress';
import { paths, type Job } from '../../entities';
import { invalidateContacts, request } from '../../lib/api';
import { PAGES, toSearch } from '../../lib/location';
import { useContactNames } from '../../lib/useContactNames';
import { isOver } from '../../lib/useJob';
import { usePreferences } from '../../lib/usePreferences';

/** Jobs whose outcome was read. */
interface Closed {
	closed: number[];
}

const readClosed = ( stored: unknown ): Closed => {
	const { closed } = ( stored ?? {} ) as Partial< Closed >;
	return { closed: Array.isArray( closed ) ? closed.map( Number ) : [] };
};

/**
 * What a job is called while it goes on.
 *
 * @param job The job.
 */
function jobLabel( job: Pick< Job, 'kind' > ): string {
	return job.kind.startsWith( 'claim_' )
		? __( 'Claiming contacts', 'steward' )
		: __( 'Reassigning contacts', 'steward' );
}

export interface BulkJobs {
	jobs: Job[];
	add: ( job: Job ) => void;
	remove: ( id: number ) => void;
}

/** Whether a job's outcome is still to be read: it goes on, or left something as it was. */
const isTelling = ( job: Job ): boolean =>
	! isOver( job ) || job.failed > 0 || job.state !== 'done';

/** For how long an outcome is offered again, milliseconds from the start of the job. */
const RECENT = 24 * 60 * 60 * 1000;

/** One's own bulk changes that are under way, those started elsewhere too, and recent ones whose outcome nobody has closed. */
export function useBulkJobs(): BulkJobs {
	const [ jobs, setJobs ] = useState< Job[] >( [] );
	const [ { closed }, setClosed ] = usePreferences( 'bulk-jobs', readClosed );
	const latest = useRef( closed );
	latest.current = closed;
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
								isTelling( job ) &&
								! latest.current.includes( job.id ) &&
								Date.now() - Date.parse( job.created_gmt ) <
									RECENT &&
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
			( id ) => {
				setJobs( ( before ) =>
					before.filter( ( job ) => job.id !== id )
				);
				setClosed( {
					closed: [ id, ...latest.current ].slice( 0, 20 ),
				} );
			},
			[ setClosed ]
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
	const [ over, setOver ] = useState< Job | null >( null );
	const names = useContactNames( over?.errors.map( ( { id } ) => id ) ?? [] );
	return (
		<li className="steward-everything__job">
			<JobProgress
				job={ job.id }
				label={ jobLabel( job ) }
				names={ names }
				linkTo={ ( id ) => toSearch( { contact: id }, PAGES.contacts ) }
				onOver={ ( ended ) => {
					setOver( ended );
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
