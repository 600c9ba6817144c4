/**
 * The clipboard, on sites without HTTPS too, where browsers hide the newer way.
 */

function copyByCommand( text: string ): boolean {
	// eslint-disable-next-line @wordpress/no-global-active-element -- whatever has the focus gets it back.
	const previous = document.activeElement;
	// Beside the focus: a dialog takes the focus back from whatever stands outside of it.
	const place = previous?.parentElement ?? document.body;
	const area = document.createElement( 'textarea' );
	area.value = text;
	area.readOnly = true;
	area.style.position = 'fixed';
	area.style.opacity = '0';
	place.append( area );
	area.select();
	let done = false;
	try {
		done = document.execCommand( 'copy' );
	} catch {
		done = false;
	}
	area.remove();
	if ( previous instanceof HTMLElement ) {
		previous.focus( { preventScroll: true } );
	}
	return done;
}

/**
 * Copies a text.
 *
 * @param text The text.
 * @return Whether it worked.
 */
export async function copyText( text: string ): Promise< boolean > {
	try {
		if ( navigator.clipboard ) {
			await navigator.clipboard.writeText( text );
			return true;
		}
	} catch {
		// Refused: the older way may still be allowed.
	}
	return copyByCommand( text );
}
