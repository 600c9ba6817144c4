import type { ReactElement } from 'react';
import { DropdownMenu } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { copy, moreVertical, pencil, settings, trash } from '@wordpress/icons';

import type { RoleRow } from '../../entities';

/** What a dialog is about. */
export type RoleTask =
	| { task: 'add' }
	| { task: 'preset' | 'clone' | 'rename' | 'remove'; role: RoleRow };

export interface RoleMenuProps {
	role: RoleRow;
	onTask: ( task: RoleTask ) => void;
	/** In the grid: its place, as other cells have one. */
	toggleProps?: Record< string, unknown >;
}

/**
 * What can be done to a role as a whole.
 *
 * @param props The role.
 */
export function RoleMenu( props: RoleMenuProps ): ReactElement {
	const { role, onTask } = props;
	const toggleProps: Record< string, unknown > = {
		size: 'compact',
		// Where the focus goes when a dialog about the role is over.
		'data-role': role.role,
		...props.toggleProps,
	};
	const item = (
		task: 'preset' | 'clone' | 'rename' | 'remove',
		title: string,
		icon: ReactElement
	) => ( { title, icon, onClick: () => onTask( { task, role } ) } );
	return (
		<DropdownMenu
			icon={ moreVertical }
			label={ sprintf(
				/* translators: %s: a role. */
				__( 'Actions for %s', 'steward' ),
				role.name
			) }
			// The arrows lead on within the grid.
			disableOpenOnArrowDown
			toggleProps={ toggleProps }
			controls={ [
				[
					item(
						'preset',
						__( 'Apply a preset', 'steward' ),
						settings
					),
					item( 'clone', __( 'Clone', 'steward' ), copy ),
					item( 'rename', __( 'Rename', 'steward' ), pencil ),
				],
				role.removable
					? [ item( 'remove', __( 'Remove', 'steward' ), trash ) ]
					: [],
			].filter( ( set ) => set.length > 0 ) }
		/>
	);
}
