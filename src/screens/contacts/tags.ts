/**
 * What becomes of a contact's tags. Pure.
 */

const same = ( one: string, other: string ): boolean =>
	one.toLocaleLowerCase() === other.toLocaleLowerCase();

const has = ( tags: string[], tag: string ): boolean =>
	tags.some( ( one ) => same( one, tag ) );

/**
 * Tags with some more and without others; upper and lower case make no difference.
 *
 * @param tags   The contact's.
 * @param add    To add.
 * @param remove To take away.
 */
export function retagged(
	tags: string[],
	add: string[],
	remove: string[]
): string[] {
	const kept = tags.filter( ( tag ) => ! has( remove, tag ) );
	return [ ...kept, ...add.filter( ( tag ) => ! has( kept, tag ) ) ];
}

/**
 * Whether two lists have a tag in common.
 *
 * @param one   Tags.
 * @param other Tags.
 */
export const overlap = ( one: string[], other: string[] ): boolean =>
	one.some( ( tag ) => has( other, tag ) );

/**
 * All the tags that some contacts have, in order.
 *
 * @param contacts The contacts.
 */
export function tagsOf( contacts: { tags: string[] }[] ): string[] {
	const all = new Map< string, string >();
	for ( const tag of contacts.flatMap( ( { tags } ) => tags ) ) {
		all.set( tag.toLocaleLowerCase(), tag );
	}
	return [ ...all.values() ].sort( ( one, other ) =>
		one.localeCompare( other )
	);
}
