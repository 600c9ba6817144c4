import type { RoleRow } from '../../../entities';
import { moved } from '../keys';
import {
	groupsOf,
	nextValue,
	rebase,
	storedCells,
	toCells,
	valueOf,
	withCell,
	withPreset,
} from '../matrix';

const records = {
	view: 'owned',
	update: 'owned',
	create: true,
	reassign: false,
	delete: false,
	import: false,
	export: false,
} as const;

const row: RoleRow = {
	role: 'steward_sales_rep',
	name: 'Sales Rep',
	users: 4,
	removable: false,
	warnings: [],
	contacts: records,
	opportunities: records,
	appointments: { view: true, manage: false },
	reports: false,
	manage: false,
};

describe( 'groups', () => {
	it( 'are those the row has, each with its cells', () => {
		expect(
			groupsOf( row ).map( ( { key, columns } ) => [
				key,
				columns.map( ( { path } ) => path ).length,
			] )
		).toEqual( [
			[ 'contacts', 7 ],
			[ 'opportunities', 7 ],
			[ 'appointments', 2 ],
			[ 'site', 2 ],
		] );
		expect( groupsOf( row )[ 0 ]?.columns[ 0 ] ).toEqual( {
			path: 'contacts.view',
			cell: 'view',
			kind: 'scope',
		} );
	} );

	it( 'take in what the server adds', () => {
		const more = { ...row, parcels: { view: 'none', send: true } };
		expect( groupsOf( more ).map( ( { key } ) => key ) ).toContain(
			'parcels'
		);
		expect( groupsOf( undefined ) ).toEqual( [] );
	} );
} );

describe( 'a draft', () => {
	it( 'holds what differs, and forgets what is taken back', () => {
		const one = withCell( {}, row, 'contacts.view', 'all' );
		const two = withCell( one, row, 'reports', true );
		expect( two ).toEqual( {
			steward_sales_rep: { 'contacts.view': 'all', reports: true },
		} );
		expect( valueOf( row, two, 'contacts.view' ) ).toBe( 'all' );
		expect( valueOf( row, two, 'contacts.update' ) ).toBe( 'owned' );
		expect(
			withCell(
				withCell( two, row, 'reports', false ),
				row,
				'contacts.view',
				'owned'
			)
		).toEqual( {} );
	} );

	it( 'is sent by group', () => {
		expect(
			toCells( {
				a: { 'contacts.view': 'all', 'contacts.create': false },
				b: { manage: true },
			} )
		).toEqual( {
			a: { contacts: { view: 'all', create: false } },
			b: { manage: true },
		} );
	} );

	it( 'knows what is stored in its cells', () => {
		const draft = {
			gone: { reports: true },
			steward_sales_rep: { 'contacts.view': 'all', manage: true },
		} as const;
		expect( storedCells( draft, [ row ] ) ).toEqual( {
			steward_sales_rep: { 'contacts.view': 'owned', manage: false },
		} );
	} );

	it( 'takes over all cells of a preset that differ', () => {
		const auditor = {
			...row,
			contacts: {
				...records,
				view: 'all',
				update: 'none',
				create: false,
			},
			reports: true,
		} as RoleRow;
		expect( withPreset( {}, row, auditor ) ).toEqual( {
			steward_sales_rep: {
				'contacts.view': 'all',
				'contacts.update': 'none',
				'contacts.create': false,
				reports: true,
			},
		} );
	} );

	it( 'loses roles that are gone and what is stored by now', () => {
		const draft = {
			gone: { reports: true },
			steward_sales_rep: { reports: true, manage: true },
		};
		expect( rebase( draft, [ { ...row, reports: true } ] ) ).toEqual( {
			steward_sales_rep: { manage: true },
		} );
	} );
} );

describe( 'keys', () => {
	const size = { rows: 3, columns: 5 };

	it.each( [
		[ 'None to Owned', 'none', 'owned' ],
		[ 'Owned to All', 'owned', 'all' ],
		[ 'All to None', 'all', 'none' ],
		[ 'no to yes', false, true ],
		[ 'yes to no', true, false ],
	] as const )( 'Space leads from %s', ( _, from, to ) =>
		expect( nextValue( from ) ).toBe( to )
	);

	it.each( [
		[ 'ArrowRight', { row: 1, column: 3 } ],
		[ 'ArrowLeft', { row: 1, column: 1 } ],
		[ 'ArrowUp', { row: 0, column: 2 } ],
		[ 'ArrowDown', { row: 2, column: 2 } ],
		[ 'Home', { row: 1, column: 0 } ],
		[ 'End', { row: 1, column: 4 } ],
	] )( '%s leads from cell to cell', ( key, place ) =>
		expect( moved( { row: 1, column: 2 }, key, size ) ).toEqual( place )
	);

	it( 'stop at the edges, and turn round from right to left', () => {
		const corner = { row: 2, column: 4 };
		expect( moved( corner, 'ArrowRight', size ) ).toEqual( corner );
		expect( moved( corner, 'ArrowDown', size ) ).toEqual( corner );
		expect( moved( corner, 'ArrowRight', size, { rtl: true } ) ).toEqual( {
			row: 2,
			column: 3,
		} );
		expect( moved( corner, 'Home', size, { ctrl: true } ) ).toEqual( {
			row: 0,
			column: 0,
		} );
	} );

	it( 'that are not the grid’s are left alone', () => {
		expect( moved( { row: 0, column: 0 }, 'a', size ) ).toBeNull();
		expect( moved( { row: 0, column: 0 }, 'Tab', size ) ).toBeNull();
	} );
} );
