import { choicesOf, differing } from '../choices';
import type { NotificationKind } from '../../../entities';

const kinds: NotificationKind[] = [
	{
		kind: 'assigned',
		title: 'Assigned to you',
		description: '',
		delivery: 'at_once',
		default: 'at_once',
	},
	{
		kind: 'changed',
		title: 'Changes',
		description: '',
		delivery: 'daily',
		default: 'daily',
	},
];

describe( 'choices', () => {
	it( 'are those of the server', () => {
		expect( choicesOf( kinds ) ).toEqual( {
			assigned: 'at_once',
			changed: 'daily',
		} );
	} );

	it( 'are unsaved only where they differ', () => {
		expect(
			differing( choicesOf( kinds ), {
				assigned: 'at_once',
				changed: 'off',
			} )
		).toEqual( { changed: 'off' } );
	} );
} );
