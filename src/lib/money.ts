/**
 * Amounts of money: decimal strings, as the server sends them. They are added exactly and never become binary fractions;
 * amounts of different currencies are never added.
 */

interface Decimal {
	/** The amount times ten to the power of `scale`. */
	digits: bigint;
	scale: number;
}

function parse( amount: string ): Decimal {
	const [ , sign = '', whole = '0', fraction = '' ] =
		/^\s*(-?)(\d+)(?:\.(\d*))?\s*$/.exec( amount ) ?? [];
	return {
		digits: BigInt( sign + whole + fraction ),
		scale: fraction.length,
	};
}

/** Ten to the power of `n`. */
const power = ( n: number ): bigint => BigInt( `1${ '0'.repeat( n ) }` );

const at = ( { digits, scale }: Decimal, wanted: number ): bigint =>
	digits * power( wanted - scale );

/**
 * The sum of amounts of one currency, with as many decimals as the most exact of them.
 *
 * @param amounts Decimal strings.
 */
export function addAmounts( amounts: string[] ): string {
	const parsed = amounts.map( parse );
	const scale = Math.max( 0, ...parsed.map( ( one ) => one.scale ) );
	const total = parsed.reduce(
		( sum, one ) => sum + at( one, scale ),
		BigInt( 0 )
	);
	const negative = total < BigInt( 0 );
	const digits = String( negative ? -total : total ).padStart(
		scale + 1,
		'0'
	);
	const whole = digits.slice( 0, digits.length - scale );
	const fraction = scale ? `.${ digits.slice( -scale ) }` : '';
	return `${ negative ? '-' : '' }${ whole }${ fraction }`;
}

/**
 * Which of two amounts of one currency is the larger: below, above or zero as sorting wants it.
 *
 * @param one   A decimal string.
 * @param other Another.
 */
export function compareAmounts( one: string, other: string ): number {
	const [ a, b ] = [ parse( one ), parse( other ) ];
	const scale = Math.max( a.scale, b.scale );
	const difference = at( a, scale ) - at( b, scale );
	if ( difference === BigInt( 0 ) ) {
		return 0;
	}
	return difference < BigInt( 0 ) ? -1 : 1;
}

function formatter(
	currency: string,
	options: Intl.NumberFormatOptions
): Intl.NumberFormat {
	const all = { style: 'currency', currency, ...options } as const;
	try {
		return new Intl.NumberFormat(
			document.documentElement.lang || 'en',
			all
		);
	} catch {
		// A language tag that the browser doesn't know.
		return new Intl.NumberFormat( 'en', all );
	}
}

/**
 * An amount as people read it: "€1,234.50".
 *
 * @param amount   A decimal string.
 * @param currency Its ISO 4217 code.
 */
export function money( amount: string, currency: string ): string {
	// A string is formatted digit by digit; the library's types know only numbers.
	const exact = amount as unknown as number;
	return formatter( currency, {} ).format( exact );
}

/**
 * An amount in a few letters, for axes: "€12K".
 *
 * @param amount   The amount, roughly.
 * @param currency Its ISO 4217 code.
 */
export function moneyShort( amount: number, currency: string ): string {
	return formatter( currency, {
		notation: 'compact',
		minimumFractionDigits: 0,
		maximumFractionDigits: 1,
	} ).format( amount );
}

/**
 * A currency's name: "Euro".
 *
 * @param currency Its ISO 4217 code.
 */
export function currencyName( currency: string ): string {
	try {
		return (
			new Intl.DisplayNames( [ document.documentElement.lang || 'en' ], {
				type: 'currency',
			} ).of( currency ) ?? currency
		);
	} catch {
		return currency;
	}
}
