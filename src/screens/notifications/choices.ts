/**
 * Choices by kind. Pure.
 */
import { __ } from '@wordpress/i18n';

import type { Delivery, NotificationKind } from '../../entities';

/** The ways there are, the loudest first. */
export function deliveries(): { value: Delivery; label: string }[] {
	return [
		{ value: 'at_once', label: __( 'At once', 'steward' ) },
		{ value: 'daily', label: __( 'Daily digest', 'steward' ) },
		{ value: 'bell', label: __( 'Bell only', 'steward' ) },
		{ value: 'off', label: __( 'Off', 'steward' ) },
	];
}

/**
 * What is chosen now.
 *
 * @param kinds The kinds as the server has them.
 */
export function choicesOf(
	kinds: NotificationKind[]
): Record< string, Delivery > {
	return Object.fromEntries(
		kinds.map( ( { kind, delivery } ) => [ kind, delivery ] )
	);
}

/**
 * What of a draft isn't as it is stored.
 *
 * @param stored Kind → how, as stored.
 * @param draft  Kind → how, as touched.
 */
export function differing(
	stored: Record< string, Delivery >,
	draft: Record< string, Delivery >
): Record< string, Delivery > {
	return Object.fromEntries(
		Object.entries( draft ).filter(
			( [ kind, delivery ] ) => stored[ kind ] !== delivery
		)
	);
}
