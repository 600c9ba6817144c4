/**
 * Records with an owner, of whichever kind: how they are called and whose they are.
 */
import {
	CONTACT,
	OPPORTUNITY,
	type Contact,
	type OwnedRecord,
	type RecordName,
} from '../entities';
import type { ParamsInput } from './location';
import { contactName } from './people';

/**
 * Whether a record is a contact.
 *
 * @param record The record.
 */
export function isContact( record: OwnedRecord ): record is Contact {
	return 'contact_owner' in record;
}

/**
 * The kind of a record.
 *
 * @param record The record.
 */
export function kindOf( record: OwnedRecord ): RecordName {
	return isContact( record ) ? CONTACT : OPPORTUNITY;
}

/**
 * What a record is called.
 *
 * @param record The record.
 */
export function recordName( record: OwnedRecord ): string {
	return isContact( record ) ? contactName( record ) : record.title;
}

/**
 * The parameters of a record's own page or dialog.
 *
 * @param kind Its kind.
 * @param id   The record.
 */
export function recordParams( kind: RecordName, id: number ): ParamsInput {
	return kind === CONTACT
		? { page: 'steward', contact: id }
		: { page: 'steward-opportunities', opportunity: id };
}

/**
 * The owner's id, or null.
 *
 * @param record The record.
 */
export function ownerOf( record: OwnedRecord ): number | null {
	return isContact( record ) ? record.contact_owner : record.owner;
}

/**
 * Whether a record is in the trash.
 *
 * @param record The record.
 */
export function isTrashed( record: OwnedRecord ): boolean {
	return isContact( record ) ? record.status === 'trash' : record.trashed;
}

/**
 * Changes whenever an answer about a record may: fields, owner, followers, trash, one's own permissions.
 *
 * @param record The record.
 */
export function revisionOf( record: OwnedRecord ): string {
	return [
		record.version,
		record.modified_gmt,
		ownerOf( record ) ?? 'none',
		record.owner_since_gmt,
		record.followers.join( '+' ),
		isTrashed( record ),
		Object.values( record.can ?? {} ).join( '' ),
	].join( '/' );
}
