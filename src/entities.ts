/**
 * The records of Steward's REST interface: their types, the core-data entities, and the one list of REST paths.
 */
import { store as coreStore } from '@wordpress/core-data';
import { dispatch } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import { addQueryArgs } from '@wordpress/url';

import type { Scope } from './boot';

export type { RestError } from './lib/errors';

/** core-data's `kind` of every Steward entity. */
export const KIND = 'steward';

/** core-data's `name` of each entity. */
export const CONTACT = 'contact';
export const MEMBER = 'member';
export const OPPORTUNITY = 'opportunity';
export const PIPELINE = 'pipeline';
export const PERSON = 'person';
export const SUBMISSION = 'submission';
export const SUBMISSION_KEY = 'submissionKey';
export const TAG = 'tag';
export const TASK = 'task';

export type ContactId = number;

/** What can be asked about one record. */
export type Verb = 'view' | 'update' | 'claim' | 'reassign' | 'delete';

/** What the reader is to a record. */
export type Relation = 'owner' | 'follower' | 'unassigned' | 'other';

/** Somebody named on a record. */
export interface Person {
	id: number;
	name: string;
	avatar_url: string;
}

export interface Address {
	line1: string;
	line2: string;
	city: string;
	region: string;
	postcode: string;
	/** ISO 3166-1 alpha-2, or empty. */
	country: string;
}

export type CustomValue = string | number | boolean | null;

export interface Contact {
	id: ContactId;
	first_name: string;
	last_name: string;
	/** The display name, computed by the server. */
	name: string;
	email: string;
	phone: string;
	company: string;
	title: string;
	website: string;
	address: Address;
	tags: string[];
	/** A user's id, or null when unassigned. */
	contact_owner: number | null;
	followers: number[];
	source: string;
	source_id: string;
	/** UTC, ISO 8601. */
	created_gmt: string;
	/** UTC, ISO 8601. */
	modified_gmt: string;
	/** Counts up with each save; sent along so a stale save is refused. */
	version: number;
	status: 'active' | 'trash';
	custom: Record< string, CustomValue >;
	/** Since when the present owner, or the unassigned state, holds. UTC, ISO 8601. */
	owner_since_gmt: string;
	/** How that came about: claim, reassign, create, form, … */
	owner_cause: string;
	/** Everybody named by `contact_owner` and `followers`. */
	people: Person[];
	/** Who a sync couldn't add as a follower, as the list was full, and still should; only on a single one. */
	sync_skipped?: Person[];
	can: Record< Verb, boolean >;
	relation: Relation;
}

export type OpportunityId = number;

/** How a deal stands; follows from its stage. */
export type Outcome = 'open' | 'won' | 'lost';

/** A deal of one contact in a pipeline's stage. */
export interface Opportunity {
	id: OpportunityId;
	contact: ContactId;
	/** Shown even where the contact itself may not be opened. */
	contact_name: string;
	/** Whether the reader may open the contact. */
	contact_viewable: boolean;
	pipeline: number;
	stage: number;
	title: string;
	/** A decimal string: "1234.50". Never a number, which would lose digits. */
	value: string;
	/** ISO 4217. */
	currency: string;
	status: Outcome;
	/** A user's id, or null when unassigned. */
	owner: number | null;
	/** UTC, ISO 8601. */
	owner_since_gmt: string;
	owner_cause: string;
	followers: number[];
	/** YYYY-MM-DD. */
	expected_close: string | null;
	/** When it was won or lost. UTC, ISO 8601. */
	closed_gmt: string | null;
	created_gmt: string;
	modified_gmt: string;
	/** Counts up with each save; sent along so a stale save is refused. */
	version: number;
	trashed: boolean;
	/** Everybody named by `owner` and `followers`. */
	people: Person[];
	can: Record< Verb, boolean >;
	relation: Relation;
	/** Who a sync couldn't add as a follower, as the list was full, and still should; only on a single one. */
	sync_skipped?: Person[];
}

export const TASK_PRIORITIES = [ 'low', 'normal', 'high' ] as const;

