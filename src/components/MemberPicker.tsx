import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { ComboboxControl } from '@wordpress/components';
import { useEntityRecords } from '@wordpress/core-data';
import { __, sprintf } from '@wordpress/i18n';

import { KIND, MEMBER, PERSON, type Member } from '../entities';
import { memberDetail } from '../lib/members';
import { isMe } from '../lib/people';
import { useDebounced } from '../lib/useDebounced';
import { FieldError } from './FieldError';
import { PersonAvatar } from './PersonAvatar';

/** A member's id, deliberately nobody, or not chosen yet. */
export type MemberChoice = number | 'unassigned' | null;

export interface MemberPickerProps {
	label: string;
	hideLabel?: boolean;
	help?: string;
	/** What is wrong with the choice, said below it. */
	error?: string;
	/** The list opens by typing, clicking or the arrow keys only, where the field has the focus from the start. */
	opensOnDemand?: boolean;
	value: MemberChoice;
	onChange: ( choice: MemberChoice, member: Member | null ) => void;
	/** Users left out: those who are on the list already. */
	exclude?: number[];
	/** Offers "Unassigned" as the first choice. */
	allowUnassigned?: boolean;
	/** What "Unassigned" is called, and what it means, where it isn't for anyone to claim. */
	unassigned?: { label: string; detail: string };
	placeholder?: string;
	/** Everybody with an account instead, for those who may ask about anybody. */
	everyone?: boolean;
}

const UNASSIGNED = 'unassigned';

/**
 * The members who match a search; the ones of the last search while the next is under way.
 * @param search
 * @param entity
 */
function useMembers(
	search: string,
	entity: string
): { members: Member[]; busy: boolean } {
	const rested = useDebounced( search.trim() );
	const query = useMemo(
		() => ( { per_page: 50, ...( rested ? { search: rested } : {} ) } ),
		[ rested ]
	);
	const { records, isResolving } = useEntityRecords< Member >(
		KIND,
		entity,
		query
	);
	const last = useRef< Member[] >( [] );
	if ( records && ! isResolving ) {
		last.current = records;
	}
	return { members: last.current, busy: isResolving };
}

/**
 * A search box for CRM members, the only people who can own or follow a record, with how much each already has.
 *
 * @param props What is chosen, and what to do with a choice.
 */
export function MemberPicker( props: MemberPickerProps ): ReactElement {
	const { value, onChange, exclude, allowUnassigned } = props;
	const unassigned = props.unassigned ?? {
		label: __( 'Unassigned', 'steward' ),
		detail: __( 'Free for anyone to claim', 'steward' ),
	};
	const [ search, setSearch ] = useState( '' );
	const entity = props.everyone ? PERSON : MEMBER;
	const { members } = useMembers( search, entity );
	const known = useRef( new Map< number, Member >() );
	members.forEach( ( member ) => known.current.set( member.id, member ) );

	// A choice made elsewhere must show its name though no search found it.
	const chosen = typeof value === 'number' ? value : null;
	const missing = chosen !== null && ! known.current.has( chosen );
	const { records: named } = useEntityRecords< Member >(
		KIND,
		entity,
		{ include: [ chosen ?? 0 ], per_page: 1 },
		{ enabled: missing }
	);
	const [ , setNamed ] = useState( 0 );
	useEffect( () => {
		if ( missing && named?.[ 0 ] ) {
			known.current.set( named[ 0 ].id, named[ 0 ] );
			setNamed( named[ 0 ].id );
		}
	}, [ missing, named ] );

	const shown = members.filter( ( { id } ) => ! exclude?.includes( id ) );
	const picked = chosen !== null ? known.current.get( chosen ) : undefined;
	if ( picked && ! shown.some( ( { id } ) => id === picked.id ) ) {
		shown.push( picked );
	}
	const options = [
		...( allowUnassigned
			? [ { value: UNASSIGNED, label: unassigned.label } ]
			: [] ),
		...shown.map( ( member ) => ( {
			value: String( member.id ),
			label: isMe( member.id )
				? sprintf(
						/* translators: %s: one's own name. */
						__( '%s (you)', 'steward' ),
						member.name
					)
				: member.name,
			member,
		} ) ),
	];
	return (
		<ComboboxControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			className="steward-member-picker"
			label={ props.label }
			hideLabelFromVision={ props.hideLabel }
			help={
				props.error ? (
					<FieldError message={ props.error } isHelp />
				) : (
					props.help
				)
			}
			expandOnFocus={ ! props.opensOnDemand }
			placeholder={
				props.placeholder ?? __( 'Search people…', 'steward' )
			}
			allowReset={ false }
			value={ value === null ? null : String( value ) }
			options={ options }
			onFilterValueChange={ setSearch }
			onChange={ ( next ) => {
				if ( ! next ) {
					onChange( null, null );
				} else if ( next === UNASSIGNED ) {
					onChange( UNASSIGNED, null );
				} else {
					const id = Number( next );
					onChange( id, known.current.get( id ) ?? null );
				}
			} }
			__experimentalRenderItem={ ( { item } ) => {
				const member = item.member as Member | undefined;
				return (
					<span className="steward-member">
						{ member ? (
							<PersonAvatar person={ member } size={ 28 } />
						) : (
							<span
								className="steward-avatar is-nobody"
								style={ { inlineSize: 28, blockSize: 28 } }
								aria-hidden
							/>
						) }
						<span className="steward-member__text">
							<span className="steward-member__name">
								{ item.label }
							</span>
							<span className="steward-member__detail">
								{ member
									? memberDetail( member )
									: unassigned.detail }
							</span>
						</span>
					</span>
				);
			} }
		/>
	);
}
