/**
 * Telling how a change of many went, whatever they are.
 */
import type { BulkResult } from '../entities';
import { notices } from './notices';
import { reasonText } from './reasons';
import type { Undo } from './undo';

/** What some stayed as they were for. */
export interface Report {
	title: string;
	failures: BulkResult[];
}

export interface Words {
	/** So many were changed. */
	done: ( count: number ) => string;
	/** Some weren't: the report's title; what is said of so many unless given. */
	some?: ( done: number, all: number ) => string;
}

export interface Back {
	/** Takes it back of those that were changed, and says how that went. */
	run: ( ids: number[] ) => Promise< void >;
	find: Undo[ 'find' ];
}

/**
 * Why one was left out, with what to do about it.
 *
 * @param result What became of it.
 */
export const failureText = ( result: BulkResult ): string =>
	[ result.message || reasonText( result.reason ), result.remedy ]
		.filter( Boolean )
		.join( ' ' );

/**
 * Says how a change went: a snackbar with Undo of what was done, and a report of what wasn't.
 *
 * @param results What became of each.
 * @param words   What is said.
 * @param back    How it is taken back, where it can be.
 * @return What stayed as it was, if anything of several.
 */
export function conclude(
	results: BulkResult[],
	words: Words,
	back?: Back
): Report | null {
	const failures = results.filter( ( { ok } ) => ! ok );
	if ( results.length === 1 && failures[ 0 ] ) {
		notices.error( failureText( failures[ 0 ] ) );
		return null;
	}
	const done = results.filter( ( { ok } ) => ok ).map( ( { id } ) => id );
	// Without a way back the report says it all.
	if ( failures.length === 0 || ( done.length > 0 && back ) ) {
		notices.success(
			words.done( done.length ),
			back
				? { undo: { run: () => back.run( done ), find: back.find } }
				: {}
		);
	}
	return failures.length > 0
		? {
				title:
					words.some?.( done.length, results.length ) ??
					words.done( done.length ),
				failures,
			}
		: null;
}

/**
 * Says how taking back went.
 *
 * @param results What became of each.
 * @param done    What is said where all went well.
 */
export function concludeBack( results: BulkResult[], done: string ): void {
	const failed = results.find( ( { ok } ) => ! ok );
	if ( failed ) {
		notices.error( failureText( failed ) );
	} else {
		notices.success( done );
	}
}
