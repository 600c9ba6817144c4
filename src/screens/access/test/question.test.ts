import { questionOf } from '../question';

it.each( [
	[ {}, null, 'contact', null ],
	[ { user: '7', contact: '3' }, 7, 'contact', 3 ],
	[ { user: '7', opportunity: '5' }, 7, 'opportunity', 5 ],
	[ { kind: 'opportunity' }, null, 'opportunity', null ],
	// What was chosen of the other kind stays.
	[
		{ kind: 'opportunity', contact: '3', opportunity: '5' },
		null,
		'opportunity',
		5,
	],
	[ { kind: 'contact', contact: '3', opportunity: '5' }, null, 'contact', 3 ],
	[ { contact: '3', opportunity: '5' }, null, 'contact', 3 ],
	[ { kind: 'anything', user: '-1', contact: 'x' }, null, 'contact', null ],
] )( 'reads %j', ( params, user, kind, record ) => {
	expect( questionOf( params as Record< string, string > ) ).toEqual( {
		user,
		kind,
		record,
	} );
} );
