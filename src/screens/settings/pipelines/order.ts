/**
 * A list with one of its items at another place.
 *
 * @param list The list; stays as it is.
 * @param from Where the item is.
 * @param to   Where it shall be.
 */
export function moved< T >( list: T[], from: number, to: number ): T[] {
	const next = [ ...list ];
	next.splice( to, 0, ...next.splice( from, 1 ) );
	return next;
}
