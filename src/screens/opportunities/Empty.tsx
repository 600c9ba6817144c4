import type { ReactElement } from 'react';
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { check, chartBar, search, seen, trash } from '@wordpress/icons';

import { EmptyState } from '../../components/EmptyState';
import type { Tab } from './view';

/**
 * Why there is nothing, and what comes next.
 *
 * @param props            Which list.
 * @param props.tab        The tab.
 * @param props.isNarrowed Whether something filters it.
 * @param props.onClear    Takes the filters away.
 * @param props.onAdd      Adds one; none where the role can't.
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
	onAdd: ( () => void ) | undefined;
} ): ReactElement {
	if ( isNarrowed ) {
		return (
			<EmptyState
				icon={ search }
				title={ __( 'No opportunities match', 'steward' ) }
				actions={
					<Button
						__next40pxDefaultSize
						variant="secondary"
						onClick={ onClear }
					>
						{ __( 'Clear search and filters', 'steward' ) }
					</Button>
				}
			>
				{ __(
					'Nothing here fits your search and filters.',
					'steward'
				) }
			</EmptyState>
		);
	}
	switch ( tab ) {
		case 'unassigned':
			return (
				<EmptyState
					tone="good"
					icon={ check }
					title={ __( 'Every opportunity has an owner', 'steward' ) }
				/>
			);
		case 'following':
			return (
				<EmptyState
					icon={ seen }
					title={ __( 'You follow no opportunity yet', 'steward' ) }
				>
					{ __(
						'Opportunities that you follow, or that somebody added you to, appear here.',
						'steward'
					) }
				</EmptyState>
			);
		case 'trash':
			return (
				<EmptyState
					icon={ trash }
					title={ __( 'The trash is empty', 'steward' ) }
				/>
			);
		default:
			return (
				<EmptyState
					icon={ chartBar }
					title={
						tab === 'mine'
							? __( 'You own no opportunities yet', 'steward' )
							: __( 'No opportunities yet', 'steward' )
					}
					actions={
						onAdd && (
							<Button
								__next40pxDefaultSize
								variant="primary"
								onClick={ onAdd }
							>
								{ __( 'Add opportunity', 'steward' ) }
							</Button>
						)
					}
				>
					{ onAdd
						? __(
								'Add the first deal of a contact, then move it from stage to stage.',
								'steward'
							)
						: __(
								'Opportunities that you may see will appear here.',
								'steward'
							) }
				</EmptyState>
			);
	}
}
