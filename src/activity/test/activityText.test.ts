import type { ActivityItem } from '../../entities';
import {
	activityNote,
	activitySentence,
	causeText,
	changeLines,
	ownerCauseText,
} from '../activityText';

const item = ( part: Partial< ActivityItem > ): ActivityItem => ( {
	id: 1,
	object_type: 'contact',
	object_id: 7,
	action: 'updated',
	actor: { id: 2, name: 'Ben Ito', avatar_url: '' },
	cause: { kind: 'hand', detail: '' },
	changes: {},
	names: { 2: 'Ben Ito', 3: 'Cleo Kaya' },
	created_gmt: '2026-11-24T04:00:00Z',
	...part,
} );

describe( 'activitySentence', () => {
	it( 'names both owners of a reassignment, the reader as you', () => {
		const reassigned = item( {
			action: 'reassigned',
			changes: { contact_owner: { old: 3, new: 9 } },
		} );
		expect( activitySentence( reassigned, 9 ) ).toBe(
			'<actor/> reassigned this contact from Cleo Kaya to you'
		);
	} );

	it( 'says assigned where nobody owned it', () => {
		const assigned = item( {
			action: 'reassigned',
			changes: { contact_owner: { old: null, new: 3 } },
		} );
		expect( activitySentence( assigned, 9 ) ).toBe(
			'<actor/> assigned this contact to Cleo Kaya'
		);
	} );

	it( 'names whose contact was released by another', () => {
		const released = item( {
			action: 'released',
			changes: { contact_owner: { old: 3, new: null } },
		} );
		expect( activitySentence( released, 9 ) ).toBe(
			'<actor/> released this contact from Cleo Kaya'
		);
	} );

	it( 'says who a full list left out, of a contact as of an opportunity', () => {
		for ( const type of [ 'contact', 'opportunity' ] ) {
			const skipped = item( {
				object_type: type,
				action: 'sync_skipped',
				cause: { kind: 'sync', detail: '' },
				changes: { follower: { old: null, new: 3 } },
			} );
			expect( activitySentence( skipped, 9 ) ).toBe(
				'Cleo Kaya wasn’t added as a follower: the list is full'
			);
			expect( activitySentence( skipped, 3 ) ).toBe(
				'You weren’t added as a follower: the list is full'
			);
			expect( changeLines( skipped, 9 ) ).toEqual( [] );
			expect( causeText( skipped.cause ) ).toBe( 'Kept in sync' );
		}
	} );

	it( 'says that an opportunity came along with its contact, whatever happened to that', () => {
		const along = ( old: number | null, to: number | null ) =>
			item( {
				object_type: 'opportunity',
				action: to === null ? 'released' : 'reassigned',
				changes: {
					owner: { old, new: to },
					with_contact: { old: null, new: 12 },
				},
			} );
		const said = ( old: number | null, to: number | null ) =>
			activitySentence( along( old, to ), 9 );
		const actor = along( null, null ).actor!.id;
		expect( said( null, actor ) ).toBe(
			'<actor/> got this opportunity with its contact'
		);
		expect( said( 3, actor ) ).toBe(
			'<actor/> got this opportunity from Cleo Kaya with its contact'
		);
		expect( said( null, 3 ) ).toBe(
			'<actor/> assigned this opportunity to Cleo Kaya with its contact'
		);
		expect( said( 3, 9 ) ).toBe(
			'<actor/> reassigned this opportunity from Cleo Kaya to you with its contact'
		);
		expect( said( 3, null ) ).toBe(
			'<actor/> released this opportunity from Cleo Kaya with its contact'
		);
		expect( said( actor, null ) ).toBe(
			'<actor/> released this opportunity with its contact'
		);
		expect( changeLines( along( 3, 9 ), 9 ) ).toEqual( [] );
	} );

	it( 'says that an owner came with the contact', () => {
		expect( ownerCauseText( 'sync' ) ).toBe(
			'The contact’s owner, kept in sync'
		);
	} );

	it( 'tells following from being added', () => {
		const followed = item( {
			action: 'follower_added',
			changes: { follower: { old: null, new: 2 } },
		} );
		expect( activitySentence( followed, 9 ) ).toBe(
			'<actor/> followed this contact'
		);
		expect(
			activitySentence(
				{ ...followed, changes: { follower: { old: null, new: 3 } } },
				9
			)
		).toBe( '<actor/> added Cleo Kaya as a follower' );
	} );

	it( 'shows an action it doesn’t know by its name', () => {
		expect( activitySentence( item( { action: 'stage_moved' } ), 9 ) ).toBe(
			'<actor/> stage moved'
		);
	} );
} );

describe( 'changeLines', () => {
	it( 'labels fields by the names of the activity', () => {
		const changes = {
			first_name: { old: 'Ana', new: 'Anna' },
			country: { old: '', new: 'ES' },
			tags: { old: [ 'vip' ], new: [ 'vip', 'press' ] },
			'custom.size': { old: 3, new: null },
		};
		expect( changeLines( item( { changes } ), 9 ) ).toEqual( [
			{
				field: 'first_name',
				label: 'First name',
				old: 'Ana',
				new: 'Anna',
			},
			{ field: 'country', label: 'Country', old: '', new: 'Spain' },
			{ field: 'tags', label: 'Tags', old: 'vip', new: 'vip, press' },
			{ field: 'custom.size', label: 'size', old: '3', new: '' },
		] );
	} );

	it( 'leaves out what the sentence says, and the note', () => {
		const reassigned = item( {
			action: 'reassigned',
			changes: {
				contact_owner: { old: 3, new: 9 },
				note: { old: null, new: 'Call her soon' },
			},
		} );
		expect( changeLines( reassigned, 9 ) ).toEqual( [] );
		expect( activityNote( reassigned ) ).toBe( 'Call her soon' );
	} );

	it( 'names the first owner of a created contact', () => {
		const created = item( {
			action: 'created',
			changes: { contact_owner: { old: null, new: 3 } },
		} );
		expect( changeLines( created, 9 ) ).toEqual( [
			{
				field: 'contact_owner',
				label: 'Owner',
				old: '',
				new: 'Cleo Kaya',
			},
		] );
	} );
} );

