/**
 * What somebody changed in a contact's details, as data: pure, no React, no requests.
 *
 * A key names one leaf: `first_name`, `address.city`, `custom.birthday`. Edits hold only what differs from the contact they
 * began with (the base), so that a save sends only that, and two people's changes can be laid side by side.
 */
import type { Comparison } from '../../components/ConflictDialog';
import type { Contact, CustomValue } from '../../entities';

export type { CustomValue };
export type FieldValue = CustomValue | string[];

/** The fixed fields, in the order a person meets them. */
export const FIELD_KEYS = [
	'first_name',
	'last_name',
	'email',
	'phone',
	'company',
	'title',
	'website',
	'address.line1',
	'address.line2',
	'address.city',
	'address.region',
	'address.postcode',
	'address.country',
	'tags',
	'source',
	'source_id',
] as const;

export type FixedKey = ( typeof FIELD_KEYS )[ number ];
export type CustomKey = `custom.${ string }`;
export type FieldKey = FixedKey | CustomKey;
export type Edits = Partial< Record< FieldKey, FieldValue > >;
export type FieldErrors = Partial< Record< FieldKey | 'custom', string > >;

/** The part of a contact that can be edited here. */
export type Editable = Pick<
	Contact,
	| 'first_name'
	| 'last_name'
	| 'email'
	| 'phone'
	| 'company'
	| 'title'
	| 'website'
	| 'address'
	| 'tags'
	| 'source'
	| 'source_id'
	| 'custom'
>;

/** What DataForm hands over: a part of an `Editable`, nested like it. */
export type Patch = Record< string, unknown >;

const isObject = ( value: unknown ): value is Record< string, unknown > =>
	typeof value === 'object' && value !== null && ! Array.isArray( value );

/** Custom fields as an object; PHP prints an empty one as a list. */
export function customOf(
	contact: Pick< Editable, 'custom' >
): Record< string, CustomValue > {
	return isObject( contact.custom )
		? ( contact.custom as Record< string, CustomValue > )
		: {};
}

/** An empty contact, for adding one. */
export function blank(): Editable {
	return {
		first_name: '',
		last_name: '',
		email: '',
		phone: '',
		company: '',
		title: '',
		website: '',
		address: {
			line1: '',
			line2: '',
			city: '',
			region: '',
			postcode: '',
			country: '',
		},
		tags: [],
		source: '',
		source_id: '',
		custom: {},
	};
}

/** One leaf's value. A missing one is `''`, no tags `[]`, a missing custom field `null`. */
export function readField( contact: Editable, key: FieldKey ): FieldValue {
	if ( key.startsWith( 'custom.' ) ) {
		return customOf( contact )[ key.slice( 'custom.'.length ) ] ?? null;
	}
	if ( key.startsWith( 'address.' ) ) {
		const part = key.slice(
			'address.'.length
		) as keyof Contact[ 'address' ];
		return contact.address?.[ part ] ?? '';
	}
	if ( key === 'tags' ) {
		return contact.tags ?? [];
	}
	return (
		contact[ key as Exclude< FixedKey, 'tags' | `address.${ string }` > ] ??
		''
	);
}

/** Whether two values are the same; the order of tags says nothing. */
export function sameValue( a: FieldValue, b: FieldValue ): boolean {
	if ( Array.isArray( a ) && Array.isArray( b ) ) {
		return (
			a.length === b.length &&
			[ ...a ].sort().every( ( tag, i ) => tag === [ ...b ].sort()[ i ] )
		);
	}
	return a === b;
}

/** The keys of a contact's custom fields. */
function customKeys( contact: Pick< Editable, 'custom' > ): CustomKey[] {
	return Object.keys( customOf( contact ) ).map(
		( name ) => `custom.${ name }` as CustomKey
	);
}

/** The keys that are edited, in the order of the form. */
export function editedKeys( edits: Edits ): FieldKey[] {
	const fixed = FIELD_KEYS.filter( ( key ) => key in edits );
	const custom = ( Object.keys( edits ) as FieldKey[] ).filter( ( key ) =>
		key.startsWith( 'custom.' )
	);
	return [ ...fixed, ...custom ];
}

/** Whether anything is unsaved. */
export const isDirty = ( edits: Edits ): boolean =>
	editedKeys( edits ).length > 0;

/** The base with the edits on top; a custom field edited to `null` is gone. */
export function applyEdits< T extends Editable >( base: T, edits: Edits ): T {
	const address: Record< string, unknown > = { ...base.address };
	const custom = { ...customOf( base ) };
	const top: Record< string, unknown > = {};
	for ( const key of editedKeys( edits ) ) {
		const value = edits[ key ] as FieldValue;
		if ( key.startsWith( 'address.' ) ) {
			address[ key.slice( 'address.'.length ) ] = value;
		} else if ( key.startsWith( 'custom.' ) ) {
			const name = key.slice( 'custom.'.length );
			if ( value === null ) {
				delete custom[ name ];
			} else {
				custom[ name ] = value as CustomValue;
			}
		} else {
			top[ key ] = value;
		}
	}
	return { ...base, ...top, address, custom } as T;
}

