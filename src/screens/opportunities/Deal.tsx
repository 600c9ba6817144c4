import {
	useEffect,
	useMemo,
	useRef,
	useState,
	type FormEvent,
	type ReactElement,
} from 'react';
import { Button, Notice, TabPanel } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import { AccessPanel } from '../../access/AccessPanel';
import { useAccess } from '../../access/useAccess';
import { ActivityTimeline } from '../../activity/ActivityTimeline';
import { ConflictDialog } from '../../components/ConflictDialog';
import { FollowersCard } from '../../components/FollowersCard';
import { RefusalNote } from '../../components/RefusalNote';
import {
	OPPORTUNITY,
	type AccessAnswer,
	type Opportunity,
	type Pipeline,
	type Stage,
} from '../../entities';
import { dateOnly, dayKey } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { money } from '../../lib/money';
import { isMe, personOf } from '../../lib/people';
import { revisionOf } from '../../lib/records';
import { Link } from '../../lib/router';
import { isNamedLikeOutcome, outcomeLabel } from '../../lib/stages';
import { useSaveShortcut } from '../../lib/useFormEvents';
import type { Findings } from '../../lib/useRecordForm';
import { useSavedBy } from '../../lib/useSavedBy';
import { tasksTabTitle } from '../../tasks/labels';
import { TaskList } from '../../tasks/TaskList';
import { useOpenTasks } from '../../tasks/useTasksOf';
import {
	compare,
	fieldLabel,
	missing,
	type FieldKey,
	type FieldValue,
} from './changes';
import { DealFields } from './DealFields';
import { DealMenu, RestoreButton } from './DealLife';
import { OwnerEdit } from './OwnerEdit';
import { isOverdue, stageOf, usePipelines } from './pipelines';
import { useFirstError } from '../../lib/useFirstError';
import { useOpportunityForm, type OpportunityForm } from './useOpportunityForm';

/** When it was won or lost, and which of them where the stage's name doesn't say it. */
function closedText( deal: Opportunity, stage: Stage | undefined ): string {
	if ( deal.status === 'open' ) {
		return '';
	}
	const day = deal.closed_gmt ? dateOnly( deal.closed_gmt ) : '';
	if ( stage && isNamedLikeOutcome( stage ) ) {
		return day;
	}
	return day
		? sprintf(
				/* translators: 1: won or lost, 2: a date. */
				__( '%1$s on %2$s', 'steward' ),
				outcomeLabel( deal.status ),
				day
			)
		: outcomeLabel( deal.status );
}

/** Title, contact, stage, outcome, value and due date at a glance. */
function Facts( {
	deal,
	pipelines,
	onGone,
}: {
	deal: Opportunity;
	pipelines: Pipeline[] | null;
	onGone: () => void;
} ): ReactElement {
	const stage = stageOf( pipelines, deal.stage );
	const today = dayKey( new Date().toISOString() );
	const closed = closedText( deal, stage );
	return (
		<div className="steward-deal__facts">
			<div>
				<h2 className="steward-deal__title">{ deal.title }</h2>
				<div className="steward-deal__chips">
					<span className="steward-deal__of">
						{ deal.contact_viewable ? (
							<Link
								to={ {
									page: 'steward',
									contact: deal.contact,
								} }
							>
								{ deal.contact_name }
							</Link>
						) : (
							deal.contact_name
						) }
					</span>
					<strong className="steward-deal__value">
						{ money( deal.value, deal.currency ) }
					</strong>
					{ stage && (
						<span className={ `steward-stage is-${ stage.color }` }>
							{ stage.name }
						</span>
					) }
					{ closed && (
						<span className="steward-chip">{ closed }</span>
					) }
					{ isOverdue( deal, today ) && (
						<span className="steward-chip is-danger">
							{ __( 'Overdue', 'steward' ) }
						</span>
					) }
					{ deal.trashed && (
						<span className="steward-chip is-danger">
							{ __( 'In the trash', 'steward' ) }
						</span>
					) }
				</div>
			</div>
			<DealMenu deal={ deal } onGone={ onGone } />
		</div>
	);
}

