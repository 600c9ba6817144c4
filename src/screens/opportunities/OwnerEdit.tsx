import type { ReactElement } from 'react';
import { BaseControl } from '@wordpress/components';
import { useEntityRecord } from '@wordpress/core-data';
import { __, sprintf } from '@wordpress/i18n';

import { ownerCauseText } from '../../activity/activityText';
import { boot } from '../../boot';
import { FieldError } from '../../components/FieldError';
import { MemberPicker, type MemberChoice } from '../../components/MemberPicker';
import { OwnerCell } from '../../components/OwnerCell';
import { RefusalNote } from '../../components/RefusalNote';
import {
	CONTACT,
	KIND,
	type AccessDecision,
	type Contact,
	type Opportunity,
} from '../../entities';
import { timeAgo } from '../../lib/dates';
import { isMe, personOf } from '../../lib/people';
import { reasonText } from '../../lib/reasons';

/** What to do where owners aren't separate. */
function singleOwnerRemedy(): string {
	return boot.can.manage
		? __(
				'Change the contact’s owner, or allow different owners in Steward’s settings.',
				'steward'
			)
		: __(
				'Change the contact’s owner, or ask an administrator to allow different owners.',
				'steward'
			);
}

function WhyNot( {
	decision,
}: {
	decision: AccessDecision | undefined;
} ): ReactElement {
	if ( ! boot.opportunities.separateOwners ) {
		return (
			<RefusalNote
				message={ reasonText( 'single_owner' ) }
				remedy={ singleOwnerRemedy() }
			/>
		);
	}
	return (
		<RefusalNote
			reason={ decision?.reason ?? 'missing_reassign_permission' }
			message={ decision?.message }
			remedy={ decision?.remedy }
		/>
	);
}

/**
 * The contact's owner by name.
 * @param contact Null where none is chosen.
 */
function ownerOfContact( contact: Contact | null ): string {
	if ( ! contact ) {
		return __( 'The contact’s owner', 'steward' );
	}
	const { contact_owner: owner } = contact;
	if ( owner === null ) {
		return __( 'Unassigned, as its contact is', 'steward' );
	}
	return isMe( owner )
		? __( 'You, the contact’s owner', 'steward' )
		: sprintf(
				/* translators: %s: a person. */
				__( '%s, the contact’s owner', 'steward' ),
				personOf( contact, owner ).name
			);
}

/**
 * Who will own a new opportunity: the contact's owner, or whom somebody who reassigns chooses.
 *
 * @param props          What is chosen.
 * @param props.contact  The contact's id; 0 for none.
 * @param props.value    A user's id, deliberately nobody, or not chosen.
 * @param props.error    What is wrong with it.
 * @param props.onChange With the choice.
 */
export function NewOwner( {
	contact: id,
	value,
	error,
	onChange,
}: {
	contact: number;
	value: MemberChoice;
	error: string | undefined;
	onChange: ( choice: MemberChoice ) => void;
} ): ReactElement {
	const { separateOwners, can } = boot.opportunities;
	const { record } = useEntityRecord< Contact >( KIND, CONTACT, id, {
		enabled: id > 0,
	} );
	const contact = id > 0 ? ( record ?? null ) : null;
	if ( separateOwners && can.reassign ) {
		return (
			<>
				<MemberPicker
					label={ __( 'Owner', 'steward' ) }
					value={ value }
					allowUnassigned
					placeholder={ ownerOfContact( contact ) }
					help={ __(
						'The contact’s owner, unless you choose somebody else.',
						'steward'
					) }
					onChange={ onChange }
				/>
				<FieldError message={ error } />
			</>
		);
	}
	return (
		<fieldset className="steward-deal__owner">
			<BaseControl.VisualLabel as="legend">
				{ __( 'Owner', 'steward' ) }
			</BaseControl.VisualLabel>
			<p>{ ownerOfContact( contact ) }</p>
			<WhyNot decision={ undefined } />
			<FieldError message={ error } />
		</fieldset>
	);
}

/**
 * Who owns an opportunity: to change where the server allows it, else why not and what to do.
 *
 * @param props          The opportunity.
 * @param props.deal     As it is stored.
 * @param props.value    The unsaved owner.
 * @param props.decision The server's answer about reassigning.
 * @param props.error    What is wrong with it.
 * @param props.onChange With the choice.
 */
export function OwnerEdit( {
	deal,
	value,
	decision,
	error,
	onChange,
}: {
	deal: Opportunity;
	value: number | null;
	decision: AccessDecision | undefined;
	error: string | undefined;
	onChange: ( owner: number | null ) => void;
} ): ReactElement {
	const since = deal.owner_since_gmt
		? `${ ownerCauseText( deal.owner_cause ) } · ${ timeAgo(
				deal.owner_since_gmt
			) }`
		: '';
	if ( deal.can.reassign && ! deal.trashed ) {
		return (
			<>
				<MemberPicker
					label={ __( 'Owner', 'steward' ) }
					value={ value ?? 'unassigned' }
					allowUnassigned
					help={ since }
					onChange={ ( choice ) =>
						onChange( choice === 'unassigned' ? null : choice )
					}
				/>
				{ deal.can.claim && value === null && (
					<OwnerCell record={ deal } />
				) }
				<FieldError message={ error } />
			</>
		);
	}
	return (
		<fieldset className="steward-deal__owner">
			<BaseControl.VisualLabel as="legend">
				{ __( 'Owner', 'steward' ) }
			</BaseControl.VisualLabel>
			<OwnerCell record={ deal } size={ 28 } />
			{ since && <p className="steward-card__hint">{ since }</p> }
			{ ! deal.trashed && ! deal.can.claim && (
				<WhyNot decision={ decision } />
			) }
			<FieldError message={ error } />
		</fieldset>
	);
}
