/**
 * What PHP prints before the script: who looks, what their role allows, and the limits the server holds.
 */

/** How far a role reaches over a kind of record. */
export type Scope = 'none' | 'owned' | 'all';

export interface Boot {
	user: { id: number; name: string; avatarUrl: string };
	/** The role's own permissions. What may be done to one record is that record's `can`. */
	can: {
		view: Scope;
		update: Scope;
		create: boolean;
		reassign: boolean;
		delete: boolean;
		import: boolean;
		export: boolean;
		reports: boolean;
		manage: boolean;
	};
	/** wp-admin's address, with a slash at its end. */
	adminUrl: string;
	/** ISO 3166-1 alpha-2 codes. */
	countries: string[];
	limits: { followers: number; undoSeconds: number };
	/** Whether the first-run welcome is still to be shown. */
	onboarding: boolean;
	pageUrl: string;
	/** The REST interface's address, as programs outside of this page call it. */
	restUrl: string;
	pluginVersion: string;
	/** Lets the browser fetch the activity as a file; empty where the role may not export. */
	activityCsv: string;
}

declare global {
	interface Window {
		stewardBoot?: Partial< Boot >;
	}
}

/** Without boot data nothing is allowed and nobody is known. */
const NOTHING: Boot = {
	user: { id: 0, name: '', avatarUrl: '' },
	can: {
		view: 'none',
		update: 'none',
		create: false,
		reassign: false,
		delete: false,
		import: false,
		export: false,
		reports: false,
		manage: false,
	},
	adminUrl: '',
	countries: [],
	limits: { followers: 10, undoSeconds: 10 },
	onboarding: false,
	pageUrl: 'admin.php?page=steward',
	restUrl: '',
	pluginVersion: '',
	activityCsv: '',
};

/** The boot data of this page. */
export const boot: Boot = { ...NOTHING, ...window.stewardBoot };
