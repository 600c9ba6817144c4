import type { ReactElement } from 'react';
import { __ } from '@wordpress/i18n';

import { PersonAvatar } from '../../../components/PersonAvatar';
import type { Settings } from '../../../entities';

export type OwnersSettings = Pick<
	Settings,
	'separate_owners' | 'sync_contact_follower' | 'sync_opportunity_follower'
>;

/** Two people who could be anybody. */
const ANA = { name: 'Ana' };
const BEN = { name: 'Ben' };

/**
 * What the picture shows, in words.
 *
 * @param settings The chosen state.
 */
export function pictureText( settings: OwnersSettings ): string {
	if ( ! settings.separate_owners ) {
		return __(
			'Ana owns the contact, and with it every opportunity of it. Whoever gets the contact gets them too.',
			'steward'
		);
	}
	if (
		settings.sync_contact_follower &&
		settings.sync_opportunity_follower
	) {
		return __(
			'Ana owns the contact and follows the opportunity. Ben owns the opportunity and follows the contact.',
			'steward'
		);
	}
	if ( settings.sync_contact_follower ) {
		return __(
			'Ana owns the contact. Ben owns the opportunity and follows the contact.',
			'steward'
		);
	}
	if ( settings.sync_opportunity_follower ) {
		return __(
			'Ana owns the contact and follows the opportunity. Ben owns the opportunity.',
			'steward'
		);
	}
	return __(
		'Ana owns the contact, Ben owns the opportunity. Neither follows the other’s record unless somebody adds them.',
		'steward'
	);
}

function Line( {
	term,
	person,
}: {
	term: string;
	person: { name: string } | null;
} ): ReactElement {
	return (
		<span className="steward-owners-picture__line">
			<span className="steward-owners-picture__term">{ term }</span>
			{ person ? (
				<>
					<PersonAvatar person={ person } size={ 24 } />
					<span>{ person.name }</span>
				</>
			) : (
				<span className="steward-owners-picture__nobody">—</span>
			) }
		</span>
	);
}

/**
 * Who owns and who follows a contact and its opportunity, by the example of two people.
 *
 * @param props          The chosen state.
 * @param props.settings The settings as they are edited.
 */
export function OwnersPicture( {
	settings,
}: {
	settings: OwnersSettings;
} ): ReactElement {
	const on = settings.separate_owners;
	const records = [
		{
			title: __( 'Contact', 'steward' ),
			owner: ANA,
			follower: on && settings.sync_contact_follower ? BEN : null,
		},
		{
			title: __( 'Its opportunity', 'steward' ),
			owner: on ? BEN : ANA,
			follower: on && settings.sync_opportunity_follower ? ANA : null,
		},
	];
	return (
		<figure className="steward-owners-picture">
			<div className="steward-owners-picture__records" aria-hidden>
				{ records.map( ( { title, owner, follower } ) => (
					<div
						key={ title }
						className="steward-owners-picture__record"
					>
						<strong>{ title }</strong>
						<Line
							term={ __( 'Owner', 'steward' ) }
							person={ owner }
						/>
						<Line
							term={ __( 'Follower', 'steward' ) }
							person={ follower }
						/>
					</div>
				) ) }
			</div>
			<figcaption aria-live="polite">
				{ pictureText( settings ) }
			</figcaption>
		</figure>
	);
}
