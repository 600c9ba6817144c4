/**
 * What is to be said at a role's cells.
 */
import { __, sprintf } from '@wordpress/i18n';

import type { RolePreview, RoleRow } from '../../entities';
import type { Clashes } from './clashes';
import { valueLabel } from './labels';
import { storedValue, valueOf, type Draft } from './matrix';

export interface CellMessage {
	cell: string;
	message: string;
	/** A refusal keeps everything from being saved; a warning, or what somebody else set meanwhile, doesn't. */
	kind: 'refusal' | 'clash' | 'warning';
}

/**
 * A role's messages: of what it would be, where it is changed, else of what it is.
 *
 * @param row     The role.
 * @param preview What the server says of its change, if it is changed.
 * @param draft   The changes.
 * @param clashes Where somebody else set something else meanwhile.
 */
export function messagesOf(
	row: RoleRow,
	preview: RolePreview | undefined,
	draft: Draft = {},
	clashes: Clashes = {}
): CellMessage[] {
	const messages = ( preview ?? row ).warnings.map(
		( warning ): CellMessage => ( { ...warning, kind: 'warning' } )
	);
	messages.unshift(
		...( clashes[ row.role ] ?? [] ).map( ( cell ): CellMessage => ( {
			cell,
			message: sprintf(
				/* translators: 1: a value such as All, 2: another one. */
				__(
					'Somebody else set %1$s meanwhile; you chose %2$s.',
					'steward'
				),
				valueLabel( storedValue( row, cell ) ),
				valueLabel( valueOf( row, draft, cell ) )
			),
			kind: 'clash',
		} ) )
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

/** A message's id; a cell may have one of each kind. */
export const messageId = (
	role: string,
	{ cell, kind }: Pick< CellMessage, 'cell' | 'kind' >
): string => `steward-roles-${ role }-${ cell.replace( '.', '-' ) }-${ kind }`;

/** The ids of what is said of a cell, for `aria-describedby`. */
export function describing(
	role: string,
	messages: CellMessage[],
	path: string
): string | undefined {
	const ids = messages
		.filter( ( { cell } ) => cell === path )
		.map( ( message ) => messageId( role, message ) );
	return ids.join( ' ' ) || undefined;
}
