/**
 * Cells that can be led to, in the grid as in the cards.
 */
import type { Path } from './matrix';

/** What marks a cell, as an attribute. */
export const cellMark = (
	role: string,
	path: Path
): { 'data-cell': string } => ( { 'data-cell': `${ role }/${ path }` } );

/**
 * Leads the focus to a cell, or to the first one where that is gone; to its group where that is folded.
 *
 * @param mark As cellMark() gives it.
 */
export function focusCell( mark: string ): void {
	const cell =
		document.querySelector< HTMLElement >(
			`[data-cell="${ CSS.escape( mark ) }"]`
		) ?? document.querySelector< HTMLElement >( '[data-cell]' );
	const folded = cell
		?.closest( 'details:not([open])' )
		?.querySelector< HTMLElement >( 'summary' );
	const field = cell?.matches( 'button' )
		? cell
		: cell?.querySelector< HTMLElement >(
				'input:checked, input[type="checkbox"]'
			);
	const target = folded ?? field;
	target?.focus();
	target?.scrollIntoView( { block: 'nearest' } );
}
