import { boot } from '../../../boot';
import type { ForecastRow, Pipeline } from '../../../entities';
import {
	barsOf,
	currenciesOf,
	groupRows,
	namesOf,
	totalsOf,
	type By,
} from '../groups';
import { readView } from '../useForecastView';

const stage = ( id: number, name: string ) => ( {
	id,
	name,
	position: id,
	color: 'blue' as const,
	probability: 50,
	outcome: 'open' as const,
} );
const sales: Pipeline = {
	id: 1,
	name: 'Sales',
	position: 0,
	currency: 'EUR',
	stages: [ stage( 4, 'New' ), stage( 3, 'Proposal' ) ],
};
const people = [
	{ id: 7, name: 'Ana', avatar_url: '' },
	{ id: 8, name: 'Ben', avatar_url: '' },
];
const names = namesOf( [ sales ], people, '2026-11' );

const row = ( more: Partial< ForecastRow > ): ForecastRow => ( {
	month: '2026-12',
	stage: 4,
	owner: 7,
	currency: 'EUR',
	count: 1,
	value: '100.10',
	weighted: '10.01',
	...more,
} );
const labels = ( rows: ForecastRow[], by: By ) =>
	groupRows( rows, by, names ).map( ( { label } ) => label );

beforeEach( () => {
	boot.user.id = 8;
} );

describe( 'groups', () => {
	it( 'add up exactly and keep currencies apart', () => {
		const rows = [
			row( { value: '0.10' } ),
			row( { value: '0.20', count: 2 } ),
			row( { currency: 'JPY', value: '5', count: 9 } ),
		];
		expect( currenciesOf( rows ) ).toEqual( [ 'JPY', 'EUR' ] );
		expect( totalsOf( rows.slice( 0, 2 ) ) ).toEqual( {
			count: 3,
			value: '0.30',
			weighted: '20.02',
		} );
	} );

	it( 'have months in order, without a date last, and name the overdue', () => {
		const rows = [
			row( { month: null } ),
			row( { month: '2027-01' } ),
			row( { month: '2026-10' } ),
			row( { month: '2026-11' } ),
		];
		expect( labels( rows, 'month' ) ).toEqual( [
			'Oct 2026',
			'Nov 2026',
			'Jan 2027',
			'No date',
		] );
		expect(
			groupRows( rows, 'month', names ).map(
				( { isOverdue } ) => isOverdue
			)
		).toEqual( [ true, false, false, false ] );
	} );

	it( 'have stages as the pipeline has them, and owners by what they may bring', () => {
		const rows = [
			row( { stage: 3, owner: 7, weighted: '9' } ),
			row( { stage: 4, owner: 8, weighted: '10' } ),
			row( { stage: 99, owner: null, weighted: '11' } ),
		];
		expect( labels( rows, 'stage' ) ).toEqual( [
			'New',
			'Proposal',
			'Stage 99',
		] );
		expect( labels( rows, 'owner' ) ).toEqual( [
			'You',
			'Ana',
			'Unassigned',
		] );
	} );

	it( 'say which pipeline a stage is of where there are several', () => {
		const both = namesOf( [ sales, { ...sales, id: 2, stages: [] } ], [] );
		expect( both.stages.get( 4 )?.label ).toBe( 'Sales: New' );
	} );
} );

describe( 'bars', () => {
	const bars = ( rows: ForecastRow[], by: By ) =>
		barsOf( groupRows( rows, by, names ), by, names ).map(
			( { label, value } ) => [ label, value ]
		);

	it( 'gather what is overdue and what is far off, and show months without anything', () => {
		expect(
			bars(
				[
					row( { month: '2025-01' } ),
					row( { month: '2026-10' } ),
					row( { month: '2026-11' } ),
					row( { month: '2027-01' } ),
					row( { month: null } ),
				],
				'month'
			)
		).toEqual( [
			[ 'Overdue', '200.20' ],
			[ 'Nov 2026', '100.10' ],
			[ 'Dec 2026', '0' ],
			[ 'Jan 2027', '100.10' ],
			[ 'No date', '100.10' ],
		] );
		const far = bars( [ row( { month: '2031-01' } ) ], 'month' );
		expect( far ).toHaveLength( 13 );
		expect( far[ 12 ] ).toEqual( [ 'Later', '100.10' ] );
	} );

	it( 'are no more than can be read', () => {
		const rows = Array.from( { length: 20 }, ( _, at ) =>
			row( { owner: 100 + at } )
		);
		const all = bars( rows, 'owner' );
		expect( all ).toHaveLength( 13 );
		expect( all[ 12 ] ).toEqual( [ '8 others', '800.80' ] );
	} );
} );

describe( 'the address', () => {
	it( 'says what is shown, and nonsense says nothing', () => {
		expect(
			readView( {
				pipeline: '3',
				owner: 'none',
				by: 'stage',
				then: 'owner',
			} )
		).toEqual( { pipeline: 3, owner: 'none', by: 'stage', then: 'owner' } );
		expect(
			readView( { pipeline: 'x', owner: '-1', by: 'y', then: 'month' } )
		).toEqual( { pipeline: null, owner: null, by: 'month', then: null } );
	} );
} );
