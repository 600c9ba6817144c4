import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import type { AccessAnswer, AccessDecision, Verb } from '../../../entities';
import { Explained } from '../Explained';

const yes: AccessDecision = {
	allowed: true,
	steps: [ { rule: 'membership', text: 'A CRM member.', outcome: 'yes' } ],
};
const answer = ( view: AccessDecision ): AccessAnswer => ( {
	user: 7,
	person: { name: 'Ana Ruiz', roles: [ 'Rep' ], only_assigned_data: false },
	relation: 'other',
	actions: {
		view,
		update: yes,
		claim: yes,
		reassign: yes,
		delete: yes,
	} as Record< Verb, AccessDecision >,
} );

describe( 'Explained', () => {
	it( 'shows the rules in order, the words, and what would help', async () => {
		const onApply = jest.fn();
		render(
			<Explained
				busy={ null }
				onApply={ onApply }
				answer={ answer( {
					allowed: false,
					reason: 'view_owned_only',
					message: 'It is somebody else’s.',
					remedy: 'Ask a manager.',
					steps: [
						{
							rule: 'membership',
							text: 'A CRM member.',
							outcome: 'yes',
						},
						{
							rule: 'view_scope',
							text: 'Not in scope.',
							outcome: 'no',
						},
					],
					remedies: [
						{
							kind: 'add_follower',
							allowed: true,
							label: 'Add Ana as a follower',
							user: 7,
						},
						{
							kind: 'widen_role',
							allowed: true,
							label: 'Widen the view scope',
							roles: [ { role: 'rep', name: 'Rep' } ],
						},
						{
							kind: 'lift_only_assigned',
							allowed: false,
							label: 'Switch it off',
						},
						{
							kind: 'combination',
							allowed: false,
							label: 'Give it, and reassign it to Ana',
							parts: [
								{
									kind: 'grant_permission',
									allowed: false,
									label: 'Give it',
								},
								{
									kind: 'reassign',
									allowed: true,
									label: 'Reassign it to Ana',
									user: 7,
								},
							],
						},
					],
				} ) }
			/>
		);
		const see = screen.getByRole( 'region', { name: /See it/ } );
		const steps = within( see ).getAllByRole( 'listitem' );
		expect( steps[ 0 ] ).toHaveTextContent( 'Fine: A CRM member.' );
		expect( steps[ 1 ] ).toHaveTextContent( 'Refuses: Not in scope.' );
		expect( see ).toHaveTextContent(
			'Ana Ruiz reads: “It is somebody else’s. Ask a manager.”'
		);
		expect(
			within( see ).getByRole( 'link', { name: 'Edit the role Rep' } )
		).toHaveAttribute(
			'href',
			expect.stringContaining( 'page=steward-roles&role=rep' )
		);
		expect( see ).toHaveTextContent( /Switch it off.*somebody else/ );
		await userEvent.click(
			within( see ).getByRole( 'button', {
				name: 'Add Ana as a follower',
			} )
		);
		expect( onApply ).toHaveBeenCalledWith(
			'view',
			expect.objectContaining( { kind: 'add_follower' } )
		);
		expect( see ).toHaveTextContent( 'Give it, and reassign it to Ana' );
		expect( see ).toHaveTextContent( /Give it \(somebody else/ );
		await userEvent.click(
			within( see ).getByRole( 'button', { name: 'Reassign it to Ana' } )
		);
		expect( onApply ).toHaveBeenLastCalledWith(
			'view',
			expect.objectContaining( { kind: 'reassign' } )
		);
	} );
} );
