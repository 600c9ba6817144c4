import type { Environment } from './environment';

/** How many tests ended how; a static check counts as one. */
export interface Outcome {
	passed: number;
	failed: number;
	skipped: number;
}

export interface Suite {
	title: string;
	/** Shows its output as it goes, or in one piece where the environment is shared. A rejection counts as one failure. */
	run: ( environment: Environment ) => Promise< Outcome >;
}

/** A check without tests of its own. */
export function oneCheck( passed: boolean ): Outcome {
	return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}
