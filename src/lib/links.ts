/**
 * Following links: what a click on one means, and following one once something is written.
 */

/** What is asked of a click; a mouse event of the browser's or of React's. */
export type Click = Pick<
	MouseEvent,
	'button' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey'
>;

/**
 * Whether a click opens a link in its place, rather than in a new tab or window.
 *
 * @param click The click.
 */
export function isPlainClick( click: Click ): boolean {
	return (
		click.button === 0 &&
		! click.metaKey &&
		! click.ctrlKey &&
		! click.shiftKey &&
		! click.altKey
	);
}

/** How long a link waits for work. */
const PATIENCE_MS = 1500;

/**
 * Follows a link once work is done, so that the page it leads to already shows it, but waits no longer than a moment; at once in
 * a new tab or window.
 *
 * @param click  The click on the link.
 * @param work   Starts the work; the link is followed even when it fails.
 * @param follow Goes where the link leads.
 */
export function followAfter(
	click: Click & Pick< MouseEvent, 'preventDefault' >,
	work: () => Promise< unknown >,
	follow: () => void
): void {
	const done = work();
	if ( isPlainClick( click ) ) {
		click.preventDefault();
		const enough = new Promise( ( resolve ) =>
			setTimeout( resolve, PATIENCE_MS )
		);
		void Promise.race( [ done, enough ] ).then( follow, follow );
	}
}
