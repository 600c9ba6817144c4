import { useState, type ReactElement } from 'react';
import { Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import { ConfirmDialog } from '../../components/ConfirmDialog';
import { Skeleton } from '../../components/Skeleton';
import type { Member } from '../../entities';
import { errorText } from '../../lib/errors';
import { useNotices } from '../../lib/notices';
import { formatNumber } from '../../lib/numbers';
import { useLoaded } from '../../lib/useLoaded';
import { changeMember, getSight } from './api';

/**
 * Asks before Only Assigned Data is turned on or off, and says what that does.
 *
 * @param props         Whose switch.
 * @param props.member  The person.
 * @param props.onClose When it is over.
 * @param props.onDone  When it was done.
 */
export function NarrowDialog( {
	member,
	onClose,
	onDone,
}: {
	member: Member;
	onClose: () => void;
	onDone: () => void;
} ): ReactElement {
	const notices = useNotices();
	const on = ! member.only_assigned_data;
	const [ isBusy, setBusy ] = useState( false );
	const [ error, setError ] = useState( '' );
	const sight = useLoaded( () => getSight( member.id ) );
	const counts = sight.data?.contacts;
	const then = on ? counts?.only_assigned : counts?.all;
	const now = on ? counts?.all : counts?.only_assigned;

	async function confirm(): Promise< void > {
		setBusy( true );
		try {
			await changeMember( member.id, { only_assigned_data: on } );
			notices.success(
				on
					? sprintf(
							/* translators: %s: a person. */
							__( '%s now sees only assigned data.', 'steward' ),
							member.name
						)
					: sprintf(
							/* translators: %s: a person. */
							__(
								'%s now sees what their role allows.',
								'steward'
							),
							member.name
						)
			);
			onDone();
			onClose();
		} catch ( thrown ) {
			setError( errorText( thrown ) );
			setBusy( false );
		}
	}

	return (
		<ConfirmDialog
			title={
				on
					? sprintf(
							/* translators: %s: a person. */
							__( 'Only Assigned Data for %s?', 'steward' ),
							member.name
						)
					: sprintf(
							/* translators: %s: a person. */
							__( 'End Only Assigned Data for %s?', 'steward' ),
							member.name
						)
			}
			confirmLabel={
				on ? __( 'Turn on', 'steward' ) : __( 'Turn off', 'steward' )
			}
			isBusy={ isBusy }
			onConfirm={ () => void confirm() }
			onCancel={ onClose }
		>
			{ error && (
				<Notice status="error" isDismissible={ false }>
					{ error }
				</Notice>
			) }
			{ counts ? (
				<p>
					{ then === now
						? sprintf(
								/* translators: 1: a person, 2: how many contacts. */
								__(
									'%1$s will see as many contacts as now: %2$s.',
									'steward'
								),
								member.name,
								formatNumber( now ?? 0 )
							)
						: sprintf(
								/* translators: 1: a person, 2: how many contacts then, 3: how many now. */
								__(
									'%1$s will see %2$s contacts instead of %3$s.',
									'steward'
								),
								member.name,
								formatNumber( then ?? 0 ),
								formatNumber( now ?? 0 )
							) }
				</p>
			) : (
				! sight.error && <Skeleton count={ 1 } />
			) }
			<p>
				{ on
					? __(
							'Whatever the role allows, they reach only what they own or follow, and what is unassigned unless the settings hide it. It counts at once.',
							'steward'
						)
					: __(
							'Their role alone decides again what they see and change. It counts at once.',
							'steward'
						) }
			</p>
		</ConfirmDialog>
	);
}
