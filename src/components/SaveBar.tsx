import { useEffect, useRef, type ReactElement } from 'react';
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { useUnsavedGuard } from '../lib/router';

export interface SaveBarProps {
	isDirty: boolean;
	isSaving: boolean;
	onSave: () => void;
	onDiscard: () => void;
}

/**
 * Save Changes for a form: stays in sight, asks before unsaved work is left, and answers to Ctrl+S or ⌘S.
 *
 * @param props What there is to save.
 */
export function SaveBar( props: SaveBarProps ): ReactElement {
	const { isDirty, isSaving, onSave, onDiscard } = props;
	useUnsavedGuard( isDirty );
	const save = useRef( onSave );
	save.current = onSave;
	useEffect( () => {
		const onKey = ( event: KeyboardEvent ): void => {
			const wanted =
				( event.ctrlKey || event.metaKey ) &&
				! event.altKey &&
				! event.shiftKey &&
				event.key.toLowerCase() === 's';
			if ( wanted ) {
				event.preventDefault();
				if ( isDirty && ! isSaving ) {
					save.current();
				}
			}
		};
		document.addEventListener( 'keydown', onKey );
		return () => document.removeEventListener( 'keydown', onKey );
	}, [ isDirty, isSaving ] );
	return (
		<div
			className={ `steward-save-bar${ isDirty ? ' is-dirty' : '' }` }
			role="region"
			aria-label={ __( 'Save', 'steward' ) }
		>
			<Button
				__next40pxDefaultSize
				variant="primary"
				isBusy={ isSaving }
				disabled={ ! isDirty || isSaving }
				accessibleWhenDisabled
				onClick={ onSave }
			>
				{ __( 'Save Changes', 'steward' ) }
			</Button>
			{ isDirty && (
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					disabled={ isSaving }
					onClick={ onDiscard }
				>
					{ __( 'Discard', 'steward' ) }
				</Button>
			) }
			<span className="steward-save-bar__state" role="status">
				{ isDirty ? __( 'Unsaved changes', 'steward' ) : '' }
			</span>
		</div>
	);
}