export type TaskPriority = ( typeof TASK_PRIORITIES )[ number ];

export type TaskStatus = 'open' | 'done';

/** What somebody is to do: about a contact, about an opportunity, or about no record. On screen it is a follow-up. */
export interface Task {
	id: number;
	title: string;
	/** UTC, ISO 8601; null without a date. */
	due_gmt: string | null;
	/** A user's id, or null where it is nobody's yet. */
	assignee: number | null;
	contact: ContactId | null;
	opportunity: OpportunityId | null;
	priority: TaskPriority;
	status: TaskStatus;
	/** Counts up with each save; sent along so a stale save is refused. */
	version: number;
	done_gmt: string | null;
	created_gmt: string;
	modified_gmt: string;
	created_by: number | null;
	/** Whether it is open and its time has passed. */
	overdue: boolean;
	/** Shown even where the contact itself may not be opened. */
	contact_name: string | null;
	opportunity_title: string | null;
	/** Everybody named by `assignee` and `created_by`. */
	people: Person[];
	can: { update: boolean; delete: boolean };
	/** Why it may not be changed; null where it may. */
	refusal: { reason: string; message: string; remedy: string } | null;
	/** Those that may be opened are embeddable. */
	_links?: Record< string, { href: string; embeddable?: boolean }[] >;
}

/** The palette of stages. */
export const STAGE_COLORS = [
	'gray',
	'blue',
	'teal',
	'green',
	'yellow',
	'orange',
	'red',
	'purple',
] as const;

export type StageColor = ( typeof STAGE_COLORS )[ number ];

export interface Stage {
	id: number;
	name: string;
	position: number;
	color: StageColor;
	/** 0-100: how likely a deal here is won. */
	probability: number;
	outcome: Outcome;
}

export interface Pipeline {
	id: number;
	name: string;
	position: number;
	/** ISO 4217: what its new deals are counted in. */
	currency: string;
	stages: Stage[];
}

/** A sum in one currency, as a decimal string. */
export interface Amount {
	currency: string;
	value: string;
}

/** One column of the board: all its deals counted, the first ones sent. */
export interface BoardStage {
	stage: number;
	count: number;
	values: Amount[];
	weighted: Amount[];
	opportunities: Opportunity[];
}

export interface Board {
	pipeline: number;
	stages: BoardStage[];
}

/** A CRM member, as pickers show them. */
export interface Member extends Person {
	/** The names of their roles. */
	roles: string[];
	/** How many contacts they own; null where the reader may not be told. */
	contacts: number | null;
	/** How many open opportunities they own; null where the reader may not be told. */
	open_opportunities?: number | null;
	/** Whether they are one at all; only where everybody is listed. */
	member?: boolean;
	/** How many contacts they should own at most; null for any number, or where the reader may not be told. */
	capacity?: number | null;
	/** The first and the last day of an absence, now or to come: YYYY-MM-DD. */
	out_of_office?: { from: string; to: string } | null;
	/** Whether they are away today. */
	away?: boolean | null;
	only_assigned_data?: boolean | null;
	/** Their open follow-ups whose time has passed; null where the reader may not be told. */
	overdue_tasks?: number | null;
	/** Messages that they have not read; null where the reader may not be told. */
	unread?: number | null;
	/** Owners who lost access or no longer exist are no members. */
	access?: 'member' | 'lost' | 'deleted';
	/** What an owner without access has in the trash. */
	trashed?: number;
	/** The job that hands over what they own. */
	hand_over?: number | null;
}

export interface FollowerItem {
	user: number;
	source: 'manual' | 'sync' | 'workflow';
	since_gmt: string;
	/** Whether the reader, following, isn't told of changes; null for others. */
	muted: boolean | null;
	name: string;
	avatar_url: string;
}

export type CauseKind =
	| 'hand'
	| 'rest'
	| 'form'
	| 'rule'
	| 'workflow'
	| 'sync'
	| 'import'
	| 'cli'
	| 'user_deleted'
	| 'access_lost'
	| 'privacy';

