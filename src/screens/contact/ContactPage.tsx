import {
	useEffect,
	useMemo,
	useRef,
	useState,
	type MutableRefObject,
	type ReactElement,
} from 'react';
import { Button, Notice, TabPanel } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import { boot } from '../../boot';
import { AccessPanel } from '../../access/AccessPanel';
import { useAccess } from '../../access/useAccess';
import { RefusalNote } from '../../components/RefusalNote';
import { Skeleton } from '../../components/Skeleton';
import { CONTACT, type AccessAnswer, type Contact } from '../../entities';
import { formatNumber } from '../../lib/numbers';
import { contactName } from '../../lib/people';
import { revisionOf } from '../../lib/records';
import { navigate, useRoute, useUnsavedGuard } from '../../lib/router';
import { useRecord } from '../../lib/useRecord';
import { ActivityTimeline } from '../../activity/ActivityTimeline';
import { tasksTabTitle } from '../../tasks/labels';
import { TaskList } from '../../tasks/TaskList';
import { useOpenTasks } from '../../tasks/useTasksOf';
import type { Edits } from './changes';
import { ContactConflict } from './ContactConflict';
import { ContactHeader } from './ContactHeader';
import { ContactProblem } from './ContactProblem';
import { DetailsForm } from './DetailsForm';
import { DetailsView } from './DetailsView';
import { FollowersCard } from '../../components/FollowersCard';
import { Opportunities, useContactDeals } from './Opportunities';
import { OwnerCard } from './OwnerCard';
import { useContactForm } from './useContactForm';
import { Unsaved } from './Unsaved';
import { useContactLife, type ContactLife } from './useContactLife';

type TabName = 'activity' | 'details' | 'opportunities' | 'tasks';

/** The tab of the address. */
function tabOf( tab: string | undefined ): TabName {
	const seesDeals = boot.opportunities.can.view !== 'none';
	return tab === 'details' ||
		tab === 'tasks' ||
		( tab === 'opportunities' && seesDeals )
		? tab
		: 'activity';
}

/** Why the details are read-only, as the server says; of the trash the banner above tells. */
function WhyReadOnly( {
	contact,
	answer,
}: {
	contact: Contact;
	answer: AccessAnswer | null;
} ): ReactElement | null {
	const update = answer?.actions.update;
	if ( contact.status === 'trash' || ! update || update.allowed ) {
		return null;
	}
	return (
		<RefusalNote
			reason={ update.reason }
			message={ update.message }
			remedy={ update.remedy }
		/>
	);
}

function TrashBanner( {
	contact,
	life,
}: {
	contact: Contact;
	life: ContactLife;
} ): ReactElement | null {
	if ( contact.status !== 'trash' ) {
		return null;
	}
	return (
		<Notice
			status="warning"
			isDismissible={ false }
			className="steward-contact__banner"
		>
			<div className="steward-load-error">
				<span>
					{ __(
						'This contact is in the trash. Only the tab Trash lists it, and nothing can be changed until it is restored.',
						'steward'
					) }
				</span>
				{ contact.can.delete && (
					<Button
						variant="secondary"
						size="compact"
						isBusy={ life.isBusy }
						onClick={ () => void life.restore() }
					>
						{ __( 'Restore', 'steward' ) }
					</Button>
				) }
			</div>
		</Notice>
	);
}

