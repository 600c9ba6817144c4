import { cli } from './cli';
import { e2e } from './e2e';
import { jest } from './jest';
import type { Suite } from './outcome';
import { integration, multisite, oldest, races, sqlite, unit } from './phpunit';
import { build, eslint, phpcs, phpstan, stylelint, types } from './static';

/** All suites by the names of `npm test -- NAME`, in the order they run: what fails fast first. */
export const suites: Record< string, Suite > = {
	types,
	eslint,
	stylelint,
	phpcs,
	phpstan,
	jest,
	unit,
	integration,
	sqlite,
	multisite,
	oldest,
	races,
	cli,
	build,
	e2e,
};

/** Suites that run beside each other, as each keeps one processor busy; where they have a WordPress, it is their own. */
export const together: readonly ( readonly string[] )[] = [
	[ 'types', 'eslint' ],
	[ 'jest', 'build' ],
	[ 'integration', 'sqlite' ],
	[ 'multisite', 'oldest' ],
	[ 'races', 'cli' ],
];
