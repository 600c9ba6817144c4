import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { caution, lock } from '@wordpress/icons';

import { ConfirmDialog } from '../../components/ConfirmDialog';
import { EmptyState } from '../../components/EmptyState';
import { Skeleton } from '../../components/Skeleton';
import {
	CONTACT,
	type AccessAnswer,
	type AccessRemedy,
	type RecordName,
	type Verb,
} from '../../entities';
import { apiOf } from '../../lib/api';
import { errorText, type RestError } from '../../lib/errors';
import { useNotices } from '../../lib/notices';
import { useLoaded } from '../../lib/useLoaded';
import { Explained, headingId } from './Explained';
import { apply } from './remedies';
import { doneText, relationText } from './texts';

/** Who is asked about: roles, Only Assigned Data, relation. */
function Facts( {
	answer,
	kind,
}: {
	answer: AccessAnswer;
	kind: RecordName;
} ): ReactElement {
	const person = answer.person;
	return (
		<p className="steward-why__facts">
			{ relationText( answer.relation, kind, person?.name ?? '' ) }{ ' ' }
			{ person &&
				( person.roles.length > 0
					? sprintf(
							/* translators: %s: names of roles. */
							__( 'Role: %s.', 'steward' ),
							person.roles.join( ', ' )
						)
					: __( 'No role on this site.', 'steward' ) ) }{ ' ' }
			{ person?.only_assigned_data &&
				__(
					'Only Assigned Data is on: both scopes count as at most Owned.',
					'steward'
				) }
		</p>
	);
}

function Failed( {
	error,
	onRetry,
}: {
	error: RestError;
	onRetry: () => void;
} ): ReactElement {
	const isRefused = error.status === 403;
	return (
		<EmptyState
			tone={ isRefused ? 'plain' : 'error' }
			icon={ isRefused ? lock : caution }
			title={ __( 'This could not be checked', 'steward' ) }
			actions={
				<Button
					__next40pxDefaultSize
					variant="secondary"
					onClick={ onRetry }
				>
					{ __( 'Try again', 'steward' ) }
				</Button>
			}
		>
			{ errorText( error ) }
		</EmptyState>
	);
}

/**
 * One question's answer, with remedies that are applied in place.
 *
 * @param props      The question.
 * @param props.kind The record's kind.
 * @param props.id   The record.
 * @param props.user The person.
 */
export function Check( {
	kind,
	id,
	user,
}: {
	kind: RecordName;
	id: number;
	user: number;
} ): ReactElement {
	const { data, error, isLoading, reload } = useLoaded(
		() => apiOf( kind ).access( id, user, true ),
		`${ kind }/${ id }/${ user }`
	);
	const notices = useNotices();
	const [ busy, setBusy ] = useState< string | null >( null );
	const [ asking, setAsking ] = useState< {
		verb: Verb;
		remedy: AccessRemedy;
	} | null >( null );
	const box = useRef< HTMLDivElement >( null );
	/** The action whose remedy was applied, until the answer since is there. */
	const applied = useRef< Verb | null >( null );

	useEffect( () => {
		const verb = applied.current;
		applied.current = null;
		setBusy( null );
		if ( ! verb ) {
			return;
		}
		// The button is gone: go on from the answer that it was pressed for.
		const heading = box.current?.querySelector< HTMLElement >(
			`#${ headingId( verb ) }`
		);
		( heading ?? box.current )?.focus();
		if ( data && ! error ) {
			notices.success( doneText( verb, data ) );
		}
	}, [ data, error, notices ] );

	async function run( verb: Verb, remedy: AccessRemedy ): Promise< void > {
		setAsking( null );
		setBusy( `${ verb }/${ remedy.label }` );
		try {
			await apply( remedy, kind, id, user );
			applied.current = verb;
		} catch ( thrown ) {
			notices.error( thrown );
		} finally {
			reload();
		}
	}

	return (
		<div
			ref={ box }
			className="steward-why__check"
			tabIndex={ -1 }
			aria-busy={ isLoading }
		>
			{ error && <Failed error={ error } onRetry={ reload } /> }
			<div aria-live="polite">
				{ data && ! error && <Facts answer={ data } kind={ kind } /> }
			</div>
			{ ! data && ! error && (
				<Skeleton
					variant="text"
					count={ 8 }
					label={ __( 'Checking…', 'steward' ) }
				/>
			) }
			{ data && ! error && (
				<Explained
					answer={ data }
					busy={ busy }
					onApply={ ( verb, remedy ) =>
						remedy.kind === 'reassign'
							? setAsking( { verb, remedy } )
							: void run( verb, remedy )
					}
				/>
			) }
			{ asking && (
				<ConfirmDialog
					title={ `${ asking.remedy.label }?` }
					confirmLabel={ __( 'Reassign', 'steward' ) }
					onConfirm={ () => void run( asking.verb, asking.remedy ) }
					onCancel={ () => setAsking( null ) }
				>
					{ kind === CONTACT
						? __(
								'The contact gets another owner, and this is logged.',
								'steward'
							)
						: __(
								'The opportunity gets another owner, and this is logged.',
								'steward'
							) }
				</ConfirmDialog>
			) }
		</div>
	);
}
