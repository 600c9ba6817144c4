import { useEffect, useRef, type RefObject } from 'react';

const ROW = 'tbody tr, [role="grid"] [role="row"]';

/** What the rows are, and what of the next one gets the focus. */
const USUAL = { row: ROW, target: 'a, button' };

/**
 * Keeps the keyboard in the list when what had the focus goes away with a row (claimed out of Unassigned, moved to the trash):
 * the row that took its place gets the focus, or the list itself where none is left.
 *
 * @param region     What holds the list.
 * @param rows       The rows; a new array when they changed.
 * @param how        Selectors of a list of another kind.
 * @param how.row    A row.
 * @param how.target What of the next one gets the focus.
 */
export function useRowFocus(
	region: RefObject< HTMLElement >,
	rows: unknown,
	how: { row: string; target: string } = USUAL
): void {
	const { row: selector, target: wanted } = how;
	const lastRow = useRef< number | null >( null );
	useEffect( () => {
		const onFocus = ( { target }: FocusEvent ) => {
			const list = region.current;
			const row = ( target as Element | null )?.closest?.( selector );
			const isHere = list?.contains( target as Node | null ) ?? false;
			// What is done to many begins outside of the rows, and its button goes with them.
			lastRow.current =
				list && isHere
					? Math.max(
							0,
							row
								? [
										...list.querySelectorAll( selector ),
									].indexOf( row )
								: 0
						)
					: null;
		};
		document.addEventListener( 'focusin', onFocus );
		return () => document.removeEventListener( 'focusin', onFocus );
	}, [ region, selector ] );
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
		const all = list.querySelectorAll( selector );
		const next =
			all[
				Math.min( lastRow.current, all.length - 1 )
			]?.querySelector< HTMLElement >( wanted );
		( next ?? list ).focus( { preventScroll: true } );
	}, [ region, rows, selector, wanted ] );
}
