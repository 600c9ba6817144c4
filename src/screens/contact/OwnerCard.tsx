import { useRef, useState, type ReactElement } from 'react';
import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import { ConfirmDialog } from '../../components/ConfirmDialog';
import { PersonAvatar } from '../../components/PersonAvatar';
import { ReassignDialog } from '../../components/ReassignDialog';
import type { Contact } from '../../entities';
import { reassignContact } from '../../lib/api';
import { useClaim } from '../../lib/claim';
import { dateTime, timeAgo } from '../../lib/dates';
import { keepFocus } from '../../lib/focus';
import { useNotices } from '../../lib/notices';
import { contactName, isMe, personOf } from '../../lib/people';
import { TasksAlong } from '../../tasks/TasksAlong';
import { ownerCauseText } from '../../activity/activityText';

/** Since when and how, in one line. */
function Since( { contact }: { contact: Contact } ): ReactElement | null {
	if ( ! contact.owner_since_gmt ) {
		return null;
	}
	return (
		<p className="steward-owner-card__since">
			{ ownerCauseText( contact.owner_cause ) }
			<span aria-hidden> · </span>
			<time
				dateTime={ contact.owner_since_gmt }
				title={ dateTime( contact.owner_since_gmt ) }
			>
				{ timeAgo( contact.owner_since_gmt ) }
			</time>
		</p>
	);
}

function Owner( { contact }: { contact: Contact } ): ReactElement {
	const id = contact.contact_owner;
	const person = id === null ? null : personOf( contact, id );
	return (
		<div className="steward-owner-card__who">
			{ person ? (
				<PersonAvatar person={ person } size={ 40 } />
			) : (
				<span
					className="steward-avatar is-nobody"
					style={ { inlineSize: 40, blockSize: 40 } }
					aria-hidden
				/>
			) }
			<div>
				<p className="steward-owner-card__name">
					{ person ? person.name : __( 'Unassigned', 'steward' ) }
					{ isMe( id ) && (
						<span className="steward-chip">
							{ __( 'You', 'steward' ) }
						</span>
					) }
				</p>
				<Since contact={ contact } />
			</div>
		</div>
	);
}

/** Releases after a question: whoever is faster has it then. */
function ReleaseDialog( {
	contact,
	onClose,
}: {
	contact: Contact;
	onClose: () => void;
} ): ReactElement {
	const [ isBusy, setBusy ] = useState( false );
	const notices = useNotices();
	const name = contactName( contact );
	async function release(): Promise< void > {
		setBusy( true );
		try {
			await reassignContact( contact.id, null );
			notices.success(
				/* translators: %s: a contact's name. */
				sprintf( __( '%s is now unassigned.', 'steward' ), name )
			);
		} catch ( thrown ) {
			notices.error( thrown );
		}
		onClose();
	}
	return (
		<ConfirmDialog
			/* translators: %s: a contact's name. */
			title={ sprintf( __( 'Release %s?', 'steward' ), name ) }
			confirmLabel={ __( 'Release', 'steward' ) }
			isBusy={ isBusy }
			onConfirm={ () => void release() }
			onCancel={ onClose }
		>
			{ __(
				'Nobody will own this contact. The whole team sees it, and anyone who may claim contacts can claim it.',
				'steward'
			) }
			<TasksAlong record={ contact } />
		</ConfirmDialog>
	);
}

/**
 * Who owns the contact, since when and how that came about; claim, release and reassign as the server allows.
 *
 * @param props         Whose owner.
 * @param props.contact The contact.
 */
export function OwnerCard( { contact }: { contact: Contact } ): ReactElement {
	const [ dialog, setDialog ] = useState< 'reassign' | 'release' | null >(
		null
	);
	const { claim, isClaiming } = useClaim();
	const title = useRef< HTMLHeadingElement >( null );
	const isOwned = contact.contact_owner !== null;
	const isLiving = contact.status !== 'trash';
	const mayClaim = isLiving && contact.can.claim;
	const mayReassign = isLiving && contact.can.reassign;

	/** The button that had the focus may be gone with the new owner. */
	const keep = () => keepFocus( () => title.current );

	return (
		<section
			className="steward-card steward-owner-card"
			aria-labelledby="steward-owner-title"
		>
			<h2
				className="steward-card__title"
				id="steward-owner-title"
				ref={ title }
				tabIndex={ -1 }
			>
				{ __( 'Owner', 'steward' ) }
			</h2>
			<div aria-live="polite">
				<Owner contact={ contact } />
			</div>
			{ ( mayClaim || mayReassign ) && (
				<div className="steward-card__actions">
					{ mayClaim && (
						<Button
							__next40pxDefaultSize
							variant="primary"
							isBusy={ isClaiming }
							disabled={ isClaiming }
							accessibleWhenDisabled
							onClick={ () => void claim( contact ).then( keep ) }
						>
							{ __( 'Claim contact', 'steward' ) }
						</Button>
					) }
					{ mayReassign && (
						<Button
							__next40pxDefaultSize
							variant="secondary"
							onClick={ () => setDialog( 'reassign' ) }
						>
							{ isOwned
								? __( 'Reassign', 'steward' )
								: __( 'Assign', 'steward' ) }
						</Button>
					) }
					{ mayReassign && isOwned && (
						<Button
							__next40pxDefaultSize
							variant="tertiary"
							onClick={ () => setDialog( 'release' ) }
						>
							{ __( 'Release', 'steward' ) }
						</Button>
					) }
				</div>
			) }
			{ dialog === 'reassign' && (
				<ReassignDialog
					records={ [ contact ] }
					onClose={ () => {
						setDialog( null );
						keep();
					} }
				/>
			) }
			{ dialog === 'release' && (
				<ReleaseDialog
					contact={ contact }
					onClose={ () => {
						setDialog( null );
						keep();
					} }
				/>
			) }
		</section>
	);
}
