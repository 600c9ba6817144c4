import { useRef, useState, type ReactElement } from 'react';
import { Button, Notice, SelectControl } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { bell } from '@wordpress/icons';

import { EmptyState } from '../../components/EmptyState';
import { Skeleton } from '../../components/Skeleton';
import type { NotificationItem } from '../../entities';
import { dateTime, timeAgo } from '../../lib/dates';
import { formatNumber } from '../../lib/numbers';
import { errorText } from '../../lib/errors';
import { followAfter } from '../../lib/links';
import { useNotices } from '../../lib/notices';
import { navigate, useRoute } from '../../lib/router';
import { useLoaded } from '../../lib/useLoaded';
import { getPreferences, listNotifications, markRead } from './api';

function Row( props: {
	item: NotificationItem;
	/** Settles once the server knows. */
	onRead: () => Promise< void >;
} ): ReactElement {
	const { item, onRead } = props;
	const detail = item.note ? `“${ item.note }”` : item.cause.text;
	const more = item.count - item.objects.length;
	return (
		<li
			className={ `steward-notes__item${
				item.read ? '' : ' is-unread'
			}` }
		>
			<div className="steward-notes__words">
				<a
					className="steward-notes__text"
					href={ item.url }
					onClick={ ( event ) =>
						! item.read &&
						followAfter( event, onRead, () =>
							window.location.assign( item.url )
						)
					}
				>
					{ ! item.read && (
						<span className="screen-reader-text">
							{ __( 'Unread:', 'steward' ) }{ ' ' }
						</span>
					) }
					{ item.text }
				</a>
				{ detail && (
					<span className="steward-notes__detail">{ detail }</span>
				) }
				{ item.count > 1 && (
					<ul className="steward-notes__objects">
						{ item.objects.map( ( { id, label, url } ) => (
							<li key={ id }>
								<a href={ url }>{ label }</a>
							</li>
						) ) }
						{ more > 0 && (
							<li>
								{ sprintf(
									/* translators: %s: number of further contacts. */
									_n(
										'and %s more',
										'and %s more',
										more,
										'steward'
									),
									formatNumber( more )
								) }
							</li>
						) }
					</ul>
				) }
				<span className="steward-notes__detail">
					{ item.title } ·{ ' ' }
					<time
						dateTime={ item.created_gmt }
						title={ dateTime( item.created_gmt ) }
					>
						{ timeAgo( item.created_gmt ) }
					</time>
				</span>
			</div>
			{ ! item.read && (
				<Button
					variant="tertiary"
					size="compact"
					aria-label={ sprintf(
						/* translators: %s: what a notification says. */
						__( 'Mark as read: %s', 'steward' ),
						item.text
					) }
					onClick={ () => void onRead() }
				>
					{ __( 'Mark as read', 'steward' ) }
				</Button>
			) }
		</li>
	);
}

/** All notifications of the reader, newest first. */
export function List(): ReactElement {
	const { params } = useRoute();
	const notices = useNotices();
	const [ isBusy, setBusy ] = useState( false );
	const list = useRef< HTMLDivElement >( null );
	const page = Math.max( 1, Number( params.paged ) || 1 );
	const unread = params.show === 'unread';
	const kind = params.kind ?? '';
	const kinds = useLoaded( getPreferences );
	const { data, error, isLoading, reload, setData } = useLoaded(
		() => listNotifications( { page, unread, kind } ),
		JSON.stringify( [ page, unread, kind ] )
	);

	function show( changes: Record< string, string | number > ): void {
		navigate(
			{ ...( unread ? { show: 'unread' } : {} ), kind, ...changes },
			{ quiet: true }
		);
	}

	async function read( ids: number[] | null ): Promise< void > {
		setBusy( true );
		try {
			await markRead( ids );
			setData(
				( last ) =>
					last && {
						...last,
						items: last.items.map( ( item ) => ( {
							...item,
							read:
								item.read ||
								ids === null ||
								ids.includes( item.id ),
						} ) ),
					}
			);
			if ( ids === null ) {
				notices.success(
					__( 'All notifications are marked as read.', 'steward' )
				);
			}
			// The button that was pressed is gone.
			list.current?.focus( { preventScroll: true } );
		} catch ( thrown ) {
			notices.error( thrown );
		} finally {
			setBusy( false );
		}
	}

	return (
		<div className="steward-notes" ref={ list } tabIndex={ -1 }>
			<div className="steward-notes__bar">
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Show', 'steward' ) }
					value={ unread ? 'unread' : '' }
					options={ [
						{ value: '', label: __( 'All', 'steward' ) },
						{ value: 'unread', label: __( 'Unread', 'steward' ) },
					] }
					onChange={ ( value ) => show( { show: value } ) }
				/>
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Kind', 'steward' ) }
					value={ kind }
					options={ [
						{ value: '', label: __( 'Every kind', 'steward' ) },
						...( kinds.data ?? [] ).map( ( one ) => ( {
							value: one.kind,
							label: one.title,
						} ) ),
					] }
					onChange={ ( value ) => show( { kind: value } ) }
				/>
				<Button
					__next40pxDefaultSize
					variant="secondary"
					isBusy={ isBusy }
					disabled={
						isBusy || ! data?.items.some( ( item ) => ! item.read )
					}
					accessibleWhenDisabled
					onClick={ () => void read( null ) }
				>
					{ __( 'Mark all as read', 'steward' ) }
				</Button>
			</div>
			{ error && (
				<Notice status="error" isDismissible={ false }>
					<p>{ errorText( error ) }</p>
					<Button variant="secondary" onClick={ reload }>
						{ __( 'Retry', 'steward' ) }
					</Button>
				</Notice>
			) }
			{ ! data && isLoading && <Skeleton variant="rows" count={ 8 } /> }
			{ data && data.items.length === 0 && (
				<EmptyState
					icon={ bell }
					title={
						unread || kind
							? __( 'Nothing matches', 'steward' )
							: __( 'Nothing yet', 'steward' )
					}
				>
					{ unread && ! kind
						? __( 'You have read everything.', 'steward' )
						: __(
								'You are told here when a contact is assigned to you, taken from you, or changes while you own or follow it.',
								'steward'
							) }
				</EmptyState>
			) }
			{ data && data.items.length > 0 && (
				<ul
					className="steward-notes__list"
					aria-label={ __( 'Notifications', 'steward' ) }
					aria-busy={ isLoading }
				>
					{ data.items.map( ( item ) => (
						<Row
							key={ item.id }
							item={ item }
							onRead={ () => read( [ item.id ] ) }
						/>
					) ) }
				</ul>
			) }
			{ data && data.totalPages > 1 && (
				<nav
					className="steward-notes__pages"
					aria-label={ __( 'Pages', 'steward' ) }
				>
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						disabled={ page <= 1 }
						accessibleWhenDisabled
						onClick={ () => show( { paged: page - 1 } ) }
					>
						{ __( 'Newer', 'steward' ) }
					</Button>
					<span>
						{ sprintf(
							/* translators: 1: a page, 2: how many there are. */
							__( 'Page %1$d of %2$d', 'steward' ),
							page,
							data.totalPages
						) }
					</span>
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						disabled={ page >= data.totalPages }
						accessibleWhenDisabled
						onClick={ () => show( { paged: page + 1 } ) }
					>
						{ __( 'Older', 'steward' ) }
					</Button>
				</nav>
			) }
		</div>
	);
}
