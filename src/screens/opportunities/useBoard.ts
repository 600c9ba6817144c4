/**
 * The board's columns: asked of the server, moved at once, counted by the server again after each change.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { addQueryArgs } from '@wordpress/url';

import {
	OPPORTUNITY,
	paths,
	type Board,
	type Opportunity,
	type Stage,
} from '../../entities';
import { onRecordChange, request, requestPage } from '../../lib/api';
import { asRestError, type RestError } from '../../lib/errors';
import { notices } from '../../lib/notices';
import {
	findCard,
	nextPage,
	PER_COLUMN,
	withCard,
	withCounts,
	withMore,
	withoutCard,
	type Columns,
} from './board';
import { moveDeal } from './moveDeal';

/** Counting again waits for several moves in a row. */
const COUNT_AFTER = 400;

export type BoardQuery = Record< string, string | number | string[] >;

export interface BoardState {
	/** Null until known. */
	columns: Columns | null;
	error: RestError | null;
	retry: () => void;
	/** Opportunities whose move is under way. */
	pending: ReadonlySet< number >;
	/** Stages whose next cards are under way. */
	loading: ReadonlySet< number >;
	move: ( deal: Opportunity, to: Stage, from: Stage | undefined ) => void;
	loadMore: ( stage: number ) => void;
}

function toggled( set: ReadonlySet< number >, id: number, on: boolean ) {
	const next = new Set( set );
	if ( on ) {
		next.add( id );
	} else {
		next.delete( id );
	}
	return next;
}

/**
 * Keeps a pipeline's board.
 *
 * @param query The pipeline and the filters.
 */
export function useBoard( query: BoardQuery ): BoardState {
	const key = JSON.stringify( query );
	const [ columns, setColumns ] = useState< Columns | null >( null );
	const [ error, setError ] = useState< RestError | null >( null );
	const [ pending, setPending ] = useState< ReadonlySet< number > >(
		new Set()
	);
	const [ loading, setLoading ] = useState< ReadonlySet< number > >(
		new Set()
	);
	const [ attempt, setAttempt ] = useState( 0 );
	const now = useRef( { key, columns } );
	now.current = { key, columns };
	const timer = useRef( 0 );

	const ask = useCallback(
		( perStage: number ) =>
			request< Board >( {
				path: addQueryArgs( paths.board(), {
					...( JSON.parse( key ) as BoardQuery ),
					per_stage: perStage,
				} ),
			} ),
		[ key ]
	);

	const shownKey = useRef( key );
	useEffect( () => {
		let isCurrent = true;
		setError( null );
		// The same board again keeps what was scrolled to; another one starts anew.
		const loaded =
			shownKey.current === key
				? ( now.current.columns ?? [] ).map(
						( column ) => column.opportunities.length
					)
				: [];
		if ( shownKey.current !== key ) {
			shownKey.current = key;
			setColumns( null );
		}
		ask( Math.min( 100, Math.max( PER_COLUMN, ...loaded ) ) ).then(
			( board ) => isCurrent && setColumns( board.stages ),
			( thrown ) => isCurrent && setError( asRestError( thrown ) )
		);
		return () => {
			isCurrent = false;
		};
	}, [ ask, key, attempt ] );

	const retry = useCallback( () => setAttempt( ( last ) => last + 1 ), [] );

	const count = useCallback( () => {
		window.clearTimeout( timer.current );
		timer.current = window.setTimeout( () => {
			ask( 0 ).then(
				( board ) =>
					now.current.key === key &&
					setColumns(
						( before ) =>
							before && withCounts( before, board.stages )
					),
				// What was counted here is right until the next answer.
				() => {}
			);
		}, COUNT_AFTER );
	}, [ ask, key ] );
	useEffect( () => () => window.clearTimeout( timer.current ), [] );

	useEffect(
		() =>
			onRecordChange( ( { name, ids, records } ) => {
				if ( name !== OPPORTUNITY ) {
					return;
				}
				const shown = now.current.columns ?? [];
				const deals = ( records ?? [] ) as Opportunity[];
				const isHere = ( deal: Opportunity ) =>
					shown.some( ( { stage } ) => stage === deal.stage );
				if (
					deals.length > 0 &&
					deals.every( ( { id } ) => findCard( shown, id ) )
				) {
					setColumns(
						( before ) =>
							before &&
							deals.reduce(
								( all, deal ) =>
									isHere( deal )
										? withCard( all, deal )
										: withoutCard( all, deal.id ),
								before
							)
					);
					count();
				} else if ( deals.length > 0 || ids.length > 0 ) {
					retry();
				}
			} ),
		[ count, retry ]
	);

	const move = useCallback(
		( deal: Opportunity, to: Stage, from: Stage | undefined ) => {
			if ( deal.stage === to.id ) {
				return;
			}
			setPending( ( before ) => toggled( before, deal.id, true ) );
			void moveDeal( deal, to, from, {
				show: ( shown ) =>
					setColumns(
						( before ) => before && withCard( before, shown )
					),
				settled: () => {
					setPending( ( before ) =>
						toggled( before, deal.id, false )
					);
					count();
				},
			} );
		},
		[ count ]
	);

	const loadMore = useCallback(
		async ( stage: number ) => {
			const column = now.current.columns?.find(
				( one ) => one.stage === stage
			);
			if ( ! column ) {
				return;
			}
			setLoading( ( before ) => toggled( before, stage, true ) );
			try {
				const { pipeline: _of, ...filters } = JSON.parse(
					key
				) as BoardQuery;
				const { items } = await requestPage< Opportunity >(
					addQueryArgs( paths.opportunities(), {
						...filters,
						stage: [ stage ],
						page: nextPage( column.opportunities.length ),
						per_page: PER_COLUMN,
						orderby: 'modified',
						order: 'desc',
						context: 'edit',
					} )
				);
				if ( now.current.key === key ) {
					setColumns(
						( before ) => before && withMore( before, stage, items )
					);
				}
			} catch ( thrown ) {
				notices.error( thrown );
			} finally {
				setLoading( ( before ) => toggled( before, stage, false ) );
			}
		},
		[ key ]
	);

	return useMemo(
		() => ( {
			columns,
			error,
			retry,
			pending,
			loading,
			move,
			loadMore: ( stage: number ) => void loadMore( stage ),
		} ),
		[ columns, error, retry, pending, loading, move, loadMore ]
	);
}
