import { cli } from './cli';
import { e2e } from './e2e';
import { jest } from './jest';
import type { Suite } from './outcome';
import { integration, multisite, oldest, races, sqlite, unit } from './phpunit';
import { build, eslint, phpcs, phpstan, stylelint, types } from './static';

/** All suites by the names of `npm test -- NAME`, in the order they begin: what fails fast first, then what takes longest. */
export const suites: Record< string, Suite > = {
	types,
	eslint,
	stylelint,
	phpcs,
	phpstan,
	unit,
	jest,
	build,
	sqlite,
	integration,
	multisite,
	oldest,
	races,
	cli,
	e2e,
};

/** Suites that keep every processor busy; the others run two at a time, each with a WordPress of its own where it has one. */
export const alone: readonly string[] = [ 'phpcs', 'phpstan', 'e2e' ];
