import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { SkippedFollows } from '../SkippedFollows';

const ana = { id: 3, name: 'Ana Ruiz', avatar_url: '' };
const ben = { id: 4, name: 'Ben Carter', avatar_url: '' };

it( 'says nothing where nobody was left out', () => {
	const { container } = render(
		<SkippedFollows people={ [] } isFull={ false } busy={ null } />
	);
	expect( container ).toBeEmptyDOMElement();
} );

it( 'offers nothing while the list is full', () => {
	render(
		<SkippedFollows
			people={ [ ana ] }
			isFull
			busy={ null }
			onAdd={ () => {} }
		/>
	);
	expect(
		screen.getByText(
			'Ana Ruiz wasn’t added as a follower: the list is full.'
		)
	).toBeVisible();
	expect(
		screen.getByText( 'Remove a follower, then add them by hand.' )
	).toBeVisible();
	expect( screen.queryByRole( 'button' ) ).toBeNull();
} );

it( 'adds each of them once there is room, for who may add followers', async () => {
	const onAdd = jest.fn();
	const people = [ ana, ben ];
	const { rerender } = render(
		<SkippedFollows
			people={ people }
			isFull={ false }
			busy={ null }
			onAdd={ onAdd }
		/>
	);
	expect(
		screen.getByText(
			'Ana Ruiz and Ben Carter weren’t added as followers: the list was full.'
		)
	).toBeVisible();
	expect( screen.getByText( 'There is room now.' ) ).toBeVisible();
	await userEvent.click(
		screen.getByRole( 'button', { name: 'Add Ben Carter' } )
	);
	expect( onAdd.mock.calls ).toEqual( [ [ ben ] ] );

	rerender(
		<SkippedFollows people={ people } isFull={ false } busy={ null } />
	);
	expect( screen.getByText( 'There is room now.' ) ).toBeVisible();
	expect( screen.queryByRole( 'button' ) ).toBeNull();
} );
