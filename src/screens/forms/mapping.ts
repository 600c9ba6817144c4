/**
 * A form's settings while they are edited: pure.
 */
import type { FormConfig, FormField, FormOwner } from '../../entities';

/** Contact fields a form can fill, in the order they are offered; further ones are `custom.…`. */
export const CONTACT_FIELDS = [
	'name',
	'first_name',
	'last_name',
	'email',
	'phone',
	'company',
	'title',
	'website',
	'address.line1',
	'address.line2',
	'address.postcode',
	'address.city',
	'address.region',
	'address.country',
	'tags',
];

/** Offered at once; the others on demand, or when the form fills them. */
const COMMON = new Set( CONTACT_FIELDS.slice( 0, 6 ) );

const CUSTOM = 'custom.';

/** What the server accepts as a custom field's name. */
const CUSTOM_NAME = /^[A-Za-z0-9_.-]{1,60}$/;

/** A custom field under which the contact keeps an answer. */
export interface CustomRow {
	/** Stays the same while the name is typed. */
	id: number;
	name: string;
	/** The form's field. */
	field: string;
}

export interface Draft {
	enabled: boolean;
	/** Contact field → form field; unused ones are absent. */
	mapping: Record< string, string >;
	custom: CustomRow[];
	tags: string[];
	source: string;
	owner: FormOwner;
}

/** What of a form's settings is sent to the server. */
export type FormChanges = Partial<
	Pick< FormConfig, 'enabled' | 'mapping' | 'tags' | 'source' | 'owner' >
>;

/** PHP sends an empty object as a list. */
function entries( mapping: FormConfig[ 'mapping' ] ): [ string, string ][] {
	return Object.entries( mapping ?? {} ).filter(
		( [ , field ] ) => typeof field === 'string' && field !== ''
	);
}

/**
 * A form's settings as they are edited.
 *
 * @param form The settings as the server has them.
 */
export function draftOf( form: FormConfig ): Draft {
	const all = entries( form.mapping );
	return {
		enabled: form.enabled,
		mapping: Object.fromEntries(
			all.filter( ( [ key ] ) => ! key.startsWith( CUSTOM ) )
		),
		custom: all
			.filter( ( [ key ] ) => key.startsWith( CUSTOM ) )
			.map( ( [ key, field ], id ) => ( {
				id,
				name: key.slice( CUSTOM.length ),
				field,
			} ) ),
		tags: [ ...form.tags ],
		source: form.source,
		owner: { mode: form.owner.mode, user: form.owner.user ?? null },
	};
}

/**
 * The mapping as the server takes it.
 *
 * @param draft The edited settings.
 */
export function mappingOf( draft: Draft ): Record< string, string > {
	const custom = draft.custom
		.filter( ( { name, field } ) => name.trim() && field )
		.map( ( { name, field } ) => [ CUSTOM + name.trim(), field ] );
	return {
		...Object.fromEntries(
			Object.entries( draft.mapping ).filter( ( [ , field ] ) => field )
		),
		...Object.fromEntries( custom ),
	};
}

function sortedJson( value: Record< string, unknown > ): string {
	return JSON.stringify(
		Object.entries( value ).sort( ( [ a ], [ b ] ) => ( a < b ? -1 : 1 ) )
	);
}

/** The owner as the server takes it: a user only where one is meant. */
function ownerOf( owner: FormOwner ): FormOwner {
	return owner.mode === 'user'
		? { mode: 'user', user: owner.user ?? null }
		: { mode: owner.mode };
}

/**
 * The draft with the mapping that the server suggests; null where it suggests none or the same.
 *
 * @param form  The settings as the server has them.
 * @param draft The edited settings.
 */
export function suggestedDraft( form: FormConfig, draft: Draft ): Draft | null {
	const { suggested_mapping: suggested } = form;
	if ( ! suggested || entries( suggested ).length === 0 ) {
		return null;
	}
	const { mapping, custom } = draftOf( { ...form, mapping: suggested } );
	const next = { ...draft, mapping, custom };
	return sortedJson( mappingOf( next ) ) === sortedJson( mappingOf( draft ) )
		? null
		: next;
}

/**
 * What differs from the saved settings; empty when nothing does.
 *
 * @param form  The settings as the server has them.
 * @param draft The edited settings.
 */
export function changesOf( form: FormConfig, draft: Draft ): FormChanges {
	const saved = draftOf( form );
	const changes: FormChanges = {};
	if ( draft.enabled !== saved.enabled ) {
		changes.enabled = draft.enabled;
	}
	if (
		sortedJson( mappingOf( draft ) ) !== sortedJson( mappingOf( saved ) )
	) {
		changes.mapping = mappingOf( draft );
	}
	if ( draft.tags.join( ',' ) !== saved.tags.join( ',' ) ) {
		changes.tags = draft.tags;
	}
	if ( draft.source.trim() !== saved.source ) {
		changes.source = draft.source.trim();
	}
	if (
		sortedJson( { ...ownerOf( draft.owner ) } ) !==
		sortedJson( { ...ownerOf( saved.owner ) } )
	) {
		changes.owner = ownerOf( draft.owner );
	}
	return changes;
}

