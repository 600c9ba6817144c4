/**
 * An opportunity's activity in words. Pure.
 */
import { __, sprintf } from '@wordpress/i18n';

import type { ActivityItem } from '../entities';

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
