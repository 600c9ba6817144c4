import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import { Button, Modal } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';

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
	const [ missing, setMissing ] = useState( '' );
	const [ isBusy, setBusy ] = useState( false );
	const picker = useRef< HTMLDivElement >( null );
	const [ first ] = tasks;

	function submit( event: FormEvent ): void {
		event.preventDefault();
		if ( choice === null ) {
			setMissing( __( 'Choose a person, or Nobody yet.', 'steward' ) );
			picker.current?.querySelector( 'input' )?.focus();
			return;
		}
		setBusy( true );
		void onAssign( choice === 'unassigned' ? null : choice, name ).finally(
			() => setBusy( false )
		);
	}

	return (
		<Modal
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
			className="steward-dialog steward-reassign"
			focusOnMount="firstInputElement"
			onRequestClose={ () => ! isBusy && onClose() }
		>
			<form onSubmit={ submit }>
				<div className="steward-dialog__body">
					<div ref={ picker }>
						<MemberPicker
							label={ __( 'Assignee', 'steward' ) }
							value={ choice }
							allowUnassigned
							unassigned={ nobody() }
							opensOnDemand
							error={ missing }
							exclude={
								tasks.length === 1 && first?.assignee
									? [ first.assignee ]
									: []
							}
							onChange={ ( next, person ) => {
								setChoice( next );
								setName( person?.name ?? '' );
								setMissing( '' );
							} }
						/>
					</div>
				</div>
				<div className="steward-dialog__actions">
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						disabled={ isBusy }
						onClick={ onClose }
					>
						{ __( 'Cancel', 'steward' ) }
					</Button>
					<Button
						__next40pxDefaultSize
						type="submit"
						variant="primary"
						isBusy={ isBusy }
						disabled={ isBusy }
						accessibleWhenDisabled
					>
						{ __( 'Reassign', 'steward' ) }
					</Button>
				</div>
			</form>
		</Modal>
	);
}
