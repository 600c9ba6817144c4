import { render, screen, within } from '@testing-library/react';

import type { AccessAnswer } from '../../entities';
import { AccessList } from '../AccessList';

const answer: AccessAnswer = {
	user: 2,
	relation: 'unassigned',
	actions: {
		view: { allowed: true },
		update: {
			allowed: false,
			reason: 'update_unassigned',
			message:
				'Your update scope is Owned, and this contact is unassigned.',
			remedy: 'Claim it first.',
		},
		claim: { allowed: true },
		reassign: { allowed: false, reason: 'missing_reassign_permission' },
		delete: { allowed: false, reason: 'a_reason_of_tomorrow' },
	},
};

function row( name: string ): HTMLElement {
	return screen.getByText( name ).closest( 'li' )!;
}

it( 'says of each action whether it is allowed, and otherwise why not and what to do', () => {
	render( <AccessList answer={ answer } /> );
	expect( within( row( 'See it' ) ).getByText( 'Yes' ) ).toBeVisible();
	const edit = within( row( 'Edit it' ) );
	expect( edit.getByText( 'No' ) ).toBeVisible();
	expect( edit.getByText( /Your update scope is Owned/ ) ).toBeVisible();
	expect( edit.getByText( 'Claim it first.' ) ).toBeVisible();
} );

it( 'has words for reasons that came without any, known or not', () => {
	render( <AccessList answer={ answer } /> );
	expect(
		within( row( 'Reassign or release it' ) ).getByText(
			/can’t reassign contacts/
		)
	).toBeVisible();
	expect(
		within( row( 'Move it to the trash' ) ).getByText(
			/don’t have permission/
		)
	).toBeVisible();
} );

it( 'says once what the trash refuses', () => {
	const refused = {
		allowed: false,
		reason: 'in_trash',
		message: 'This contact is in the trash.',
		remedy: 'Restore it first.',
	};
	render(
		<AccessList
			answer={ {
				...answer,
				actions: {
					view: { allowed: true },
					update: refused,
					claim: refused,
					reassign: refused,
					delete: { allowed: true },
				},
			} }
		/>
	);
	expect( screen.getAllByText( /is in the trash/ ) ).toHaveLength( 1 );
	const all = within( row( 'Edit it · Claim it · Reassign or release it' ) );
	expect( all.getByText( 'No' ) ).toBeVisible();
	expect( row( 'Restore it or erase it for good' ) ).toBeVisible();
} );
