/**
 * Forms and submissions as the screens ask for them.
 */
import { addQueryArgs } from '@wordpress/url';

import {
	paths,
	type Contact,
	type FormConfig,
	type Submission,
} from '../../entities';
import { request, requestPage } from '../../lib/api';
import type { FormChanges } from './mapping';

const ALL = 100;

/** Every form that was found, page after page. */
export async function listForms(): Promise< FormConfig[] > {
	const forms: FormConfig[] = [];
	for ( let page = 1, pages = 1; page <= pages; page += 1 ) {
		const answer = await requestPage< FormConfig >(
			addQueryArgs( paths.forms(), { page, per_page: ALL } )
		);
		forms.push( ...answer.items );
		pages = answer.totalPages;
	}
	return forms;
}

/**
 * One form with its settings.
 *
 * @param provider The form plugin's key.
 * @param form     The form's id there.
 */
export function getForm(
	provider: string,
	form: string
): Promise< FormConfig > {
	return request< FormConfig >( { path: paths.form( provider, form ) } );
}

/**
 * Changes a form's settings.
 *
 * @param form    Which.
 * @param changes What differs.
 */
export function saveForm(
	form: Pick< FormConfig, 'provider' | 'form' >,
	changes: FormChanges
): Promise< FormConfig > {
	return request< FormConfig >( {
		path: paths.form( form.provider, form.form ),
		method: 'PATCH',
		data: changes,
	} );
}

export type ContactName = Pick<
	Contact,
	'id' | 'name' | 'email' | 'company' | 'phone'
>;

export interface SubmissionsPage {
	items: Submission[];
	total: number;
	totalPages: number;
	/** The contacts among them that are there to see. */
	contacts: Map< number, ContactName >;
}

/** The names of contacts; empty where they can't be had, since the log is worth showing without. */
async function namesOf( ids: number[] ): Promise< ContactName[] > {
	if ( ids.length === 0 ) {
		return [];
	}
	try {
		return await request< ContactName[] >( {
			path: addQueryArgs( paths.contacts(), {
				include: ids.join( ',' ),
				per_page: ALL,
				_fields: 'id,name,email,company,phone',
			} ),
		} );
	} catch {
		return [];
	}
}

/** What of the log is asked for. */
export interface SubmissionsQuery {
	/** From 1. */
	page: number;
	/** At most 100. */
	perPage: number;
	/** Only those that ended so. */
	result: string;
	/** Only those of one form, `provider/form`. */
	from: string;
}

/**
 * A page of the submission log, newest first, with the names of its contacts.
 *
 * @param query What is asked for.
 */
export async function listSubmissions(
	query: SubmissionsQuery
): Promise< SubmissionsPage > {
	const { page, perPage, result, from } = query;
	const slash = from.indexOf( '/' );
	const answer = await requestPage< Submission >(
		addQueryArgs( paths.submissions(), {
			page,
			per_page: perPage,
			...( result ? { result } : {} ),
			...( slash > 0
				? {
						provider: from.slice( 0, slash ),
						form: from.slice( slash + 1 ),
					}
				: {} ),
		} )
	);
	const ids = new Set(
		answer.items.flatMap( ( { contact } ) => contact ?? [] )
	);
	const contacts = await namesOf( [ ...ids ] );
	return {
		...answer,
		contacts: new Map( contacts.map( ( one ) => [ one.id, one ] ) ),
	};
}

/** A submission with what was sent. */
export interface SubmissionDetails extends Submission {
	/** Null where the reader may not view the contact it belongs to. */
	fields: Record< string, unknown > | null;
}

/**
 * One submission with what was sent.
 *
 * @param id The submission.
 */
export function getSubmission( id: number ): Promise< SubmissionDetails > {
	return request< SubmissionDetails >( {
		path: `${ paths.submissions() }/${ id }`,
	} );
}
