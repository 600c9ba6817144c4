import { useRef, useState, type ReactElement } from 'react';
import { Button, Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import { ConfirmDialog } from '../../components/ConfirmDialog';
import { Panel } from '../../components/Panel';
import { Skeleton } from '../../components/Skeleton';
import type { SubmissionKey } from '../../entities';
import { errorText } from '../../lib/errors';
import { useNotices } from '../../lib/notices';
import { useLoaded } from '../../lib/useLoaded';
import { deleteKey, listKeys } from './api';
import { KeyDialog } from './KeyDialog';
import { KeysTable } from './KeysTable';

/** The keys with which other sites and programs send submissions. */
export function SubmissionKeys(): ReactElement {
	const notices = useNotices();
	const { data, error, reload, setData } = useLoaded( listKeys );
	const [ isCreating, setCreating ] = useState( false );
	const [ doomed, setDoomed ] = useState< SubmissionKey | null >( null );
	const [ isDeleting, setDeleting ] = useState( false );
	const create = useRef< HTMLButtonElement >( null );

	async function remove( { id, name }: SubmissionKey ): Promise< void > {
		setDeleting( true );
		try {
			await deleteKey( id );
			setData( ( all ) => all?.filter( ( key ) => key.id !== id ) );
			notices.success(
				sprintf(
					/* translators: %s: a key's name. */
					__( 'Key “%s” deleted.', 'steward' ),
					name
				)
			);
			setDoomed( null );
			// The button that asked for it is gone with its row.
			requestAnimationFrame( () => create.current?.focus() );
		} catch ( thrown ) {
			setDoomed( null );
			notices.error( thrown );
		} finally {
			setDeleting( false );
		}
	}

	return (
		<Panel
			title={ __( 'Submission keys', 'steward' ) }
			text={ __(
				'With a key, another site or program sends contacts to this one. It can do nothing else: it reads no contact.',
				'steward'
			) }
			actions={
				<Button
					ref={ create }
					__next40pxDefaultSize
					variant="secondary"
					onClick={ () => setCreating( true ) }
				>
					{ __( 'Create key', 'steward' ) }
				</Button>
			}
		>
			{ ! data && ! error && (
				<Skeleton
					variant="rows"
					count={ 2 }
					label={ __( 'Loading keys…', 'steward' ) }
				/>
			) }
			{ error && (
				<Notice status="error" isDismissible={ false }>
					<p>{ errorText( error ) }</p>
					<Button variant="secondary" onClick={ reload }>
						{ __( 'Retry', 'steward' ) }
					</Button>
				</Notice>
			) }
			{ data && data.length === 0 && (
				<p className="steward-keys__none">
					{ __(
						'No keys yet. Create one for each site or program, so that each can be shut out alone.',
						'steward'
					) }
				</p>
			) }
			{ data && data.length > 0 && (
				<KeysTable keys={ data } onDelete={ setDoomed } />
			) }
			{ isCreating && (
				<KeyDialog
					onCreated={ ( { key: secret, ...shown } ) =>
						// The secret stays with the dialog that shows it.
						setData( ( all ) =>
							secret ? [ shown, ...( all ?? [] ) ] : all
						)
					}
					onClose={ () => setCreating( false ) }
				/>
			) }
			{ doomed && (
				<ConfirmDialog
					title={ sprintf(
						/* translators: %s: a key's name. */
						__( 'Delete key “%s”?', 'steward' ),
						doomed.name
					) }
					confirmLabel={ __( 'Delete key', 'steward' ) }
					isDestructive
					isBusy={ isDeleting }
					onConfirm={ () => void remove( doomed ) }
					onCancel={ () => setDoomed( null ) }
				>
					{ __(
						'Whoever uses it is refused at once, and what they send is not kept. This can’t be undone.',
						'steward'
					) }
				</ConfirmDialog>
			) }
		</Panel>
	);
}
