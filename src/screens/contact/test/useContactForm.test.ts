import { act, renderHook } from '@testing-library/react';

import type { Contact } from '../../../entities';
import { receiveContacts, updateContact } from '../../../lib/api';
import { RestError } from '../../../lib/errors';
import { blank } from '../changes';
import { useContactForm, withoutTouched } from '../useContactForm';

jest.mock( '../../../lib/api', () => ( {
	updateContact: jest.fn(),
	receiveContacts: jest.fn(),
} ) );
jest.mock( '../../../lib/notices', () => {
	const notices = { success: jest.fn(), error: jest.fn(), remove: jest.fn() };
	return { useNotices: () => notices };
} );

const update = updateContact as jest.MockedFunction< typeof updateContact >;

const contact = ( part: Partial< Contact > = {} ): Contact =>
	( {
		...blank(),
		id: 7,
		first_name: 'Ana',
		last_name: 'Ruiz',
		version: 3,
		...part,
	} ) as Contact;

const setUp = ( initial = contact() ) =>
	renderHook( ( { current } ) => useContactForm( current ), {
		initialProps: { current: initial },
	} );

beforeEach( () => jest.clearAllMocks() );

describe( 'useContactForm', () => {
	it( 'saves only what changed, with the version it was changed from', async () => {
		update.mockResolvedValue(
			contact( { first_name: 'Anna', version: 4 } )
		);
		const { result } = setUp();
		act( () => result.current.change( { first_name: 'Anna' } ) );
		expect( result.current.dirty ).toBe( true );
		await act( () => result.current.save() );
		expect( update ).toHaveBeenCalledWith( 7, {
			first_name: 'Anna',
			version: 3,
		} );
		expect( result.current.dirty ).toBe( false );
		expect( result.current.base.version ).toBe( 4 );
	} );

	it( 'has no unsaved change left where the server tidied the value', async () => {
		update.mockResolvedValue(
			contact( { website: 'https://example.org', version: 4 } )
		);
		const { result } = setUp();
		act( () => result.current.change( { website: 'example.org' } ) );
		await act( () => result.current.save() );
		expect( result.current.dirty ).toBe( false );
		expect( result.current.item.website ).toBe( 'https://example.org' );
	} );

	it( 'keeps what was typed while it was saving', async () => {
		let finish: ( saved: Contact ) => void = () => {};
		update.mockReturnValue(
			new Promise( ( resolve ) => ( finish = resolve ) )
		);
		const { result } = setUp();
		act( () => result.current.change( { first_name: 'Anna' } ) );
		let saving: Promise< boolean > = Promise.resolve( false );
		act( () => {
			saving = result.current.save();
		} );
		act( () => result.current.change( { company: 'Acme' } ) );
		await act( async () => {
			finish( contact( { first_name: 'Anna', version: 4 } ) );
			await saving;
		} );
		expect( result.current.edits ).toEqual( { company: 'Acme' } );
	} );

	it( 'moves in changes from elsewhere that don’t touch the edits', () => {
		const { result, rerender } = setUp();
		act( () => result.current.change( { company: 'Acme' } ) );
		rerender( { current: contact( { phone: '123', version: 4 } ) } );
		expect( result.current.base.version ).toBe( 4 );
		expect( result.current.item ).toMatchObject( {
			phone: '123',
			company: 'Acme',
		} );
	} );

	it( 'keeps the version where both touched the same field, so that the save is refused rather than the other lost', () => {
		const { result, rerender } = setUp();
		act( () => result.current.change( { company: 'Acme' } ) );
		rerender( { current: contact( { company: 'Bolt', version: 4 } ) } );
		expect( result.current.base.version ).toBe( 3 );
		expect( result.current.item.company ).toBe( 'Acme' );
	} );

	it( 'offers the newer version of a stale save, and saves what was chosen on top of it', async () => {
		const newer = contact( {
			first_name: 'Annie',
			phone: '123',
			version: 5,
		} );
		update.mockRejectedValueOnce(
			new RestError( 'steward_version_conflict', 'Stale', {
				status: 409,
				current: newer,
			} )
		);
		const { result } = setUp();
		act( () =>
			result.current.change( { first_name: 'Anna', company: 'Acme' } )
		);
		await act( () => result.current.save() );
		expect( result.current.newer ).toEqual( newer );
		expect( receiveContacts ).toHaveBeenCalledWith( [ newer ] );
		expect( result.current.edits ).toEqual( {
			first_name: 'Anna',
			company: 'Acme',
		} );

		update.mockResolvedValueOnce( {
			...newer,
			company: 'Acme',
			version: 6,
		} );
		await act( () => result.current.resolve( [ 'first_name' ] ) );
		expect( update ).toHaveBeenLastCalledWith( 7, {
			company: 'Acme',
			version: 5,
		} );
		expect( result.current.newer ).toBeNull();
		expect( result.current.dirty ).toBe( false );
	} );

	it( 'lays the versions beside each other as they were, though the newer one is the record by now', async () => {
		const newer = contact( { phone: '123', version: 5 } );
		update.mockRejectedValueOnce(
			new RestError( 'steward_version_conflict', 'Stale', {
				status: 409,
				current: newer,
			} )
		);
		const { result, rerender } = setUp();
		act( () => result.current.change( { company: 'Acme' } ) );
		await act( () => result.current.save() );
		rerender( { current: newer } );
		expect( result.current.base.version ).toBe( 3 );

		update.mockResolvedValueOnce( { ...newer, company: 'Acme' } );
		await act( () => result.current.resolve( [] ) );
		expect( update ).toHaveBeenLastCalledWith( 7, {
			company: 'Acme',
			version: 5,
		} );
	} );

	it( 'puts the server’s findings to their fields until those are changed', async () => {
		update.mockRejectedValue(
			new RestError( 'rest_invalid_param', 'Invalid', {
				status: 400,
				params: { email: 'No address', 'address.city': 'Too long' },
			} )
		);
		const { result } = setUp();
		act( () => result.current.change( { email: 'x@y' } ) );
		await act( () => result.current.save() );
		expect( result.current.refusal ).toBeNull();
		expect( result.current.errors ).toEqual( {
			email: 'No address',
			'address.city': 'Too long',
		} );
		act( () => result.current.change( { email: 'x@y.example' } ) );
		expect( result.current.errors ).toEqual( {
			'address.city': 'Too long',
		} );
	} );

	it( 'says a duplicate both at the field and above the form', async () => {
		update.mockRejectedValue(
			new RestError( 'steward_duplicate_email', 'Exists', {
				status: 409,
				existing_id: 9,
				params: { email: 'Exists' },
			} )
		);
		const { result } = setUp();
		act( () => result.current.change( { email: 'a@b.example' } ) );
		await act( () => result.current.save() );
		expect( result.current.errors ).toEqual( { email: 'Exists' } );
		expect( result.current.refusal?.data.existing_id ).toBe( 9 );
	} );
} );

describe( 'withoutTouched', () => {
	it( 'drops one part of the address, all of the custom fields', () => {
		const errors = {
			'address.city': 'a',
			'address.country': 'b',
			'custom.size': 'c',
		};
		expect( withoutTouched( errors, { address: { city: 'x' } } ) ).toEqual(
			{
				'address.country': 'b',
				'custom.size': 'c',
			}
		);
		expect( withoutTouched( errors, { custom: {} } ) ).toEqual( {
			'address.city': 'a',
			'address.country': 'b',
		} );
		expect( withoutTouched( errors, { phone: '1' } ) ).toBe( errors );
	} );
} );
