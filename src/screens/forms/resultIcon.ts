import type { ReactElement } from 'react';
import { caution, copy, people, plus, shield } from '@wordpress/icons';

import type { Submission } from '../../entities';

/**
 * A picture of what became of a submission, beside the words.
 *
 * @param result The server's word for it.
 */
export function resultIcon( result: Submission[ 'result' ] ): ReactElement {
	switch ( result ) {
		case 'created':
			return plus;
		case 'enriched':
			return people;
		case 'spam':
			return shield;
		case 'failed':
			return caution;
		default:
			return copy;
	}
}
