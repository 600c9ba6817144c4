import { useState, type ReactElement } from 'react';
import {
	Button,
	DropdownMenu,
	MenuGroup,
	MenuItem,
} from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { backup, moreVertical, trash } from '@wordpress/icons';

import { ConfirmDialog } from '../../components/ConfirmDialog';
import type { Opportunity } from '../../entities';
import { opportunities } from '../../lib/api';
import { notices } from '../../lib/notices';
import { onScreen } from '../../lib/onScreen';

async function restore( deal: Opportunity ): Promise< void > {
	try {
		await opportunities.restore( deal.id );
		notices.success(
			/* translators: %s: an opportunity's title. */
			sprintf( __( '%s was restored.', 'steward' ), deal.title ),
			{ id: 'steward-life' }
		);
	} catch ( thrown ) {
		notices.error( thrown );
	}
}

/**
 * Puts an opportunity in the trash, with Undo.
 *
 * @param deal The opportunity.
 * @return Whether it is there.
 */
export async function trashWithNotice( deal: Opportunity ): Promise< boolean > {
	try {
		await opportunities.trash( deal.id );
	} catch ( thrown ) {
		notices.error( thrown );
		return false;
	}
	notices.success(
		/* translators: %s: an opportunity's title. */
		sprintf( __( '%s is in the trash.', 'steward' ), deal.title ),
		{
			id: 'steward-life',
			undo: {
				run: () => restore( deal ),
				find: () => onScreen( deal ),
			},
		}
	);
	return true;
}

/**
 * Says that it is in the trash, with the way out.
 *
 * @param props      The opportunity.
 * @param props.deal The opportunity.
 */
export function RestoreButton( { deal }: { deal: Opportunity } ): ReactElement {
	const [ isBusy, setBusy ] = useState( false );
	return (
		<Button
			variant="secondary"
			size="compact"
			isBusy={ isBusy }
			onClick={ () => {
				setBusy( true );
				void restore( deal ).finally( () => setBusy( false ) );
			} }
		>
			{ __( 'Restore', 'steward' ) }
		</Button>
	);
}

/**
 * What is hard to take back, behind a menu.
 *
 * @param props        The opportunity.
 * @param props.deal   The opportunity.
 * @param props.onGone When it is away.
 */
export function DealMenu( {
	deal,
	onGone,
}: {
	deal: Opportunity;
	onGone: () => void;
} ): ReactElement | null {
	const [ isAsking, setAsking ] = useState( false );
	const [ isBusy, setBusy ] = useState( false );
	if ( ! deal.can.delete ) {
		return null;
	}
	async function erase(): Promise< void > {
		setBusy( true );
		try {
			await opportunities.erase( deal.id );
			notices.success(
				/* translators: %s: an opportunity's title. */
				sprintf( __( '%s was erased.', 'steward' ), deal.title )
			);
			onGone();
		} catch ( thrown ) {
			notices.error( thrown );
			setBusy( false );
			setAsking( false );
		}
	}
	return (
		<>
			<DropdownMenu
				icon={ moreVertical }
				label={ __( 'More actions', 'steward' ) }
			>
				{ ( { onClose } ) => (
					<MenuGroup>
						{ deal.trashed && (
							<MenuItem
								icon={ backup }
								onClick={ () => {
									onClose();
									void restore( deal );
								} }
							>
								{ __( 'Restore', 'steward' ) }
							</MenuItem>
						) }
						<MenuItem
							icon={ trash }
							isDestructive
							onClick={ () => {
								onClose();
								if ( deal.trashed ) {
									setAsking( true );
								} else {
									void trashWithNotice( deal ).then(
										( isGone ) => isGone && onGone()
									);
								}
							} }
						>
							{ deal.trashed
								? __( 'Erase for good', 'steward' )
								: __( 'Move to trash', 'steward' ) }
						</MenuItem>
					</MenuGroup>
				) }
			</DropdownMenu>
			{ isAsking && (
				<ConfirmDialog
					title={ sprintf(
						/* translators: %s: an opportunity's title. */
						__( 'Erase %s for good?', 'steward' ),
						deal.title
					) }
					confirmLabel={ __( 'Erase for good', 'steward' ) }
					isDestructive
					isBusy={ isBusy }
					onConfirm={ () => void erase() }
					onCancel={ () => setAsking( false ) }
				>
					{ __(
						'The opportunity goes with all that hangs on it, and this can’t be undone. Its contact stays.',
						'steward'
					) }
				</ConfirmDialog>
			) }
		</>
	);
}
