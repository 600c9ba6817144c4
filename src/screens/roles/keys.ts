/**
 * Where a key leads in the grid. Pure.
 */

export interface Place {
	row: number;
	column: number;
}

export interface Size {
	rows: number;
	columns: number;
}

/**
 * The place a key leads to, or null when the key isn't the grid's.
 *
 * @param place        Where one is.
 * @param key          The key, as the event names it.
 * @param size         The grid's size.
 * @param options
 * @param options.ctrl Whether Ctrl or ⌘ is held.
 * @param options.rtl  Whether the page reads from right to left.
 */
export function moved(
	place: Place,
	key: string,
	size: Size,
	options: { ctrl?: boolean; rtl?: boolean } = {}
): Place | null {
	const { row, column } = place;
	const lastRow = size.rows - 1;
	const lastColumn = size.columns - 1;
	const ahead = options.rtl ? 'ArrowLeft' : 'ArrowRight';
	const back = options.rtl ? 'ArrowRight' : 'ArrowLeft';
	switch ( key ) {
		case ahead:
			return { row, column: Math.min( column + 1, lastColumn ) };
		case back:
			return { row, column: Math.max( column - 1, 0 ) };
		case 'ArrowDown':
			return { row: Math.min( row + 1, lastRow ), column };
		case 'ArrowUp':
			return { row: Math.max( row - 1, 0 ), column };
		case 'Home':
			return { row: options.ctrl ? 0 : row, column: 0 };
		case 'End':
			return { row: options.ctrl ? lastRow : row, column: lastColumn };
		default:
			return null;
	}
}
