import {
	useMemo,
	useRef,
	useState,
	type ReactElement,
	type ReactNode,
} from 'react';
import { Button, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { PageHeader } from '../../components/PageHeader';
import { SaveBar } from '../../components/SaveBar';
import type { RolePreset, RoleRow } from '../../entities';
import { detailText } from '../../lib/errors';
import { useNotices } from '../../lib/notices';
import { useRoute } from '../../lib/router';
import { useNarrow } from '../../lib/useNarrow';
import { saveRoles } from './api';
import { clashesOf } from './clashes';
import { cellMark, focusCell } from './focus';
import { groupsOf, withCell, withPreset } from './matrix';
import { messagesOf } from './messages';
import { RoleDialogs } from './RoleDialogs';
import type { RoleTask } from './RoleMenu';
import { RolesCards } from './RolesCards';
import { RolesGrid } from './RolesGrid';
import { saveBesideOthers } from './saving';
import {
	changeSentence,
	clashSentence,
	listedSentences,
	warningSentence,
} from './sentence';
import { usePreview } from './usePreview';
import { neighbour, useRoleFocus } from './useRoleFocus';
import { useWork } from './useWork';

export interface PermissionsProps {
	rows: RoleRow[];
	presets: RolePreset[];
	onRows: ( change: ( rows: RoleRow[] ) => RoleRow[] ) => void;
}

/**
 * The matrix, its changes and what they mean.
 *
 * @param props The roles as they are stored.
 */
export function Permissions( props: PermissionsProps ): ReactElement {
	const { rows, presets, onRows } = props;
	const notices = useNotices();
	const narrow = useNarrow();
	const { draft, clashes, edit, discard, receive } = useWork( rows, ( now ) =>
		onRows( () => now )
	);
	const changedLast = useRef( '' );
	const [ isSaving, setSaving ] = useState( false );
	const [ error, setError ] = useState( '' );
	const [ othersSaved, setOthersSaved ] = useState( false );
	const [ task, setTask ] = useState< RoleTask | null >( null );
	const { previews, isCounting, error: uncounted } = usePreview( draft );
	const focusRole = useRoleFocus( rows, useRoute().params.role );
	const groups = useMemo( () => groupsOf( rows[ 0 ] ), [ rows ] );
	const messages = Object.fromEntries(
		rows.map( ( row ) => [
			row.role,
			messagesOf(
				row,
				previews.find( ( { role } ) => role === row.role ),
				draft,
				clashes
			),
		] )
	);
	const refused = previews.find( ( { refusal } ) => refusal );

	async function save(): Promise< void > {
		setSaving( true );
		setError( '' );
		const done = await saveBesideOthers( draft, rows, saveRoles );
		receive( done.rows );
		setSaving( false );
		if ( done.error ) {
			setError( detailText( done.error ) );
		}
		const isInPart =
			Object.keys( clashesOf( draft, rows, done.rows ) ).length > 0;
		setOthersSaved( done.saved && isInPart );
		if ( done.saved && ! isInPart ) {
			notices.success( __( 'Permissions saved.', 'steward' ) );
		}
	}

	let state: ReactNode;
	if ( refused?.refusal ) {
		state = refused.refusal.message;
	} else if ( uncounted ) {
		state = `${ __(
			'What this means could not be counted.',
			'steward'
		) } ${ detailText( uncounted ) }`;
	} else {
		state = isCounting
			? __( 'Counting what this means…', 'steward' )
			: listedSentences( [
					changeSentence( previews, draft ),
					warningSentence( previews ),
				] );
	}

	const view = {
		rows,
		groups,
		draft,
		messages,
		onTask: setTask,
		onChange: (
			...[ row, path, value ]: Parameters<
				Parameters< typeof RolesGrid >[ 0 ][ 'onChange' ]
			>
		) => {
			changedLast.current = cellMark( row.role, path )[ 'data-cell' ];
			edit( ( last ) => withCell( last, row, path, value ) );
		},
	};
	const clash = clashSentence( clashes, rows, draft );
	return (
		<div className="steward-roles">
			<PageHeader
				title={ __( 'Role Manager', 'steward' ) }
				subtitle={ __(
					'Permissions: what each role may see and do.',
					'steward'
				) }
				actions={
					<Button
						__next40pxDefaultSize
						variant="secondary"
						onClick={ () => setTask( { task: 'add' } ) }
					>
						{ __( 'Add role', 'steward' ) }
					</Button>
				}
			/>
			{ narrow ? <RolesCards { ...view } /> : <RolesGrid { ...view } /> }
			<div className="steward-roles__bar">
				{ clash && (
					<Notice status="warning" isDismissible={ false }>
						{ listedSentences( [
							clash,
							othersSaved
								? __(
										'The other changes are saved.',
										'steward'
									)
								: '',
						] ) }
					</Notice>
				) }
				{ error && (
					<Notice status="error" isDismissible={ false }>
						{ error }
					</Notice>
				) }
				<SaveBar
					isDirty={ Object.keys( draft ).length > 0 }
					isSaving={ isSaving }
					isBlocked={ Boolean( refused ) }
					state={ state }
					onSave={ () => void save() }
					onDiscard={ () => {
						discard();
						setError( '' );
						// The button that had the focus goes.
						window.requestAnimationFrame( () =>
							focusCell( changedLast.current )
						);
					} }
				/>
			</div>
			{ task && (
				<RoleDialogs
					task={ task }
					presets={ presets }
					onClose={ () => {
						setTask( null );
						if ( task.task !== 'add' ) {
							focusRole( task.role.role );
						}
					} }
					onRead={ receive }
					onPreset={ ( role, preset ) => {
						changedLast.current = cellMark(
							role.role,
							groups[ 0 ]?.columns[ 0 ]?.path ?? ''
						)[ 'data-cell' ];
						edit( ( last ) => withPreset( last, role, preset ) );
						setTask( null );
						focusRole( role.role );
					} }
					onDone={ ( role, change, text ) => {
						receive( change( rows ) );
						focusRole(
							task.task === 'remove'
								? neighbour( rows, role )
								: role
						);
						setTask( null );
						notices.success( text );
					} }
				/>
			) }
		</div>
	);
}
