/**
 * Runs `wp steward …` as a person would, and looks at what it printed and how it ended.
 */
import assert from 'node:assert/strict';

export interface Ran {
	code: number;
	/** What it printed, without a line's end. */
	out: string;
	/** What it complained about. */
	err: string;
}

export type Wp = ( ...args: string[] ) => Promise< Ran >;

export interface CliTest {
	name: string;
	run: ( wp: Wp ) => Promise< void >;
}

/** A run that must go well: what it printed. */
export async function ok( wp: Wp, ...args: string[] ): Promise< string > {
	const ran = await wp( ...args );
	assert.equal(
		ran.code,
		0,
		`wp steward ${ args.join( ' ' ) }\n${ ran.out }\n${ ran.err }`
	);
	return ran.out;
}

/** A run that must be refused with these words. */
export async function refused(
	wp: Wp,
	words: RegExp,
	...args: string[]
): Promise< void > {
	const ran = await wp( ...args );
	assert.equal(
		ran.code,
		1,
		`wp steward ${ args.join( ' ' ) }\n${ ran.out }`
	);
	assert.match( ran.err, words );
}