/**
 * Whether anything was edited, an unfinished custom field included.
 *
 * @param form  The settings as the server has them.
 * @param draft The edited settings.
 */
export function isDirty( form: FormConfig, draft: Draft ): boolean {
	return (
		Object.keys( changesOf( form, draft ) ).length > 0 ||
		draft.custom.some( ( { name, field } ) => ! name.trim() || ! field )
	);
}

export type Problem = 'member' | 'name' | 'name_form' | 'name_twice' | 'field';

/**
 * What can't be saved yet, by the field it stands at: `owner.user`, `custom:ID:name`, `custom:ID:field`.
 *
 * @param draft The edited settings.
 */
export function problemsOf( draft: Draft ): Record< string, Problem > {
	const problems: Record< string, Problem > = {};
	if ( draft.owner.mode === 'user' && ! draft.owner.user ) {
		problems[ 'owner.user' ] = 'member';
	}
	const seen = new Set< string >();
	for ( const row of draft.custom ) {
		const name = row.name.trim();
		if ( ! name ) {
			problems[ `custom:${ row.id }:name` ] = 'name';
		} else if ( ! CUSTOM_NAME.test( name ) ) {
			problems[ `custom:${ row.id }:name` ] = 'name_form';
		} else if ( seen.has( name ) ) {
			problems[ `custom:${ row.id }:name` ] = 'name_twice';
		}
		if ( ! row.field ) {
			problems[ `custom:${ row.id }:field` ] = 'field';
		}
		seen.add( name );
	}
	return problems;
}

/**
 * The contact fields to show: the common ones and whatever is in use; all when asked for.
 *
 * @param mapping Contact field → form field.
 * @param all     Whether all were asked for.
 */
export function shownFields(
	mapping: Record< string, string >,
	all: boolean
): string[] {
	const known = CONTACT_FIELDS.filter(
		( key ) => all || COMMON.has( key ) || mapping[ key ]
	);
	// Whatever else the server maps is shown rather than kept in silence.
	const others = Object.keys( mapping ).filter(
		( key ) => ! CONTACT_FIELDS.includes( key )
	);
	return [ ...known, ...others ];
}

/**
 * The form's fields that no contact field takes: their answers aren't kept on the contact.
 *
 * @param fields The form's fields.
 * @param draft  The edited settings.
 */
export function unusedFields( fields: FormField[], draft: Draft ): FormField[] {
	const used = new Set( [
		...Object.values( draft.mapping ),
		...draft.custom.map( ( { field } ) => field ),
	] );
	return fields.filter( ( { name } ) => ! used.has( name ) );
}

/**
 * Keeps a form's field as a custom field named after it.
 *
 * @param draft The edited settings.
 * @param field The form's field; empty for a row still to be filled in.
 */
export function addCustom( draft: Draft, field: string ): Draft {
	const taken = new Set( draft.custom.map( ( { name } ) => name ) );
	const base = field
		.replace( /^your[-_]/, '' )
		.replace( /[^A-Za-z0-9_.-]+/g, '_' )
		.replace( /^_+|_+$/g, '' )
		.slice( 0, 56 );
	let name = base;
	for ( let at = 2; base && taken.has( name ); at += 1 ) {
		name = `${ base }_${ at }`;
	}
	const id = 1 + Math.max( -1, ...draft.custom.map( ( row ) => row.id ) );
	return { ...draft, custom: [ ...draft.custom, { id, name, field } ] };
}

/**
 * A server's error at a field of ours: `mapping.custom.size` is the custom row of that name.
 *
 * @param params Field → message, as the server names the fields.
 * @param draft  The settings that were sent.
 * @return Messages by our fields; what belongs to none stands under `''`.
 */
export function placeErrors(
	params: Record< string, string >,
	draft: Draft
): Record< string, string > {
	const placed: Record< string, string > = {};
	const rest: string[] = [];
	for ( const [ param, message ] of Object.entries( params ) ) {
		const key = param.replace( /^mapping\./, '' );
		const row = draft.custom.find(
			( { name } ) => CUSTOM + name.trim() === key
		);
		if ( row ) {
			placed[ `custom:${ row.id }:name` ] = message;
		} else if ( param === 'owner' || param.startsWith( 'owner.' ) ) {
			placed[ draft.owner.mode === 'user' ? 'owner.user' : 'owner' ] =
				message;
		} else if ( param === 'tags' || param.startsWith( 'tags' ) ) {
			placed.tags = message;
		} else if ( [ 'source', 'enabled', 'mapping' ].includes( param ) ) {
			placed[ param ] = message;
		} else if ( CONTACT_FIELDS.includes( key ) || draft.mapping[ key ] ) {
			placed[ key ] = message;
		} else {
			rest.push( message );
		}
	}
	if ( rest.length > 0 ) {
		placed[ '' ] = rest.join( ' ' );
	}
	return placed;
}