function Loaded( {
	contact,
	unsaved,
}: {
	contact: Contact;
	unsaved: MutableRefObject< Edits >;
} ): ReactElement {
	const { params } = useRoute();
	const [ initialTab ] = useState< TabName >( tabOf( params.tab ) );
	const deals = useContactDeals( contact.id );
	const count = deals.data?.total ?? 0;
	const life = useContactLife( contact );
	const form = useContactForm( contact );
	const revision = revisionOf( contact );
	const access = useAccess( contact.id, revision );
	const mayEdit = contact.can.update && contact.status !== 'trash';
	const name = contactName( contact );
	const about = useMemo(
		() => ( { contact: { id: contact.id, name } } ),
		[ contact.id, name ]
	);
	const openTasks = useOpenTasks( about );
	useUnsavedGuard( form.dirty );
	useEffect( () => {
		unsaved.current = form.edits;
	}, [ unsaved, form.edits ] );

	function openTab( tab: string ): void {
		const next = tab === 'activity' ? undefined : tab;
		if ( ( params.tab ?? undefined ) !== next ) {
			navigate(
				{ ...params, tab: next },
				{ replace: true, quiet: true }
			);
		}
	}

	return (
		<div className="steward-contact">
			<ContactHeader contact={ contact } life={ life } />
			<TrashBanner contact={ contact } life={ life } />
			<div className="steward-contact__columns">
				<div className="steward-contact__main">
					<TabPanel
						className="steward-tabs"
						initialTabName={ initialTab }
						onSelect={ openTab }
						tabs={ [
							{
								name: 'activity',
								title: __( 'Activity', 'steward' ),
							},
							{
								name: 'details',
								title: form.dirty
									? __( 'Details (unsaved)', 'steward' )
									: __( 'Details', 'steward' ),
							},
							...( boot.opportunities.can.view === 'none'
								? []
								: [
										{
											name: 'opportunities',
											title:
												count > 0
													? sprintf(
															/* translators: %s: how many opportunities. */
															__(
																'Opportunities (%s)',
																'steward'
															),
															formatNumber(
																count
															)
														)
													: __(
															'Opportunities',
															'steward'
														),
										},
									] ),
							{
								name: 'tasks',
								title: tasksTabTitle( openTasks.total ),
							},
						] }
					>
						{ ( tab ) => {
							if ( tab.name === 'opportunities' ) {
								return (
									<>
										<h2 className="screen-reader-text">
											{ __( 'Opportunities', 'steward' ) }
										</h2>
										<Opportunities
											contact={ contact }
											deals={ deals }
										/>
									</>
								);
							}
							if ( tab.name === 'tasks' ) {
								return (
									<>
										<h2 className="screen-reader-text">
											{ __( 'Follow-ups', 'steward' ) }
										</h2>
										<TaskList
											about={ about }
											open={ openTasks }
											mayAdd={ mayEdit }
											rests={ contact.status === 'trash' }
											why={
												<WhyReadOnly
													contact={ contact }
													answer={ access.answer }
												/>
											}
										/>
									</>
								);
							}
							return tab.name === 'details' ? (
								<>
									<h2 className="screen-reader-text">
										{ __( 'Details', 'steward' ) }
									</h2>
									{ mayEdit || form.dirty ? (
										<DetailsForm form={ form } />
									) : (
										<DetailsView
											contact={ contact }
											why={
												<WhyReadOnly
													contact={ contact }
													answer={ access.answer }
												/>
											}
										/>
									) }
								</>
							) : (
								<>
									<h2 className="screen-reader-text">
										{ __( 'Activity', 'steward' ) }
									</h2>
									<ActivityTimeline
										id={ contact.id }
										revision={ revision }
									/>
								</>
							);
						} }
					</TabPanel>
				</div>
				<div className="steward-contact__side">
					<OwnerCard contact={ contact } />
					<FollowersCard record={ contact } />
					<AccessPanel
						id={ contact.id }
						revision={ revision }
						own={ access }
					/>
				</div>
			</div>
			{ form.newer && (
				<ContactConflict
					base={ form.base }
					edits={ form.edits }
					newer={ form.newer }
					onResolve={ ( takeTheirs ) =>
						void form.resolve( takeTheirs )
					}
					onCancel={ form.postpone }
				/>
			) }
		</div>
	);
}

/**
 * One contact: who they are, what happened, who owns and follows them, and what one can do here.
 *
 * @param props    Which.
 * @param props.id The contact's id.
 */
export function ContactPage( { id }: { id: number } ): ReactElement {
	const {
		record: contact,
		error,
		reload,
	} = useRecord< Contact >( CONTACT, id );
	const unsaved = useRef< Edits >( {} );
	if ( contact ) {
		return <Loaded contact={ contact } unsaved={ unsaved } />;
	}
	if ( error ) {
		return (
			<>
				<ContactProblem error={ error } onRetry={ reload } />
				<Unsaved edits={ unsaved.current } />
			</>
		);
	}
	return (
		<Skeleton
			variant="screen"
			label={ __( 'Loading the contact…', 'steward' ) }
		/>
	);
}
