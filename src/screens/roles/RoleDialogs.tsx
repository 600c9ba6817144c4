import { useState, type ReactElement } from 'react';
import { Button, Modal, Notice } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { addQueryArgs } from '@wordpress/url';

import { boot } from '../../boot';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { DialogActions } from '../../components/DialogActions';
import type { RolePreset, RoleRow } from '../../entities';
import { detailText } from '../../lib/errors';
import { formatNumber } from '../../lib/numbers';
import { addRole, listRoles, removeRole, renameRole } from './api';
import { NameDialog } from './NameDialog';
import type { RoleTask } from './RoleMenu';
import { StartPicker } from './StartPicker';

export interface RoleDialogsProps {
	task: RoleTask;
	presets: RolePreset[];
	/** A role was made, renamed or removed. */
	onDone: (
		role: string,
		change: ( rows: RoleRow[] ) => RoleRow[],
		text: string
	) => void;
	/** The roles aren't as they were read. */
	onRead: ( rows: RoleRow[] ) => void;
	/** A preset's cells are to be put in a role's row, unsaved. */
	onPreset: ( role: RoleRow, preset: RolePreset ) => void;
	onClose: () => void;
}

function replaced( rows: RoleRow[], row: RoleRow ): RoleRow[] {
	return rows.map( ( one ) => ( one.role === row.role ? row : one ) );
}

function AddDialog( {
	presets,
	onDone,
	onClose,
}: RoleDialogsProps ): ReactElement {
	const [ preset, setPreset ] = useState( presets[ 0 ]?.preset ?? '' );
	return (
		<NameDialog
			title={ __( 'Add a role', 'steward' ) }
			confirmLabel={ __( 'Add role', 'steward' ) }
			initial=""
			onClose={ onClose }
			onConfirm={ async ( name ) => {
				const row = await addRole( name, { preset } );
				onDone(
					row.role,
					( rows ) => [ ...rows, row ],
					sprintf(
						/* translators: %s: a role. */
						__( 'Role “%s” added.', 'steward' ),
						row.name
					)
				);
			} }
		>
			<StartPicker
				label={ __( 'Begins with the permissions of', 'steward' ) }
				presets={ presets }
				chosen={ preset }
				onChoose={ setPreset }
			/>
		</NameDialog>
	);
}

function PresetDialog( {
	role,
	presets,
	onPreset,
	onClose,
}: RoleDialogsProps & { role: RoleRow } ): ReactElement {
	const [ chosen, setChosen ] = useState( presets[ 0 ]?.preset ?? '' );
	const preset = presets.find( ( one ) => one.preset === chosen );
	return (
		<Modal
			title={ sprintf(
				/* translators: %s: a role. */
				__( 'Apply a preset to %s', 'steward' ),
				role.name
			) }
			className="steward-dialog steward-roles-dialog steward-side-panel"
			onRequestClose={ onClose }
		>
			<div className="steward-dialog__body">
				<StartPicker
					label={ __(
						'All permissions of the role become those of the preset. Nothing is saved yet.',
						'steward'
					) }
					presets={ presets }
					chosen={ chosen }
					onChoose={ setChosen }
				/>
			</div>
			<DialogActions
				label={ __( 'Apply preset', 'steward' ) }
				onCancel={ onClose }
				onConfirm={ () => preset && onPreset( role, preset ) }
			/>
		</Modal>
	);
}

/** A role with people stays until they have another one: says so, and where that is done. */
function InUseDialog( {
	role,
	onClose,
}: {
	role: RoleRow;
	onClose: () => void;
} ): ReactElement {
	return (
		<Modal
			title={ sprintf(
				/* translators: %s: a role. */
				__( '%s can’t be removed yet', 'steward' ),
				role.name
			) }
			size="small"
			className="steward-dialog"
			onRequestClose={ onClose }
		>
			<div className="steward-dialog__body">
				<p>
					{ sprintf(
						/* translators: %s: number of people. */
						_n(
							'%s person has this role. Without it they would lose all they may do on this site and, unless they have another CRM role, sight of every contact; what they own would stay theirs, out of their reach. Give them another role first.',
							'%s people have this role. Without it they would lose all they may do on this site and, unless they have another CRM role, sight of every contact; what they own would stay theirs, out of their reach. Give them another role first.',
							role.users,
							'steward'
						),
						formatNumber( role.users )
					) }
				</p>
			</div>
			<div className="steward-dialog__actions">
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					onClick={ onClose }
				>
					{ __( 'Close', 'steward' ) }
				</Button>
				<Button
					__next40pxDefaultSize
					variant="primary"
					href={ addQueryArgs( `${ boot.adminUrl }users.php`, {
						role: role.role,
					} ) }
				>
					{ __( 'Show these people', 'steward' ) }
				</Button>
			</div>
		</Modal>
	);
}