export interface ActivityItem {
	id: number;
	object_type: string;
	object_id: number;
	/** created, updated, claimed, released, reassigned, follower_added, … */
	action: string;
	/** Null where the system acted. */
	actor: Person | null;
	cause: { kind: CauseKind | string; detail: string | null };
	changes: Record< string, { old: unknown; new: unknown } >;
	/** Names of the users mentioned by id in `changes`. */
	names?: Record< string, string >;
	created_gmt: string;
}

/** A row of the team's activity. */
export interface TeamActivityItem extends ActivityItem {
	/** What its record is called; null where it was erased or there is none. */
	label: string | null;
}

/** One rule on the way to a decision. */
export interface AccessStep {
	rule: string;
	text: string;
	outcome: 'yes' | 'no';
}

/** What would turn a refusal into a yes, and whether the reader may do it. */
export interface AccessRemedy {
	kind:
		| 'claim'
		| 'reassign'
		| 'reassign_contact'
		| 'add_follower'
		| 'widen_role'
		| 'grant_permission'
		| 'give_role'
		| 'lift_only_assigned'
		| 'show_unassigned'
		| 'separate_owners'
		| 'restore'
		| 'combination';
	allowed: boolean;
	label: string;
	/** Of a combination: each thing to do, in their order. */
	parts?: AccessRemedy[];
	user?: number;
	roles?: { role: string; name: string }[];
	cells?: Record< string, unknown >;
	contact?: number;
	permission?: string;
}

/** One action's answer: allowed, or why not and what to do. */
export interface AccessDecision {
	allowed: boolean;
	reason?: string;
	message?: string;
	remedy?: string;
	steps?: AccessStep[];
	remedies?: AccessRemedy[];
}

export interface AccessAnswer {
	user: number;
	/** Their roles, and whether Only Assigned Data narrows them; where steps were asked for. */
	person?: { name: string; roles: string[]; only_assigned_data: boolean };
	relation: Relation;
	actions: Record< Verb, AccessDecision >;
}

/** One record's outcome in a bulk change. */
export interface BulkResult {
	id: number;
	ok: boolean;
	code?: string;
	message?: string;
	reason?: string;
	remedy?: string;
	owner?: { id: number; name: string } | null;
}

export interface FormField {
	name: string;
	label: string;
	type: string;
}

export interface FormOwner {
	mode: 'unassigned' | 'user' | 'rules' | 'submitter';
	user?: number | null;
}

export interface FormConfig {
	provider: string;
	provider_name: string;
	form: string;
	title: string;
	enabled: boolean;
	/** Contact field → form field. */
	mapping: Record< string, string >;
	/** What the server would map by type and name. */
	suggested_mapping?: Record< string, string >;
	fields: FormField[];
	tags: string[];
	source: string;
	owner: FormOwner;
	edit_url: string | null;
	last_submission_gmt: string | null;
}

export interface SubmissionKey {
	id: number;
	name: string;
	/** The last characters, to tell keys apart. */
	hint: string;
	created_gmt: string;
	last_used_gmt: string | null;
	/** Only in the answer that made it. */
	key?: string;
}

export interface Submission {
	id: number;
	form: string;
	provider: string;
	result: 'created' | 'enriched' | 'repeated' | 'spam' | 'failed';
	contact: ContactId | null;
	message: string;
	created_gmt: string;
}

/** The cells of one kind of record. */
export interface RecordCells {
	view: Scope;
	update: Scope;
	create: boolean;
	reassign: boolean;
	delete: boolean;
	import: boolean;
	export: boolean;
}

/** What a role may: kinds of record and more groups that the server knows. */
export interface RoleCells {
	contacts: RecordCells;
	opportunities?: RecordCells;
	appointments: { view: boolean; manage: boolean };
	reports: boolean;
	manage: boolean;
}

/** What makes no sense in a role, and at which cell: `contacts.update`. */
export interface RoleWarning {
	cell: string;
	message: string;
}

/** A row of the Role Manager's matrix. */
export interface RoleRow extends RoleCells {
	role: string;
	name: string;
	/** How many people have it. */
	users: number;
	removable: boolean;
	warnings: RoleWarning[];
}

