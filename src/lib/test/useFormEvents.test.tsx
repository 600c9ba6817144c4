import { useRef, type ReactElement } from 'react';
import { render } from '@testing-library/react';
import { Modal } from '@wordpress/components';

import { useSaveShortcut } from '../useFormEvents';

function Form( { onSave }: { onSave: () => void } ): ReactElement {
	const form = useRef< HTMLFormElement >( null );
	useSaveShortcut( form, onSave );
	return <form ref={ form } />;
}

/** Presses Ctrl+S, or ⌘+S; answers whether the browser would save the page. */
const press = ( keys: KeyboardEventInit = { ctrlKey: true } ): boolean =>
	window.dispatchEvent(
		new KeyboardEvent( 'keydown', { key: 's', cancelable: true, ...keys } )
	);

it( 'saves by Ctrl+S and ⌘+S, and by nothing like them', () => {
	const save = jest.fn();
	render( <Form onSave={ save } /> );
	expect( press() ).toBe( false );
	expect( press( { metaKey: true } ) ).toBe( false );
	expect( save ).toHaveBeenCalledTimes( 2 );
	expect( press( { ctrlKey: true, shiftKey: true } ) ).toBe( true );
	expect( press( {} ) ).toBe( true );
	expect( save ).toHaveBeenCalledTimes( 2 );
} );

it( 'saves what is in the uppermost dialog, and nothing under it', () => {
	const under = jest.fn();
	const within = jest.fn();
	const screen = ( layers: 0 | 1 | 2 ): ReactElement => (
		<>
			<Form onSave={ under } />
			{ layers > 0 && (
				<Modal title="Details" onRequestClose={ () => {} }>
					<Form onSave={ within } />
				</Modal>
			) }
			{ layers > 1 && (
				<Modal title="Leave?" onRequestClose={ () => {} }>
					Unsaved.
				</Modal>
			) }
		</>
	);
	const { rerender } = render( screen( 1 ) );
	expect( press() ).toBe( false );
	expect(
		[ under, within ].map( ( { mock } ) => mock.calls.length )
	).toEqual( [ 0, 1 ] );
	rerender( screen( 2 ) );
	// The browser still doesn't save the page.
	expect( press() ).toBe( false );
	expect(
		[ under, within ].map( ( { mock } ) => mock.calls.length )
	).toEqual( [ 0, 1 ] );
	rerender( screen( 0 ) );
	press();
	expect( under ).toHaveBeenCalledTimes( 1 );
} );