function RemoveDialog( {
	role,
	onDone,
	onRead,
	onClose,
}: RoleDialogsProps & { role: RoleRow } ): ReactElement {
	const [ isBusy, setBusy ] = useState( false );
	const [ error, setError ] = useState( '' );
	async function remove(): Promise< void > {
		setBusy( true );
		setError( '' );
		try {
			await removeRole( role.role );
			onDone(
				role.role,
				( rows ) => rows.filter( ( one ) => one.role !== role.role ),
				sprintf(
					/* translators: %s: a role. */
					__( 'Role “%s” removed.', 'steward' ),
					role.name
				)
			);
		} catch ( thrown ) {
			setError( detailText( thrown ) );
			setBusy( false );
			// Somebody may have got it meanwhile.
			listRoles().then( onRead, () => {} );
		}
	}
	return (
		<ConfirmDialog
			title={ sprintf(
				/* translators: %s: a role. */
				__( 'Remove %s?', 'steward' ),
				role.name
			) }
			confirmLabel={ __( 'Remove role', 'steward' ) }
			isDestructive
			isBusy={ isBusy }
			onConfirm={ () => void remove() }
			onCancel={ onClose }
		>
			{ error ? (
				<Notice status="error" isDismissible={ false }>
					{ error }
				</Notice>
			) : (
				__(
					'Nobody has this role, so nobody loses anything. This can’t be undone.',
					'steward'
				)
			) }
		</ConfirmDialog>
	);
}

/**
 * The dialog of what was chosen to be done to a role.
 *
 * @param props What, and to which role.
 */
export function RoleDialogs( props: RoleDialogsProps ): ReactElement {
	const { task, onDone, onClose } = props;
	if ( task.task === 'add' ) {
		return <AddDialog { ...props } />;
	}
	const { role } = task;
	switch ( task.task ) {
		case 'preset':
			return <PresetDialog { ...props } role={ role } />;
		case 'clone':
			return (
				<NameDialog
					title={ sprintf(
						/* translators: %s: a role. */
						__( 'Clone %s', 'steward' ),
						role.name
					) }
					confirmLabel={ __( 'Clone role', 'steward' ) }
					initial={ sprintf(
						/* translators: %s: a role. */
						__( '%s (copy)', 'steward' ),
						role.name
					) }
					onClose={ onClose }
					onConfirm={ async ( name ) => {
						const row = await addRole( name, { clone: role.role } );
						onDone(
							row.role,
							( rows ) => [ ...rows, row ],
							sprintf(
								/* translators: %s: a role. */
								__( 'Role “%s” added.', 'steward' ),
								row.name
							)
						);
					} }
				>
					<p className="steward-roles__hint">
						{ __(
							'The new role gets everything this role may do, in Steward and in WordPress, as it is saved. Nobody has it yet.',
							'steward'
						) }
					</p>
				</NameDialog>
			);
		case 'rename':
			return (
				<NameDialog
					title={ sprintf(
						/* translators: %s: a role. */
						__( 'Rename %s', 'steward' ),
						role.name
					) }
					confirmLabel={ __( 'Rename role', 'steward' ) }
					initial={ role.name }
					onClose={ onClose }
					onConfirm={ async ( name ) => {
						const row = await renameRole( role.role, name );
						onDone(
							row.role,
							( rows ) => replaced( rows, row ),
							sprintf(
								/* translators: %s: a role. */
								__( 'The role is now called “%s”.', 'steward' ),
								row.name
							)
						);
					} }
				/>
			);
		default:
			return role.users > 0 ? (
				<InUseDialog role={ role } onClose={ onClose } />
			) : (
				<RemoveDialog { ...props } role={ role } />
			);
	}
}
