import type { ReactElement } from 'react';
import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { OwnedRecord } from '../entities';
import { useClaim } from '../lib/claim';
import { dateTime, timeFor } from '../lib/dates';
import { isMe, personOf } from '../lib/people';
import { isTrashed, ownerOf, recordName } from '../lib/records';
import { PersonAvatar } from './PersonAvatar';

export interface OwnerCellProps {
	record: OwnedRecord;
	/** Leave out the Claim button, where another stands nearby. */
	withoutClaim?: boolean;
	/** Pixels of the avatar. */
	size?: number;
}

/**
 * Who owns a record, at a glance: avatar and name, You, or Unassigned with how long and a Claim button.
 *
 * @param props              Whose owner, and how.
 * @param props.record       The record.
 * @param props.withoutClaim No Claim button.
 * @param props.size         Of the avatar.
 */
export function OwnerCell( {
	record,
	withoutClaim = false,
	size = 24,
}: OwnerCellProps ): ReactElement {
	const { claim, isClaiming } = useClaim();
	const owner = ownerOf( record );
	if ( owner !== null ) {
		const person = personOf( record, owner );
		return (
			<span className="steward-owner">
				<PersonAvatar person={ person } size={ size } />
				<span className="steward-owner__name" title={ person.name }>
					{ isMe( owner ) ? __( 'You', 'steward' ) : person.name }
				</span>
			</span>
		);
	}
	const since = record.owner_since_gmt;
	return (
		<span className="steward-owner is-unassigned">
			<span
				className="steward-chip is-dashed"
				title={
					since
						? sprintf(
								/* translators: %s: date and time. */
								__( 'Unassigned since %s', 'steward' ),
								dateTime( since )
							)
						: undefined
				}
			>
				{ __( 'Unassigned', 'steward' ) }
				{ since && (
					<span className="steward-chip__hint">
						{ timeFor( since ) }
					</span>
				) }
			</span>
			{ ! withoutClaim && ! isTrashed( record ) && record.can?.claim && (
				<Button
					variant="secondary"
					size="small"
					className="steward-owner__claim"
					isBusy={ isClaiming }
					disabled={ isClaiming }
					accessibleWhenDisabled
					aria-label={ sprintf(
						/* translators: %s: a record's name. */
						__( 'Claim %s', 'steward' ),
						recordName( record )
					) }
					onClick={ ( event: { stopPropagation: () => void } ) => {
						// The row beneath would select itself.
						event.stopPropagation();
						void claim( record );
					} }
				>
					{ __( 'Claim', 'steward' ) }
				</Button>
			) }
		</span>
	);
}
