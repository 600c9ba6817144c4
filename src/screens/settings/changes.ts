import type { Settings } from '../../entities';

/**
 * The settings of a draft that aren't as they are stored. Settings are data as JSON holds it, and compared so.
 *
 * @param stored The settings as they are.
 * @param draft  Those that were touched.
 */
export function changesOf(
	stored: Settings,
	draft: Partial< Settings >
): Partial< Settings > {
	return Object.fromEntries(
		Object.entries( draft ).filter(
			( [ name, value ] ) =>
				JSON.stringify( value ) !==
				JSON.stringify( stored[ name as keyof Settings ] )
		)
	);
}
