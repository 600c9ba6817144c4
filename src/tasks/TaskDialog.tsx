import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import { Button, Modal, Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import { ConfirmDialog } from '../components/ConfirmDialog';
import type { Task } from '../entities';
import { closesByEscape } from '../lib/escape';
import { personOf } from '../lib/people';
import { useUnsavedGuard } from '../lib/router';
import { useFirstError } from '../lib/useFirstError';
import { useSaveShortcut } from '../lib/useFormEvents';
import { AboutLinks, type About } from './about';
import { TaskFields } from './TaskFields';
import { useTaskDraft } from './useTaskDraft';
import { WhyNot } from './WhyNot';

export interface TaskDialogProps {
	/** The one to look at and change; null to add one. */
	task: Task | null;
	/** What a new one is about; it is chosen where nothing is given. */
	about?: About;
	onClose: () => void;
	/** After it was saved. */
	onSaved?: ( task: Task ) => void;
}

function AboutNew( { about }: { about: About } ): ReactElement | null {
	const name = about.opportunity?.title ?? about.contact?.name;
	return name ? (
		<p className="steward-task-dialog__about">
			{ sprintf(
				/* translators: %s: a contact's name or an opportunity's title. */
				__( 'About %s', 'steward' ),
				name
			) }
		</p>
	) : null;
}

function titleText( task: Task | null ): string {
	if ( ! task ) {
		return __( 'Add follow-up', 'steward' );
	}
	return task.can.update
		? __( 'Edit follow-up', 'steward' )
		: __( 'Follow-up', 'steward' );
}

/**
 * Adding a follow-up, or changing one. Closing it asks when there is unsaved work.
 *
 * @param props Which, and what follows.
 */
export function TaskDialog( props: TaskDialogProps ): ReactElement {
	const { task, about = {}, onClose, onSaved } = props;
	const form = useTaskDraft( task, about );
	const element = useRef< HTMLFormElement >( null );
	const [ isAsking, setAsking ] = useState( false );
	const mayEdit = task?.can.update ?? true;
	useFirstError( element, form.errors );
	useUnsavedGuard( form.isDirty );

	async function save(): Promise< void > {
		if ( ! mayEdit ) {
			return;
		}
		const saved = await form.save();
		if ( saved ) {
			onClose();
			onSaved?.( saved );
		}
	}
	useSaveShortcut( element, () => void save() );
	const ask = () => {
		if ( ! form.isSaving ) {
			( form.isDirty ? () => setAsking( true ) : onClose )();
		}
	};

	return (
		<Modal
			title={ titleText( task ) }
			size="medium"
			className="steward-dialog steward-task-dialog"
			focusOnMount="firstInputElement"
			shouldCloseOnClickOutside={ ! form.isDirty }
			onRequestClose={ ask }
		>
			<form
				ref={ element }
				noValidate
				onKeyDownCapture={ closesByEscape( ask ) }
				onSubmit={ ( event: FormEvent ) => {
					event.preventDefault();
					void save();
				} }
			>
				<div className="steward-dialog__body">
					{ form.refusal && (
						<Notice status="error" isDismissible={ false }>
							{ form.refusal }
						</Notice>
					) }
					{ task && <WhyNot task={ task } /> }
					{ task ? (
						<AboutLinks task={ task } />
					) : (
						<AboutNew about={ about } />
					) }
					<TaskFields
						draft={ form.draft }
						errors={ form.errors }
						disabled={ ! mayEdit }
						assigneeName={
							task?.assignee
								? personOf( task, task.assignee ).name
								: undefined
						}
						choosesContact={
							! task && ! about.contact && ! about.opportunity
						}
						onChange={ form.change }
					/>
				</div>
				<div className="steward-dialog__actions">
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						disabled={ form.isSaving }
						onClick={ ask }
					>
						{ mayEdit
							? __( 'Cancel', 'steward' )
							: __( 'Close', 'steward' ) }
					</Button>
					{ mayEdit && (
						<Button
							__next40pxDefaultSize
							type="submit"
							variant="primary"
							isBusy={ form.isSaving }
							disabled={ form.isSaving }
							accessibleWhenDisabled
							aria-keyshortcuts="Control+S Meta+S"
						>
							{ task
								? __( 'Save Changes', 'steward' )
								: __( 'Add follow-up', 'steward' ) }
						</Button>
					) }
				</div>
			</form>
			{ isAsking && (
				<ConfirmDialog
					title={ __( 'Leave without saving?', 'steward' ) }
					confirmLabel={ __( 'Discard changes', 'steward' ) }
					cancelLabel={ __( 'Keep editing', 'steward' ) }
					isDestructive
					onConfirm={ onClose }
					onCancel={ () => setAsking( false ) }
				>
					{ __( 'Your changes haven’t been saved.', 'steward' ) }
				</ConfirmDialog>
			) }
		</Modal>
	);
}
