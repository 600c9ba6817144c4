import { followAfter, isPlainClick, type Click } from '../links';

const plain: Click = {
	button: 0,
	metaKey: false,
	ctrlKey: false,
	shiftKey: false,
	altKey: false,
};

describe( 'a click', () => {
	it( 'is plain without a key, with the first button', () => {
		expect( isPlainClick( plain ) ).toBe( true );
		expect( isPlainClick( { ...plain, button: 1 } ) ).toBe( false );
		for ( const key of [
			'metaKey',
			'ctrlKey',
			'shiftKey',
			'altKey',
		] as const ) {
			expect( isPlainClick( { ...plain, [ key ]: true } ) ).toBe( false );
		}
	} );
} );

describe( 'a link that waits', () => {
	it( 'is followed once the work is done', async () => {
		const order: string[] = [];
		const preventDefault = jest.fn();
		let finish = (): void => undefined;
		const work = new Promise< void >( ( resolve ) => {
			finish = () => {
				order.push( 'work' );
				resolve();
			};
		} );
		followAfter(
			{ ...plain, preventDefault },
			() => work,
			() => order.push( 'follow' )
		);
		expect( preventDefault ).toHaveBeenCalled();
		expect( order ).toEqual( [] );
		finish();
		await work;
		await Promise.resolve();
		expect( order ).toEqual( [ 'work', 'follow' ] );
	} );

	it( 'is followed also when the work fails', async () => {
		const follow = jest.fn();
		followAfter(
			{ ...plain, preventDefault: jest.fn() },
			() => Promise.reject( new Error( 'offline' ) ),
			follow
		);
		await Promise.resolve();
		await Promise.resolve();
		expect( follow ).toHaveBeenCalledTimes( 1 );
	} );

	it( 'is followed after a moment when the work takes long', async () => {
		jest.useFakeTimers();
		const follow = jest.fn();
		followAfter(
			{ ...plain, preventDefault: jest.fn() },
			() => new Promise( () => {} ),
			follow
		);
		await jest.advanceTimersByTimeAsync( 1000 );
		expect( follow ).not.toHaveBeenCalled();
		await jest.advanceTimersByTimeAsync( 1000 );
		expect( follow ).toHaveBeenCalledTimes( 1 );
		jest.useRealTimers();
	} );

	it( 'is left to the browser in a new tab', async () => {
		const preventDefault = jest.fn();
		const follow = jest.fn();
		const work = jest.fn( () => Promise.resolve() );
		followAfter(
			{ ...plain, ctrlKey: true, preventDefault },
			work,
			follow
		);
		await Promise.resolve();
		expect( work ).toHaveBeenCalled();
		expect( preventDefault ).not.toHaveBeenCalled();
		expect( follow ).not.toHaveBeenCalled();
	} );
} );
