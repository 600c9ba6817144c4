import { useState, type ReactElement } from 'react';
import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import { boot } from '../../boot';
import { JobProgress } from '../../components/JobProgress';
import { Panel } from '../../components/Panel';
import { PersonAvatar } from '../../components/PersonAvatar';
import type { Member } from '../../entities';
import { loadText } from '../../lib/members';
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
				/* translators: %d: how many records. */
				__( '%d in the trash', 'steward' ),
				owner.trashed
			)
		);
	}
	return parts.join( ', ' );
}

/**
 * Owners who lost access or no longer exist, each with a way to hand over what they own.
 *
 * @param props         Who.
 * @param props.owners  The owners.
 * @param props.onMoved When a hand-over ended.
 */
export function WithoutAccess( {
	owners,
	onMoved,
}: {
	owners: Member[];
	onMoved: () => void;
} ): ReactElement | null {
	const [ giving, setGiving ] = useState< Member | null >( null );
	const [ jobs, setJobs ] = useState< Record< number, number > >( {} );
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
			<ul>
				{ owners.map( ( owner ) => {
					const job = jobs[ owner.id ] ?? owner.hand_over;
					const label = sprintf(
						/* translators: %s: a person. */
						__( 'Handing over what %s owns', 'steward' ),
						owner.name
					);
					return (
						<li key={ owner.id }>
							<PersonAvatar person={ owner } size={ 28 } />
							<span className="steward-members__who">
								<strong>{ owner.name }</strong>
								<span>{ ownedText( owner ) }</span>
							</span>
							{ job ? (
								<JobProgress
									job={ job }
									label={ label }
									onOver={ ( { failed } ) =>
										failed === 0 && onMoved()
									}
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
					onStart={ ( job ) =>
						setJobs( { ...jobs, [ giving.id ]: job } )
					}
				/>
			) }
		</Panel>
	);
}
