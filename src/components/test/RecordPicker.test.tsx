import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { boot } from '../../boot';
import { registerEntities, type Opportunity } from '../../entities';
import { useRecords, type RecordsPage } from '../../lib/useRecords';
import { OpportunityPicker } from '../OpportunityPicker';

jest.mock( '../../lib/useRecords' );
jest.mock( '../../lib/useNamedRecord', () => ( {
	useNamedRecord: ( _name: string, id: number | null ) =>
		id === 5
			? { id: 5, title: 'Pilot project', contact_name: 'Ida Lund' }
			: undefined,
} ) );

registerEntities();

const page = ( part: Partial< RecordsPage< Opportunity > > ) =>
	jest.mocked( useRecords ).mockReturnValue( {
		records: null,
		total: 0,
		totalPages: 0,
		isLoading: false,
		error: null,
		retry: () => {},
		...part,
	} );

const show = ( value: number | null = null, onChange = () => {} ) =>
	render( <OpportunityPicker value={ value } onChange={ onChange } /> );

describe( 'OpportunityPicker', () => {
	beforeEach( () => {
		boot.opportunities.can.view = 'all';
	} );

	it( 'offers title and contact, and gives the id', async () => {
		page( {
			records: [
				{ id: 4, title: 'Annual plan', contact_name: 'Ole Berg' },
			] as Opportunity[],
		} );
		const onChange = jest.fn();
		show( null, onChange );
		await userEvent.type( screen.getByRole( 'combobox' ), 'Ole' );
		await userEvent.click(
			screen.getByRole( 'option', { name: 'Annual plan · Ole Berg' } )
		);
		expect( onChange ).toHaveBeenCalledWith( 4 );
	} );

	it( 'names what was chosen elsewhere, by its number where it may not be seen', () => {
		page( { records: [] } );
		const { unmount } = show( 5 );
		expect( screen.getByRole( 'combobox' ) ).toHaveValue(
			'Pilot project · Ida Lund'
		);
		unmount();
		show( 6 );
		expect( screen.getByRole( 'combobox' ) ).toHaveValue( '#6' );
	} );

	it( 'says that there are none', () => {
		page( { records: [] } );
		show();
		expect(
			screen.getByText( 'You see no opportunities yet.' )
		).toBeVisible();
	} );

	it( 'says what went wrong, and tries again', async () => {
		const retry = jest.fn();
		page( {
			error: {
				code: 'x',
				message: 'The server is away.',
				status: 500,
			} as never,
			retry,
		} );
		show();
		expect(
			screen.getAllByText( /The server is away/ )[ 0 ]
		).toBeInTheDocument();
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Try again' } )
		);
		expect( retry ).toHaveBeenCalled();
	} );

	it( 'asks nothing where the role sees none', () => {
		boot.opportunities.can.view = 'none';
		jest.mocked( useRecords ).mockClear();
		show();
		expect(
			screen.getByText( 'Your role has no access to opportunities.' )
		).toBeVisible();
		expect( screen.queryByRole( 'combobox' ) ).toBeNull();
		expect( useRecords ).not.toHaveBeenCalled();
	} );
} );