export interface RolePreset extends RoleCells {
	preset: string;
	name: string;
	description: string;
}

/** How many records people would gain and lose from sight: the most and the least of any of them, and of how many people. */
export interface SightChange {
	gained: number;
	gained_least: number;
	gaining: number;
	lost: number;
	lost_least: number;
	losing: number;
}

/** What a change would mean for a role. */
export interface RolePreview {
	role: string;
	name: string;
	people: number;
	/** How many of them would see more or less. */
	affected: number;
	contacts: SightChange;
	opportunities?: SightChange;
	warnings: RoleWarning[];
	/** Why it can't be saved. */
	refusal: { cell: string; message: string; remedy: string } | null;
}

/** Work that goes on in the background. */
export interface Job {
	id: number;
	kind: string;
	state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
	created_gmt: string;
	total: number;
	done: number;
	failed: number;
	/** The first records that were refused. */
	errors: { id: number; code: string; message: string }[];
}

export interface Settings {
	erase_on_uninstall: boolean;
	owned_scope_sees_unassigned: boolean;
	/** Whether an opportunity may have another owner than its contact. */
	separate_owners: boolean;
	/** These two count only while the owners are separate. */
	sync_contact_follower: boolean;
	sync_opportunity_follower: boolean;
	/** Kind of notification → how people are told of it unless they choose otherwise. */
	notification_defaults: Record< string, Delivery >;
}

/** How somebody is told: by mail and bell, by the bell alone, not at all. */
export type Delivery = 'at_once' | 'daily' | 'bell' | 'off';

/** A kind of notification, and how the reader is told of it. */
export interface NotificationKind {
	kind: string;
	title: string;
	description: string;
	delivery: Delivery;
	/** The site's default. */
	default: Delivery;
}

/** What the reader was told; the text and the records are what they may see now. */
export interface NotificationItem {
	id: number;
	kind: string;
	/** The kind's name. */
	title: string;
	text: string;
	/** A word to the new owner. */
	note: string;
	object_type: string;
	object_id: number;
	/** The first of the records it is about. */
	objects: { id: number; label: string; url: string }[];
	count: number;
	url: string;
	/** Null where the system acted. */
	actor: Person | null;
	cause: { kind: CauseKind | string; detail: string; text: string };
	created_gmt: string;
	read: boolean;
}

/** How the site's mail goes. */
export interface MailState {
	queued: number;
	retrying: number;
	failed: number;
	failures: {
		user: Person;
		/** The kind's name: "Assigned to you". */
		title: string;
		/** How many records: "12 contacts". */
		what: string;
		error: string;
		attempts: number;
		state: string;
		/** When it is tried again, or was tried last. UTC, ISO 8601. */
		time_gmt: string;
	}[];
}

/** The settings after a change, with the realignment that it began. */
export interface SavedSettings extends Settings {
	job: Job | null;
}

/** How many opportunities somebody has or gets; null is nobody. */
export interface OwnerCount {
	user: number | null;
	name: string;
	count: number;
}

/** Opportunities that have another owner than their contact. */
export interface Differing {
	differing: number;
	/** Who owns them now, the most first. */
	owners: OwnerCount[];
	/** Who owns their contacts and would get them, the most first. */
	receivers: OwnerCount[];
	/** The realignment that is under way. */
	job: Job | null;
}

/** Open opportunities of one expected month, stage, owner and currency, as far as the reader may see them. */
export interface ForecastRow {
	/** `YYYY-MM`, or null without an expected close. */
	month: string | null;
	stage: number;
	owner: number | null;
	/** ISO 4217. */
	currency: string;
	count: number;
	/** A decimal string. */
	value: string;
	/** The value times the stage's probability; a decimal string. */
	weighted: string;
}

export interface Forecast {
	rows: ForecastRow[];
	/** Everybody named by `owner`. */
	people: Person[];
}

/** A tag in use; `count` is null where the reader may not be told. */
export interface Tag {
	name: string;
	count: number | null;
}

const ROOT = '/steward/v1';

