import { useMemo, useRef, useState, type ReactElement } from 'react';
import { Modal, SelectControl } from '@wordpress/components';
import { DataViews } from '@wordpress/dataviews/wp';
import type { Action, Field, View } from '@wordpress/dataviews';
import { __, sprintf } from '@wordpress/i18n';
import {
	backup,
	commentAuthorAvatar,
	moveTo,
	people,
	seen,
	trash,
	unseen,
} from '@wordpress/icons';

import { boot } from '../../boot';
import { BulkReport } from '../../components/BulkReport';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { DialogActions } from '../../components/DialogActions';
import { ReassignDialog } from '../../components/ReassignDialog';
import type { Opportunity, Pipeline } from '../../entities';
import type { Report } from '../../lib/bulk';
import { opportunities } from '../../lib/api';
import { notices } from '../../lib/notices';
import { Link } from '../../lib/router';
import type { RecordsPage } from '../../lib/useRecords';
import { useRowFocus } from '../../lib/useRowFocus';
import { doAll } from './bulk';
import { moveDeal } from './moveDeal';
import { stageOf } from './pipelines';
import { PER_PAGE } from './view';

export interface DealListProps {
	page: RecordsPage< Opportunity >;
	view: View;
	fields: Field< Opportunity >[];
	pipelines: Pipeline[];
	narrow: boolean;
	empty: ReactElement;
	/** Switch and more, beside the search. */
	header: ReactElement;
	base: Record< string, string >;
	onOpen: ( id: number ) => void;
	onChangeView: ( view: View ) => void;
}

const NONE: Opportunity[] = [];

type Dialog =
	| { kind: 'reassign' | 'erase'; deals: Opportunity[] }
	| { kind: 'move'; deal: Opportunity }
	| { kind: 'report'; deals: Opportunity[]; report: Report };

/** Which stage to move one to. */
function MoveDialog( {
	deal,
	pipelines,
	onClose,
}: {
	deal: Opportunity;
	pipelines: Pipeline[];
	onClose: () => void;
} ): ReactElement {
	const [ chosen, setChosen ] = useState( deal.stage );
	const stage = stageOf( pipelines, chosen );
	return (
		<Modal
			title={ sprintf(
				/* translators: %s: an opportunity's title. */
				__( 'Move %s', 'steward' ),
				deal.title
			) }
			className="steward-dialog"
			size="small"
			onRequestClose={ onClose }
		>
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Stage', 'steward' ) }
				value={ String( chosen ) }
				onChange={ ( id ) => setChosen( Number( id ) ) }
			>
				{ pipelines.map( ( pipeline ) => (
					<optgroup key={ pipeline.id } label={ pipeline.name }>
						{ pipeline.stages.map( ( { id, name } ) => (
							<option key={ id } value={ id }>
								{ name }
							</option>
						) ) }
					</optgroup>
				) ) }
			</SelectControl>
			<DialogActions
				label={ __( 'Move', 'steward' ) }
				isDisabled={ ! stage || stage.id === deal.stage }
				onCancel={ onClose }
				onConfirm={ () => {
					onClose();
					if ( stage ) {
						void moveDeal(
							deal,
							stage,
							stageOf( pipelines, deal.stage )
						);
					}
				} }
			/>
		</Modal>
	);
}

async function follow( deal: Opportunity, on: boolean ): Promise< void > {
	try {
		await ( on ? opportunities.addFollower : opportunities.removeFollower )(
			deal.id,
			boot.user.id
		);
		notices.success(
			on
				? /* translators: %s: an opportunity's title. */
					sprintf( __( 'You follow %s now.', 'steward' ), deal.title )
				: sprintf(
						/* translators: %s: an opportunity's title. */
						__( 'You no longer follow %s.', 'steward' ),
						deal.title
					)
		);
	} catch ( thrown ) {
		notices.error( thrown );
	}
}

/**
 * What can be done in the list; each one's own `can` decides.
 * @param narrow
 * @param open
 * @param show
 * @param run
 */
