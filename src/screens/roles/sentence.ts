/**
 * What saving would change, in one sentence. Pure.
 */
import { __, _n, sprintf } from '@wordpress/i18n';

import type { RolePreview, RoleRow, SightChange } from '../../entities';
import { formatNumber } from '../../lib/numbers';
import type { Clashes } from './clashes';
import { groupLabel, listed, pathLabel, valueLabel } from './labels';
import { groupsOf, storedValue, valueOf, type Draft } from './matrix';

/** Roles, or cells, that are told of one by one. */
const TOLD = 3;

function records( kind: string, least: number, most: number ): string {
	const number = formatNumber( most );
	const upTo = least !== most;
	if ( kind === 'contacts' ) {
		return upTo
			? sprintf(
					/* translators: %s: number of contacts. */
					_n(
						'up to %s contact each',
						'up to %s contacts each',
						most,
						'steward'
					),
					number
				)
			: sprintf(
					/* translators: %s: number of contacts. */
					_n( '%s contact', '%s contacts', most, 'steward' ),
					number
				);
	}
	if ( kind === 'opportunities' ) {
		return upTo
			? sprintf(
					/* translators: %s: number of opportunities. */
					_n(
						'up to %s opportunity each',
						'up to %s opportunities each',
						most,
						'steward'
					),
					number
				)
			: sprintf(
					/* translators: %s: number of opportunities. */
					_n( '%s opportunity', '%s opportunities', most, 'steward' ),
					number
				);
	}
	return `${ number } ${ groupLabel( kind ).toLowerCase() }`;
}

/** Who loses and who gains sight of how many. */
function sight( kind: string, change: SightChange ): string[] {
	const parts: string[] = [];
	if ( change.losing > 0 ) {
		parts.push(
			sprintf(
				/* translators: 1: number of people, 2: such as "4,310 contacts". */
				_n(
					'%1$s person loses sight of %2$s',
					'%1$s people lose sight of %2$s',
					change.losing,
					'steward'
				),
				formatNumber( change.losing ),
				records( kind, change.lost_least, change.lost )
			)
		);
	}
	if ( change.gaining > 0 ) {
		parts.push(
			sprintf(
				/* translators: 1: number of people, 2: such as "4,310 contacts". */
				_n(
					'%1$s person gains sight of %2$s',
					'%1$s people gain sight of %2$s',
					change.gaining,
					'steward'
				),
				formatNumber( change.gaining ),
				records( kind, change.gained_least, change.gained )
			)
		);
	}
	return parts;
}

const isSight = ( value: unknown ): value is SightChange =>
	typeof value === 'object' && value !== null && 'losing' in value;

function ofRole( preview: RolePreview, cells: number ): string {
	const parts = Object.entries( preview ).flatMap( ( [ kind, value ] ) =>
		isSight( value ) ? sight( kind, value ) : []
	);
	if ( ! parts.length ) {
		parts.push(
			preview.people === 0
				? sprintf(
						/* translators: %s: number of permissions. */
						_n(
							'%s permission changes, for nobody yet',
							'%s permissions change, for nobody yet',
							cells,
							'steward'
						),
						formatNumber( cells )
					)
				: sprintf(
						/* translators: 1: such as "2 permissions change", 2: such as "12 people". */
						__( '%1$s for %2$s', 'steward' ),
						sprintf(
							/* translators: %s: number of permissions. */
							_n(
								'%s permission changes',
								'%s permissions change',
								cells,
								'steward'
							),
							formatNumber( cells )
						),
						sprintf(
							/* translators: %s: number of people. */
							_n(
								'%s person',
								'%s people',
								preview.people,
								'steward'
							),
							formatNumber( preview.people )
						)
					)
		);
	}
	return sprintf(
		/* translators: 1: a role, 2: what changes for it. */
		__( '%1$s: %2$s', 'steward' ),
		preview.name,
		listed( parts )
	);
}

/**
 * The sentence. Those whose sight changes come first.
 *
 * @param previews What the server says of each changed role.
 * @param draft    The changes.
 */
export function changeSentence(
	previews: RolePreview[],
	draft: Draft
): string {
	const sorted = [ ...previews ].sort( ( a, b ) => b.affected - a.affected );
	const told = sorted
		.slice( 0, TOLD )
		.map( ( preview ) =>
			ofRole( preview, Object.keys( draft[ preview.role ] ?? {} ).length )
		);
	const rest = sorted.length - told.length;
	if ( rest > 0 ) {
		told.push(
			sprintf(
				/* translators: %s: number of roles. */
				_n(
					'%s more role changes',
					'%s more roles change',
					rest,
					'steward'
				),
				formatNumber( rest )
			)
		);
	}
	return told.length
		? sprintf(
				/* translators: %s: what changes. */
				__( '%s.', 'steward' ),
				told.reduce( ( all, one ) =>
					/* translators: 1: what changes for a role, 2: what changes for the next. */
					sprintf( __( '%1$s; %2$s', 'steward' ), all, one )
				)
			)
		: '';
}

/**
 * Where something in the changed roles makes no sense; it stands in full at the role.
 *
 * @param previews What the server says of each changed role.
 */
export function warningSentence( previews: RolePreview[] ): string {
	const odd = previews.filter( ( { warnings } ) => warnings.length > 0 );
	return odd.length
		? sprintf(
				/* translators: %s: names of roles. */
				__( 'See the warning at %s.', 'steward' ),
				listed( odd.map( ( { name } ) => name ) )
			)
		: '';
}

/**
 * What somebody else set meanwhile, what one chose, and what can be done.
 *
 * @param clashes Where.
 * @param rows    The roles as they are.
 * @param draft   The changes.
 */
export function clashSentence(
	clashes: Clashes,
	rows: RoleRow[],
	draft: Draft
): string {
	const all = rows.flatMap( ( row ) =>
		( clashes[ row.role ] ?? [] ).map( ( path ) => ( { row, path } ) )
	);
	const told = all.slice( 0, TOLD ).map( ( { row, path } ): string =>
		sprintf(
			/* translators: 1: a role, 2: a permission such as "Contacts: View scope", 3: its value such as All, 4: another value. */
			__( '%1$s → %2$s is %3$s now; you chose %4$s.', 'steward' ),
			row.name,
			pathLabel( groupsOf( row ), path ),
			valueLabel( storedValue( row, path ) ),
			valueLabel( valueOf( row, draft, path ) )
		)
	);
	const rest = all.length - told.length;
	if ( rest > 0 ) {
		told.push(
			sprintf(
				/* translators: %s: number of permissions. */
				_n(
					'%s more permission is another one now.',
					'%s more permissions are other ones now.',
					rest,
					'steward'
				),
				formatNumber( rest )
			)
		);
	}
	return told.length
		? listedSentences( [
				...told,
				_n(
					'Save again to replace it, or Discard.',
					'Save again to replace them, or Discard.',
					all.length,
					'steward'
				),
			] )
		: '';
}

/** Sentences, one behind the other. */
export const listedSentences = ( sentences: string[] ): string =>
	sentences.filter( Boolean ).join( ' ' );
