import { useState, type ReactElement } from 'react';
import { __, _n, sprintf } from '@wordpress/i18n';

import { FormDialog, type FieldErrors } from '../../components/FormDialog';
import { MemberPicker, type MemberChoice } from '../../components/MemberPicker';
import type { Task } from '../../entities';
import { nobody } from '../../tasks/Assignee';

/**
 * Who shall do it from now on.
 *
 * @param props          Which.
 * @param props.tasks    The tasks.
 * @param props.onAssign Gives them to somebody, or to nobody.
 * @param props.onClose  When it is over.
 */
export function AssignDialog( {
	tasks,
	onAssign,
	onClose,
}: {
	tasks: Task[];
	onAssign: ( assignee: number | null, name: string ) => Promise< unknown >;
	onClose: () => void;
} ): ReactElement {
	const [ choice, setChoice ] = useState< MemberChoice >( null );
	const [ name, setName ] = useState( '' );
	const [ first ] = tasks;

	function check(): FieldErrors {
		const errors: FieldErrors = {};
		if ( choice === null ) {
			errors.assignee = __(
				'Choose a person, or Nobody yet.',
				'steward'
			);
		}
		return errors;
	}

	return (
		<FormDialog
			title={
				tasks.length === 1 && first
					? sprintf(
							/* translators: %s: a follow-up's title. */
							__( 'Reassign “%s”', 'steward' ),
							first.title
						)
					: sprintf(
							/* translators: %d: how many follow-ups. */
							_n(
								'Reassign %d follow-up',
								'Reassign %d follow-ups',
								tasks.length,
								'steward'
							),
							tasks.length
						)
			}
			size="medium"
			className="has-choices"
			saveLabel={ __( 'Reassign', 'steward' ) }
			names={ [ 'assignee' ] }
			check={ check }
			onSave={ async () => {
				await onAssign( choice === 'unassigned' ? null : choice, name );
			} }
			onClose={ onClose }
		>
			{ ( errors ) => (
				<div className={ errors.assignee ? 'has-error' : undefined }>
					<MemberPicker
						label={ __( 'Assignee', 'steward' ) }
						value={ choice }
						allowUnassigned
						unassigned={ nobody() }
						opensOnDemand
						error={ errors.assignee ?? '' }
						exclude={
							tasks.length === 1 && first?.assignee
								? [ first.assignee ]
								: []
						}
						onChange={ ( next, person ) => {
							setChoice( next );
							setName( person?.name ?? '' );
						} }
					/>
				</div>
			) }
		</FormDialog>
	);
}
