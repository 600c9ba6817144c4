/**
 * A background job's progress, asked again until it is over.
 */
import { useCallback, useEffect, useRef, useState } from 'react';

import { paths, type Job } from '../entities';
import { request } from './api';
import { asRestError, type RestError } from './errors';

/** Milliseconds between two questions: at first often, for short jobs. */
const FIRST = 1000;
const LATER = 3000;
const OFTEN = 10;

export interface FollowedJob {
	/** Null until first known. */
	job: Job | null;
	error: RestError | null;
	/** Asks again after an error. */
	retry: () => void;
	/** Ends the job where it is: what was done stays done. */
	cancel: () => Promise< void >;
}

/**
 * Whether nothing more will happen to a job.
 *
 * @param job The job.
 */
export function isOver( job: Job ): boolean {
	return job.state !== 'queued' && job.state !== 'running';
}

/**
 * Follows a job. Asking is also what wakes one up that a dead process left.
 *
 * @param id     The job.
 * @param onOver Called once, when it is over.
 */
export function useJob(
	id: number,
	onOver?: ( job: Job ) => void
): FollowedJob {
	const [ job, setJob ] = useState< Job | null >( null );
	const [ error, setError ] = useState< RestError | null >( null );
	const [ attempt, setAttempt ] = useState( 0 );
	const over = useRef( onOver );
	over.current = onOver;
	const told = useRef( 0 );

	const receive = useCallback( ( answer: Job ) => {
		setJob( answer );
		if ( isOver( answer ) && told.current !== answer.id ) {
			told.current = answer.id;
			over.current?.( answer );
		}
	}, [] );

	useEffect( () => {
		let timer = 0;
		let asked = 0;
		let stale = false;
		const ask = async () => {
			try {
				const answer = await request< Job >( {
					path: paths.job( id ),
				} );
				if ( stale ) {
					return;
				}
				setError( null );
				receive( answer );
				if ( ! isOver( answer ) ) {
					timer = window.setTimeout(
						() => void ask(),
						++asked < OFTEN ? FIRST : LATER
					);
				}
			} catch ( thrown ) {
				if ( ! stale ) {
					setError( asRestError( thrown ) );
				}
			}
		};
		void ask();
		return () => {
			stale = true;
			window.clearTimeout( timer );
		};
	}, [ id, attempt, receive ] );

	return {
		job,
		error,
		retry: useCallback( () => setAttempt( ( last ) => last + 1 ), [] ),
		cancel: useCallback( async () => {
			receive(
				await request< Job >( {
					path: paths.job( id ),
					method: 'DELETE',
				} )
			);
		}, [ id, receive ] ),
	};
}
