/**
 * Escape in a picker.
 */
import type { KeyboardEvent } from 'react';

/**
 * A handler that closes a dialog by Escape also while the focus is in a picker whose list is closed: WordPress' comboboxes keep
 * that key for their list, open or not. For `onKeyDownCapture` on what the pickers are in.
 *
 * @param close Closes the dialog, or asks.
 */
export function closesByEscape( close: () => void ) {
	return ( event: KeyboardEvent ): void => {
		const { target } = event;
		if (
			event.key === 'Escape' &&
			target instanceof HTMLInputElement &&
			target.getAttribute( 'role' ) === 'combobox' &&
			target.getAttribute( 'aria-expanded' ) !== 'true'
		) {
			event.preventDefault();
			event.stopPropagation();
			close();
		}
	};
}
