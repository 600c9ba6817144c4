import {
	applyEdits,
	blank,
	compare,
	fieldErrors,
	isDirty,
	mergePatch,
	readField,
	rebase,
	setEdit,
	toPayload,
} from '../changes';
import type { Editable, Edits } from '../changes';

const base = (): Editable => ( {
	...blank(),
	first_name: 'Ana',
	last_name: 'Ruiz',
	tags: [ 'vip', 'press' ],
	address: { ...blank().address, city: 'Sevilla', country: 'ES' },
	custom: { size: 3, newsletter: true },
} );

describe( 'edits', () => {
	it( 'keeps only what differs from the base', () => {
		let edits = setEdit( base(), {}, 'first_name', 'Anna' );
		expect( edits ).toEqual( { first_name: 'Anna' } );
		edits = setEdit( base(), edits, 'first_name', 'Ana' );
		expect( edits ).toEqual( {} );
		expect( isDirty( edits ) ).toBe( false );
	} );

	it( 'takes tags in another order as the same', () => {
		expect( setEdit( base(), {}, 'tags', [ 'press', 'vip' ] ) ).toEqual(
			{}
		);
		expect( setEdit( base(), {}, 'tags', [ 'press' ] ) ).toEqual( {
			tags: [ 'press' ],
		} );
	} );

	it( 'takes in nested parts from the form', () => {
		const edits = mergePatch(
			base(),
			{},
			{ address: { city: 'Cádiz' }, company: 'Acme' }
		);
		expect( edits ).toEqual( { 'address.city': 'Cádiz', company: 'Acme' } );
		expect(
			mergePatch( base(), edits, { address: { city: 'Sevilla' } } )
		).toEqual( { company: 'Acme' } );
	} );

	it( 'treats a cleared select as empty text', () => {
		expect(
			mergePatch( base(), {}, { address: { country: null } } )
		).toEqual( { 'address.country': '' } );
	} );

	it( 'finds added, changed and removed custom fields', () => {
		const edits = mergePatch(
			base(),
			{},
			{ custom: { size: 4, shoe: '39' } }
		);
		expect( edits ).toEqual( {
			'custom.size': 4,
			'custom.newsletter': null,
			'custom.shoe': '39',
		} );
		expect(
			mergePatch( base(), edits, {
				custom: { size: 3, newsletter: true },
			} )
		).toEqual( {} );
	} );

	it( 'reads an empty custom object that PHP printed as a list', () => {
		const odd = {
			...base(),
			custom: [] as unknown as Editable[ 'custom' ],
		};
		expect( readField( odd, 'custom.size' ) ).toBeNull();
		expect( applyEdits( odd, { 'custom.size': 1 } ).custom ).toEqual( {
			size: 1,
		} );
	} );

	it( 'applies edits without touching the base', () => {
		const before = base();
		const after = applyEdits( before, {
			'address.city': 'Cádiz',
			'custom.size': null,
			tags: [],
		} );
		expect( after.address ).toMatchObject( {
			city: 'Cádiz',
			country: 'ES',
		} );
		expect( after.custom ).toEqual( { newsletter: true } );
		expect( after.tags ).toEqual( [] );
		expect( before ).toEqual( base() );
	} );
} );

describe( 'toPayload', () => {
	it( 'sends only what changed, nested and trimmed', () => {
		const edits: Edits = {
			first_name: ' Anna ',
			'address.city': 'Cádiz',
			'address.line1': 'Calle 1',
			'custom.a.b': 2,
			'custom.size': null,
		};
		expect( toPayload( edits ) ).toEqual( {
			first_name: 'Anna',
			address: { city: 'Cádiz', line1: 'Calle 1' },
			custom: { 'a.b': 2, size: null },
		} );
	} );
} );

describe( 'a newer version', () => {
	const newer = (): Editable => ( {
		...base(),
		first_name: 'Annie',
		phone: '123',
		address: { ...base().address, city: 'Cádiz' },
	} );
	const edits: Edits = {
		first_name: 'Anna',
		company: 'Acme',
		'address.city': 'Cádiz',
	};

	it( 'is compared field by field', () => {
		expect( compare( base(), edits, newer() ) ).toEqual( {
			both: [ 'first_name' ],
			theirs: [ 'phone' ],
			mine: [ 'company' ],
		} );
	} );

	it( 'compares custom fields of either side', () => {
		const there = {
			...base(),
			custom: { size: 3, newsletter: true, extra: 'x' },
		};
		expect( compare( base(), { 'custom.size': 9 }, there ) ).toEqual( {
			both: [],
			theirs: [ 'custom.extra' ],
			mine: [ 'custom.size' ],
		} );
	} );

	it( 'keeps mine where nothing else is said', () => {
		expect( rebase( edits, newer() ) ).toEqual( {
			first_name: 'Anna',
			company: 'Acme',
		} );
	} );

	it( 'takes theirs where asked', () => {
		expect( rebase( edits, newer(), [ 'first_name' ] ) ).toEqual( {
			company: 'Acme',
		} );
	} );
} );

describe( 'fieldErrors', () => {
	it( 'maps the names the server may use to fields', () => {
		expect(
			fieldErrors( {
				email: 'Bad',
				'address[country]': 'No such',
				address_city: 'Long',
				'tags[0]': 'Too long',
				version: 'Stale',
			} )
		).toEqual( {
			fields: {
				email: 'Bad',
				'address.country': 'No such',
				'address.city': 'Long',
				tags: 'Too long',
			},
			rest: [ 'Stale' ],
		} );
	} );
} );
