import { useState, type ReactElement } from 'react';
import { Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import { ConfirmDialog } from '../../components/ConfirmDialog';
import { MemberPicker, type MemberChoice } from '../../components/MemberPicker';
import type { Member } from '../../entities';
import { errorText } from '../../lib/errors';
import { handOver } from './api';

/**
 * Who gets all that a person owns.
 *
 * @param props         Whose.
 * @param props.member  The owner until now.
 * @param props.onClose When it is over.
 * @param props.onStart When the job began.
 */
export function HandOverDialog( {
	member,
	onClose,
	onStart,
}: {
	member: Member;
	onClose: () => void;
	onStart: ( job: number ) => void;
} ): ReactElement {
	const [ choice, setChoice ] = useState< MemberChoice >( null );
	const [ isBusy, setBusy ] = useState( false );
	const [ error, setError ] = useState( '' );

	async function confirm(): Promise< void > {
		if ( choice === null ) {
			setError( __( 'Choose a person, or Unassigned.', 'steward' ) );
			return;
		}
		setBusy( true );
		try {
			const { job } = await handOver(
				member.id,
				choice === 'unassigned' ? null : choice
			);
			onStart( job );
			onClose();
		} catch ( thrown ) {
			setError( errorText( thrown ) );
			setBusy( false );
		}
	}

	return (
		<ConfirmDialog
			title={ sprintf(
				/* translators: %s: a person. */
				__( 'Hand over what %s owns', 'steward' ),
				member.name
			) }
			confirmLabel={ __( 'Hand over', 'steward' ) }
			isBusy={ isBusy }
			onConfirm={ () => void confirm() }
			onCancel={ onClose }
		>
			{ error && (
				<Notice status="error" isDismissible={ false }>
					{ error }
				</Notice>
			) }
			<MemberPicker
				label={ __( 'New owner', 'steward' ) }
				value={ choice }
				allowUnassigned
				exclude={ [ member.id ] }
				onChange={ ( next ) => {
					setChoice( next );
					setError( '' );
				} }
			/>
			<p>
				{ __(
					'All of it, what is in the trash too, moves in the background. Each change is in the activity.',
					'steward'
				) }
			</p>
		</ConfirmDialog>
	);
}
