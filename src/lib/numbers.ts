/**
 * A number as people read it: "12,345".
 *
 * @param number The number.
 */
export function formatNumber( number: number ): string {
	try {
		return number.toLocaleString( document.documentElement.lang || 'en' );
	} catch {
		// A language tag that the browser doesn't know.
		return number.toLocaleString( 'en' );
	}
}
