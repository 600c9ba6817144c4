import { addAmounts, compareAmounts, money, moneyShort } from '../money';

describe( 'amounts', () => {
	it( 'are added exactly', () => {
		expect( addAmounts( [ '0.10', '0.20' ] ) ).toBe( '0.30' );
		expect( addAmounts( [ '999999999999999.9999', '0.0001' ] ) ).toBe(
			'1000000000000000.0000'
		);
		expect( addAmounts( [ '10', '2.5' ] ) ).toBe( '12.5' );
		expect( addAmounts( [ '0.05', '-1' ] ) ).toBe( '-0.95' );
		expect( addAmounts( [] ) ).toBe( '0' );
	} );

	it( 'are compared by what they are worth', () => {
		expect( compareAmounts( '9.5', '10.00' ) ).toBe( -1 );
		expect( compareAmounts( '10', '10.00' ) ).toBe( 0 );
		expect( compareAmounts( '-1', '-2' ) ).toBe( 1 );
	} );

	it( 'are shown in their currency with its own decimals', () => {
		expect( money( '1234.50', 'EUR' ) ).toBe( '€1,234.50' );
		expect( money( '1234', 'JPY' ) ).toBe( '¥1,234' );
		expect( money( '123456789012345.67', 'USD' ) ).toBe(
			'$123,456,789,012,345.67'
		);
		expect( moneyShort( 12000, 'EUR' ) ).toBe( '€12K' );
	} );
} );
