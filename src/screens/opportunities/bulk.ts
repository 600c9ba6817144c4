/**
 * Doing one thing to many opportunities, and telling how each went.
 */
import { __, _n, sprintf } from '@wordpress/i18n';

import type { Opportunity } from '../../entities';
import { opportunities } from '../../lib/api';
import { conclude, concludeBack, type Report } from '../../lib/bulk';
import { claimWithNotice } from '../../lib/claim';
import { each } from '../../lib/each';
import { onScreen } from '../../lib/onScreen';

type Kind = 'claim' | 'trash' | 'restore' | 'erase';

function doneText( kind: Kind, done: number ): string {
	switch ( kind ) {
		case 'claim':
			return sprintf(
				/* translators: %d: how many. */
				_n(
					'You now own %d more opportunity.',
					'You now own %d more opportunities.',
					done,
					'steward'
				),
				done
			);
		case 'trash':
			return sprintf(
				/* translators: %d: how many. */
				_n(
					'%d opportunity moved to the trash.',
					'%d opportunities moved to the trash.',
					done,
					'steward'
				),
				done
			);
		case 'restore':
			return sprintf(
				/* translators: %d: how many. */
				_n(
					'%d opportunity restored.',
					'%d opportunities restored.',
					done,
					'steward'
				),
				done
			);
		default:
			return sprintf(
				/* translators: %d: how many. */
				_n(
					'%d opportunity erased.',
					'%d opportunities erased.',
					done,
					'steward'
				),
				done
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
	erase: undefined,
};

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
	const back = BACK[ kind ];
	return conclude(
		results,
		{ done: ( done ) => doneText( kind, done ) },
		back && {
			run: async ( done ) =>
				concludeBack(
					await each( done, back ),
					__( 'Taken back.', 'steward' )
				),
			find: () => ( only ? onScreen( only ) : null ),
		}
	);
}
