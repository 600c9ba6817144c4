import type { ReactElement } from 'react';
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import {
	check,
	commentAuthorAvatar,
	people,
	search,
	seen,
	trash,
} from '@wordpress/icons';

import { boot } from '../../boot';
import { EmptyState } from '../../components/EmptyState';
import { navigate } from '../../lib/router';
import type { Tab } from './view';

interface Props {
	tab: Tab;
	/** Whether a search or filter is why. */
	isNarrowed: boolean;
	onClear: () => void;
}

function AddContact(): ReactElement | null {
	if ( ! boot.can.create ) {
		return null;
	}
	return (
		<Button
			__next40pxDefaultSize
			variant="primary"
			onClick={ () => navigate( { contact: 'new' } ) }
		>
			{ __( 'Add contact', 'steward' ) }
		</Button>
	);
}

/**
 * Why the list is empty, and what comes next.
 *
 * @param props            Which list.
 * @param props.tab        The tab.
 * @param props.isNarrowed Whether something filters it.
 * @param props.onClear    Takes the filters away.
 */
export function Empty( { tab, isNarrowed, onClear }: Props ): ReactElement {
	if ( isNarrowed ) {
		return (
			<EmptyState
				icon={ search }
				title={ __( 'No contacts match', 'steward' ) }
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
					title={ __( 'Nobody is waiting', 'steward' ) }
				>
					{ __(
						'Every contact has an owner. New ones that come in without one appear here, free to claim.',
						'steward'
					) }
				</EmptyState>
			);
		case 'mine':
			return (
				<EmptyState
					icon={ commentAuthorAvatar }
					title={ __( 'You don’t own any contacts yet', 'steward' ) }
					actions={
						<>
							<Button
								__next40pxDefaultSize
								variant="secondary"
								onClick={ () =>
									navigate(
										{ tab: 'unassigned' },
										{ quiet: true }
									)
								}
							>
								{ __( 'See unassigned contacts', 'steward' ) }
							</Button>
							<AddContact />
						</>
					}
				>
					{ __(
						'Claim an unassigned contact, or add one of your own.',
						'steward'
					) }
				</EmptyState>
			);
		case 'following':
			return (
				<EmptyState
					icon={ seen }
					title={ __( 'You follow nobody yet', 'steward' ) }
				>
					{ __(
						'Contacts that you follow, or that somebody added you to, appear here.',
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
					icon={ people }
					title={ __( 'No contacts yet', 'steward' ) }
					actions={
						<>
							<AddContact />
							{ boot.can.manage && (
								<Button
									__next40pxDefaultSize
									variant="secondary"
									href="admin.php?page=steward-forms"
								>
									{ __( 'Connect a form', 'steward' ) }
								</Button>
							) }
						</>
					}
				>
					{ boot.can.create
						? __(
								'Add your first contact, or connect a form so that whoever writes to you becomes one.',
								'steward'
							)
						: __(
								'Contacts that you may see will appear here.',
								'steward'
							) }
				</EmptyState>
			);
	}
}
