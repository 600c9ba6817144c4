import { useRef, type ReactElement, type ReactNode } from 'react';
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { useUnsavedGuard } from '../lib/router';
import { useSaveShortcut } from '../lib/useFormEvents';

export interface SaveBarProps {
	isDirty: boolean;
	isSaving: boolean;
	onSave: () => void;
	onDiscard: () => void;
	/** What saving would change, instead of saying only that something is unsaved. */
	state?: ReactNode;
	/** Why what is there can't be saved is said elsewhere. */
	isBlocked?: boolean;
}

/**
 * Save Changes for a form: stays in sight, asks before unsaved work is left, and answers to Ctrl+S or ⌘S.
 *
 * @param props What there is to save.
 */
export function SaveBar( props: SaveBarProps ): ReactElement {
	const { isDirty, isSaving, isBlocked = false, onSave, onDiscard } = props;
	useUnsavedGuard( isDirty );
	const bar = useRef< HTMLDivElement >( null );
	useSaveShortcut( bar, () => {
		if ( isDirty && ! isSaving && ! isBlocked ) {
			onSave();
		}
	} );
	return (
		<div
			ref={ bar }
			className={ `steward-save-bar${ isDirty ? ' is-dirty' : '' }` }
			role="region"
			aria-label={ __( 'Save', 'steward' ) }
		>
			<Button
				__next40pxDefaultSize
				variant="primary"
				isBusy={ isSaving }
				disabled={ ! isDirty || isSaving || isBlocked }
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
				{ isDirty
					? ( props.state ?? __( 'Unsaved changes', 'steward' ) )
					: '' }
			</span>
		</div>
	);
}
