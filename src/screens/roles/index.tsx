/**
 * The Role Manager: what each role may see and do.
 */
import type { ReactElement } from 'react';
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { caution, lock } from '@wordpress/icons';

import { boot } from '../../boot';
import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import { Skeleton } from '../../components/Skeleton';
import { errorText } from '../../lib/errors';
import { useLoaded } from '../../lib/useLoaded';
import { listPresets, listRoles } from './api';
import { Permissions } from './Permissions';
import './roles.scss';

function Loaded(): ReactElement {
	const { data, error, reload, setData } = useLoaded( () =>
		Promise.all( [ listRoles(), listPresets() ] )
	);
	if ( data ) {
		const [ rows, presets ] = data;
		return (
			<Permissions
				rows={ rows }
				presets={ presets }
				onRows={ ( change ) =>
					setData(
						( last ) => last && [ change( last[ 0 ] ), last[ 1 ] ]
					)
				}
			/>
		);
	}
	return (
		<>
			<PageHeader title={ __( 'Role Manager', 'steward' ) } />
			{ error ? (
				<EmptyState
					icon={ caution }
					tone="error"
					title={ __( 'The roles could not be loaded', 'steward' ) }
					actions={
						<Button
							__next40pxDefaultSize
							variant="secondary"
							onClick={ reload }
						>
							{ __( 'Retry', 'steward' ) }
						</Button>
					}
				>
					{ errorText( error ) }
				</EmptyState>
			) : (
				<div className="steward-roles__loading">
					<Skeleton
						variant="rows"
						count={ 7 }
						label={ __( 'Loading roles…', 'steward' ) }
					/>
				</div>
			) }
		</>
	);
}

/** The Role Manager, for those who manage Steward. */
export default function RolesScreen(): ReactElement {
	if ( boot.can.manage ) {
		return <Loaded />;
	}
	return (
		<>
			<PageHeader title={ __( 'Role Manager', 'steward' ) } />
			<EmptyState
				icon={ lock }
				title={ __( 'You can’t change roles', 'steward' ) }
			>
				{ __(
					'Your role lacks “Manage Steward”. Ask an administrator for it.',
					'steward'
				) }
			</EmptyState>
		</>
	);
}
