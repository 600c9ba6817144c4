/**
 * What PHP prints before the script: who looks, what their role allows, and the limits the server holds.
 */

/** How far a role reaches over a kind of record. */
export type Scope = 'none' | 'owned' | 'all';

/** What a role may do to one kind of record. What may be done to one record is that record's `can`. */
export interface RecordCan {
	view: Scope;
	/** Whether those that nobody owns are in sight. */
	unassigned: boolean;
	update: Scope;
	create: boolean;
	reassign: boolean;
	delete: boolean;
	import: boolean;
	export: boolean;
}

export interface Boot {
	user: { id: number; name: string; avatarUrl: string };
	/** The role's own permissions: to contacts, and to the team's matters. */
	can: RecordCan & { reports: boolean; manage: boolean };
	opportunities: {
		can: RecordCan;
		/** Whether opportunities may belong to others than their contact. */
		separateOwners: boolean;
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

const NO_RECORDS: RecordCan = {
	view: 'none',
	unassigned: false,
	update: 'none',
	create: false,
	reassign: false,
	delete: false,
	import: false,
	export: false,
};

/** Without boot data nothing is allowed and nobody is known. */
const NOTHING: Boot = {
	user: { id: 0, name: '', avatarUrl: '' },
	can: { ...NO_RECORDS, reports: false, manage: false },
	opportunities: { can: NO_RECORDS, separateOwners: false },
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
