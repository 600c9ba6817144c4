import { useEffect, useState } from 'react';

import type { RolePreview } from '../../entities';
import { asRestError, type RestError } from '../../lib/errors';
import { previewRoles } from './api';
import type { Draft } from './matrix';

/** Whoever tries out a few cells in a row waits for one answer. */
const PAUSE = 300;

export interface Preview {
	/** Empty until the answer for this very draft is there. */
	previews: RolePreview[];
	isCounting: boolean;
	error: RestError | null;
}

/**
 * What saving the draft would mean, asked anew whenever it changes.
 *
 * @param draft The changes.
 */
export function usePreview( draft: Draft ): Preview {
	const [ answer, setAnswer ] = useState< {
		draft: Draft;
		previews: RolePreview[];
		error: RestError | null;
	} >( { draft: {}, previews: [], error: null } );
	const isEmpty = Object.keys( draft ).length === 0;
	useEffect( () => {
		if ( isEmpty ) {
			return undefined;
		}
		let stale = false;
		const timer = window.setTimeout( () => {
			previewRoles( draft ).then(
				( previews ) =>
					! stale && setAnswer( { draft, previews, error: null } ),
				( thrown ) =>
					! stale &&
					setAnswer( {
						draft,
						previews: [],
						error: asRestError( thrown ),
					} )
			);
		}, PAUSE );
		return () => {
			stale = true;
			window.clearTimeout( timer );
		};
	}, [ draft, isEmpty ] );
	const isThere = ! isEmpty && answer.draft === draft;
	return {
		previews: isThere ? answer.previews : [],
		isCounting: ! isEmpty && ! isThere,
		error: isThere ? answer.error : null,
	};
}
