/**
 * Doing one thing to many opportunities, and telling how each went.
 */
import { __, _n, sprintf } from '@wordpress/i18n';

import type { BulkResult, Opportunity } from '../../entities';
import { opportunities } from '../../lib/api';
import { claimWithNotice } from '../../lib/claim';
import { each } from '../../lib/each';
import { errorText } from '../../lib/errors';
import { notices } from '../../lib/notices';
import { formatNumber } from '../../lib/numbers';
import { onScreen } from '../../lib/onScreen';

/** What some stayed as they were for. */
export interface Report {
	title: string;
	failures: BulkResult[];
}

type Kind = 'claim' | 'trash' | 'restore' | 'erase';

function doneText( kind: Kind, done: number ): string {
	switch ( kind ) {
		case 'claim':
			return sprintf(
				/* translators: %s: how many. */
				_n(
					'You now own %s more opportunity.',
					'You now own %s more opportunities.',
					done,
					'steward'
				),
				formatNumber( done )
			);
		case 'trash':
			return sprintf(
				/* translators: %s: how many. */
				_n(
					'%s opportunity moved to the trash.',
					'%s opportunities moved to the trash.',
					done,
					'steward'
				),
				formatNumber( done )
			);
		case 'restore':
			return sprintf(
				/* translators: %s: how many. */
				_n(
					'%s opportunity restored.',
					'%s opportunities restored.',
					done,
					'steward'
				),
				formatNumber( done )
			);
		default:
			return sprintf(
				/* translators: %s: how many. */
				_n(
					'%s opportunity erased.',
					'%s opportunities erased.',
					done,
					'steward'
				),
				formatNumber( done )
			);
	}
}

const WORK = {
	trash: opportunities.trash,
	restore: opportunities.restore,
	erase: opportunities.erase,
};

/** How each is taken back; what is erased is gone. */
const BACK = {
	claim: opportunities.undoClaim,
	trash: opportunities.restore,
	restore: opportunities.trash,
	erase: null,
};

async function undoAll( kind: Kind, ids: number[] ): Promise< void > {
	const back = BACK[ kind ];
	const failed =
		back && ( await each( ids, back ) ).find( ( { ok } ) => ! ok );
	if ( failed ) {
		notices.error( errorText( failed ) );
	} else {
		notices.success( __( 'Taken back.', 'steward' ) );
	}
}

/**
 * Does it, and says how it went.
 *
 * @param kind  What.
 * @param deals To which.
 * @return What stayed as it was, if anything of several.
 */
export async function doAll(
	kind: Kind,
	deals: Opportunity[]
): Promise< Report | null > {
	const [ only ] = deals;
	if ( kind === 'claim' && deals.length === 1 && only ) {
		await claimWithNotice( only );
		return null;
	}
	const ids = deals.map( ( { id } ) => id );
	const results =
		kind === 'claim'
			? await opportunities.claimMany( ids )
			: await each( ids, WORK[ kind ] );
	const failures = results.filter( ( { ok } ) => ! ok );
	if ( deals.length === 1 && failures[ 0 ] ) {
		notices.error( errorText( failures[ 0 ] ) );
		return null;
	}
	const done = results.filter( ( { ok } ) => ok ).map( ( { id } ) => id );
	if ( failures.length > 0 ) {
		return { title: doneText( kind, done.length ), failures };
	}
	notices.success(
		doneText( kind, done.length ),
		BACK[ kind ]
			? {
					undo: {
						run: () => undoAll( kind, done ),
						find: () => ( only ? onScreen( only ) : null ),
					},
				}
			: {}
	);
	return null;
}
