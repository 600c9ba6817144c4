/**
 * The commands against a real site: what they print, in which format, how they end, and whose permissions count.
 */
import assert from 'node:assert/strict';
import { ok, refused, type CliTest } from './support';

const made = ( text: string ): string => {
	assert.match( text, /^\d+$/ );
	return text;
};

export const tests: CliTest[] = [
	{
		name: 'adds, lists, changes, does and deletes follow-ups',
		async run( wp ) {
			const contact = made(
				await ok(
					wp,
					'contact',
					'create',
					'--email=tasks@example.org',
					'--contact_owner=rep_ana',
					'--porcelain'
				)
			);
			const late = made(
				await ok(
					wp,
					'task',
					'create',
					'--title=Call Nora',
					`--contact=${ contact }`,
					'--due_gmt=2020-01-31T09:00:00Z',
					'--assignee=rep_ana',
					'--priority=high',
					'--porcelain'
				)
			);
			const own = made(
				await ok(
					wp,
					'task',
					'create',
					'--title=Tidy up',
					'--user=rep_ana',
					'--porcelain'
				)
			);
			const nobodys = made(
				await ok(
					wp,
					'task',
					'create',
					'--title=Plan the fair',
					'--porcelain'
				)
			);
			const json = JSON.parse(
				await ok( wp, 'task', 'get', late, '--format=json' )
			) as Record< string, unknown >;
			assert.equal( json.title, 'Call Nora' );
			assert.equal( json.overdue, true );
			assert.equal( json.contact, Number( contact ) );
			assert.equal(
				await ok( wp, 'task', 'list', '--format=ids' ),
				`${ late } ${ own } ${ nobodys }`
			);
			assert.equal(
				await ok(
					wp,
					'task',
					'list',
					'--assignee=rep_ana',
					'--due=overdue',
					'--format=ids'
				),
				late
			);
			assert.equal(
				await ok(
					wp,
					'task',
					'list',
					'--format=count',
					'--user=rep_ben'
				),
				'0'
			);
			await refused(
				wp,
				/no filter --due_soon/,
				'task',
				'list',
				'--due_soon=1'
			);
			await refused(
				wp,
				/add a follower|follower first/i,
				'task',
				'update',
				late,
				'--assignee=rep_ben'
			);
			await refused(
				wp,
				/assigned to somebody else/,
				'task',
				'get',
				late,
				'--user=rep_ben'
			);
			assert.match(
				await ok( wp, 'task', 'update', late, '--due_gmt=none' ),
				/Success/
			);
			assert.equal(
				await ok( wp, 'task', 'get', late, '--field=due_gmt' ),
				''
			);
			assert.match(
				await ok( wp, 'task', 'done', late, own, '--user=rep_ana' ),
				/Done: 2/
			);
			assert.equal(
				await ok( wp, 'task', 'list', '--status=open', '--format=ids' ),
				nobodys
			);
			await refused( wp, /1 of 1 failed/, 'task', 'done', '999999' );
			assert.match(
				await ok( wp, 'task', 'delete', late, own, nobodys, '--yes' ),
				/Success/
			);
			assert.equal(
				await ok( wp, 'task', 'list', '--format=count' ),
				'0'
			);
			await ok( wp, 'contact', 'delete', contact, '--force', '--yes' );
		},
	},
	{
		name: 'makes, reads, changes and deletes contacts',
		async run( wp ) {
			const id = made(
				await ok(
					wp,
					'contact',
					'create',
					'--first_name=Nora',
					'--last_name=Quist',
					'--email=nora@example.org',
					'--tags=vip,trade fair',
					'--contact_owner=rep_ana',
					'--custom={"size":"large"}',
					'--porcelain'
				)
			);
			const json = JSON.parse(
				await ok( wp, 'contact', 'get', id, '--format=json' )
			) as Record< string, unknown >;
			assert.equal( json.name, 'Nora Quist' );
			assert.deepEqual( json.tags, [ 'trade fair', 'vip' ] );
			assert.deepEqual( json.custom, { size: 'large' } );
			assert.equal(
				await ok( wp, 'contact', 'get', id, '--field=email' ),
				'nora@example.org'
			);
			assert.match(
				await ok( wp, 'contact', 'update', id, '--company=Quist Ltd' ),
				/Success/
			);
			assert.equal(
				await ok( wp, 'contact', 'get', id, '--field=company' ),
				'Quist Ltd'
			);
			await refused(
				wp,
				/e-mail address/,
				'contact',
				'create',
				'--email=nora@example.org'
			);
			await refused(
				wp,
				/colour/,
				'contact',
				'update',
				id,
				'--colour=blue'
			);
			await ok( wp, 'contact', 'delete', id );
			assert.equal(
				await ok( wp, 'contact', 'get', id, '--field=status' ),
				'trash'
			);
			await ok( wp, 'contact', 'delete', id, '--force', '--yes' );
			await refused( wp, /no such record/, 'contact', 'get', id );
		},
	},
	{
		name: 'lists in each format, and only what the actor sees',
		async run( wp ) {
			const mine = made(
				await ok(
					wp,
					'contact',
					'create',
					'--email=mine@example.org',
					'--contact_owner=rep_ana',
					'--porcelain'
				)
			);
			const theirs = made(
				await ok(
					wp,
					'contact',
					'create',
					'--email=theirs@example.org',
					'--contact_owner=rep_ben',
					'--porcelain'
				)
			);
			const free = made(
				await ok(
					wp,
					'contact',
					'create',
					'--email=free@example.org',
					'--porcelain'
				)
			);
			assert.equal(
				await ok( wp, 'contact', 'list', '--format=ids' ),
				`${ free } ${ theirs } ${ mine }`
			);
			assert.equal(
				await ok(
					wp,
					'contact',
					'list',
					'--format=ids',
					'--user=rep_ana'
				),
				`${ free } ${ mine }`
			);
			assert.equal(
				await ok(
					wp,
					'contact',
					'list',
					'--format=count',
					'--user=rep_ana'
				),
				'2'
			);
			assert.equal(
				await ok(
					wp,
					'contact',
					'list',
					'--format=ids',
					'--contact_owner=rep_ben,none'
				),
				`${ free } ${ theirs }`
			);
			await refused(
				wp,
				/no user “nobody_here”/,
				'contact',
				'list',
				'--contact_owner=nobody_here'
			);
			await refused(
				wp,
				/no filter --bogus/,
				'contact',
				'list',
				'--bogus=1'
			);
			await refused(
				wp,
				/no filter --satus/,
				'opportunity',
				'list',
				'--satus=won',
				'--format=count'
			);
			assert.equal(
				await ok(
					wp,
					'opportunity',
					'list',
					'--owner=rep_ben',
					'--status=won',
					'--format=count'
				),
				'0'
			);
			assert.equal(
				await ok(
					wp,
					'contact',
					'list',
					'--contact_owner=none',
					'--fields=id,email',
					'--format=csv'
				),
				`id,email\n${ free },free@example.org`
			);
			assert.match(
				await ok( wp, 'contact', 'list' ),
				/\temail\t[^]*theirs@example\.org/
			);
			await refused(
				wp,
				/assigned to somebody else.*Ask a manager/,
				'contact',
				'get',
				theirs,
				'--user=rep_ana'
			);
		},
	},
	{
		name: 'claims for who acts, and says who was faster',
		async run( wp ) {
			const id = made(
				await ok(
					wp,
					'contact',
					'create',
					'--email=claim@example.org',
					'--porcelain'
				)
			);
			await refused( wp, /--user/, 'contact', 'claim', id );
			await ok( wp, 'contact', 'claim', id, '--user=rep_ana' );
			await ok( wp, 'contact', 'claim', id, '--user=rep_ana' );
			await refused(
				wp,
				/already assigned to Ana Ruiz/,
				'contact',
				'claim',
				id,
				'--user=rep_ben'
			);
			await refused(
				wp,
				/permission to reassign/,
				'contact',
				'reassign',
				id,
				'--to=rep_ben',
				'--user=rep_ana'
			);
			await ok(
				wp,
				'contact',
				'reassign',
				id,
				'--to=rep_ben',
				'--user=manager'
			);
			await ok( wp, 'contact', 'reassign', id, '--to=none' );
			assert.equal(
				await ok( wp, 'contact', 'get', id, '--field=contact_owner' ),
				''
			);
		},
	},
	{
		name: 'explains access, rule by rule',
		async run( wp ) {
			const id = made(
				await ok(
					wp,
					'contact',
					'create',
					'--email=why@example.org',
					'--contact_owner=rep_ben',
					'--porcelain'
				)
			);
			const short = await ok( wp, 'access', id, '--user=rep_ana' );
			assert.match( short, /view_owned_only/ );
			assert.match( short, /Ask a manager/ );
			assert.match(
				await ok( wp, 'access', id, '--for=rep_ana' ),
				/reads: “Your view scope is Owned/
			);
			const rows = JSON.parse(
				await ok(
					wp,
					'access',
					id,
					'--for=rep_ana',
					'--steps',
					'--format=json'
				)
			) as {
				action: string;
				allowed: boolean;
				steps: string[];
				helps: string[];
			}[];
			assert.match(
				rows[ 3 ]?.helps.join( '\n' ) ?? '',
				/“Reassign”, and reassign it to/
			);
			assert.deepEqual(
				rows.map( ( { action } ) => action ),
				[ 'view', 'update', 'claim', 'reassign', 'delete' ]
			);
			assert.equal( rows[ 0 ]?.allowed, false );
			assert.match( rows[ 0 ]?.steps.at( -1 ) ?? '', /^- / );
			await refused(
				wp,
				/team reports/,
				'access',
				id,
				'--for=rep_ben',
				'--user=rep_ana'
			);
			await refused( wp, /no user/, 'access', id, '--for=nobody' );
			await refused( wp, /--user/, 'access', id );
		},
	},
	{
		name: 'lists members and changes roles, for those who manage',
		async run( wp ) {
			assert.match(
				await ok( wp, 'member', 'list', '--field=name' ),
				/Ana Ruiz/
			);
			assert.match(
				await ok( wp, 'role', 'list', '--format=csv' ),
				/^steward_sales_rep,"?Sales Rep"?,4,owned,owned,yes,no,no,no$/m
			);
			await ok(
				wp,
				'role',
				'set',
				'steward_sales_rep',
				'contacts.view=all',
				'contacts.delete=yes'
			);
			assert.equal(
				await ok(
					wp,
					'role',
					'get',
					'steward_sales_rep',
					'--field=contacts.view'
				),
				'all'
			);
			await ok(
				wp,
				'role',
				'set',
				'steward_sales_rep',
				'contacts.view=owned',
				'contacts.delete=no'
			);
			await refused(
				wp,
				/manage Steward/,
				'role',
				'set',
				'steward_sales_rep',
				'contacts.view=all',
				'--user=rep_ana'
			);
			await refused(
				wp,
				/no cell/,
				'role',
				'set',
				'steward_sales_rep',
				'everything'
			);
		},
	},
	{
		name: 'runs and cancels jobs, logged as the command line',
		async run( wp ) {
			const id = made(
				await ok(
					wp,
					'contact',
					'create',
					'--email=job@example.org',
					'--tags=jobs',
					'--porcelain'
				)
			);
			const start = () =>
				ok(
					wp,
					'contact',
					'reassign',
					'--filter={"tags":["jobs"]}',
					'--to=rep_chloe',
					'--user=manager'
				);
			const job = made( await start() );
			assert.match(
				await ok( wp, 'job', 'run', job ),
				/1 of 1 done, 0 refused/
			);
			assert.equal(
				await ok( wp, 'job', 'get', job, '--field=state' ),
				'done'
			);
			assert.notEqual(
				await ok( wp, 'contact', 'get', id, '--field=contact_owner' ),
				''
			);
			const other = made( await start() );
			await ok( wp, 'job', 'cancel', other, '--user=manager' );
			await refused( wp, /cancelled/, 'job', 'run', other );
			assert.equal(
				await ok( wp, 'job', 'list', '--format=ids', '--user=manager' ),
				`${ other } ${ job }`
			);
			assert.equal(
				await ok( wp, 'job', 'list', '--format=ids', '--user=rep_ana' ),
				''
			);
		},
	},
	{
		name: 'opportunities and pipelines',
		async run( wp ) {
			const contact = made(
				await ok(
					wp,
					'contact',
					'create',
					'--first_name=Deal',
					'--last_name=Maker',
					'--contact_owner=rep_ana',
					'--porcelain'
				)
			);
			const id = made(
				await ok(
					wp,
					'opportunity',
					'create',
					`--contact=${ contact }`,
					'--title=Roof',
					'--value=1234.5',
					'--porcelain'
				)
			);
			assert.equal(
				await ok(
					wp,
					'opportunity',
					'list',
					'--search=roof',
					'--fields=id,value,currency,status',
					'--format=csv'
				),
				`id,value,currency,status\n${ id },1234.50,USD,open`
			);
			await ok( wp, 'opportunity', 'update', id, '--status=won' );
			assert.equal(
				await ok( wp, 'opportunity', 'get', id, '--field=status' ),
				'won'
			);
			await refused(
				wp,
				/value/,
				'opportunity',
				'update',
				id,
				'--value=1.001'
			);
			await refused(
				wp,
				/same owner as its contact/,
				'opportunity',
				'reassign',
				id,
				'--to=rep_ben'
			);
			const stages = JSON.parse(
				await ok( wp, 'pipeline', 'list', '--format=json' )
			) as { id: number; name: string }[];
			assert.deepEqual(
				stages.map( ( { name } ) => name ),
				[ 'New', 'Qualified', 'Proposal', 'Negotiation', 'Won', 'Lost' ]
			);
			assert.match(
				await ok( wp, 'pipeline', 'board', '--format=csv' ),
				/,Won,1,"1234\.50 USD","1234\.50 USD"/
			);
			const second = made(
				await ok(
					wp,
					'pipeline',
					'create',
					'Partners',
					'--currency=eur',
					'--porcelain'
				)
			);
			const won = stages.find( ( { name } ) => name === 'Won' )!.id;
			for ( const command of [
				[ 'delete-stage', '1', String( won ) ],
				[ 'delete', '1' ],
			] ) {
				await refused(
					wp,
					/in this stage.*--move-to=<stage>/,
					'pipeline',
					...command,
					'--yes'
				);
			}
			await ok( wp, 'pipeline', 'delete', second, '--yes' );
			await refused(
				wp,
				/only pipeline/,
				'pipeline',
				'delete',
				'1',
				'--yes'
			);
		},
	},
];
