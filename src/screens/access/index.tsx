/**
 * Access check: why somebody can or can't do something with a contact, rule by rule, and what would help.
 */
import { useState, type ReactElement } from 'react';
import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { caution, lock, search } from '@wordpress/icons';

import { boot } from '../../boot';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { ContactPicker } from '../../components/ContactPicker';
import { EmptyState } from '../../components/EmptyState';
import { MemberPicker } from '../../components/MemberPicker';
import { PageHeader } from '../../components/PageHeader';
import { Skeleton } from '../../components/Skeleton';
import type {
	AccessAnswer,
	AccessRemedy,
	Relation,
	Verb,
} from '../../entities';
import { getAccess } from '../../lib/api';
import { errorText } from '../../lib/errors';
import { useNotices } from '../../lib/notices';
import { Link, navigate, useRoute } from '../../lib/router';
import { useLoaded } from '../../lib/useLoaded';
import { Explained } from './Explained';
import { apply } from './remedies';
import './access.scss';

function idOf( text: string | undefined ): number | null {
	const id = Number( text );
	return Number.isInteger( id ) && id > 0 ? id : null;
}

function relationText( relation: Relation, name: string ): string {
	switch ( relation ) {
		case 'owner':
			/* translators: %s: a person's name. */
			return sprintf( __( '%s owns this contact.', 'steward' ), name );
		case 'follower':
			return sprintf(
				/* translators: %s: a person's name. */
				__(
					'%s follows this contact; somebody else owns it.',
					'steward'
				),
				name
			);
		case 'unassigned':
			return __( 'This contact is unassigned.', 'steward' );
		default:
			return sprintf(
				/* translators: %s: a person's name. */
				__(
					'This contact is somebody else’s, and %s doesn’t follow it.',
					'steward'
				),
				name
			);
	}
}

/**
 * Who is asked about: roles, Only Assigned Data, relation.
 * @param root0
 * @param root0.answer
 */
function Facts( { answer }: { answer: AccessAnswer } ): ReactElement {
	const person = answer.person;
	return (
		<p className="steward-why__facts">
			{ relationText( answer.relation, person?.name ?? '' ) }{ ' ' }
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

function Check( {
	contact,
	user,
}: {
	contact: number;
	user: number;
} ): ReactElement {
	const { data, error, isLoading, reload } = useLoaded(
		() => getAccess( contact, user, true ),
		`${ contact }/${ user }`
	);
	const notices = useNotices();
	const [ busy, setBusy ] = useState< string | null >( null );
	const [ asking, setAsking ] = useState< {
		verb: Verb;
		remedy: AccessRemedy;
	} | null >( null );

	async function run( verb: Verb, remedy: AccessRemedy ): Promise< void > {
		setAsking( null );
		setBusy( `${ verb }/${ remedy.label }` );
		try {
			await apply( remedy, contact, user );
			notices.success( __( 'Done. Checked again.', 'steward' ) );
		} catch ( thrown ) {
			notices.error( thrown );
		} finally {
			setBusy( null );
			reload();
		}
	}

	if ( error ) {
		return (
			<EmptyState
				tone={ error.status === 403 ? 'plain' : 'error' }
				icon={ error.status === 403 ? lock : caution }
				title={ __( 'This could not be checked', 'steward' ) }
				actions={
					<Button
						__next40pxDefaultSize
						variant="secondary"
						onClick={ reload }
					>
						{ __( 'Try again', 'steward' ) }
					</Button>
				}
			>
				{ errorText( error ) }
			</EmptyState>
		);
	}
	if ( ! data ) {
		return (
			<Skeleton
				variant="text"
				count={ 8 }
				label={ __( 'Checking…', 'steward' ) }
			/>
		);
	}
	return (
		<div aria-busy={ isLoading } aria-live="polite">
			<Facts answer={ data } />
			<Explained
				answer={ data }
				busy={ busy }
				onApply={ ( verb, remedy ) =>
					remedy.kind === 'reassign'
						? setAsking( { verb, remedy } )
						: void run( verb, remedy )
				}
			/>
			{ asking && (
				<ConfirmDialog
					title={ `${ asking.remedy.label }?` }
					confirmLabel={ __( 'Reassign', 'steward' ) }
					onConfirm={ () => void run( asking.verb, asking.remedy ) }
					onCancel={ () => setAsking( null ) }
				>
					{ __(
						'The contact gets another owner, and this is logged.',
						'steward'
					) }
				</ConfirmDialog>
			) }
		</div>
	);
}

/** The Access check screen, for those who see reports or manage Steward. */
export default function AccessScreen(): ReactElement {
	const { params } = useRoute();
	const user = idOf( params.user );
	const contact = idOf( params.contact );
	const header = (
		<PageHeader
			title={ __( 'Access check', 'steward' ) }
			subtitle={ __(
				'Why can’t somebody do something? Choose a person and a contact, and read which rule decides.',
				'steward'
			) }
		/>
	);
	if ( ! boot.can.reports && ! boot.can.manage ) {
		return (
			<>
				{ header }
				<EmptyState
					icon={ lock }
					title={ __( 'You can’t check others’ access', 'steward' ) }
				>
					{ __(
						'Your role lacks “See team reports”. Ask an administrator for it.',
						'steward'
					) }
				</EmptyState>
			</>
		);
	}
	return (
		<>
			{ header }
			<div className="steward-why">
				<div className="steward-why__question">
					<MemberPicker
						everyone
						label={ __( 'Person', 'steward' ) }
						value={ user }
						onChange={ ( choice ) =>
							navigate(
								{
									...params,
									user:
										typeof choice === 'number'
											? choice
											: '',
								},
								{ quiet: true }
							)
						}
					/>
					<ContactPicker
						value={ contact }
						onChange={ ( choice ) =>
							navigate(
								{ ...params, contact: choice },
								{ quiet: true }
							)
						}
					/>
					{ contact && (
						<Link
							className="steward-why__open"
							to={ { page: 'steward', contact } }
						>
							{ __( 'Open the contact', 'steward' ) }
						</Link>
					) }
				</div>
				{ user && contact ? (
					<Check
						key={ `${ contact }/${ user }` }
						contact={ contact }
						user={ user }
					/>
				) : (
					<EmptyState
						icon={ search }
						title={ __(
							'Choose a person and a contact',
							'steward'
						) }
					>
						{ __(
							'You’ll read for each action whether it is allowed, the rules that were looked at, and what would help.',
							'steward'
						) }
					</EmptyState>
				) }
			</div>
		</>
	);
}
