/**
 * What can be done to anything that core-data holds for Steward. Each call leaves core-data with what the server answered, so that
 * every screen shows it.
 */
import { store as coreStore } from '@wordpress/core-data';
import { dispatch } from '@wordpress/data';

import {
	KIND,
	type EntityName,
	type OwnedRecord,
	type Task,
} from '../entities';
import { asRestError } from './errors';
import { request } from './rest';

/** Records that changed: as the server now has them, or only that they did (null). */
export type RecordChange = {
	name: EntityName;
	ids: number[];
	records: ( OwnedRecord | Task )[] | null;
};

/**
 * Whether a record may no longer be as it was shown: it was refused, or the answer got lost, and with it whether the change was
 * made. Bad input changes nothing, and a refusal that brings the newer version needs no asking.
 *
 * @param thrown What was thrown.
 */
function isOutdated( thrown: unknown ): boolean {
	const { status, data } = asRestError( thrown );
	return status !== 400 && ! data.current;
}

const listeners = new Set< ( change: RecordChange ) => void >();

/**
 * Tells of every change that was made from this page, for screens that hold records beside core-data.
 *
 * @param listener Called with each change.
 * @return How to stop.
 */
export function onRecordChange(
	listener: ( change: RecordChange ) => void
): () => void {
	listeners.add( listener );
	return () => listeners.delete( listener );
}

const tell = ( change: RecordChange ): void =>
	listeners.forEach( ( listener ) => listener( change ) );

/**
 * What can be done to one kind of record.
 *
 * @param name      The kind.
 * @param paths     Where its records are.
 * @param paths.all All of them.
 * @param paths.one One of them.
 */
export function entityApi< T extends OwnedRecord | Task >(
	name: EntityName,
	paths: { all: () => string; one: ( id: number ) => string }
) {
	const store = ( records: T[] ): void => {
		dispatch( coreStore ).receiveEntityRecords(
			KIND,
			name,
			records,
			undefined,
			true
		);
	};

	/**
	 * Puts records into core-data and has the lists asked again, as a change may move a row in or out of them.
	 *
	 * @param records The records as the server now has them; none to have only the lists asked again.
	 */
	function receive( records: T[] ): void {
		store( records );
		tell( {
			name,
			ids: records.map( ( { id } ) => id ),
			records: records.length > 0 ? records : null,
		} );
	}

	function received( record: T ): T {
		receive( [ record ] );
		return record;
	}

	/**
	 * Has the server asked again for these records wherever they are shown.
	 *
	 * @param ids The records.
	 */
	function invalidate( ids: number[] ): void {
		const { invalidateResolution } = dispatch( coreStore ) as unknown as {
			invalidateResolution: ( selector: string, args: unknown[] ) => void;
		};
		ids.forEach( ( id ) =>
			invalidateResolution( 'getEntityRecord', [ KIND, name, id ] )
		);
		store( [] );
		tell( { name, ids, records: null } );
	}

	/**
	 * Runs a change that somebody else may have come before: when it is refused for that, the records are read afresh, so that
	 * the screen shows them as they are now.
	 *
	 * @param ids  The records.
	 * @param work The change.
	 */
	async function racing< R >(
		ids: number[],
		work: () => Promise< R >
	): Promise< R > {
		try {
			return await work();
		} catch ( thrown ) {
			if ( isOutdated( thrown ) ) {
				invalidate( ids );
			}
			throw thrown;
		}
	}

	/**
	 * Reads a record afresh.
	 *
	 * @param id The record.
	 */
	async function refresh( id: number ): Promise< T > {
		return received(
			await request< T >( { path: `${ paths.one( id ) }?context=edit` } )
		);
	}

	/**
	 * After a record is no more.
	 *
	 * @param id The record.
	 */
	function gone( id: number ): void {
		store( [] );
		tell( { name, ids: [ id ], records: null } );
	}

	return {
		receive,
		received,
		invalidate,
		racing,
		refresh,
		gone,

		/**
		 * Makes a record.
		 *
		 * @param fields The fields to set.
		 */
		create: async ( fields: Partial< T > ): Promise< T > =>
			received(
				await request< T >( {
					path: paths.all(),
					method: 'POST',
					data: fields,
				} )
			),

		/**
		 * Changes a record.
		 *
		 * @param id      The record.
		 * @param changes The changed fields, with the `version` they were changed from.
		 */
		update: ( id: number, changes: Partial< T > ): Promise< T > =>
			racing( [ id ], async () =>
				received(
					await request< T >( {
						path: paths.one( id ),
						method: 'PATCH',
						data: changes,
					} )
				)
			),
	};
}
