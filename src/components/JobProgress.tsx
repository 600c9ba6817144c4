import { useRef, useState, type ReactElement } from 'react';
import { Button, Notice, VisuallyHidden } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';

import type { Job } from '../entities';
import { errorText } from '../lib/errors';
import { keepFocus } from '../lib/focus';
import { notices } from '../lib/notices';
import { formatNumber } from '../lib/numbers';
import { isOver, useJob } from '../lib/useJob';
import { Skeleton } from './Skeleton';

export interface JobProgressProps {
	/** The job's id. */
	job: number;
	/** What is being done: "Handing over Ben Okafor's contacts". */
	label: string;
	/** Called once, when it is over, however it ended. */
	onOver?: ( job: Job ) => void;
	/** Names of the records by id, for the list of those left out. */
	names?: Map< number, string >;
	/** A record's page. */
	linkTo?: ( id: number ) => string;
}

/**
 * How a job stands, in a sentence.
 *
 * @param job The job.
 */
export function jobText( job: Job ): string {
	if ( job.state === 'queued' ) {
		return __( 'Waiting to begin…', 'steward' );
	}
	const done = sprintf(
		/* translators: 1: how many are done, 2: of how many. */
		__( '%1$s of %2$s done.', 'steward' ),
		formatNumber( job.done ),
		formatNumber( job.total )
	);
	const left =
		job.failed > 0
			? ' ' +
				sprintf(
					/* translators: %s: how many records. */
					_n(
						'%s was left as it was.',
						'%s were left as they were.',
						job.failed,
						'steward'
					),
					formatNumber( job.failed )
				)
			: '';
	switch ( job.state ) {
		case 'cancelled':
			/* translators: %s: "3 of 5 done." */
			return sprintf( __( 'Cancelled. %s', 'steward' ), done ) + left;
		case 'failed':
			return (
				/* translators: %s: "3 of 5 done." */
				sprintf( __( 'Stopped by an error. %s', 'steward' ), done ) +
				left
			);
		case 'done':
			/* translators: %s: "5 of 5 done." */
			return sprintf( __( 'Finished. %s', 'steward' ), done ) + left;
		default:
			return done + left;
	}
}

/**
 * Which records a job left as they were, and why.
 *
 * @param props        The job.
 * @param props.job    As it stands.
 * @param props.names  Names of the records that may be seen.
 * @param props.linkTo Their pages.
 */
function LeftOut( {
	job,
	names,
	linkTo,
}: Pick< JobProgressProps, 'names' | 'linkTo' > & {
	job: Job;
} ): ReactElement | null {
	if ( job.errors.length === 0 ) {
		return null;
	}
	return (
		<details className="steward-job__left-out" open={ isOver( job ) }>
			<summary>{ __( 'What was left out, and why', 'steward' ) }</summary>
			<ul className="steward-bulk-report">
				{ job.errors.map( ( { id, message } ) => (
					<li key={ id }>
						<strong>
							{ linkTo && names?.has( id ) ? (
								<a href={ linkTo( id ) }>{ names.get( id ) }</a>
							) : (
								( names?.get( id ) ?? `#${ id }` )
							) }
						</strong>
						<span>{ message }</span>
					</li>
				) ) }
			</ul>
			{ job.failed > job.errors.length && (
				<p>
					{ sprintf(
						/* translators: %s: how many records. */
						_n(
							'… and %s more.',
							'… and %s more.',
							job.failed - job.errors.length,
							'steward'
						),
						formatNumber( job.failed - job.errors.length )
					) }
				</p>
			) }
		</details>
	);
}

/**
 * A background job as it goes on: how much is done, what was left out and why, and a way to stop it.
 *
 * @param props The job.
 */
export function JobProgress( props: JobProgressProps ): ReactElement {
	const { job, error, retry, cancel } = useJob( props.job, props.onOver );
	const [ isCancelling, setCancelling ] = useState( false );
	const root = useRef< HTMLDivElement >( null );
	const over = job !== null && isOver( job );
	if ( error ) {
		return (
			<Notice status="error" isDismissible={ false }>
				<p>{ errorText( error ) }</p>
				<Button variant="secondary" onClick={ retry }>
					{ __( 'Try again', 'steward' ) }
				</Button>
			</Notice>
		);
	}
	if ( ! job ) {
		return <Skeleton count={ 1 } label={ props.label } />;
	}
	const percent = ( rows: number ): number =>
		job.total > 0 ? Math.min( 100, ( 100 * rows ) / job.total ) : 0;
	// Nothing to do is all done.
	const done =
		job.state === 'done' && job.failed === 0 ? 100 : percent( job.done );
	return (
		<div
			ref={ root }
			className={ `steward-job is-${ job.state }` }
			tabIndex={ -1 }
		>
			<div className="steward-job__row">
				<div className="steward-job__words">
					<strong>{ props.label }</strong>
					<span>{ jobText( job ) }</span>
				</div>
				{ ! over && (
					<Button
						variant="secondary"
						size="compact"
						isBusy={ isCancelling }
						disabled={ isCancelling }
						accessibleWhenDisabled
						onClick={ () => {
							setCancelling( true );
							cancel()
								.catch( ( thrown ) => notices.error( thrown ) )
								.finally( () => {
									setCancelling( false );
									// The button is gone.
									keepFocus( () => root.current );
								} );
						} }
					>
						{ __( 'Stop', 'steward' ) }
					</Button>
				) }
			</div>
			<div
				className="steward-job__bar"
				role="progressbar"
				aria-label={ props.label }
				aria-valuemin={ 0 }
				aria-valuemax={ 100 }
				aria-valuenow={ Math.round( percent( job.done + job.failed ) ) }
				aria-valuetext={ jobText( job ) }
			>
				<span style={ { inlineSize: `${ done }%` } } />
				<span
					className="steward-job__left"
					style={ { inlineSize: `${ percent( job.failed ) }%` } }
				/>
			</div>
			{ /* Said once, at the end: a screen reader needn't hear every step. */ }
			<VisuallyHidden role="status">
				{ over ? jobText( job ) : '' }
			</VisuallyHidden>
			<LeftOut
				job={ job }
				names={ props.names }
				linkTo={ props.linkTo }
			/>
		</div>
	);
}
