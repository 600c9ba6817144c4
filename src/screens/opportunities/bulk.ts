/**
 * Doing one thing to many opportunities, and telling how each went.
 */
import { __, _n, sprintf } from '@wordpress/i18n';

import type { Opportunity } from '../../entities';
import { opportunities } from '../../lib/api';
import { conclude, concludeBack, type Report } from '../../lib/bulk';
import { claimWithNotice } from '../../lib/claim';
import { each } from '../../lib/each';
import { formatNumber } from '../../lib/numbers';
import { onScreen } from '../../lib/onScreen';

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
