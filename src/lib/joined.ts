/**
 * Words as people list them: "Ana, Ben, and Chloé" in English.
 *
 * @param words The words.
 */
export function joined( words: string[] ): string {
	try {
		return new Intl.ListFormat(
			document.documentElement.lang || 'en'
		).format( words );
	} catch {
		// A language tag that the browser doesn't know.
		return new Intl.ListFormat( 'en' ).format( words );
	}
}