/**
 * The REST paths that every kind of record with an owner has.
 *
 * @param collection The collection's name in the address.
 */
function recordPaths( collection: 'contacts' | 'opportunities' ) {
	const all = `${ ROOT }/${ collection }`;
	return {
		all: () => all,
		one: ( id: number ) => `${ all }/${ id }`,
		restore: ( id: number ) => `${ all }/${ id }/restore`,
		claim: ( id: number ) => `${ all }/${ id }/claim`,
		reassign: ( id: number ) => `${ all }/${ id }/reassign`,
		claimMany: () => `${ all }/claim`,
		reassignMany: () => `${ all }/reassign`,
		access: ( id: number, user?: number, steps = false ) =>
			addQueryArgs( `${ all }/${ id }/access`, {
				...( user ? { user } : {} ),
				...( steps ? { steps } : {} ),
			} ),
		followers: ( id: number ) => `${ all }/${ id }/followers`,
		follower: ( id: number, user: number ) =>
			`${ all }/${ id }/followers/${ user }`,
		activity: ( id: number, page = 1, perPage = 20 ) =>
			addQueryArgs( `${ all }/${ id }/activity`, {
				page,
				per_page: perPage,
			} ),
	};
}

/** The kinds of record with an owner: their REST paths and the field that holds the owner. */
export const RECORDS = {
	[ CONTACT ]: {
		name: CONTACT,
		owner: 'contact_owner',
		paths: recordPaths( 'contacts' ),
	},
	[ OPPORTUNITY ]: {
		name: OPPORTUNITY,
		owner: 'owner',
		paths: recordPaths( 'opportunities' ),
	},
} as const;

export type RecordName = keyof typeof RECORDS;

/** What core-data holds and lists show. */
export type EntityName = RecordName | typeof TASK;

/** A record with an owner, of whichever kind. */
export type OwnedRecord = Contact | Opportunity;

/**
 * REST paths: the collections that core-data reads, and what isn't a record of its own.
 */
export const paths = {
	contacts: () => RECORDS[ CONTACT ].paths.all(),
	contactOpportunities: ( id: ContactId ) =>
		`${ RECORDS[ CONTACT ].paths.one( id ) }/opportunities`,
	opportunities: () => RECORDS[ OPPORTUNITY ].paths.all(),
	board: () => `${ RECORDS[ OPPORTUNITY ].paths.all() }/board`,
	pipelines: () => `${ ROOT }/pipelines`,
	pipeline: ( id: number ) => `${ ROOT }/pipelines/${ id }`,
	pipelineUse: ( id: number ) => `${ ROOT }/pipelines/${ id }/use`,
	stages: ( pipeline: number ) => `${ ROOT }/pipelines/${ pipeline }/stages`,
	stage: ( pipeline: number, id: number ) =>
		`${ ROOT }/pipelines/${ pipeline }/stages/${ id }`,
	jobs: () => `${ ROOT }/jobs`,
	teamActivity: () => `${ ROOT }/activity`,
	people: () => `${ ROOT }/people`,
	job: ( id: number ) => `${ ROOT }/jobs/${ id }`,
	members: () => `${ ROOT }/members`,
	member: ( id: number ) => `${ ROOT }/members/${ id }`,
	roles: () => `${ ROOT }/roles`,
	role: ( role: string ) => `${ ROOT }/roles/${ encodeURIComponent( role ) }`,
	rolePresets: () => `${ ROOT }/roles/presets`,
	rolesPreview: () => `${ ROOT }/roles/preview`,
	tags: () => `${ ROOT }/tags`,
	tasks: () => `${ ROOT }/tasks`,
	task: ( id: number ) => `${ ROOT }/tasks/${ id }`,
	updateTasks: () => `${ ROOT }/tasks/update`,
	tasksAlong: ( name: RecordName, id: number ) =>
		`${ RECORDS[ name ].paths.one( id ) }/tasks/along`,
	notifications: () => `${ ROOT }/notifications`,
	notificationsRead: () => `${ ROOT }/notifications/read`,
	notificationPreferences: () => `${ ROOT }/notifications/preferences`,
	mail: () => `${ ROOT }/notifications/mail`,
	mailTest: () => `${ ROOT }/notifications/mail/test`,
	mailRetry: () => `${ ROOT }/notifications/mail/retry`,
	settings: () => `${ ROOT }/settings`,
	separateOwners: () => `${ ROOT }/settings/separate-owners`,
	realign: () => `${ ROOT }/settings/separate-owners/realign`,
	forms: () => `${ ROOT }/forms`,
	form: ( provider: string, form: string ) =>
		`${ ROOT }/forms/${ encodeURIComponent(
			provider
		) }/${ encodeURIComponent( form ) }`,
	submissions: () => `${ ROOT }/submissions`,
	submissionKeys: () => `${ ROOT }/submission-keys`,
	submissionKey: ( id: number ) => `${ ROOT }/submission-keys/${ id }`,
	forecast: () => `${ ROOT }/reports/forecast`,
};

