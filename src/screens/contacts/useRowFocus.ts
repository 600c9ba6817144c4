import { useEffect, useRef, type RefObject } from 'react';

const ROW = 'tbody tr, [role="grid"] [role="row"]';

/**
 * Keeps the keyboard in the list when the row that had the focus goes away (claimed out of Unassigned, moved to the trash):
 * the row that took its place gets the focus.
 *
 * @param region What holds the list.
 * @param rows   The rows; a new array when they changed.
 */
export function useRowFocus(
	region: RefObject< HTMLElement >,
	rows: unknown
): void {
	const lastRow = useRef< number | null >( null );
	useEffect( () => {
		const onFocus = ( { target }: FocusEvent ) => {
			const list = region.current;
			const row = ( target as Element | null )?.closest?.( ROW );
			lastRow.current =
				list && row && list.contains( row )
					? [ ...list.querySelectorAll( ROW ) ].indexOf( row )
					: null;
		};
		document.addEventListener( 'focusin', onFocus );
		return () => document.removeEventListener( 'focusin', onFocus );
	}, [ region ] );
	useEffect( () => {
		const list = region.current;
		// The browser gives the focus to the body when its element is removed.
		if (
			! list ||
			lastRow.current === null ||
			list.ownerDocument.activeElement !== list.ownerDocument.body
		) {
			return;
		}
		const all = list.querySelectorAll( ROW );
		all[ Math.min( lastRow.current, all.length - 1 ) ]
			?.querySelector< HTMLElement >( 'a, button' )
			?.focus( { preventScroll: true } );
	}, [ region, rows ] );
}
