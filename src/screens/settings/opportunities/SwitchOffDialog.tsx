import { useId, type ReactElement } from 'react';
import { Button, Notice } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';

import { ConfirmDialog } from '../../../components/ConfirmDialog';
import { PersonAvatar } from '../../../components/PersonAvatar';
import { Skeleton } from '../../../components/Skeleton';
import type { Differing, OwnerCount } from '../../../entities';
import { errorText } from '../../../lib/errors';
import { formatNumber } from '../../../lib/numbers';
import { useLoaded } from '../../../lib/useLoaded';
import { previewSwitchingOff } from './api';

export interface SwitchOffDialogProps {
	isBusy: boolean;
	onConfirm: () => void;
	onCancel: () => void;
}

/** Enough to see who is concerned. */
const SHOWN = 8;

const countText = ( count: number ): string =>
	sprintf(
		/* translators: %s: how many opportunities. */
		_n( '%s opportunity', '%s opportunities', count, 'steward' ),
		formatNumber( count )
	);

interface PeopleProps {
	title: string;
	people: OwnerCount[];
}

/** Who has or gets how many. */
function People( { title, people }: PeopleProps ): ReactElement {
	const id = useId();
	const rest = people.slice( SHOWN );
	return (
		<div>
			<p className="steward-dialog__text" id={ id }>
				{ title }
			</p>
			<ul className="steward-differing" aria-labelledby={ id }>
				{ people.slice( 0, SHOWN ).map( ( { user, name, count } ) => (
					<li key={ user ?? 'none' }>
						{ user === null ? (
							<span
								className="steward-avatar is-nobody"
								style={ { inlineSize: 24, blockSize: 24 } }
								aria-hidden
							/>
						) : (
							<PersonAvatar person={ { name } } size={ 24 } />
						) }
						<span className="steward-differing__name">
							{ user === null
								? __( 'Unassigned', 'steward' )
								: name }
						</span>
						<span className="steward-differing__count">
							{ countText( count ) }
						</span>
					</li>
				) ) }
				{ rest.length > 0 && (
					<li>
						<span className="steward-differing__name">
							{ sprintf(
								/* translators: %d: how many people. */
								_n(
									'and %d other person',
									'and %d other people',
									rest.length,
									'steward'
								),
								rest.length
							) }
						</span>
						<span className="steward-differing__count">
							{ countText(
								rest.reduce(
									( sum, { count } ) => sum + count,
									0
								)
							) }
						</span>
					</li>
				) }
			</ul>
		</div>
	);
}

function Preview( { differing, owners, receivers }: Differing ): ReactElement {
	if ( differing === 0 ) {
		return (
			<p className="steward-dialog__text">
				{ __(
					'Every opportunity has its contact’s owner already: nothing is reassigned. From now on an opportunity’s owner can’t be changed alone.',
					'steward'
				) }
			</p>
		);
	}
	return (
		<>
			<p className="steward-dialog__text">
				{ sprintf(
					/* translators: %s: how many opportunities. */
					_n(
						'%s opportunity has another owner than its contact. It goes to its contact’s owner, in the background; its activity says so.',
						'%s opportunities have another owner than their contact. They go to their contacts’ owners, in the background; each one’s activity says so.',
						differing,
						'steward'
					),
					formatNumber( differing )
				) }
			</p>
			<People
				title={ __( 'They are owned now by:', 'steward' ) }
				people={ owners }
			/>
			<People
				title={ __( 'They go to:', 'steward' ) }
				people={ receivers }
			/>
		</>
	);
}

/**
 * What switching separate owners off would do, before it is done.
 *
 * @param props What to do then.
 */
export function SwitchOffDialog( props: SwitchOffDialogProps ): ReactElement {
	const { data, error, reload } = useLoaded( previewSwitchingOff );
	return (
		<ConfirmDialog
			title={ __( 'Switch different owners off?', 'steward' ) }
			confirmLabel={
				data && data.differing > 0
					? __( 'Switch off and reassign', 'steward' )
					: __( 'Switch off', 'steward' )
			}
			isDestructive={ Boolean( data && data.differing > 0 ) }
			isBusy={ props.isBusy || ! data }
			onConfirm={ props.onConfirm }
			onCancel={ props.onCancel }
		>
			{ data && <Preview { ...data } /> }
			{ ! data && ! error && (
				<Skeleton
					count={ 3 }
					label={ __( 'Counting opportunities…', 'steward' ) }
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
		</ConfirmDialog>
	);
}
