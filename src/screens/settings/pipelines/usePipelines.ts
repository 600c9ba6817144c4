/**
 * The pipelines as they are edited: each change is saved at once, and shown before the server has answered where it can be.
 */
import { useRef } from 'react';

import { listPipelines } from '../../../lib/pipelines';
import { useNotices } from '../../../lib/notices';
import { useLoaded, type Loaded } from '../../../lib/useLoaded';
import type { Pipeline } from '../../../entities';
import { updatePipeline, updateStage } from './api';
import { moved } from './order';

export interface Pipelines extends Omit< Loaded< Pipeline[] >, 'setData' > {
	movePipeline: ( id: number, to: number ) => Promise< void >;
	moveStage: ( pipeline: number, id: number, to: number ) => Promise< void >;
}

/** The pipelines, and their order. */
export function usePipelines(): Pipelines {
	const notices = useNotices();
	const { setData, ...loaded } = useLoaded( listPipelines );

	const saved = useRef< Promise< unknown > >( Promise.resolve() );

	/**
	 * Shows the new order, saves it, and shows what the server made of it; also when it refused. Quick moves are saved one after
	 * the other: the last one decides.
	 */
	async function reorder(
		change: ( all: Pipeline[] ) => Pipeline[],
		save: () => Promise< unknown >
	): Promise< void > {
		setData( ( all ) => all && change( all ) );
		const mine = saved.current
			.then( save )
			.catch( ( thrown ) => notices.error( thrown ) );
		saved.current = mine;
		await mine;
		if ( saved.current === mine ) {
			loaded.reload();
		}
	}

	return {
		...loaded,
		movePipeline: ( id, to ) =>
			reorder(
				( all ) =>
					moved(
						all,
						all.findIndex( ( one ) => one.id === id ),
						to
					),
				() => updatePipeline( id, { position: to } )
			),
		moveStage: ( pipeline, id, to ) =>
			reorder(
				( all ) =>
					all.map( ( one ) =>
						one.id === pipeline
							? {
									...one,
									stages: moved(
										one.stages,
										one.stages.findIndex(
											( stage ) => stage.id === id
										),
										to
									),
								}
							: one
					),
				() => updateStage( pipeline, id, { position: to } )
			),
	};
}
