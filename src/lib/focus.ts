/**
 * Where the focus goes when what had it is gone.
 */

/**
 * Gives an element the focus if nothing has it any more, once the screen was drawn anew.
 *
 * @param find The element; one that takes no focus by itself has a tabindex of -1.
 */
export function keepFocus( find: () => HTMLElement | null ): void {
	window.requestAnimationFrame( () => {
		const element = find();
		const { activeElement, body } = element?.ownerDocument ?? {};
		if ( ! activeElement || activeElement === body ) {
			element?.focus( { preventScroll: true } );
		}
	} );
}
