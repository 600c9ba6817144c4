/**
 * The bell's panel: the latest notifications.
 */
import { __, sprintf } from '@wordpress/i18n';

import { followAfter } from '../lib/links';
import { ago, type BellItem } from './view';

export interface PanelActions {
	/** Settles once the server knows. */
	onRead: ( item: BellItem ) => Promise< void >;
	onReadAll: () => void;
	onRetry: () => void;
}

/**
 * An element with text and attributes; text is never taken for HTML.
 *
 * @param tag        Its tag.
 * @param className  Its class.
 * @param text       Its text.
 * @param attributes Its attributes.
 */
function make(
	tag: string,
	className: string,
	text = '',
	attributes: Record< string, string > = {}
): HTMLElement {
	const element = document.createElement( tag );
	element.className = className;
	element.textContent = text;
	for ( const [ name, value ] of Object.entries( attributes ) ) {
		element.setAttribute( name, value );
	}
	return element;
}

function row( item: BellItem, actions: PanelActions ): HTMLElement {
	const line = make(
		'li',
		`steward-bell__item${ item.read ? '' : ' is-unread' }`
	);
	const link = make( 'a', 'steward-bell__link', '', { href: item.url } );
	if ( ! item.read ) {
		link.append(
			make( 'span', 'screen-reader-text', __( 'Unread:', 'steward' ) )
		);
		// The next page's bell must know already that this was read.
		link.addEventListener( 'click', ( event ) =>
			followAfter(
				event,
				() => actions.onRead( item ),
				() => window.location.assign( item.url )
			)
		);
	}
	link.append( make( 'span', 'steward-bell__text', item.text ) );
	const detail = item.note ? `“${ item.note }”` : item.cause.text;
	if ( detail ) {
		link.append( make( 'span', 'steward-bell__detail', detail ) );
	}
	link.append(
		make(
			'time',
			'steward-bell__time',
			ago( item.created_gmt, new Date(), document.documentElement.lang ),
			{ datetime: item.created_gmt }
		)
	);
	line.append( link );
	if ( ! item.read ) {
		const read = make( 'button', 'steward-bell__read', '', {
			type: 'button',
			title: __( 'Mark as read', 'steward' ),
			'aria-label': sprintf(
				/* translators: %s: what a notification says. */
				__( 'Mark as read: %s', 'steward' ),
				item.text
			),
		} );
		read.addEventListener( 'click', () => void actions.onRead( item ) );
		line.append( read );
	}
	return line;
}

/**
 * Fills the panel.
 *
 * @param panel   The panel's element.
 * @param items   The latest; null while they load, an error's text when they could not be had.
 * @param listUrl Where all of them are.
 * @param actions What its buttons do.
 */
export function fill(
	panel: HTMLElement,
	items: BellItem[] | string | null,
	listUrl: string,
	actions: PanelActions
): void {
	const head = make( 'div', 'steward-bell__head' );
	head.append(
		make(
			'strong',
			'steward-bell__title',
			__( 'Notifications', 'steward' )
		)
	);
	const body = make( 'div', 'steward-bell__body' );
	if ( items === null ) {
		for ( let at = 0; at < 3; at++ ) {
			body.append( make( 'span', 'steward-bell__skeleton' ) );
		}
		body.append(
			make( 'span', 'screen-reader-text', __( 'Loading…', 'steward' ), {
				role: 'status',
			} )
		);
	} else if ( typeof items === 'string' ) {
		body.append(
			make( 'p', 'steward-bell__empty', items, { role: 'alert' } )
		);
		const retry = make(
			'button',
			'steward-bell__button',
			__( 'Retry', 'steward' ),
			{ type: 'button' }
		);
		retry.addEventListener( 'click', actions.onRetry );
		body.append( retry );
	} else if ( items.length === 0 ) {
		body.append(
			make(
				'p',
				'steward-bell__empty',
				__(
					'Nothing yet. You are told here when a contact is assigned to you or changes.',
					'steward'
				)
			)
		);
	} else {
		const list = make( 'ul', 'steward-bell__list' );
		list.append( ...items.map( ( item ) => row( item, actions ) ) );
		body.append( list );
		if ( items.some( ( item ) => ! item.read ) ) {
			const all = make(
				'button',
				'steward-bell__button',
				__( 'Mark all as read', 'steward' ),
				{ type: 'button' }
			);
			all.addEventListener( 'click', actions.onReadAll );
			head.append( all );
		}
	}
	const foot = make( 'div', 'steward-bell__foot' );
	foot.append(
		make( 'a', 'steward-bell__all', __( 'See all', 'steward' ), {
			href: listUrl,
		} ),
		make( 'a', 'steward-bell__all', __( 'Preferences', 'steward' ), {
			href: `${ listUrl }&tab=preferences`,
		} )
	);
	panel.replaceChildren( head, body, foot );
}
