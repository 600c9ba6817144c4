import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import { boot } from '../boot';
import { MemberPicker } from '../components/MemberPicker';
import { Skeleton } from '../components/Skeleton';
import { CONTACT, type Member, type RecordName } from '../entities';
import { errorText } from '../lib/errors';
import { Link } from '../lib/router';
import { AccessList } from './AccessList';
import { useAccess, type AccessState } from './useAccess';

export interface AccessPanelProps {
	/** The record's id. */
	id: number;
	type?: RecordName;
	/** Whatever changes with what the answers depend on. */
	revision: string;
	/** The reader's own answer, where the page has asked already. */
	own: AccessState;
}

function Answer( { state }: { state: AccessState } ): ReactElement {
	const { answer, error, reload } = state;
	if ( error ) {
		return (
			<p className="steward-access__error">
				{ errorText( error ) }{ ' ' }
				<Button variant="link" onClick={ reload }>
					{ __( 'Try again', 'steward' ) }
				</Button>
			</p>
		);
	}
	return answer ? (
		<AccessList answer={ answer } />
	) : (
		<Skeleton
			count={ 5 }
			label={ __( 'Loading what you can do here…', 'steward' ) }
		/>
	);
}

function OthersAnswer( {
	id,
	type,
	revision,
	member,
}: {
	id: number;
	type: RecordName;
	revision: string;
	member: Member;
} ): ReactElement {
	const state = useAccess( id, revision, member.id, type );
	return (
		<div className="steward-access__other" aria-live="polite">
			<p className="steward-access__told">
				{ sprintf(
					/* translators: %s: a person's name. */
					__(
						'What %s can do here, in the words they are told:',
						'steward'
					),
					member.name
				) }
			</p>
			<Answer state={ state } />
		</div>
	);
}

/**
 * What you can do here: each action allowed or why not. Who sees reports or manages Steward may ask for another person.
 *
 * @param props          The record and the reader's own answer.
 * @param props.id       The record.
 * @param props.type     Its kind.
 * @param props.revision Its state.
 * @param props.own      The reader's answer.
 */
export function AccessPanel( {
	id,
	type = CONTACT,
	revision,
	own,
}: AccessPanelProps ): ReactElement {
	const [ isAsking, setAsking ] = useState( false );
	const [ member, setMember ] = useState< Member | null >( null );
	const ask = useRef< HTMLDivElement >( null );
	useEffect( () => {
		if ( isAsking ) {
			ask.current?.querySelector( 'input' )?.focus();
		}
	}, [ isAsking ] );
	return (
		<section
			className="steward-card steward-access"
			aria-labelledby="steward-access-title"
		>
			<h2 className="steward-card__title" id="steward-access-title">
				{ __( 'What you can do here', 'steward' ) }
			</h2>
			<Answer state={ own } />
			{ ( boot.can.reports || boot.can.manage ) && (
				<div className="steward-access__ask" ref={ ask }>
					<Button
						variant="link"
						aria-expanded={ isAsking }
						onClick={ () => {
							setAsking( ! isAsking );
							setMember( null );
						} }
					>
						{ __( 'Why can’t somebody else…?', 'steward' ) }
					</Button>
					{ isAsking && (
						<MemberPicker
							everyone
							label={ __( 'Person', 'steward' ) }
							value={ member?.id ?? null }
							onChange={ ( _choice, person ) =>
								setMember( person )
							}
						/>
					) }
					{ isAsking && member && (
						<>
							<OthersAnswer
								key={ member.id }
								id={ id }
								type={ type }
								revision={ revision }
								member={ member }
							/>
							<Link
								to={ {
									page: 'steward-access',
									[ type ]: id,
									user: member.id,
								} }
							>
								{ __(
									'Step by step, and what would help',
									'steward'
								) }
							</Link>
						</>
					) }
				</div>
			) }
		</section>
	);
}
