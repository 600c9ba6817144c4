/**
 * What is to be said at a role's cells.
 */
import type { RolePreview, RoleRow } from '../../entities';

export interface CellMessage {
	cell: string;
	message: string;
	/** A refusal keeps everything from being saved; a warning doesn't. */
	kind: 'refusal' | 'warning';
}

/**
 * A role's messages: of what it would be, where it is changed, else of what it is.
 *
 * @param row     The role.
 * @param preview What the server says of its change, if it is changed.
 */
export function messagesOf(
	row: RoleRow,
	preview: RolePreview | undefined
): CellMessage[] {
	const messages = ( preview ?? row ).warnings.map(
		( warning ): CellMessage => ( { ...warning, kind: 'warning' } )
	);
	if ( preview?.refusal ) {
		const { cell, message, remedy } = preview.refusal;
		messages.unshift( {
			cell,
			message: `${ message } ${ remedy }`,
			kind: 'refusal',
		} );
	}
	return messages;
}

/** An id that a cell and its message share. */
export const messageId = ( role: string, cell: string ): string =>
	`steward-roles-${ role }-${ cell.replace( '.', '-' ) }`;
