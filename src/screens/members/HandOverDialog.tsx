import { useState, type ReactElement } from 'react';
import { Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import { ConfirmDialog } from '../../components/ConfirmDialog';
import { MemberPicker, type MemberChoice } from '../../components/MemberPicker';
import type { Member } from '../../entities';
import { detailText } from '../../lib/errors';
import { handOver } from './api';

/**
 * Who gets all that a person owns.
 *
 * @param props         Whose.
 * @param props.member  The owner until now.
 * @param props.onClose When it is over.
 * @param props.onStart When the job began, with the name of who gets it; '' for nobody.
 */
export function HandOverDialog( {
	member,
	onClose,
	onStart,
}: {
	member: Member;
	onClose: () => void;
	onStart: ( job: number, to: string ) => void;
} ): ReactElement {
	const [ choice, setChoice ] = useState< MemberChoice >( null );
	const [ name, setName ] = useState( '' );
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
			onStart( job, choice === 'unassigned' ? '' : name );
			onClose();
		} catch ( thrown ) {
			setError( detailText( thrown ) );
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
				onChange={ ( next, person ) => {
					setChoice( next );
					setName( person?.name ?? '' );
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