/** Sets one leaf; setting it back to what it was forgets the edit. */
export function setEdit(
	base: Editable,
	edits: Edits,
	key: FieldKey,
	value: FieldValue
): Edits {
	const next = { ...edits };
	if ( sameValue( readField( base, key ), value ) ) {
		delete next[ key ];
	} else {
		next[ key ] = value;
	}
	return next;
}

/** Takes in what DataForm's `onChange` gives: top level, `address` in part, `custom` as a whole. */
export function mergePatch(
	base: Editable,
	edits: Edits,
	patch: Patch
): Edits {
	let next = edits;
	for ( const [ key, value ] of Object.entries( patch ) ) {
		if ( key === 'address' && isObject( value ) ) {
			for ( const [ part, text ] of Object.entries( value ) ) {
				next = setEdit(
					base,
					next,
					`address.${ part }` as FixedKey,
					( text as string | null ) ?? ''
				);
			}
		} else if ( key === 'custom' && isObject( value ) ) {
			const names = new Set( [
				...customKeys( base ),
				...editedKeys( next ).filter( ( edited ): edited is CustomKey =>
					edited.startsWith( 'custom.' )
				),
				...Object.keys( value ).map(
					( name ): CustomKey => `custom.${ name }`
				),
			] );
			for ( const name of names ) {
				next = setEdit(
					base,
					next,
					name,
					( value[ name.slice( 'custom.'.length ) ] as
						CustomValue | undefined ) ?? null
				);
			}
		} else if ( ( FIELD_KEYS as readonly string[] ).includes( key ) ) {
			next = setEdit(
				base,
				next,
				key as FixedKey,
				( value as FieldValue ) ?? ''
			);
		}
	}
	return next;
}

/**
 * The body of a save: only what changed, nested as the API has it. Texts are trimmed. `custom` names every changed field, with
 * `null` for a removed one.
 */
export function toPayload( edits: Edits ): Record< string, unknown > {
	const payload: Record< string, unknown > = {};
	for ( const key of editedKeys( edits ) ) {
		const raw = edits[ key ] as FieldValue;
		const value = typeof raw === 'string' ? raw.trim() : raw;
		const [ group, ...rest ] = key.split( '.' ) as [ string, ...string[] ];
		if ( rest.length > 0 ) {
			payload[ group ] = {
				...( payload[ group ] as object | undefined ),
				[ rest.join( '.' ) ]: value,
			};
		} else {
			payload[ key ] = value;
		}
	}
	return payload;
}

/** Lays my edits of `base` beside a newer version of it. */
export function compare(
	base: Editable,
	edits: Edits,
	newer: Editable
): Comparison< FieldKey > {
	const result: Comparison< FieldKey > = { both: [], theirs: [], mine: [] };
	const keys = new Set< FieldKey >( [
		...FIELD_KEYS,
		...customKeys( base ),
		...customKeys( newer ),
		...editedKeys( edits ),
	] );
	for ( const key of keys ) {
		const now = readField( newer, key );
		const changedThere = ! sameValue( readField( base, key ), now );
		if ( ! ( key in edits ) ) {
			if ( changedThere ) {
				result.theirs.push( key );
			}
		} else if (
			changedThere &&
			! sameValue( edits[ key ] as FieldValue, now )
		) {
			result.both.push( key );
		} else if ( ! changedThere ) {
			result.mine.push( key );
		}
	}
	return result;
}

/** My edits moved on top of a newer version, with the fields in `takeTheirs` left as they are there. */
export function rebase(
	edits: Edits,
	newer: Editable,
	takeTheirs: readonly FieldKey[] = []
): Edits {
	let next: Edits = {};
	for ( const key of editedKeys( edits ) ) {
		if ( ! takeTheirs.includes( key ) ) {
			next = setEdit( newer, next, key, edits[ key ] as FieldValue );
		}
	}
	return next;
}

/** The server's `data.params` as errors of our fields; unknown ones are kept apart for a general notice. */
export function fieldErrors( params: Record< string, unknown > | undefined ): {
	fields: FieldErrors;
	rest: string[];
} {
	const fields: FieldErrors = {};
	const rest: string[] = [];
	for ( const [ name, message ] of Object.entries( params ?? {} ) ) {
		const key = name
			.replace( /\[([^\]]*)\]/g, '.$1' )
			.replace( /^address_/, 'address.' );
		if (
			( FIELD_KEYS as readonly string[] ).includes( key ) ||
			key === 'custom' ||
			key.startsWith( 'custom.' )
		) {
			fields[ key as FieldKey ] = String( message );
		} else if ( key === 'address' ) {
			fields[ 'address.line1' ] = String( message );
		} else if ( key.startsWith( 'tags.' ) ) {
			fields.tags = String( message );
		} else {
			rest.push( String( message ) );
		}
	}
	return { fields, rest };
}
