/**
 * What forms share: Ctrl/⌘+S, and taking the eye and the focus to what is wrong.
 */
import { useEffect, useRef, type RefObject } from 'react';

/** Findings by field. */
type FieldErrors = Partial< Record< string, string > >;

/**
 * Whether a dialog lies over an element: each is put at the end of the page, the uppermost one last.
 *
 * @param element The element.
 */
function isCovered( element: HTMLElement | null ): boolean {
	const uppermost = [
		...document.querySelectorAll( '.components-modal__screen-overlay' ),
	].pop();
	return uppermost !== undefined && ! uppermost.contains( element );
}

/**
 * Ctrl+S, or ⌘+S, saves instead of having the browser save the page; not what lies under a dialog.
 *
 * @param form What is saved by it, or what its button is in.
 * @param save What to do.
 */
export function useSaveShortcut(
	form: RefObject< HTMLElement | null >,
	save: () => void
): void {
	const latest = useRef( save );
	latest.current = save;
	useEffect( () => {
		function onKeyDown( event: KeyboardEvent ): void {
			const isSave =
				( event.ctrlKey || event.metaKey ) &&
				! event.shiftKey &&
				! event.altKey &&
				event.key.toLowerCase() === 's';
			if ( isSave ) {
				event.preventDefault();
				if ( ! isCovered( form.current ) ) {
					latest.current();
				}
			}
		}
		window.addEventListener( 'keydown', onKeyDown );
		return () => window.removeEventListener( 'keydown', onKeyDown );
	}, [ form ] );
}

/**
 * Shows every field's finding and focuses the first invalid one.
 *
 * @param form The form.
 * @return Whether all is valid.
 */
export function reportValidity( form: HTMLFormElement | null ): boolean {
	return form?.reportValidity() ?? true;
}

/**
 * When the server sends findings, shows them and focuses the first.
 *
 * @param form   The form.
 * @param errors The findings.
 */
export function useServerErrors(
	form: RefObject< HTMLFormElement | null >,
	errors: FieldErrors
): void {
	const before = useRef< FieldErrors >( {} );
	useEffect( () => {
		// Only when something new was found: while findings go one by one, the focus stays where one types.
		const isNew = Object.keys( errors ).some(
			( key ) => ! ( key in before.current )
		);
		before.current = errors;
		if ( ! isNew ) {
			return;
		}
		if ( reportValidity( form.current ) ) {
			// Tags and custom fields have no native validity: their message is what to look at.
			form.current
				?.querySelector( '.steward-field-error' )
				?.scrollIntoView( { block: 'center' } );
		}
	}, [ form, errors ] );
}
