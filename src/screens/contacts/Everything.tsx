/**
 * All that match: more than a page can show, to be changed by a job in the background.
 */
import { useState, type ReactElement } from 'react';
import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';

import { boot } from '../../boot';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { CONTACT, RECORDS, type Job } from '../../entities';
import { request } from '../../lib/api';
import { notices } from '../../lib/notices';
import { formatNumber } from '../../lib/numbers';
import type { ContactQuery } from './view';

/** A list's query without its page and order: what a bulk change goes by. */
export type ListFilter = Record< string, unknown >;

const NO_FILTER = [ 'page', 'per_page', 'orderby', 'order', 'context' ];

/**
 * What a bulk change of all that a list shows goes by.
 *
 * @param query The list's query.
 */
export function filterOf( query: ContactQuery ): ListFilter {
	return Object.fromEntries(
		Object.entries( query ).filter(
			( [ name ] ) => ! NO_FILTER.includes( name )
		)
	);
}

export interface EverythingBarProps {
	/** How many of the page are chosen: all of them. */
	onPage: number;
	total: number;
	filter: ListFilter;
	/** Whether all that match are chosen. */
	isAll: boolean;
	onAll: () => void;
	onClear: () => void;
	onReassign: () => void;
	onStarted: ( job: Job ) => void;
}

/**
 * Offers all that match once a whole page is chosen, and then what can be done to them.
 *
 * @param props What is chosen.
 */
export function EverythingBar( props: EverythingBarProps ): ReactElement {
	const { onPage, total, isAll } = props;
	const [ asking, setAsking ] = useState( false );
	const [ busy, setBusy ] = useState( false );

	async function claim(): Promise< void > {
		setBusy( true );
		try {
			props.onStarted(
				await request< Job >( {
					path: RECORDS[ CONTACT ].paths.claimMany(),
					method: 'POST',
					data: { filter: props.filter },
				} )
			);
		} catch ( thrown ) {
			notices.error( thrown );
		} finally {
			setBusy( false );
			setAsking( false );
		}
	}

	return (
		<div className="steward-everything" role="status">
			<div className="steward-everything__bar">
				<span>
					{ isAll
						? sprintf(
								/* translators: %s: how many contacts. */
								_n(
									'%s contact that matches is selected.',
									'All %s contacts that match are selected.',
									total,
									'steward'
								),
								formatNumber( total )
							)
						: sprintf(
								/* translators: %s: how many contacts. */
								_n(
									'%s contact of this page is selected.',
									'All %s contacts of this page are selected.',
									onPage,
									'steward'
								),
								formatNumber( onPage )
							) }
				</span>
				{ ! isAll && (
					<Button variant="link" onClick={ props.onAll }>
						{ sprintf(
							/* translators: %s: how many contacts. */
							__( 'Select all %s that match', 'steward' ),
							formatNumber( total )
						) }
					</Button>
				) }
				{ isAll && boot.can.reassign && (
					<Button
						variant="secondary"
						size="compact"
						onClick={ props.onReassign }
					>
						{ __( 'Reassign all…', 'steward' ) }
					</Button>
				) }
				{ isAll && boot.can.create && (
					<Button
						variant="secondary"
						size="compact"
						onClick={ () => setAsking( true ) }
					>
						{ __( 'Claim all…', 'steward' ) }
					</Button>
				) }
				{ isAll && (
					<Button variant="link" onClick={ props.onClear }>
						{ __( 'Clear selection', 'steward' ) }
					</Button>
				) }
				{ asking && (
					<ConfirmDialog
						title={ sprintf(
							/* translators: %s: how many contacts. */
							__( 'Claim all %s contacts?', 'steward' ),
							formatNumber( total )
						) }
						confirmLabel={ __( 'Claim all', 'steward' ) }
						isBusy={ busy }
						onConfirm={ () => void claim() }
						onCancel={ () => setAsking( false ) }
					>
						{ __(
							'They are claimed one after another in the background. What has an owner by then is left as it is.',
							'steward'
						) }
					</ConfirmDialog>
				) }
			</div>
		</div>
	);
}
