import { __, sprintf } from '@wordpress/i18n';

import type { Opportunity, Stage } from '../../entities';
import { opportunities } from '../../lib/api';
import { asRestError } from '../../lib/errors';
import { notices } from '../../lib/notices';
import { onScreen } from '../../lib/onScreen';

/** Shows the move before the server has answered, and takes it back. */
export interface Shown {
	/** The opportunity as it is to be shown. */
	show: ( deal: Opportunity ) => void;
	/** When the answer is there. */
	settled?: () => void;
}

/**
 * Moves an opportunity to another stage and says how it went, with Undo; what is refused goes back.
 *
 * @param deal  The opportunity as it is now.
 * @param stage Where it goes.
 * @param from  Where it came from, for Undo.
 * @param shown How to show it.
 * @return Whether it moved.
 */
export async function moveDeal(
	deal: Opportunity,
	stage: Stage,
	from: Stage | undefined,
	shown?: Shown
): Promise< boolean > {
	const id = `steward-move-${ deal.id }`;
	shown?.show( { ...deal, stage: stage.id, status: stage.outcome } );
	try {
		const saved = await opportunities.update( deal.id, {
			stage: stage.id,
			version: deal.version,
		} );
		shown?.show( saved );
		notices.success(
			sprintf(
				/* translators: 1: an opportunity's title, 2: a stage. */
				__( '%1$s is in %2$s now.', 'steward' ),
				saved.title,
				stage.name
			),
			{
				id,
				undo: from && {
					run: () => moveDeal( saved, from, undefined, shown ),
					find: () => onScreen( saved ),
				},
			}
		);
		return true;
	} catch ( thrown ) {
		const error = asRestError( thrown );
		const current = error.data.current as Opportunity | undefined;
		if ( error.code === 'steward_version_conflict' && current ) {
			opportunities.receive( [ current ] );
			shown?.show( current );
			notices.error(
				sprintf(
					/* translators: %s: an opportunity's title. */
					__(
						'%s was changed by somebody else meanwhile. You see it as it is now: move it again if that is still right.',
						'steward'
					),
					current.title
				),
				{ id }
			);
		} else {
			shown?.show( deal );
			notices.error( error, { id } );
		}
		return false;
	} finally {
		shown?.settled?.();
	}
}