describe( 'causeText', () => {
	it( 'names the form or the rule', () => {
		expect( causeText( { kind: 'form', detail: 'Contact us' } ) ).toBe(
			'Through the form “Contact us”'
		);
		expect(
			causeText( {
				kind: 'sync',
				detail: 'One owner for a contact and its opportunities',
			} )
		).toBe( 'Kept in sync: One owner for a contact and its opportunities' );
		expect( causeText( { kind: 'rule', detail: null } ) ).toBe(
			'By an assignment rule'
		);
	} );
} );

describe( 'what is about no record', () => {
	const linesOf = ( changed: ActivityItem ) =>
		changeLines( changed, 9 ).map( ( line ) => [
			line.label,
			line.old,
			line.new,
		] );

	it( 'names a role’s cells and their values', () => {
		const changed = item( {
			object_type: 'role',
			changes: {
				'contacts.view': { old: 'all', new: 'owned' },
				'contacts.delete': { old: false, new: true },
				manage: { old: true, new: false },
			},
		} );
		expect( activitySentence( changed, 9 ) ).toBe(
			'<actor/> changed a role'
		);
		expect( linesOf( changed ) ).toEqual( [
			[ 'Contacts: View scope', 'All', 'Owned' ],
			[ 'Contacts: Delete', 'No', 'Yes' ],
			[ 'Manage Steward', 'Yes', 'No' ],
		] );
	} );

	it( 'names settings as their switches do', () => {
		const changed = item( {
			object_type: 'settings',
			changes: {
				separate_owners: { old: false, new: true },
				'notification_defaults.assigned': {
					old: 'at_once',
					new: 'daily',
				},
			},
		} );
		expect( linesOf( changed ) ).toEqual( [
			[
				'Allow different owners for contacts and its opportunities',
				'No',
				'Yes',
			],
			[ 'Notifications: Assigned to you', 'At once', 'Daily digest' ],
		] );
	} );

	it( 'tells stages from pipelines, and members', () => {
		const of = ( kind: string, action: string ) =>
			activitySentence( item( { object_type: kind, action } ), 9 );
		expect( of( 'pipeline', 'created' ) ).toBe(
			'<actor/> added a pipeline'
		);
		expect( of( 'stage', 'created' ) ).toBe( '<actor/> added a stage' );
		expect( of( 'member', 'seen_as' ) ).toContain(
			'as this person sees them'
		);
	} );
} );

describe( 'follow-ups', () => {
	const title = { old: null, new: 'Call <Ida>' };

	it( 'are named in the sentence, whose own element stays the only one', () => {
		const added = item( {
			action: 'task_added',
			changes: {
				title,
				assignee: { old: null, new: 3 },
				priority: { old: null, new: 'high' },
			},
		} );
		expect( activitySentence( added, 9 ) ).toBe(
			'<actor/> added the follow-up “Call ‹Ida›”'
		);
		expect( changeLines( added, 9 ) ).toEqual( [
			{ field: 'assignee', label: 'Assignee', old: '', new: 'Cleo Kaya' },
			{ field: 'priority', label: 'Priority', old: '', new: 'High' },
		] );
	} );

	it( 'show a new title beside the old one', () => {
		const changed = item( {
			object_type: 'opportunity',
			action: 'task_changed',
			changes: { title: { old: 'Call', new: 'Call Ida' } },
		} );
		expect( activitySentence( changed, 9 ) ).toBe(
			'<actor/> changed the follow-up “Call Ida”'
		);
		expect( changeLines( changed, 9 ) ).toEqual( [
			{ field: 'title', label: 'Title', old: 'Call', new: 'Call Ida' },
		] );
	} );

	it.each( [
		[ 'task_done', '<actor/> marked the follow-up “Call” as done' ],
		[ 'task_reopened', '<actor/> reopened the follow-up “Call”' ],
		[ 'task_deleted', '<actor/> deleted the follow-up “Call”' ],
	] )( 'say %s', ( action, sentence ) => {
		const said = item( {
			action,
			changes: { title: { old: 'Call', new: null } },
		} );
		expect( activitySentence( said, 9 ) ).toBe( sentence );
		expect( changeLines( said, 9 ) ).toEqual( [] );
	} );

	it( 'are counted where they went along', () => {
		const moved = item( {
			action: 'tasks_moved',
			changes: { tasks: { old: null, new: 2 } },
		} );
		expect( activitySentence( moved, 9 ) ).toBe(
			'2 open follow-ups went along to the new owner'
		);
		expect( changeLines( moved, 9 ) ).toEqual( [] );
	} );

	it( 'are nobody’s after a release', () => {
		const released = item( {
			action: 'tasks_moved',
			changes: {
				tasks: { old: null, new: 2 },
				assignee: { old: 4, new: null },
			},
		} );
		expect( activitySentence( released, 9 ) ).toBe(
			'2 open follow-ups are nobody’s now'
		);
		expect( changeLines( released, 9 ) ).toEqual( [] );
	} );
} );
