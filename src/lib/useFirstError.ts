import { useEffect, useRef, type RefObject } from 'react';

import type { Findings } from './useRecordForm';

/**
 * When something new is found wrong, focuses the first field that has it.
 *
 * @param form   The form.
 * @param errors The findings.
 */
export function useFirstError(
	form: RefObject< HTMLElement | null >,
	errors: Findings
): void {
	const before = useRef< Findings >( {} );
	useEffect( () => {
		const isNew = Object.keys( errors ).some(
			( key ) => ! ( key in before.current )
		);
		before.current = errors;
		if ( isNew ) {
			form.current
				?.querySelector< HTMLElement >(
					'.has-error :is(input, select, textarea, button)'
				)
				?.focus();
		}
	}, [ form, errors ] );
}
