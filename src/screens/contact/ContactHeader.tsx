import { useState, type ReactElement } from 'react';
import { DropdownMenu, Icon, MenuGroup, MenuItem } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import {
	backup,
	envelope,
	globe,
	mapMarker,
	mobile,
	moreVertical,
	trash,
} from '@wordpress/icons';

import { ConfirmDialog } from '../../components/ConfirmDialog';
import { OwnerCell } from '../../components/OwnerCell';
import { PageHeader } from '../../components/PageHeader';
import { PersonAvatar } from '../../components/PersonAvatar';
import type { Contact } from '../../entities';
import { contactName } from '../../lib/people';
import { listParams } from '../../lib/router';
import { useTitle } from '../../lib/useTitle';
import { countryName } from './labels';
import type { ContactLife } from './useContactLife';

/** A web address to follow; only http and https, whatever was stored. */
function webAddress( website: string ): string | null {
	const address = /^https?:\/\//i.test( website )
		? website
		: `https://${ website }`;
	try {
		return new URL( address ).href;
	} catch {
		return null;
	}
}

/** The address without what everybody knows of it. */
const shortAddress = ( website: string ): string =>
	website.replace( /^https?:\/\/(www\.)?/i, '' ).replace( /\/$/, '' );

function Methods( { contact }: { contact: Contact } ): ReactElement | null {
	const { email, phone, website, address } = contact;
	const link = website ? webAddress( website ) : null;
	const place = [
		address.city,
		address.country ? countryName( address.country ) : '',
	]
		.filter( Boolean )
		.join( ', ' );
	if ( ! email && ! phone && ! website && ! place ) {
		return null;
	}
	return (
		<ul
			className="steward-methods"
			aria-label={ __( 'Ways to reach this contact', 'steward' ) }
		>
			{ email && (
				<li>
					<Icon icon={ envelope } size={ 20 } />
					<a href={ `mailto:${ email }` }>{ email }</a>
				</li>
			) }
			{ phone && (
				<li>
					<Icon icon={ mobile } size={ 20 } />
					<a href={ `tel:${ phone.replace( /[^+\d#*,;]/g, '' ) }` }>
						<bdi dir="ltr">{ phone }</bdi>
					</a>
				</li>
			) }
			{ link && (
				<li>
					<Icon icon={ globe } size={ 20 } />
					<a href={ link } target="_blank" rel="noreferrer noopener">
						{ shortAddress( website ) }
						<span className="screen-reader-text">
							{ ' ' }
							{ __( '(opens in a new tab)', 'steward' ) }
						</span>
					</a>
				</li>
			) }
			{ place && (
				<li>
					<Icon icon={ mapMarker } size={ 20 } />
					<span>{ place }</span>
				</li>
			) }
		</ul>
	);
}

/** What is hard to take back, behind a menu. */
function LifeMenu( {
	contact,
	life,
}: {
	contact: Contact;
	life: ContactLife;
} ): ReactElement | null {
	const [ asking, setAsking ] = useState< 'trash' | 'erase' | null >( null );
	if ( ! contact.can.delete ) {
		return null;
	}
	const name = contactName( contact );
	const isTrashed = contact.status === 'trash';
	return (
		<>
			<DropdownMenu
				icon={ moreVertical }
				label={ __( 'More actions', 'steward' ) }
			>
				{ ( { onClose } ) => (
					<MenuGroup>
						{ isTrashed && (
							<MenuItem
								icon={ backup }
								onClick={ () => {
									onClose();
									void life.restore();
								} }
							>
								{ __( 'Restore', 'steward' ) }
							</MenuItem>
						) }
						<MenuItem
							icon={ trash }
							isDestructive
							onClick={ () => {
								onClose();
								setAsking( isTrashed ? 'erase' : 'trash' );
							} }
						>
							{ isTrashed
								? __( 'Erase permanently', 'steward' )
								: __( 'Move to trash', 'steward' ) }
						</MenuItem>
					</MenuGroup>
				) }
			</DropdownMenu>
			{ asking && (
				<ConfirmDialog
					title={
						asking === 'trash'
							? sprintf(
									/* translators: %s: a contact's name. */
									__( 'Move %s to the trash?', 'steward' ),
									name
								)
							: sprintf(
									/* translators: %s: a contact's name. */
									__( 'Erase %s permanently?', 'steward' ),
									name
								)
					}
					confirmLabel={
						asking === 'trash'
							? __( 'Move to trash', 'steward' )
							: __( 'Erase permanently', 'steward' )
					}
					isDestructive
					isBusy={ life.isBusy }
					onConfirm={ () =>
						void (
							asking === 'trash' ? life.trash() : life.erase()
						).then( () => setAsking( null ) )
					}
					onCancel={ () => setAsking( null ) }
				>
					{ asking === 'trash'
						? __(
								'It leaves every list but the trash, and can be restored from there.',
								'steward'
							)
						: __(
								'The contact, its activity and what its forms sent are deleted. This can’t be undone.',
								'steward'
							) }
				</ConfirmDialog>
			) }
		</>
	);
}

/**
 * Who the contact is, and every way to reach them one click away.
 *
 * @param props         The contact.
 * @param props.contact The contact.
 * @param props.life    Trash, restore, erase.
 */
export function ContactHeader( {
	contact,
	life,
}: {
	contact: Contact;
	life: ContactLife;
} ): ReactElement {
	const name = contactName( contact );
	// A company without a person is the title itself.
	const role = [ contact.title, contact.company ]
		.filter( ( text ) => text && text !== name )
		.join( ' · ' );
	useTitle( name );
	return (
		<PageHeader
			back={ { label: __( 'Contacts', 'steward' ), to: listParams() } }
			media={ <PersonAvatar person={ { name } } size={ 48 } /> }
			title={ name }
			subtitle={ role || undefined }
			badges={
				<>
					{ contact.status === 'trash' && (
						<span className="steward-chip is-danger">
							{ __( 'In the trash', 'steward' ) }
						</span>
					) }
					{ contact.tags.map( ( tag ) => (
						<span key={ tag } className="steward-chip is-tag">
							{ tag }
						</span>
					) ) }
				</>
			}
			actions={ <LifeMenu contact={ contact } life={ life } /> }
		>
			<Methods contact={ contact } />
			{ /* Where the columns stack, the owner's card is far below. */ }
			<div className="steward-contact__owner">
				<OwnerCell record={ contact } />
			</div>
		</PageHeader>
	);
}
