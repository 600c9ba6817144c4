import type { FormConfig } from '../../../entities';
import {
	addCustom,
	changesOf,
	draftOf,
	isDirty,
	mappingOf,
	placeErrors,
	problemsOf,
	shownFields,
	unusedFields,
} from '../mapping';

const form = ( changes: Partial< FormConfig > = {} ): FormConfig => ( {
	provider: 'contact-form-7',
	provider_name: 'Contact Form 7',
	form: '12',
	title: 'Contact',
	enabled: false,
	mapping: {
		name: 'your-name',
		email: 'your-email',
		'custom.message': 'your-message',
	},
	fields: [
		{ name: 'your-name', label: 'Your name', type: 'text' },
		{ name: 'your-email', label: 'Your email', type: 'email' },
		{ name: 'your-message', label: 'Message', type: 'textarea' },
		{ name: 'your-budget', label: 'Budget', type: 'text' },
	],
	tags: [ 'web' ],
	source: 'contact-form-7',
	owner: { mode: 'unassigned' },
	edit_url: null,
	last_submission_gmt: null,
	...changes,
} );

describe( 'a draft', () => {
	it( 'holds what the server has, custom fields apart', () => {
		const draft = draftOf( form() );
		expect( draft.mapping ).toEqual( {
			name: 'your-name',
			email: 'your-email',
		} );
		expect( draft.custom ).toEqual( [
			{ id: 0, name: 'message', field: 'your-message' },
		] );
		expect( mappingOf( draft ) ).toEqual( form().mapping );
		expect( isDirty( form(), draft ) ).toBe( false );
		expect( changesOf( form(), draft ) ).toEqual( {} );
	} );

	it( 'takes an empty mapping that PHP sent as a list', () => {
		const empty = form( {
			mapping: [] as unknown as FormConfig[ 'mapping' ],
		} );
		expect( draftOf( empty ).mapping ).toEqual( {} );
		expect( isDirty( empty, draftOf( empty ) ) ).toBe( false );
	} );

	it( 'sends only what differs', () => {
		const draft = draftOf( form() );
		draft.enabled = true;
		draft.source = ' landing ';
		expect( changesOf( form(), draft ) ).toEqual( {
			enabled: true,
			source: 'landing',
		} );
	} );

	it( 'leaves fields that are no longer chosen out of the mapping', () => {
		const draft = draftOf( form() );
		draft.mapping.name = '';
		draft.custom = [];
		expect( changesOf( form(), draft ) ).toEqual( {
			mapping: { email: 'your-email' },
		} );
	} );

	it( 'is clean again after the same mapping in another order', () => {
		const draft = draftOf( form() );
		draft.mapping = { email: 'your-email', name: 'your-name' };
		expect( isDirty( form(), draft ) ).toBe( false );
	} );

	it( 'sends a user only where one is meant', () => {
		const mine = form( { owner: { mode: 'user', user: 7 } } );
		const draft = draftOf( mine );
		draft.owner = { mode: 'unassigned', user: 7 };
		expect( changesOf( mine, draft ) ).toEqual( {
			owner: { mode: 'unassigned' },
		} );
		draft.owner = { mode: 'user', user: 7 };
		expect( changesOf( mine, draft ) ).toEqual( {} );
	} );

	it( 'is dirty with a custom field that is half filled in', () => {
		const draft = addCustom( draftOf( form() ), '' );
		expect( changesOf( form(), draft ) ).toEqual( {} );
		expect( isDirty( form(), draft ) ).toBe( true );
	} );
} );

describe( 'custom fields', () => {
	it( 'are named after the field of the form', () => {
		const draft = addCustom( draftOf( form() ), 'your-budget' );
		expect( draft.custom.at( -1 ) ).toEqual( {
			id: 1,
			name: 'budget',
			field: 'your-budget',
		} );
	} );

	it( 'never share a name', () => {
		const draft = addCustom( draftOf( form() ), 'message' );
		expect( draft.custom.at( -1 )?.name ).toBe( 'message_2' );
	} );

	it( 'get a name that the server accepts', () => {
		const draft = addCustom( draftOf( form() ), 'wie viel?' );
		expect( draft.custom.at( -1 )?.name ).toBe( 'wie_viel' );
		expect( problemsOf( draft ) ).toEqual( {} );
	} );

	it( 'stay in sight when the server maps a field that isn’t known here', () => {
		expect( shownFields( { source_id: 'ref' }, false ) ).toContain(
			'source_id'
		);
	} );
} );

describe( 'problems', () => {
	it( 'are a missing owner, name or field, and a name that is bad or taken', () => {
		const draft = draftOf( form() );
		draft.owner = { mode: 'user', user: null };
		draft.custom = [
			{ id: 0, name: 'a', field: 'your-budget' },
			{ id: 1, name: 'a', field: '' },
			{ id: 2, name: 'not this', field: 'your-budget' },
			{ id: 3, name: ' ', field: 'your-budget' },
		];
		expect( problemsOf( draft ) ).toEqual( {
			'owner.user': 'member',
			'custom:1:name': 'name_twice',
			'custom:1:field': 'field',
			'custom:2:name': 'name_form',
			'custom:3:name': 'name',
		} );
	} );
} );

describe( 'fields shown', () => {
	it( 'are the common ones and those in use', () => {
		expect( shownFields( {}, false ) ).toEqual( [
			'name',
			'first_name',
			'last_name',
			'email',
			'phone',
			'company',
		] );
		expect( shownFields( { website: 'url' }, false ) ).toContain(
			'website'
		);
		expect( shownFields( {}, true ) ).toContain( 'address.country' );
	} );

	it( 'tell which of the form’s are not kept', () => {
		const { fields } = form();
		expect(
			unusedFields( fields, draftOf( form() ) ).map(
				( { name } ) => name
			)
		).toEqual( [ 'your-budget' ] );
	} );
} );

describe( 'the server’s errors', () => {
	it( 'stand at their fields', () => {
		const draft = draftOf( form( { owner: { mode: 'user', user: 9 } } ) );
		expect(
			placeErrors(
				{
					'mapping.email': 'No such field.',
					'mapping.custom.message': 'Not kept.',
					mapping: 'Map a name.',
					'owner.user': 'Not a member.',
					tags: 'Too long.',
					source: 'Too long.',
				},
				draft
			)
		).toEqual( {
			email: 'No such field.',
			'custom:0:name': 'Not kept.',
			mapping: 'Map a name.',
			'owner.user': 'Not a member.',
			tags: 'Too long.',
			source: 'Too long.',
		} );
	} );

	it( 'are never lost when they belong to no field', () => {
		expect(
			placeErrors( { colour: 'No such setting.' }, draftOf( form() ) )
		).toEqual( { '': 'No such setting.' } );
	} );

	it( 'of the owner’s mode stand at the choice', () => {
		expect(
			placeErrors( { 'owner.mode': 'No rules.' }, draftOf( form() ) )
		).toEqual( { owner: 'No rules.' } );
	} );
} );
