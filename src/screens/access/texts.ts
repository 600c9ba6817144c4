/**
 * What the check says of the record it is about, and of what a remedy has done. Pure.
 */
import { __, sprintf } from '@wordpress/i18n';

import { verbLabel } from '../../access/AccessList';
import {
	CONTACT,
	type AccessAnswer,
	type RecordName,
	type Relation,
	type Verb,
} from '../../entities';

function sentence( relation: Relation, isContact: boolean ): string {
	switch ( relation ) {
		case 'owner':
			return isContact
				? /* translators: %s: a person's name. */
					__( '%s owns this contact.', 'steward' )
				: /* translators: %s: a person's name. */
					__( '%s owns this opportunity.', 'steward' );
		case 'follower':
			return isContact
				? /* translators: %s: a person's name. */
					__(
						'%s follows this contact; somebody else owns it.',
						'steward'
					)
				: /* translators: %s: a person's name. */
					__(
						'%s follows this opportunity; somebody else owns it.',
						'steward'
					);
		case 'unassigned':
			return isContact
				? __( 'This contact is unassigned.', 'steward' )
				: __( 'This opportunity is unassigned.', 'steward' );
		default:
			return isContact
				? /* translators: %s: a person's name. */
					__(
						'This contact is somebody else’s, and %s doesn’t follow it.',
						'steward'
					)
				: /* translators: %s: a person's name. */
					__(
						'This opportunity is somebody else’s, and %s doesn’t follow it.',
						'steward'
					);
	}
}

/**
 * What somebody is to the record.
 *
 * @param relation Their relation.
 * @param kind     The record's kind.
 * @param name     Their name.
 */
export function relationText(
	relation: Relation,
	kind: RecordName,
	name: string
): string {
	return sentence( relation, kind === CONTACT ).replace( '%s', () => name );
}

/**
 * What has come of a remedy.
 *
 * @param verb   The action it was for.
 * @param answer The answer since.
 */
export function doneText( verb: Verb, answer: AccessAnswer ): string {
	const name = answer.person?.name ?? `#${ answer.user }`;
	const action = verbLabel( verb );
	if ( answer.actions[ verb ].allowed ) {
		return sprintf(
			/* translators: 1: an action, such as "See it"; 2: a person's name. */
			__( 'Done. “%1$s” is now allowed to %2$s.', 'steward' ),
			action,
			name
		);
	}
	// Whoever wanted to claim it wanted to own it.
	if ( verb === 'claim' && answer.relation === 'owner' ) {
		/* translators: %s: a person's name. */
		return sprintf( __( 'Done. %s owns it now.', 'steward' ), name );
	}
	return sprintf(
		/* translators: %s: an action, such as "See it". */
		__(
			'Done, but “%s” is still refused: read what else it needs.',
			'steward'
		),
		action
	);
}
