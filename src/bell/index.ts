/**
 * The bell in the admin bar of every page: makes of its link a button that opens the latest notifications, and keeps its
 * number fresh while the page is looked at. Small on purpose: it is loaded everywhere.
 */
import apiFetch from '@wordpress/api-fetch';
import domReady from '@wordpress/dom-ready';
import { __ } from '@wordpress/i18n';

import { isPlainClick } from '../lib/links';
import { fill } from './panel';
import { badge, label, news, type BellItem, type Unread } from './view';
import './bell.scss';

const ROOT = '/steward/v1/notifications';
const SHOWN = 8;
const REFRESH_MS = 60_000;

/** The screens tell the bell that something was read there. */
const EVENT = 'steward-notifications-read';

class Bell {
	private items: BellItem[] | string | null = null;

	private unread: number | null = null;

	private readonly panel = document.createElement( 'div' );

	private readonly live = document.createElement( 'span' );

	public constructor(
		private readonly root: HTMLElement,
		private readonly button: HTMLAnchorElement
	) {
		this.panel.className = 'steward-bell__panel';
		this.panel.id = 'steward-bell-panel';
		this.panel.hidden = true;
		this.panel.setAttribute( 'role', 'dialog' );
		this.panel.setAttribute(
			'aria-label',
			__( 'Notifications', 'steward' )
		);
		this.panel.tabIndex = -1;
		this.live.className = 'screen-reader-text';
		this.live.setAttribute( 'aria-live', 'polite' );
		button.setAttribute( 'role', 'button' );
		button.setAttribute( 'aria-haspopup', 'dialog' );
		button.setAttribute( 'aria-expanded', 'false' );
		button.setAttribute( 'aria-controls', this.panel.id );
		root.append( this.panel, this.live );
		this.listen();
	}

	private get isOpen(): boolean {
		return ! this.panel.hidden;
	}

	private listen(): void {
		this.button.addEventListener( 'click', ( event ) => {
			if ( isPlainClick( event ) ) {
				event.preventDefault();
				this.toggle( ! this.isOpen );
			}
		} );
		this.button.addEventListener( 'keydown', ( event ) => {
			if ( event.key === ' ' ) {
				event.preventDefault();
				this.toggle( ! this.isOpen );
			}
		} );
		this.root.addEventListener( 'keydown', ( event ) => {
			if ( event.key === 'Escape' && this.isOpen ) {
				event.stopPropagation();
				this.toggle( false );
				this.button.focus();
			}
		} );
		this.root.addEventListener( 'focusout', ( event ) => {
			const next = event.relatedTarget;
			if ( next instanceof Node && ! this.root.contains( next ) ) {
				this.toggle( false );
			}
		} );
		document.addEventListener( 'click', ( event ) => {
			if ( ! event.composedPath().includes( this.root ) ) {
				this.toggle( false );
			}
		} );
		document.addEventListener( 'visibilitychange', () => {
			void this.refresh();
		} );
		window.addEventListener( EVENT, () => void this.refresh() );
		window.setInterval( () => void this.refresh(), REFRESH_MS );
	}

	private toggle( open: boolean ): void {
		if ( open === this.isOpen ) {
			return;
		}
		this.panel.hidden = ! open;
		this.button.setAttribute( 'aria-expanded', String( open ) );
		if ( open ) {
			this.items = null;
			this.render();
			this.panel.focus();
			void this.load();
		}
	}

	private render(): void {
		const within = this.panel.contains(
			this.panel.ownerDocument.activeElement
		);
		fill( this.panel, this.items, this.button.href, {
			onRead: ( item ) => this.read( [ item.id ] ),
			onReadAll: () => void this.read( null ),
			onRetry: () => void this.load(),
		} );
		if ( within ) {
			// What had the focus may be gone: the keyboard goes on from the panel.
			this.panel.focus();
		}
	}

	private async load(): Promise< void > {
		try {
			this.items = await apiFetch< BellItem[] >( {
				path: `${ ROOT }?per_page=${ SHOWN }`,
			} );
		} catch {
			this.items = __(
				'The notifications could not be loaded. Check your connection.',
				'steward'
			);
		}
		this.render();
		await this.refresh();
	}

	/** Marks as read, at once in sight; goes on also while the page is left. */
	private async read( ids: number[] | null ): Promise< void > {
		if ( Array.isArray( this.items ) ) {
			this.items = this.items.map( ( item ) => ( {
				...item,
				read: item.read || ids === null || ids.includes( item.id ),
			} ) );
			this.render();
		}
		try {
			this.show(
				await apiFetch< Unread >( {
					path: `${ ROOT }/read`,
					method: 'POST',
					data: ids === null ? { all: true } : { ids },
					keepalive: true,
				} )
			);
		} catch {
			await this.load();
		}
	}

	private async refresh(): Promise< void > {
		if ( document.visibilityState !== 'visible' ) {
			return;
		}
		try {
			this.show(
				await apiFetch< Unread >( { path: `${ ROOT }/unread` } )
			);
		} catch {
			// Offline or signed out: the number stays, the next look may succeed.
		}
	}

	private show( count: Unread ): void {
		const number = this.root.querySelector( '.steward-bell__count' );
		const name = this.button.querySelector( '.screen-reader-text' );
		if ( number && name ) {
			number.textContent = badge( count );
			number.classList.toggle( 'is-none', count.unread === 0 );
			name.textContent = label( count );
		}
		const said = news( this.unread, count.unread );
		if ( said ) {
			this.live.textContent = said;
		}
		this.unread = count.unread;
	}
}

domReady( () => {
	const root = document.getElementById( 'wp-admin-bar-steward-bell' );
	const button = root?.querySelector< HTMLAnchorElement >( 'a.ab-item' );
	if ( root && button ) {
		new Bell( root, button );
	}
} );
