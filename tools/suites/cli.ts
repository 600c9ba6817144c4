import path from 'node:path';
import { team } from '../demo/team';
import { cache } from '../services/paths';
import { installSite } from '../services/wordpress';
import { fetchCore } from '../services/wordpress-core';
import { ensureWpCli, runWpCli } from '../services/wp-cli';
import { tests } from '../../tests/cli/commands';
import type { Outcome, Suite } from './outcome';

/** `wp steward …` with a real WP-CLI on a site of its own. */
export const cli: Suite = {
	title: 'WP-CLI: wp steward …',
	async run( environment ) {
		const { options, progress } = environment;
		const site = await environment.alone( async () => {
			await ensureWpCli( progress );
			return installSite( {
				dir: path.join( cache, 'tests/cli-site' ),
				core: await fetchCore( options.wordpress, progress ),
				database: await environment.database( 'steward_cli' ),
				title: 'Steward',
				users: team,
				constants: { DISABLE_WP_CRON: true },
				progress,
			} );
		} );
		const outcome: Outcome = { passed: 0, failed: 0, skipped: 0 };
		for ( const test of tests ) {
			if ( options.filter && ! test.name.includes( options.filter ) ) {
				continue;
			}
			try {
				await test.run( ( ...args ) =>
					runWpCli( site.dir, [ 'steward', ...args ] )
				);
				outcome.passed++;
				progress.note( `✔ ${ test.name }` );
			} catch ( thrown ) {
				outcome.failed++;
				progress.note(
					`✘ ${ test.name }\n${ ( thrown as Error ).message }`
				);
			}
		}
		return outcome;
	},
};