/** Where the records that lists show are. */
export const COLLECTIONS: Record< EntityName, () => string > = {
	[ CONTACT ]: paths.contacts,
	[ OPPORTUNITY ]: paths.opportunities,
	[ TASK ]: paths.tasks,
};

let registered = false;

/**
 * Tells core-data about Steward's records. Must run before anything selects one: core-data doesn't retry an unknown kind.
 */
export function registerEntities(): void {
	if ( registered ) {
		return;
	}
	registered = true;
	dispatch( coreStore ).addEntities( [
		{
			kind: KIND,
			name: CONTACT,
			plural: 'contacts',
			label: __( 'Contact', 'steward' ),
			baseURL: paths.contacts(),
			baseURLParams: { context: 'edit' },
			key: 'id',
			supportsPagination: true,
			getTitle: ( record: Contact ) => record.name,
		},
		{
			kind: KIND,
			name: OPPORTUNITY,
			plural: 'opportunities',
			label: __( 'Opportunity', 'steward' ),
			baseURL: paths.opportunities(),
			baseURLParams: { context: 'edit' },
			key: 'id',
			supportsPagination: true,
			getTitle: ( record: Opportunity ) => record.title,
		},
		{
			kind: KIND,
			name: TASK,
			plural: 'tasks',
			label: __( 'Follow-up', 'steward' ),
			baseURL: paths.tasks(),
			baseURLParams: { context: 'edit' },
			key: 'id',
			supportsPagination: true,
			getTitle: ( record: Task ) => record.title,
		},
		{
			kind: KIND,
			name: PIPELINE,
			plural: 'pipelines',
			label: __( 'Pipeline', 'steward' ),
			baseURL: paths.pipelines(),
			key: 'id',
			getTitle: ( record: Pipeline ) => record.name,
		},
		{
			kind: KIND,
			name: MEMBER,
			plural: 'members',
			label: __( 'CRM member', 'steward' ),
			baseURL: paths.members(),
			key: 'id',
			supportsPagination: true,
			getTitle: ( record: Member ) => record.name,
		},
		{
			kind: KIND,
			name: PERSON,
			plural: 'people',
			label: __( 'Person', 'steward' ),
			baseURL: paths.people(),
			key: 'id',
			supportsPagination: true,
			getTitle: ( record: Member ) => record.name,
		},
		{
			kind: KIND,
			name: TAG,
			plural: 'tags',
			label: __( 'Tag', 'steward' ),
			baseURL: paths.tags(),
			key: 'name',
			getTitle: ( record: Tag ) => record.name,
		},
		{
			kind: KIND,
			name: SUBMISSION,
			plural: 'submissions',
			label: __( 'Submission', 'steward' ),
			baseURL: paths.submissions(),
			key: 'id',
			supportsPagination: true,
		},
		{
			kind: KIND,
			name: SUBMISSION_KEY,
			plural: 'submissionKeys',
			label: __( 'Submission key', 'steward' ),
			baseURL: paths.submissionKeys(),
			key: 'id',
			getTitle: ( record: SubmissionKey ) => record.name,
		},
	] );
}
