import {
	useCallback,
	useEffect,
	useRef,
	useState,
	type ReactElement,
} from 'react';
import { Button, Icon } from '@wordpress/components';
import { createInterpolateElement } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import {
	backup,
	check,
	close,
	inbox,
	pencil,
	people,
	plus,
	published,
	trash,
	undo,
	update,
} from '@wordpress/icons';

import { ActivityChanges } from './ActivityChanges';
import {
	activityNote,
	activitySentence,
	causeText,
	changeLines,
} from './activityText';
import { boot } from '../boot';
import { EmptyState } from '../components/EmptyState';
import { Skeleton } from '../components/Skeleton';
import { LoadError } from '../components/LoadError';
import { CONTACT, type ActivityItem, type RecordName } from '../entities';
import { apiOf } from '../lib/api';
import { dateOnly, dateTime, dayKey, timeOnly } from '../lib/dates';
import { errorText } from '../lib/errors';
import { isMe } from '../lib/people';

const ICONS: Record< string, ReactElement > = {
	created: plus,
	updated: pencil,
	claimed: published,
	released: undo,
	claim_undone: undo,
	reassigned: update,
	stage_changed: update,
	follower_added: people,
	follower_removed: people,
	trashed: trash,
	restored: backup,
	submission: inbox,
	task_added: plus,
	task_changed: pencil,
	task_done: check,
	task_reopened: undo,
	task_deleted: trash,
	tasks_moved: update,
};

/** "Today", "Yesterday", else the date. */
function dayTitle( key: string, gmt: string ): string {
	const now = Date.now();
	if ( key === dayKey( new Date( now ).toISOString() ) ) {
		return __( 'Today', 'steward' );
	}
	if ( key === dayKey( new Date( now - 86_400_000 ).toISOString() ) ) {
		return __( 'Yesterday', 'steward' );
	}
	return dateOnly( gmt );
}

/** Items of the same day of the site, in their order. */
export function byDay(
	items: ActivityItem[]
): { key: string; items: ActivityItem[] }[] {
	const days: { key: string; items: ActivityItem[] }[] = [];
	for ( const item of items ) {
		const key = dayKey( item.created_gmt );
		const last = days[ days.length - 1 ];
		if ( last?.key === key ) {
			last.items.push( item );
		} else {
			days.push( { key, items: [ item ] } );
		}
	}
	return days;
}

function Item( { item }: { item: ActivityItem } ): ReactElement {
	const actor = item.actor
		? ( isMe( item.actor.id ) && __( 'You', 'steward' ) ) || item.actor.name
		: __( 'Steward', 'steward' );
	const lines = changeLines( item, boot.user.id );
	const note = activityNote( item );
	return (
		<li className={ `steward-activity__item is-${ item.action }` }>
			<span className="steward-activity__icon" aria-hidden>
				<Icon icon={ ICONS[ item.action ] ?? close } size={ 18 } />
			</span>
			<div className="steward-activity__body">
				<p className="steward-activity__sentence">
					{ createInterpolateElement(
						activitySentence( item, boot.user.id ),
						{ actor: <strong>{ actor }</strong> }
					) }
				</p>
				<ActivityChanges lines={ lines } />
				{ note && (
					<blockquote className="steward-activity__note">
						{ note }
					</blockquote>
				) }
				<p className="steward-activity__meta">
					<time
						dateTime={ item.created_gmt }
						title={ dateTime( item.created_gmt ) }
					>
						{ timeOnly( item.created_gmt ) }
					</time>
					<span aria-hidden>·</span>
					<span>{ causeText( item.cause ) }</span>
				</p>
			</div>
		</li>
	);
}

interface Loaded {
	items: ActivityItem[];
	page: number;
	totalPages: number;
}

/** Newer items before older ones, each once: while one reads, new ones move the pages along. */
export function merged(
	before: ActivityItem[],
	more: ActivityItem[]
): ActivityItem[] {
	const all = new Map(
		[ ...before, ...more ].map( ( item ) => [ item.id, item ] )
	);
	return [ ...all.values() ].sort( ( a, b ) => b.id - a.id );
}

export interface ActivityTimelineProps {
	/** The record's id. */
	id: number;
	type?: RecordName;
	/** Whatever changes when there may be something new. */
	revision: string;
}

/**
 * What happened to a record, newest first, grouped by day.
 *
 * @param props          Whose.
 * @param props.id       The record.
 * @param props.type     Its kind.
 * @param props.revision Its state.
 */
export function ActivityTimeline( {
	id,
	type = CONTACT,
	revision,
}: ActivityTimelineProps ): ReactElement {
	const [ loaded, setLoaded ] = useState< Loaded | null >( null );
	const [ error, setError ] = useState< string | null >( null );
	const [ isLoading, setLoading ] = useState( false );
	const list = useRef< HTMLDivElement >( null );

	const load = useCallback(
		async ( page: number ) => {
			setLoading( true );
			setError( null );
			try {
				const answer = await apiOf( type ).activity( id, page );
				setLoaded( ( before ) => ( {
					items: merged( before?.items ?? [], answer.items ),
					page: Math.max( page, before?.page ?? 1 ),
					totalPages: answer.totalPages,
				} ) );
			} catch ( thrown ) {
				setError( errorText( thrown ) );
			} finally {
				setLoading( false );
			}
		},
		[ id, type ]
	);

	useEffect( () => void load( 1 ), [ load, revision ] );

	if ( ! loaded ) {
		return error ? (
			<LoadError message={ error } onRetry={ () => void load( 1 ) } />
		) : (
			<Skeleton
				variant="text"
				count={ 6 }
				label={ __( 'Loading the activity…', 'steward' ) }
			/>
		);
	}
	if ( loaded.items.length === 0 ) {
		return (
			<EmptyState
				icon={ inbox }
				title={ __( 'Nothing has happened yet', 'steward' ) }
			>
				{ __(
					'Every change of owner, followers and details will be listed here.',
					'steward'
				) }
			</EmptyState>
		);
	}

	async function loadMore( page: number ): Promise< void > {
		const count =
			list.current?.querySelectorAll( '.steward-activity__item' )
				.length ?? 0;
		await load( page );
		// The button moves away: go on from the first item that came.
		window.requestAnimationFrame( () => {
			const first = list.current?.querySelectorAll< HTMLElement >(
				'.steward-activity__item'
			)[ count ];
			first?.setAttribute( 'tabindex', '-1' );
			first?.focus( { preventScroll: true } );
		} );
	}

	return (
		<div className="steward-activity" ref={ list }>
			{ byDay( loaded.items ).map( ( day ) => (
				<section key={ day.key } className="steward-activity__day">
					<h3 className="steward-activity__date">
						{ dayTitle( day.key, day.items[ 0 ]!.created_gmt ) }
					</h3>
					<ul className="steward-activity__list">
						{ day.items.map( ( item ) => (
							<Item key={ item.id } item={ item } />
						) ) }
					</ul>
				</section>
			) ) }
			{ error && (
				<LoadError
					message={ error }
					onRetry={ () => void load( loaded.page ) }
				/>
			) }
			{ loaded.page < loaded.totalPages && (
				<Button
					__next40pxDefaultSize
					variant="secondary"
					isBusy={ isLoading }
					disabled={ isLoading }
					accessibleWhenDisabled
					onClick={ () => void loadMore( loaded.page + 1 ) }
				>
					{ __( 'Load older activity', 'steward' ) }
				</Button>
			) }
		</div>
	);
}
