import { focusBack } from '../lib/undo';

/**
 * What stands for a follow-up on the screen, to take the focus there: its title, which opens it.
 *
 * @param id The task.
 * @return Null while it isn't shown.
 */
export function onScreen( id: number ): HTMLElement | null {
	const title = document.querySelector( `[data-task="${ id }"]` );
	return (
		title?.closest< HTMLElement >( 'a, button' ) ??
		// On a phone the row itself is the button.
		title
			?.closest( '[role="row"]' )
			?.querySelector< HTMLElement >( 'button' ) ??
		null
	);
}

/**
 * Takes the focus to a follow-up as soon as it is on the screen, once the dialog is gone and has given its own focus back.
 *
 * @param id The task.
 */
export function focusTask( id: number ): void {
	window.requestAnimationFrame( () => {
		if ( document.querySelector( '.steward-task-dialog' ) ) {
			focusTask( id );
			return;
		}
		void focusBack( document.body.ownerDocument.activeElement, () =>
			onScreen( id )
		);
	} );
}
