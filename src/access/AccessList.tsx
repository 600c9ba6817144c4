import type { ReactElement } from 'react';
import { Icon } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { check, lock } from '@wordpress/icons';

import type { AccessAnswer, Verb } from '../entities';
import { isMe } from '../lib/people';
import { reasonText } from '../lib/reasons';

/** The verbs in the order of the list. */
export const VERBS: readonly Verb[] = [
	'view',
	'update',
	'claim',
	'reassign',
	'delete',
];

/**
 * What a verb is called.
 *
 * @param verb      The verb.
 * @param isTrashed Whether the record is in the trash, where deleting is for good.
 */
export function verbLabel( verb: Verb, isTrashed = false ): string {
	switch ( verb ) {
		case 'view':
			return __( 'See it', 'steward' );
		case 'update':
			return __( 'Edit it', 'steward' );
		case 'claim':
			return __( 'Claim it', 'steward' );
		case 'reassign':
			return __( 'Reassign or release it', 'steward' );
		case 'delete':
			return isTrashed
				? __( 'Restore it or erase it for good', 'steward' )
				: __( 'Move it to the trash', 'steward' );
	}
}

/**
 * Each action, allowed or why not and what to do about it: the server's answer, line by line.
 *
 * @param props        The answer.
 * @param props.answer From GET /contacts/{id}/access.
 */
export function AccessList( {
	answer,
}: {
	answer: AccessAnswer;
} ): ReactElement {
	// To be told to ask the owner would puzzle the owner.
	const isOwner = ( verb: Verb ) =>
		verb === 'claim' && answer.relation === 'owner';
	// The trash refuses several things for one reason, which is said once.
	const isInTrash = ( verb: Verb ) =>
		answer.actions[ verb ]?.reason === 'in_trash';
	const trashed = VERBS.filter( isInTrash );
	return (
		<ul className="steward-access__list">
			{ VERBS.map( ( verb ) => {
				const decision = answer.actions[ verb ];
				if ( ! decision || trashed.indexOf( verb ) > 0 ) {
					return null;
				}
				const verbs = isInTrash( verb ) ? trashed : [ verb ];
				return (
					<li
						key={ verb }
						className={ `steward-access__item ${
							decision.allowed ? 'is-allowed' : 'is-refused'
						}` }
					>
						<Icon
							icon={ decision.allowed ? check : lock }
							size={ 20 }
						/>
						<div>
							<p className="steward-access__verb">
								{ verbs
									.map( ( one ) =>
										verbLabel( one, trashed.length > 0 )
									)
									.join( ' · ' ) }{ ' ' }
								<span className="steward-access__answer">
									{ decision.allowed
										? __( 'Yes', 'steward' )
										: __( 'No', 'steward' ) }
								</span>
							</p>
							{ ! decision.allowed && isOwner( verb ) && (
								<p className="steward-access__why">
									{ isMe( answer.user )
										? __( 'You own it already.', 'steward' )
										: __(
												'This person owns it already.',
												'steward'
											) }
								</p>
							) }
							{ ! decision.allowed && ! isOwner( verb ) && (
								<p className="steward-access__why">
									{ decision.message ||
										reasonText( decision.reason ) }{ ' ' }
									{ decision.remedy && (
										<span className="steward-access__remedy">
											{ decision.remedy }
										</span>
									) }
								</p>
							) }
						</div>
					</li>
				);
			} ) }
		</ul>
	);
}
