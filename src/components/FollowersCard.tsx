import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Button, ToggleControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { closeSmall } from '@wordpress/icons';

import { boot } from '../boot';
import type { OwnedRecord, Person } from '../entities';
import { dateTime, sinceWhen } from '../lib/dates';
import { errorText } from '../lib/errors';
import { useNotices } from '../lib/notices';
import { isMe } from '../lib/people';
import { isContact, isTrashed, ownerOf, recordName } from '../lib/records';
import { useFollowers, type Follower } from '../lib/useFollowers';
import { LoadError } from './LoadError';
import { MemberPicker } from './MemberPicker';
import { PersonAvatar } from './PersonAvatar';
import { SkippedFollows } from './SkippedFollows';

/** How somebody came to follow, where it wasn't by hand. */
function sourceText( source: Follower[ 'source' ] ): string {
	switch ( source ) {
		case 'sync':
			return __( 'Kept in sync with an owner', 'steward' );
		case 'workflow':
			return __( 'Added by a workflow', 'steward' );
		default:
			return '';
	}
}

function FollowerRow( props: {
	follower: Follower;
	mayRemove: boolean;
	isBusy: boolean;
	onRemove: () => void;
} ): ReactElement {
	const { follower, mayRemove, isBusy, onRemove } = props;
	const { name, user, since_gmt: since } = follower;
	const source = sourceText( follower.source );
	return (
		<li className="steward-followers__item">
			<PersonAvatar person={ follower } size={ 28 } />
			<div className="steward-followers__text">
				<span className="steward-followers__name">
					{ name }
					{ isMe( user ) && (
						<span className="steward-chip">
							{ __( 'You', 'steward' ) }
						</span>
					) }
				</span>
				{ since && (
					<span
						className="steward-followers__since"
						title={ dateTime( since ) }
					>
						{ sprintf(
							/* translators: %s: a time of today, or a date. */
							__( 'Since %s', 'steward' ),
							sinceWhen( since )
						) }
						{ source && ` · ${ source }` }
					</span>
				) }
			</div>
			{ mayRemove && (
				<Button
					icon={ closeSmall }
					size="small"
					isBusy={ isBusy }
					disabled={ isBusy }
					accessibleWhenDisabled
					label={ sprintf(
						/* translators: %s: a follower's name. */
						__( 'Remove %s as a follower', 'steward' ),
						name
					) }
					onClick={ onRemove }
				/>
			) }
		</li>
	);
}

/**
 * Who follows a record: at most ten; add, remove, follow and unfollow.
 *
 * @param props        Whose followers.
 * @param props.record The record.
 */
