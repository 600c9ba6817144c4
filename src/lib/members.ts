/**
 * Members in words. Pure.
 */
import { __, _n, sprintf } from '@wordpress/i18n';

import type { Member } from '../entities';
import { dateShort } from './dates';
import { formatNumber } from './numbers';

/**
 * "41 contacts", or "41 of 50 contacts" where there is a capacity.
 *
 * @param contacts How many somebody has.
 * @param capacity How many they should have at most; null for any number.
 */
export function loadText( contacts: number, capacity?: number | null ): string {
	if ( typeof capacity === 'number' ) {
		return sprintf(
			/* translators: 1: how many contacts somebody owns, 2: how many they should own at most. */
			_n(
				'%1$s of %2$s contact',
				'%1$s of %2$s contacts',
				capacity,
				'steward'
			),
			formatNumber( contacts ),
			formatNumber( capacity )
		);
	}
	return sprintf(
		/* translators: %s: how many contacts somebody owns. */
		_n( '%s contact', '%s contacts', contacts, 'steward' ),
		formatNumber( contacts )
	);
}

/**
 * When somebody is away: "away until 4 Dec 2026", "away from 1 Dec 2026"; empty when they aren't.
 *
 * @param member Whose absence.
 */
export function awayText(
	member: Pick< Member, 'away' | 'out_of_office' >
): string {
	const { away, out_of_office: days } = member;
	if ( ! days ) {
		return '';
	}
	return away
		? sprintf(
				/* translators: %s: a date. */
				__( 'away until %s', 'steward' ),
				dateShort( `${ days.to }T12:00:00Z` )
			)
		: sprintf(
				/* translators: %s: a date. */
				__( 'away from %s', 'steward' ),
				dateShort( `${ days.from }T12:00:00Z` )
			);
}

/**
 * Whether somebody has more than they should.
 *
 * @param member Who.
 */
export function isOver(
	member: Pick< Member, 'contacts' | 'capacity' >
): boolean {
	return (
		typeof member.contacts === 'number' &&
		typeof member.capacity === 'number' &&
		member.contacts > member.capacity
	);
}

/**
 * What a picker says of somebody: "Sales Rep · 41 contacts · away until 4 Dec 2026 · over capacity".
 *
 * @param member Who.
 */
export function memberDetail( member: Member ): string {
	if ( member.member === false ) {
		return [
			member.roles?.join( ', ' ),
			__( 'not a CRM member', 'steward' ),
		]
			.filter( Boolean )
			.join( ' · ' );
	}
	return [
		member.roles?.join( ', ' ),
		typeof member.contacts === 'number'
			? loadText( member.contacts, member.capacity )
			: '',
		awayText( member ),
		isOver( member ) ? __( 'over capacity', 'steward' ) : '',
	]
		.filter( Boolean )
		.join( ' · ' );
}
