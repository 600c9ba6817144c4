import type { ReactElement } from 'react';
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { calendar, check, search } from '@wordpress/icons';

import { EmptyState } from '../../components/EmptyState';
import { Link } from '../../lib/router';
import type { Tab } from './view';

/** Why a tab is empty, and what comes next. */
function words( tab: Tab ): { title: string; text: string } {
	switch ( tab ) {
		case 'overdue':
			return {
				title: __( 'Nothing is overdue', 'steward' ),
				text: __(
					'Follow-ups whose time has passed appear here, everybody’s that you may see.',
					'steward'
				),
			};
		case 'today':
			return {
				title: __( 'Nothing is due today', 'steward' ),
				text: __(
					'See what comes next, or what has no date yet.',
					'steward'
				),
			};
		case 'upcoming':
			return {
				title: __( 'Nothing is due after today', 'steward' ),
				text: __(
					'Follow-ups with a date from tomorrow on appear here.',
					'steward'
				),
			};
		case 'mine':
			return {
				title: __( 'You have nothing to follow up', 'steward' ),
				text: __(
					'What you or others plan for you appears here, the next one first.',
					'steward'
				),
			};
		default:
			return {
				title: __( 'No follow-ups yet', 'steward' ),
				text: __(
					'A follow-up says what is to be done next, by whom and when.',
					'steward'
				),
			};
	}
}

/** Where a tab's emptiness leads on to. */
const NEXT: Partial< Record< Tab, Tab > > = {
	overdue: 'today',
	today: 'upcoming',
	upcoming: 'all',
};

/**
 * Why there is nothing, and what comes next.
 *
 * @param props            Which list.
 * @param props.tab        The tab.
 * @param props.isNarrowed Whether something filters it.
 * @param props.onClear    Takes the filters away.
 * @param props.onAdd      Adds one.
 */
export function Empty( {
	tab,
	isNarrowed,
	onClear,
	onAdd,
}: {
	tab: Tab;
	isNarrowed: boolean;
	onClear: () => void;
	onAdd: () => void;
} ): ReactElement {
	if ( isNarrowed ) {
		return (
			<EmptyState
				icon={ search }
				title={ __( 'No follow-ups match', 'steward' ) }
				actions={
					<Button
						__next40pxDefaultSize
						variant="secondary"
						onClick={ onClear }
					>
						{ __( 'Clear filters', 'steward' ) }
					</Button>
				}
			>
				{ __( 'Nothing here fits your filters.', 'steward' ) }
			</EmptyState>
		);
	}
	const { title, text } = words( tab );
	const next = NEXT[ tab ];
	return (
		<EmptyState
			tone={ tab === 'overdue' ? 'good' : 'plain' }
			icon={ tab === 'overdue' || tab === 'mine' ? check : calendar }
			title={ title }
			actions={
				next ? (
					<Link
						className="components-button is-secondary is-next-40px-default-size"
						to={ { tab: next } }
						quiet
					>
						{ tab === 'upcoming'
							? __( 'See all follow-ups', 'steward' )
							: __( 'See what comes next', 'steward' ) }
					</Link>
				) : (
					<Button
						__next40pxDefaultSize
						variant="secondary"
						onClick={ onAdd }
					>
						{ __( 'Add follow-up', 'steward' ) }
					</Button>
				)
			}
		>
			{ text }
		</EmptyState>
	);
}
