import { useEffect } from 'react';

/** What parts the screen's name from the site's in the title of a page of wp-admin. */
const MARK = ' ‹ ';

/**
 * Names what the screen shows in the browser's title, and gives the title back when it is left.
 *
 * @param name What is shown.
 */
export function useTitle( name: string ): void {
	useEffect( () => {
		const before = document.title;
		const [ , ...site ] = before.split( MARK );
		document.title = [ name, ...site ].join( MARK );
		return () => {
			document.title = before;
		};
	}, [ name ] );
}