function actionsOf(
	narrow: boolean,
	open: ( id: number ) => void,
	show: ( dialog: Dialog ) => void,
	run: ( kind: 'claim' | 'trash' | 'restore', deals: Opportunity[] ) => void
): Action< Opportunity >[] {
	const isMine = ( { followers }: Opportunity ) =>
		followers.includes( boot.user.id );
	const one =
		( then: ( deal: Opportunity ) => void ) => ( deals: Opportunity[] ) => {
			if ( deals[ 0 ] ) {
				then( deals[ 0 ] );
			}
		};
	return [
		{
			id: 'claim',
			label: __( 'Claim', 'steward' ),
			icon: commentAuthorAvatar,
			isPrimary: narrow,
			supportsBulk: true,
			isEligible: ( { can, trashed } ) => can.claim && ! trashed,
			callback: ( deals ) => run( 'claim', deals ),
		},
		{
			id: 'open',
			label: __( 'Open', 'steward' ),
			callback: one( ( { id } ) => open( id ) ),
		},
		{
			id: 'move',
			label: __( 'Move to stage', 'steward' ),
			icon: moveTo,
			isEligible: ( { can, trashed } ) => can.update && ! trashed,
			callback: one( ( deal ) => show( { kind: 'move', deal } ) ),
		},
		{
			id: 'reassign',
			label: __( 'Reassign', 'steward' ),
			icon: people,
			supportsBulk: true,
			isEligible: ( { can, trashed } ) => can.reassign && ! trashed,
			callback: ( deals ) => show( { kind: 'reassign', deals } ),
		},
		{
			id: 'follow',
			label: __( 'Follow', 'steward' ),
			icon: seen,
			isEligible: ( deal ) =>
				deal.can.update &&
				deal.relation !== 'owner' &&
				! isMine( deal ) &&
				! deal.trashed,
			callback: one( ( deal ) => void follow( deal, true ) ),
		},
		{
			id: 'unfollow',
			label: __( 'Unfollow', 'steward' ),
			icon: unseen,
			isEligible: ( deal ) => isMine( deal ) && ! deal.trashed,
			callback: one( ( deal ) => void follow( deal, false ) ),
		},
		{
			id: 'trash',
			label: __( 'Move to trash', 'steward' ),
			icon: trash,
			supportsBulk: true,
			isEligible: ( { can, trashed } ) => can.delete && ! trashed,
			callback: ( deals ) => run( 'trash', deals ),
		},
		{
			id: 'restore',
			label: __( 'Restore', 'steward' ),
			icon: backup,
			isPrimary: true,
			supportsBulk: true,
			isEligible: ( { can, trashed } ) => can.delete && trashed,
			callback: ( deals ) => run( 'restore', deals ),
		},
		{
			id: 'erase',
			label: __( 'Erase for good', 'steward' ),
			icon: trash,
			supportsBulk: true,
			isEligible: ( { can, trashed } ) => can.delete && trashed,
			callback: ( deals ) => show( { kind: 'erase', deals } ),
		},
	];
}

/**
 * Opportunities as a list.
 *
 * @param props The page and what can be done with it.
 */
export function DealList( props: DealListProps ): ReactElement {
	const { page, view, narrow, onOpen } = props;
	const [ dialog, setDialog ] = useState< Dialog | null >( null );
	const [ picked, setPicked ] = useState< string[] >( [] );
	const [ isBusy, setBusy ] = useState( false );
	const region = useRef< HTMLDivElement >( null );
	useRowFocus( region, page.records );

	async function run(
		kind: 'claim' | 'trash' | 'restore' | 'erase',
		deals: Opportunity[]
	): Promise< void > {
		setBusy( true );
		try {
			const report = await doAll( kind, deals );
			setDialog( report && { kind: 'report', deals, report } );
		} catch ( thrown ) {
			notices.error( thrown );
			setDialog( null );
		}
		setBusy( false );
	}
	const latest = useRef( run );
	latest.current = run;
	const actions = useMemo(
		() =>
			actionsOf(
				narrow,
				onOpen,
				setDialog,
				( kind, deals ) => void latest.current( kind, deals )
			),
		[ narrow, onOpen ]
	);

	return (
		<div
			ref={ region }
			className="steward-deals__list steward-list"
			role="region"
			aria-label={ __( 'Opportunities', 'steward' ) }
		>
			<DataViews< Opportunity >
				data={ page.records ?? NONE }
				fields={ props.fields }
				view={ view }
				onChangeView={ props.onChangeView }
				actions={ actions }
				paginationInfo={ {
					totalItems: page.total,
					totalPages: page.totalPages,
				} }
				defaultLayouts={ narrow ? { list: {} } : { table: {} } }
				config={ { perPageSizes: PER_PAGE } }
				getItemId={ ( { id } ) => String( id ) }
				isLoading={ page.isLoading }
				selection={ picked }
				onChangeSelection={ ( ids: string[] ) => {
					// In a list the row itself is the button: choosing it opens it.
					if ( narrow && ids[ 0 ] ) {
						onOpen( Number( ids[ 0 ] ) );
					} else {
						setPicked( ids );
					}
				} }
				searchLabel={ __( 'Search opportunities', 'steward' ) }
				header={ props.header }
				renderItemLink={ ( { item, ...link } ) => (
					<Link
						{ ...link }
						quiet
						to={ { ...props.base, opportunity: item.id } }
					/>
				) }
				empty={ props.empty }
			/>
			{ dialog?.kind === 'reassign' && (
				<ReassignDialog
					records={ dialog.deals }
					onClose={ () => setDialog( null ) }
					onDone={ () => setPicked( [] ) }
				/>
			) }
			{ dialog?.kind === 'move' && (
				<MoveDialog
					deal={ dialog.deal }
					pipelines={ props.pipelines }
					onClose={ () => setDialog( null ) }
				/>
			) }
			{ dialog?.kind === 'erase' && (
				<ConfirmDialog
					title={ __( 'Erase for good?', 'steward' ) }
					confirmLabel={ __( 'Erase for good', 'steward' ) }
					isDestructive
					isBusy={ isBusy }
					onConfirm={ () => void run( 'erase', dialog.deals ) }
					onCancel={ () => setDialog( null ) }
				>
					{ dialog.deals.map( ( { title } ) => title ).join( ', ' ) }
				</ConfirmDialog>
			) }
			{ dialog?.kind === 'report' && (
				<BulkReport
					title={ dialog.report.title }
					failures={ dialog.report.failures }
					names={
						new Map(
							dialog.deals.map( ( { id, title } ) => [
								id,
								title,
							] )
						)
					}
					onClose={ () => setDialog( null ) }
				/>
			) }
		</div>
	);
}
