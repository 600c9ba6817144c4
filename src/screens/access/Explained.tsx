import type { ReactElement } from 'react';
import { Button, Icon } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { check, closeSmall, lock } from '@wordpress/icons';

import { VERBS, verbLabel } from '../../access/AccessList';
import type {
	AccessAnswer,
	AccessDecision,
	AccessRemedy,
	Verb,
} from '../../entities';
import { linksOf } from './remedies';

export interface ExplainedProps {
	answer: AccessAnswer;
	/** Verb and label of the remedy under way, if one is. */
	busy: string | null;
	onApply: ( verb: Verb, remedy: AccessRemedy ) => void;
}

/** What has to be done before anything else is possible. */
const FIRST = new Set< AccessRemedy[ 'kind' ] >( [
	'restore',
	'separate_owners',
] );

interface RemedyProps {
	remedy: AccessRemedy;
	user: number;
	/** The label of the one under way, if one is. */
	busy: string | null;
	disabled: boolean;
	onApply: ( remedy: AccessRemedy ) => void;
}

/** What somebody else has to do is named; the rest has its button or its links. */
function Remedy( props: RemedyProps ): ReactElement {
	const { remedy, user, busy, disabled, onApply } = props;
	if ( remedy.parts ) {
		return (
			<li className="steward-why__remedy">
				{ remedy.label }
				<ul className="steward-why__parts">
					{ remedy.parts.map( ( part, at ) => (
						<Remedy
							key={ part.kind }
							{ ...props }
							remedy={ part }
							disabled={
								disabled ||
								remedy
									.parts!.slice( 0, at )
									.some( ( { kind } ) => FIRST.has( kind ) )
							}
						/>
					) ) }
				</ul>
			</li>
		);
	}
	const links = linksOf( remedy, user );
	if ( ! remedy.allowed ) {
		return (
			<li className="steward-why__remedy is-others">
				{ remedy.label }{ ' ' }
				<span className="steward-muted">
					{ __( '(somebody else has to do this)', 'steward' ) }
				</span>
			</li>
		);
	}
	if ( links.length > 0 ) {
		return (
			<li className="steward-why__remedy">
				{ remedy.label }
				{ links.map( ( { href, label } ) => (
					<Button
						key={ href }
						variant="secondary"
						size="compact"
						href={ href }
					>
						{ label }
					</Button>
				) ) }
			</li>
		);
	}
	return (
		<li className="steward-why__remedy">
			<Button
				variant="secondary"
				size="compact"
				isBusy={ busy === remedy.label }
				disabled={ disabled }
				accessibleWhenDisabled
				onClick={ () => onApply( remedy ) }
			>
				{ remedy.label }
			</Button>
		</li>
	);
}

/**
 * The id of an action's heading, which says its answer.
 *
 * @param verb The action.
 */
export const headingId = ( verb: Verb ): string => `steward-why-${ verb }`;

function Action( {
	verb,
	decision,
	user,
	name,
	isTrashed,
	busy,
	onApply,
}: {
	verb: Verb;
	decision: AccessDecision;
	user: number;
	name: string;
	isTrashed: boolean;
	busy: string | null;
	onApply: ( remedy: AccessRemedy ) => void;
} ): ReactElement {
	const steps = decision.steps ?? [];
	const remedies = decision.remedies ?? [];
	return (
		<section
			className={ `steward-card steward-why__action ${
				decision.allowed ? 'is-allowed' : 'is-refused'
			}` }
			aria-labelledby={ headingId( verb ) }
		>
			<h2
				className="steward-why__title"
				id={ headingId( verb ) }
				tabIndex={ -1 }
			>
				<Icon icon={ decision.allowed ? check : lock } size={ 20 } />
				{ verbLabel( verb, isTrashed ) }
				<span className="steward-why__answer">
					{ decision.allowed
						? __( 'Yes', 'steward' )
						: __( 'No', 'steward' ) }
				</span>
			</h2>
			{ ! decision.allowed && (
				<p className="steward-why__told">
					{ sprintf(
						/* translators: 1: a person's name, 2: the words they are told. */
						__( '%1$s reads: “%2$s”', 'steward' ),
						name,
						[ decision.message, decision.remedy ]
							.filter( Boolean )
							.join( ' ' )
					) }
				</p>
			) }
			<ol className="steward-why__steps">
				{ steps.map( ( step ) => (
					<li key={ step.rule } className={ `is-${ step.outcome }` }>
						<Icon
							icon={ step.outcome === 'yes' ? check : closeSmall }
							size={ 18 }
						/>
						<span>
							<span className="screen-reader-text">
								{ step.outcome === 'yes'
									? __( 'Fine:', 'steward' )
									: __( 'Refuses:', 'steward' ) }{ ' ' }
							</span>
							{ step.text }
						</span>
					</li>
				) ) }
			</ol>
			{ remedies.length > 0 && (
				<>
					<h3 className="steward-why__helps">
						{ __( 'What would help', 'steward' ) }
					</h3>
					<ul className="steward-why__remedies">
						{ remedies.map( ( remedy ) => (
							<Remedy
								key={ remedy.label }
								remedy={ remedy }
								user={ user }
								busy={
									busy?.startsWith( `${ verb }/` )
										? busy.slice( verb.length + 1 )
										: null
								}
								disabled={ busy !== null }
								onApply={ onApply }
							/>
						) ) }
					</ul>
				</>
			) }
		</section>
	);
}

/**
 * Each action with its answer, the rules that led to it, and what would help.
 *
 * @param props         The answer.
 * @param props.answer  From GET /{contacts|opportunities}/{id}/access?steps=true.
 * @param props.busy    Verb and label of the remedy under way.
 * @param props.onApply Applies a remedy.
 */
export function Explained( {
	answer,
	busy,
	onApply,
}: ExplainedProps ): ReactElement {
	return (
		<div className="steward-why__actions">
			{ VERBS.map( ( verb ) => (
				<Action
					key={ verb }
					verb={ verb }
					decision={ answer.actions[ verb ] }
					user={ answer.user }
					name={ answer.person?.name ?? `#${ answer.user }` }
					isTrashed={ VERBS.some(
						( one ) => answer.actions[ one ].reason === 'in_trash'
					) }
					busy={ busy }
					onApply={ ( remedy ) => onApply( verb, remedy ) }
				/>
			) ) }
		</div>
	);
}
