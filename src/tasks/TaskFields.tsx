import type { ReactElement, ReactNode } from 'react';
import {
	Button,
	TextControl,
	__experimentalToggleGroupControl as ToggleGroupControl,
	__experimentalToggleGroupControlOption as ToggleGroupControlOption,
} from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import { ContactPicker } from '../components/ContactPicker';
import { FieldError } from '../components/FieldError';
import { MemberPicker } from '../components/MemberPicker';
import type { TaskPriority } from '../entities';
import { addDays, dayKey, zoneName } from '../lib/dates';
import { nobody } from './Assignee';
import type { DraftErrors, TaskDraft, TaskField } from './draft';
import { priorityOptions } from './labels';

export interface TaskFieldsProps {
	draft: TaskDraft;
	errors: DraftErrors;
	disabled?: boolean;
	/** Who it is for, where that can't be chosen. */
	assigneeName?: string;
	/** Whether the contact is chosen here. */
	choosesContact?: boolean;
	onChange: ( patch: Partial< TaskDraft > ) => void;
}

function Field( {
	id,
	errors,
	children,
	ownError,
}: {
	id: TaskField;
	errors: DraftErrors;
	children: ReactNode;
	/** Whether what is in it says the error itself. */
	ownError?: boolean;
} ): ReactElement {
	return (
		<div
			className={ `steward-task-field is-${ id }${
				errors[ id ] ? ' has-error' : ''
			}` }
		>
			{ children }
			{ ! ownError && (
				<FieldError
					id={ `steward-task-${ id }-error` }
					message={ errors[ id ] }
				/>
			) }
		</div>
	);
}

/** Days that are often meant, one press away. */
function Shortcuts( {
	onChange,
}: Pick< TaskFieldsProps, 'onChange' > ): ReactElement {
	const today = dayKey( new Date().toISOString() );
	const days = [
		{ label: __( 'Today', 'steward' ), day: today },
		{ label: __( 'Tomorrow', 'steward' ), day: addDays( today, 1 ) },
		{ label: __( 'In a week', 'steward' ), day: addDays( today, 7 ) },
	];
	return (
		<div className="steward-task-field__days">
			{ days.map( ( { label, day } ) => (
				<Button
					key={ label }
					variant="tertiary"
					size="small"
					onClick={ () => onChange( { day } ) }
				>
					{ label }
				</Button>
			) ) }
		</div>
	);
}

function Due( props: TaskFieldsProps ): ReactElement {
	const { draft, errors, disabled, onChange } = props;
	const described = errors.due_gmt
		? {
				'aria-invalid': true,
				'aria-describedby': 'steward-task-due_gmt-error',
			}
		: {};
	return (
		<fieldset className="steward-task-due">
			<legend className="screen-reader-text">
				{ __( 'Due', 'steward' ) }
			</legend>
			<TextControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				type="date"
				label={ __( 'Due on', 'steward' ) }
				value={ draft.day }
				disabled={ disabled }
				{ ...described }
				onChange={ ( day ) => onChange( { day } ) }
			/>
			<TextControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				type="time"
				label={ __( 'Time', 'steward' ) }
				value={ draft.time }
				disabled={ disabled }
				onChange={ ( time ) => onChange( { time } ) }
			/>
			{ ! disabled && <Shortcuts onChange={ onChange } /> }
			<p className="steward-task-due__zone">
				{ sprintf(
					/* translators: %s: a time zone. */
					__(
						'Optional. Without a time it is due by the end of the day, in the site’s time zone (%s).',
						'steward'
					),
					zoneName()
				) }
			</p>
		</fieldset>
	);
}

/**
 * A follow-up's fields.
 *
 * @param props What is filled in, and what happens to it.
 */
export function TaskFields( props: TaskFieldsProps ): ReactElement {
	const { draft, errors, disabled, onChange } = props;
	return (
		<>
			<Field id="title" errors={ errors }>
				<TextControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'What is to be done', 'steward' ) }
					value={ draft.title }
					maxLength={ 200 }
					disabled={ disabled }
					required
					autoComplete="off"
					{ ...( errors.title
						? {
								'aria-invalid': true,
								'aria-describedby': 'steward-task-title-error',
							}
						: {} ) }
					onChange={ ( title ) => onChange( { title } ) }
				/>
			</Field>
			{ props.choosesContact && (
				<Field id="contact" errors={ errors }>
					<ContactPicker
						value={ draft.contact }
						onChange={ ( contact ) => onChange( { contact } ) }
					/>
				</Field>
			) }
			<Field id="due_gmt" errors={ errors }>
				<Due { ...props } />
			</Field>
			<Field id="assignee" errors={ errors } ownError={ ! disabled }>
				{ disabled ? (
					<TextControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ __( 'Assignee', 'steward' ) }
						value={ props.assigneeName ?? nobody().label }
						disabled
						onChange={ () => {} }
					/>
				) : (
					<MemberPicker
						label={ __( 'Assignee', 'steward' ) }
						value={ draft.assignee }
						allowUnassigned
						unassigned={ nobody() }
						opensOnDemand
						error={ errors.assignee }
						onChange={ ( assignee ) => onChange( { assignee } ) }
					/>
				) }
			</Field>
			<Field id="priority" errors={ errors }>
				<ToggleGroupControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					isBlock
					label={ __( 'Priority', 'steward' ) }
					value={ draft.priority }
					onChange={ ( priority ) =>
						onChange( { priority: priority as TaskPriority } )
					}
				>
					{ priorityOptions().map( ( { value, label } ) => (
						<ToggleGroupControlOption
							key={ value }
							value={ value }
							label={ label }
							disabled={ disabled }
						/>
					) ) }
				</ToggleGroupControl>
			</Field>
		</>
	);
}
