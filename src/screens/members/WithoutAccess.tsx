import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';

import { boot } from '../../boot';
import { JobProgress } from '../../components/JobProgress';
import { Panel } from '../../components/Panel';
import { PersonAvatar } from '../../components/PersonAvatar';
import type { Member } from '../../entities';
import { loadText } from '../../lib/members';
import { useNotices } from '../../lib/notices';
import { formatNumber } from '../../lib/numbers';
import { HandOverDialog } from './HandOverDialog';

/**
 * What somebody without access still owns.
 * @param owner
 */
function ownedText( owner: Member ): string {
	const parts = [ loadText( owner.contacts ?? 0 ) ];
	if ( owner.trashed ) {
		parts.push(
			sprintf(
				/* translators: %s: how many records. */
				__( '%s in the trash', 'steward' ),
				formatNumber( owner.trashed )
			)
		);
	}
	return parts.join( ', ' );
}

/** Whether what had the focus is gone. */
function lostFocus(): boolean {
	const { body } = document;
	return body.ownerDocument.activeElement === body;
}

/** A hand-over that was begun here, and who gets it; '' for nobody. */
interface HandOver {
	job: number;
	to: string;
}

/**
 * What a hand-over came to.
 *
 * @param owner Whose it was.
 * @param done  How many records changed hands.
 * @param to    Who got them; undefined where it was begun elsewhere.
 */
function doneText( owner: Member, done: number, to?: string ): string {
	if ( to === undefined ) {
		return sprintf(
			/* translators: %s: a person. */
			__( 'What %s owned is handed over.', 'steward' ),
			owner.name
		);
	}
	// Records, not contacts: opportunities, and what is in the trash, may have gone along.
	return to
		? sprintf(
				/* translators: 1: how many records, 2: a person. */
				_n(
					'%1$s record was handed over to %2$s.',
					'%1$s records were handed over to %2$s.',
					done,
					'steward'
				),
				formatNumber( done ),
				to
			)
		: sprintf(
				/* translators: %s: how many records. */
				_n(
					'%s record is unassigned now.',
					'%s records are unassigned now.',
					done,
					'steward'
				),
				formatNumber( done )
			);
}

/**
 * Owners who lost access or no longer exist, each with a way to hand over what they own.
 *
 * @param props         Who.
 * @param props.owners  The owners.
 * @param props.onMoved When a hand-over ended.
 * @param props.onEmpty When the focus is to be taken elsewhere.
 */
export function WithoutAccess( {
	owners,
	onMoved,
	onEmpty,
}: {
	owners: Member[];
	onMoved: () => void;
	/** Nobody is left, and the focus has nowhere to be. */
	onEmpty: () => void;
} ): ReactElement | null {
	const notices = useNotices();
	const [ giving, setGiving ] = useState< Member | null >( null );
	const [ jobs, setJobs ] = useState< Record< number, HandOver > >( {} );
	const list = useRef< HTMLUListElement >( null );
	const isOver = useRef( false );
	useEffect( () => {
		// Whoever was here goes on here: with the next one, else with the members.
		if ( isOver.current && lostFocus() ) {
			const next = list.current?.querySelector( 'button' );
			if ( next ) {
				next.focus();
			} else {
				onEmpty();
			}
		}
		isOver.current = false;
	}, [ owners, onEmpty ] );
	if ( owners.length === 0 ) {
		return null;
	}
	const may = boot.can.reassign && boot.can.update === 'all';
	return (
		<Panel
			className="steward-members__lost"
			title={ __( 'Owners without access', 'steward' ) }
			text={ __(
				'They own contacts but are no CRM members any more. Hand over what they own, to somebody or to nobody.',
				'steward'
			) }
		>
			<ul ref={ list }>
				{ owners.map( ( owner ) => {
					const started = jobs[ owner.id ];
					const job = started?.job ?? owner.hand_over;
					const label = sprintf(
						/* translators: %s: a person. */
						__( 'Handing over what %s owns', 'steward' ),
						owner.name
					);
					return (
						<li
							key={ owner.id }
							data-owner={ owner.id }
							tabIndex={ -1 }
						>
							<PersonAvatar person={ owner } size={ 28 } />
							<span className="steward-members__who">
								<strong>{ owner.name }</strong>
								<span>{ ownedText( owner ) }</span>
							</span>
							{ job ? (
								<JobProgress
									job={ job }
									label={ label }
									onOver={ ( { state, done, failed } ) => {
										if ( state !== 'done' || failed > 0 ) {
											return;
										}
										notices.success(
											doneText( owner, done, started?.to )
										);
										isOver.current = true;
										onMoved();
									} }
								/>
							) : (
								may && (
									<Button
										variant="secondary"
										size="compact"
										aria-label={ sprintf(
											/* translators: %s: a person. */
											__(
												'Hand over what %s owns',
												'steward'
											),
											owner.name
										) }
										onClick={ () => setGiving( owner ) }
									>
										{ __( 'Hand over', 'steward' ) }
									</Button>
								)
							) }
						</li>
					);
				} ) }
			</ul>
			{ giving && (
				<HandOverDialog
					member={ giving }
					onClose={ () => setGiving( null ) }
					onStart={ ( job, to ) => {
						setJobs( { ...jobs, [ giving.id ]: { job, to } } );
						// After the dialog gave the focus back to a button that is gone.
						window.requestAnimationFrame( () =>
							list.current
								?.querySelector< HTMLElement >(
									`[data-owner="${ giving.id }"]`
								)
								?.focus()
						);
					} }
				/>
			) }
		</Panel>
	);
}
