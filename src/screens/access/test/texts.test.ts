import type { AccessAnswer, AccessDecision, Verb } from '../../../entities';
import { doneText, relationText } from '../texts';

const answer = (
	decision: AccessDecision,
	relation: AccessAnswer[ 'relation' ] = 'other'
): AccessAnswer => ( {
	user: 7,
	person: { name: 'Ana Ruiz', roles: [], only_assigned_data: false },
	relation,
	actions: Object.fromEntries(
		[ 'view', 'update', 'claim', 'reassign', 'delete' ].map( ( verb ) => [
			verb,
			decision,
		] )
	) as Record< Verb, AccessDecision >,
} );

it( 'names the kind of record', () => {
	expect( relationText( 'owner', 'contact', 'Ana' ) ).toBe(
		'Ana owns this contact.'
	);
	expect( relationText( 'unassigned', 'opportunity', 'Ana' ) ).toBe(
		'This opportunity is unassigned.'
	);
} );

it( 'says what a remedy has changed', () => {
	expect( doneText( 'view', answer( { allowed: true } ) ) ).toBe(
		'Done. “See it” is now allowed to Ana Ruiz.'
	);
	expect( doneText( 'claim', answer( { allowed: false }, 'owner' ) ) ).toBe(
		'Done. Ana Ruiz owns it now.'
	);
	expect( doneText( 'delete', answer( { allowed: false } ) ) ).toBe(
		'Done, but “Move it to the trash” is still refused: read what else it needs.'
	);
} );