function WhyReadOnly( {
	deal,
	answer,
}: {
	deal: Opportunity;
	answer: AccessAnswer | null;
} ): ReactElement | null {
	const update = answer?.actions.update;
	if ( deal.trashed ) {
		return (
			<Notice status="warning" isDismissible={ false }>
				<div className="steward-load-error">
					<span>
						{ __(
							'This opportunity is in the trash: it is on no board and can’t be changed.',
							'steward'
						) }
					</span>
					{ deal.can.delete && <RestoreButton deal={ deal } /> }
				</div>
			</Notice>
		);
	}
	if ( deal.can.update || ! update || update.allowed ) {
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

function Details( {
	deal,
	form,
	pipelines,
	answer,
}: {
	deal: Opportunity;
	form: OpportunityForm;
	pipelines: Pipeline[];
	answer: AccessAnswer | null;
} ): ReactElement {
	const element = useRef< HTMLFormElement >( null );
	const [ found, setFound ] = useState< Findings >( {} );
	const errors = { ...form.errors, ...found };
	const errorKey = Object.keys( errors ).join();
	useFirstError( element, errors );
	const mayEdit = deal.can.update && ! deal.trashed;
	const mayChange = mayEdit || ( deal.can.reassign && ! deal.trashed );

	function save(): void {
		const lacking = missing( form.item );
		setFound( lacking );
		if ( form.dirty && Object.keys( lacking ).length === 0 ) {
			void form.save();
		}
	}
	useSaveShortcut( element, save );
	useEffect( () => {
		if ( errorKey !== '' ) {
			setFound( ( before ) => {
				const still = missing( form.item );
				return Object.fromEntries(
					Object.entries( before ).filter(
						( [ key ] ) => key in still
					)
				);
			} );
		}
	}, [ form.item, errorKey ] );

	return (
		<form
			ref={ element }
			noValidate
			onSubmit={ ( event: FormEvent ) => {
				event.preventDefault();
				save();
			} }
		>
			{ form.refusal && (
				<Notice
					status="error"
					isDismissible={ false }
					className="steward-form-refusal"
				>
					{ errorText( form.refusal ) }
				</Notice>
			) }
			<WhyReadOnly deal={ deal } answer={ answer } />
			<DealFields
				item={ form.item }
				pipelines={ pipelines }
				errors={ errors }
				disabled={ ! mayEdit }
				fixedContact={
					mayEdit && deal.contact_viewable
						? undefined
						: {
								id: deal.contact,
								name: deal.contact_name,
								isOpen: deal.contact_viewable,
								why: deal.contact_viewable
									? undefined
									: __(
											'You may see the opportunity, but not its contact.',
											'steward'
										),
							}
				}
				owner={
					<OwnerEdit
						deal={ deal }
						value={ form.item.owner }
						decision={ answer?.actions.reassign }
						error={ errors.owner }
						onChange={ ( owner ) => form.change( { owner } ) }
					/>
				}
				onChange={ form.change }
			/>
			{ mayChange && (
				<div
					className={ `steward-savebar ${
						form.dirty ? 'is-dirty' : ''
					}` }
				>
					<span className="steward-savebar__text" role="status">
						{ form.dirty
							? __( 'Unsaved changes', 'steward' )
							: __( 'All changes are saved.', 'steward' ) }
					</span>
					{ form.dirty && (
						<Button
							__next40pxDefaultSize
							variant="tertiary"
							disabled={ form.isSaving }
							onClick={ () => {
								setFound( {} );
								form.discard();
							} }
						>
							{ __( 'Discard', 'steward' ) }
						</Button>
					) }
					<Button
						__next40pxDefaultSize
						type="submit"
						variant="primary"
						isBusy={ form.isSaving }
						disabled={ ! form.dirty || form.isSaving }
						accessibleWhenDisabled
						aria-keyshortcuts="Control+S Meta+S"
					>
						{ __( 'Save Changes', 'steward' ) }
					</Button>
				</div>
			) }
		</form>
	);
}

/** Both versions of an opportunity that somebody else saved meanwhile. */
function Conflict( {
	form,
	newer,
	pipelines,
}: {
	form: OpportunityForm;
	newer: Opportunity;
	pipelines: Pipeline[];
} ): ReactElement {
	const text = ( key: FieldKey, value: FieldValue | undefined ): string => {
		if ( value === null || value === undefined || value === '' ) {
			return key === 'owner' ? __( 'Unassigned', 'steward' ) : '';
		}
		switch ( key ) {
			case 'stage':
				return (
					stageOf( pipelines, Number( value ) )?.name ?? `#${ value }`
				);
			case 'pipeline':
				return (
					pipelines.find( ( { id } ) => id === value )?.name ??
					`#${ value }`
				);
			case 'owner':
				return isMe( Number( value ) )
					? __( 'You', 'steward' )
					: personOf(
							{
								people: [
									...newer.people,
									...form.base.people,
								],
							},
							Number( value )
						).name;
			case 'contact':
				return (
					[ newer, form.base ].find(
						( { contact } ) => contact === value
					)?.contact_name ?? `#${ value }`
				);
			default:
				return String( value );
		}
	};
	const savedBy = useSavedBy( newer );
	return (
		<ConflictDialog< FieldKey >
			savedBy={ savedBy }
			title={ __(
				'This opportunity was changed while you were editing',
				'steward'
			) }
			comparison={ compare( form.base, form.edits, newer ) }
			texts={ {
				base: ( key ) => text( key, form.base[ key ] ),
				mine: ( key ) => text( key, form.edits[ key ] ),
				theirs: ( key ) => text( key, newer[ key ] ),
			} }
			label={ fieldLabel }
			savedGmt={ newer.modified_gmt }
			onResolve={ ( takeTheirs ) => void form.resolve( takeTheirs ) }
			onCancel={ form.postpone }
		/>
	);
}

/**
 * One opportunity: its details, what happened, who follows it, and what one can do here.
 *
 * @param props         The opportunity.
 * @param props.deal    As core-data has it.
 * @param props.onDirty Told whether there is unsaved work.
 * @param props.onGone  When it is no longer to be shown.
 */
export function Deal( {
	deal,
	onDirty,
	onGone,
}: {
	deal: Opportunity;
	onDirty: ( isDirty: boolean ) => void;
	onGone: () => void;
} ): ReactElement {
	const pipelines = usePipelines();
	const form = useOpportunityForm( deal );
	const revision = revisionOf( deal );
	const access = useAccess( deal.id, revision, undefined, OPPORTUNITY );
	useEffect( () => onDirty( form.dirty ), [ form.dirty, onDirty ] );
	const about = useMemo(
		() => ( { opportunity: { id: deal.id, title: deal.title } } ),
		[ deal.id, deal.title ]
	);
	const openTasks = useOpenTasks( about );
	return (
		<>
			<Facts
				deal={ deal }
				pipelines={ pipelines }
				onGone={ () => {
					onDirty( false );
					onGone();
				} }
			/>
			<div className="steward-deal__columns">
				<div className="steward-deal__main">
					<TabPanel
						className="steward-deal__tabs"
						tabs={ [
							{
								name: 'details',
								title: __( 'Details', 'steward' ),
							},
							{
								name: 'activity',
								title: __( 'Activity', 'steward' ),
							},
							{
								name: 'tasks',
								title: tasksTabTitle( openTasks.total ),
							},
						] }
					>
						{ ( tab ) => {
							if ( tab.name === 'tasks' ) {
								return (
									<TaskList
										about={ about }
										open={ openTasks }
										mayAdd={
											deal.can.update && ! deal.trashed
										}
										rests={ deal.trashed }
										why={
											<WhyReadOnly
												deal={ deal }
												answer={ access.answer }
											/>
										}
										compact
									/>
								);
							}
							return tab.name === 'details' ? (
								<Details
									deal={ deal }
									form={ form }
									pipelines={ pipelines ?? [] }
									answer={ access.answer }
								/>
							) : (
								<ActivityTimeline
									id={ deal.id }
									type={ OPPORTUNITY }
									revision={ revision }
								/>
							);
						} }
					</TabPanel>
				</div>
				<div className="steward-deal__side">
					<FollowersCard record={ deal } />
					<AccessPanel
						id={ deal.id }
						type={ OPPORTUNITY }
						revision={ revision }
						own={ access }
					/>
				</div>
			</div>
			{ form.newer && (
				<Conflict
					form={ form }
					newer={ form.newer }
					pipelines={ pipelines ?? [] }
				/>
			) }
		</>
	);
}
