/**
 * Words for the server's reason codes, for the places where it sends no sentence of its own. Words only: nothing is decided here.
 */
import { __ } from '@wordpress/i18n';

/**
 * Why something is refused, as a sentence.
 *
 * @param reason The server's code.
 */
export function reasonText( reason: string | undefined ): string {
	switch ( reason ) {
		case 'not_a_member':
			return __( 'Your role has no access to contacts.', 'steward' );
		case 'view_owned_only':
			return __(
				'Somebody else owns this contact, and your role sees only its own and unassigned ones.',
				'steward'
			);
		case 'update_owned_only':
			return __(
				'Somebody else owns this contact, and your role edits only what it owns.',
				'steward'
			);
		case 'update_unassigned':
			return __( 'Nobody owns this contact yet.', 'steward' );
		case 'already_assigned':
			return __( 'This contact already has an owner.', 'steward' );
		case 'not_owner':
			return __( 'Somebody else owns this contact.', 'steward' );
		case 'missing_create_permission':
			return __( 'Your role can’t create or claim contacts.', 'steward' );
		case 'missing_update_permission':
			return __( 'Your role can’t edit contacts.', 'steward' );
		case 'missing_reassign_permission':
			return __( 'Your role can’t reassign contacts.', 'steward' );
		case 'missing_delete_permission':
			return __( 'Your role can’t delete contacts.', 'steward' );
		case 'single_owner':
			return __(
				'An opportunity belongs to whoever owns its contact.',
				'steward'
			);
		case 'undo_expired':
			return __( 'It is too late to undo this claim.', 'steward' );
		default:
			return __( 'You don’t have permission to do this.', 'steward' );
	}
}
