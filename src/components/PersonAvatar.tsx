import { useState, type ReactElement } from 'react';

export interface PersonAvatarProps {
	person: { name: string; avatar_url?: string };
	/** Pixels. */
	size?: number;
	/** Give the name to screen readers too, where no name stands beside it. */
	named?: boolean;
}

/**
 * The first letters of the first and the last word of a name.
 * @param name
 */
function initials( name: string ): string {
	const words = name.trim().split( /\s+/ ).filter( Boolean );
	const first = words[ 0 ] ?? '';
	const last = words.length > 1 ? ( words[ words.length - 1 ] ?? '' ) : '';
	return (
		[ ...first ].slice( 0, 1 ).join( '' ) +
		[ ...last ].slice( 0, 1 ).join( '' )
	).toUpperCase();
}

/**
 * One of six quiet tints, the same for the same name.
 * @param name
 */
function tint( name: string ): number {
	let sum = 0;
	for ( const char of name ) {
		sum = ( sum * 31 + ( char.codePointAt( 0 ) ?? 0 ) ) % 9973;
	}
	return sum % 6;
}

/**
 * A person's picture, or their initials where there is none. Decorative unless `named`.
 *
 * @param props        The person and the size.
 * @param props.person Whose.
 * @param props.size   Pixels.
 * @param props.named  Whether it stands for the name.
 */
export function PersonAvatar( {
	person,
	size = 24,
	named = false,
}: PersonAvatarProps ): ReactElement {
	const [ broken, setBroken ] = useState( false );
	const style = {
		inlineSize: size,
		blockSize: size,
		fontSize: Math.max( 9, Math.round( size * 0.4 ) ),
	};
	if ( person.avatar_url && ! broken ) {
		return (
			<img
				className="steward-avatar"
				src={ person.avatar_url }
				alt={ named ? person.name : '' }
				title={ named ? person.name : undefined }
				style={ style }
				loading="lazy"
				onError={ () => setBroken( true ) }
			/>
		);
	}
	return (
		<span
			className={ `steward-avatar is-tint-${ tint( person.name ) }` }
			style={ style }
			title={ named ? person.name : undefined }
			{ ...( named
				? { role: 'img', 'aria-label': person.name }
				: { 'aria-hidden': true } ) }
		>
			{ initials( person.name ) }
		</span>
	);
}
