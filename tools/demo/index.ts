import path from 'node:path';
import { root } from '../services/paths';
import { ensurePhp } from '../services/php';
import type { Progress } from '../services/progress';
import { elapsed } from '../services/progress';
import type { Site } from '../services/wordpress';
import { databaseExtensions, runPhp } from '../services/wordpress';
import { tellStory } from './story';

/** How large the demo is, and its seed. */
export const demo = { contacts: 500, seed: 20260107 };

/**
 * Fills a site, whose users are the demo's team, with its contacts and their past.
 * @param site
 * @param progress
 * @return How many of the story's events happened, and why others didn't.
 */
export async function loadDemo(
	site: Site,
	progress: Progress
): Promise< { done: number; refused: string[] } > {
	const began = Date.now();
	const events = tellStory( {
		...demo,
		now: Math.floor( Date.now() / 1000 ),
	} );
	progress.step(
		`Filling it with ${ demo.contacts } demo contacts and their history (${ events.length } events)`
	);
	const php = await ensurePhp(
		databaseExtensions( site.database ),
		progress
	);
	const output = await runPhp(
		php,
		path.join( root, 'tools/demo/load.php' ),
		{ cwd: site.dir, input: events }
	);
	const result = JSON.parse( output.trim().split( '\n' ).at( -2 ) ?? '' ) as {
		done: number;
		refused: string[];
	};
	progress.note( `done in ${ elapsed( began ) }` );
	if ( result.refused.length ) {
		progress.note(
			`${ result.refused.length } of them were refused; the first: ${ result.refused[ 0 ] }`
		);
	}
	return result;
}
