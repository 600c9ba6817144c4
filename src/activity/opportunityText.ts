/**
 * An opportunity's activity in words. Pure.
 */
import { __, sprintf } from '@wordpress/i18n';

import type { ActivityItem } from '../entities';

/** Says of a change of owner that the opportunity came along with its contact. */
export const WITH_CONTACT = 'with_contact';

/**
 * How an opportunity came to another owner, or none, as its contact did. `<actor/>` stands where the actor's name goes.
 *
 * @param item The item.
 * @param who  Names a user.
 */
function alongSentence(
	item: ActivityItem,
	who: ( id: unknown ) => string
): string {
	const from = item.changes.owner?.old;
	const to = item.changes.owner?.new;
	const actor = item.actor?.id;
	if ( ! to ) {
		return from && from !== actor
			? sprintf(
					/* translators: %s: the former owner. */
					__(
						'<actor/> released this opportunity from %s with its contact',
						'steward'
					),
					who( from )
				)
			: __(
					'<actor/> released this opportunity with its contact',
					'steward'
				);
	}
	if ( to === actor ) {
		return from
			? sprintf(
					/* translators: %s: the former owner. */
					__(
						'<actor/> got this opportunity from %s with its contact',
						'steward'
					),
					who( from )
				)
			: __( '<actor/> got this opportunity with its contact', 'steward' );
	}
	return from
		? sprintf(
				/* translators: 1: the former owner, 2: the new owner. */
				__(
					'<actor/> reassigned this opportunity from %1$s to %2$s with its contact',
					'steward'
				),
				who( from ),
				who( to )
			)
		: sprintf(
				/* translators: %s: the new owner. */
				__(
					'<actor/> assigned this opportunity to %s with its contact',
					'steward'
				),
				who( to )
			);
}

/**
 * The sentence of an item; null where it is the same as a contact's. `<actor/>` stands where the actor's name goes.
 *
 * @param item The item.
 * @param who  Names a user.
 */
export function opportunitySentence(
	item: ActivityItem,
	who: ( id: unknown ) => string
): string | null {
	const { owner, follower, stage } = item.changes;
	if ( item.changes[ WITH_CONTACT ] ) {
		return alongSentence( item, who );
	}
	switch ( item.action ) {
		case 'created':
			return __( '<actor/> added this opportunity', 'steward' );
		case 'stage_changed':
			return sprintf(
				/* translators: %s: a stage's name. */
				__( '<actor/> moved this opportunity to %s', 'steward' ),
				String( stage?.new ?? '' )
			);
		case 'claimed':
			return __( '<actor/> claimed this opportunity', 'steward' );
		case 'released':
			return owner?.old && owner.old !== item.actor?.id
				? sprintf(
						/* translators: %s: the former owner. */
						__(
							'<actor/> released this opportunity from %s',
							'steward'
						),
						who( owner.old )
					)
				: __( '<actor/> released this opportunity', 'steward' );
		case 'reassigned':
			return owner?.old
				? sprintf(
						/* translators: 1: the former owner, 2: the new owner. */
						__(
							'<actor/> reassigned this opportunity from %1$s to %2$s',
							'steward'
						),
						who( owner.old ),
						who( owner.new )
					)
				: sprintf(
						/* translators: %s: the new owner. */
						__(
							'<actor/> assigned this opportunity to %s',
							'steward'
						),
						who( owner?.new )
					);
		case 'follower_added':
			return follower?.new === item.actor?.id
				? __( '<actor/> followed this opportunity', 'steward' )
				: null;
		case 'follower_removed':
			return follower?.old === item.actor?.id
				? __( '<actor/> stopped following this opportunity', 'steward' )
				: null;
		case 'trashed':
			return __(
				'<actor/> moved this opportunity to the trash',
				'steward'
			);
		case 'restored':
			return __( '<actor/> restored this opportunity', 'steward' );
		case 'erased':
			return __( '<actor/> erased an opportunity for good', 'steward' );
		default:
			return null;
	}
}
