import { useEffect, useRef, type RefObject } from 'react';

/**
 * Keeps the keyboard in the list when the row that had the focus goes away: claimed out of Unassigned, moved to the trash.
 *
 * @param region What holds the list.
 * @param rows   The rows; a new array when they changed.
 */
export function useRowFocus(
	region: RefObject< HTMLElement >,
	rows: unknown
): void {
	const wasInside = useRef( false );
	useEffect( () => {
		const onFocus = ( { target }: FocusEvent ) => {
			wasInside.current =
				target instanceof Node &&
				( region.current?.contains( target ) ?? false );
		};
		document.addEventListener( 'focusin', onFocus );
		return () => document.removeEventListener( 'focusin', onFocus );
	}, [ region ] );
	useEffect( () => {
		// The browser gives the focus to the body when its element is removed.
		const list = region.current;
		if (
			list &&
			wasInside.current &&
			list.ownerDocument.activeElement === list.ownerDocument.body
		) {
			list.querySelector< HTMLElement >(
				'table a, [role="grid"] button'
			)?.focus( { preventScroll: true } );
		}
	}, [ region, rows ] );
}