export function FollowersCard( {
	record,
}: {
	record: OwnedRecord;
} ): ReactElement {
	const { followers, busy, error, reload, add, remove, mute } =
		useFollowers( record );
	const me = followers.find( ( { user } ) => isMe( user ) );
	const [ isAdding, setAdding ] = useState( false );
	const title = useRef< HTMLHeadingElement >( null );
	const picker = useRef< HTMLDivElement >( null );
	useEffect( () => {
		// It opens in the place of the button that was just pressed, and takes its focus.
		if ( isAdding ) {
			picker.current?.querySelector( 'input' )?.focus();
		}
	}, [ isAdding ] );
	const notices = useNotices();
	const name = recordName( record );
	const owner = ownerOf( record );
	const limit = boot.limits.followers;
	const isFull = followers.length >= limit;
	const isLiving = ! isTrashed( record );
	const mayEdit = isLiving && record.can.update;
	const iFollow = followers.some( ( { user } ) => isMe( user ) );

	async function change( work: Promise< void >, done: string ) {
		try {
			await work;
			notices.success( done, { id: 'steward-followers' } );
		} catch ( thrown ) {
			notices.error( thrown, { id: 'steward-followers' } );
		}
		setAdding( false );
		// What was clicked is gone: go on from the card's top.
		title.current?.focus( { preventScroll: true } );
	}

	async function setMuted( muted: boolean ): Promise< void > {
		try {
			await mute( boot.user.id, muted );
			const done = muted
				? /* translators: %s: a record's name. */
					__( 'You are no longer told of changes to %s.', 'steward' )
				: /* translators: %s: a record's name. */
					__( 'You are told of changes to %s.', 'steward' );
			notices.success( done.replace( '%s', name ), {
				id: 'steward-followers',
			} );
		} catch ( thrown ) {
			notices.error( thrown, { id: 'steward-followers' } );
		}
	}

	function unfollow( follower: Follower ): void {
		void change(
			remove( follower.user ),
			isMe( follower.user )
				? /* translators: %s: a record's name. */
					sprintf( __( 'You no longer follow %s.', 'steward' ), name )
				: sprintf(
						/* translators: 1: a person, 2: a record's name. */
						__( '%1$s no longer follows %2$s.', 'steward' ),
						follower.name,
						name
					)
		);
	}

	function follow( person: Pick< Person, 'id' | 'name' > ): void {
		void change(
			add( person.id ),
			isMe( person.id )
				? /* translators: %s: a record's name. */
					sprintf( __( 'You now follow %s.', 'steward' ), name )
				: sprintf(
						/* translators: 1: a person, 2: a record's name. */
						__( '%1$s now follows %2$s.', 'steward' ),
						person.name,
						name
					)
		);
	}

	return (
		<section
			className="steward-card steward-followers"
			aria-labelledby="steward-followers-title"
		>
			<div className="steward-card__head">
				<h2
					className="steward-card__title"
					id="steward-followers-title"
					ref={ title }
					tabIndex={ -1 }
				>
					{ __( 'Followers', 'steward' ) }{ ' ' }
					<span className="steward-card__count">
						{ sprintf(
							/* translators: 1: how many followers there are, 2: how many there can be. */
							__( '%1$d of %2$d', 'steward' ),
							followers.length,
							limit
						) }
					</span>
				</h2>
				{ iFollow && (
					<Button
						variant="tertiary"
						size="compact"
						isBusy={ busy === boot.user.id }
						onClick={ () =>
							unfollow(
								followers.find( ( { user } ) => isMe( user ) )!
							)
						}
					>
						{ __( 'Unfollow', 'steward' ) }
					</Button>
				) }
				{ mayEdit && ! iFollow && ! isFull && ! isMe( owner ) && (
					<Button
						variant="tertiary"
						size="compact"
						isBusy={ busy === boot.user.id }
						onClick={ () => follow( boot.user ) }
					>
						{ __( 'Follow', 'steward' ) }
					</Button>
				) }
			</div>
			{ error && (
				<LoadError message={ errorText( error ) } onRetry={ reload } />
			) }
			{ followers.length === 0 && (
				<p className="steward-card__hint">
					{ isContact( record )
						? __(
								'Nobody follows this contact. A follower sees it and may edit it as its owner may, without owning it.',
								'steward'
							)
						: __(
								'Nobody follows this opportunity. A follower sees it and may edit it as its owner may, without owning it.',
								'steward'
							) }
				</p>
			) }
			{ followers.length > 0 && (
				<ul className="steward-followers__list">
					{ followers.map( ( follower ) => (
						<FollowerRow
							key={ follower.user }
							follower={ follower }
							mayRemove={ mayEdit && ! isMe( follower.user ) }
							isBusy={ busy === follower.user }
							onRemove={ () => unfollow( follower ) }
						/>
					) ) }
				</ul>
			) }
			{ me && typeof me.muted === 'boolean' && (
				<ToggleControl
					__nextHasNoMarginBottom
					className="steward-followers__mute"
					label={ __( 'Mute', 'steward' ) }
					help={ __(
						'You keep access but are not told of changes.',
						'steward'
					) }
					checked={ me.muted }
					disabled={ busy === me.user }
					onChange={ ( muted ) => void setMuted( muted ) }
				/>
			) }
			{ mayEdit && isFull && (
				<p className="steward-card__hint">
					{ sprintf(
						/* translators: %d: how many followers there can be. */
						__(
							'There can be at most %d followers. Remove one to add another.',
							'steward'
						),
						limit
					) }
				</p>
			) }
			<SkippedFollows
				people={ ( record.sync_skipped ?? [] ).filter(
					( { id } ) => ! record.followers.includes( id )
				) }
				isFull={ isFull }
				busy={ busy }
				onAdd={ mayEdit ? follow : undefined }
			/>
			{ mayEdit && ! isFull && ! isAdding && (
				<Button
					__next40pxDefaultSize
					variant="secondary"
					onClick={ () => setAdding( true ) }
				>
					{ __( 'Add follower', 'steward' ) }
				</Button>
			) }
			{ mayEdit && isAdding && (
				<div className="steward-followers__add" ref={ picker }>
					<MemberPicker
						label={ __( 'Add a follower', 'steward' ) }
						value={ null }
						exclude={ [
							...record.followers,
							...( owner === null ? [] : [ owner ] ),
						] }
						onChange={ ( choice, member ) => {
							if ( typeof choice === 'number' && member ) {
								follow( { id: choice, name: member.name } );
							}
						} }
					/>
					<Button
						variant="tertiary"
						size="compact"
						onClick={ () => {
							setAdding( false );
							title.current?.focus( { preventScroll: true } );
						} }
					>
						{ __( 'Cancel', 'steward' ) }
					</Button>
				</div>
			) }
		</section>
	);
}
