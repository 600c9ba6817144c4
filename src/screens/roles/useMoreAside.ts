import { useEffect, useState, type RefObject } from 'react';

/** Whether there is more of something that scrolls, before and after what is in sight. */
export interface MoreAside {
	before: boolean;
	after: boolean;
}

/**
 * Watches how far something is scrolled sideways, from right to left too.
 *
 * @param ref What scrolls.
 */
export function useMoreAside(
	ref: RefObject< HTMLElement | null >
): MoreAside {
	const [ more, setMore ] = useState( { before: false, after: false } );
	useEffect( () => {
		const element = ref.current;
		if ( ! element ) {
			return undefined;
		}
		const look = () => {
			const at = Math.abs( element.scrollLeft );
			const room = element.scrollWidth - element.clientWidth;
			// A fraction of a pixel is no column.
			const next = { before: at > 1, after: room - at > 1 };
			setMore( ( last ) =>
				last.before === next.before && last.after === next.after
					? last
					: next
			);
		};
		look();
		const observer = new ResizeObserver( look );
		observer.observe( element );
		if ( element.firstElementChild ) {
			observer.observe( element.firstElementChild );
		}
		element.addEventListener( 'scroll', look, { passive: true } );
		return () => {
			observer.disconnect();
			element.removeEventListener( 'scroll', look );
		};
	}, [ ref ] );
	return more;
}
