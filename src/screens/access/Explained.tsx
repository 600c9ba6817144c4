import type { ReactElement } from 'react';
import { Button, Icon } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
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
	/** The remedy under way, if one is. */
	busy: string | null;
	onApply: ( verb: Verb, remedy: AccessRemedy ) => void;
}

function Remedy( {
	remedy,
	user,
	isBusy,
	disabled,
	onApply,
}: {
	remedy: AccessRemedy;
	user: number;
	isBusy: boolean;
	disabled: boolean;
	onApply: () => void;
} ): ReactElement {
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
				isBusy={ isBusy }
				disabled={ disabled }
				accessibleWhenDisabled
				onClick={ onApply }
			>
				{ remedy.label }
			</Button>
		</li>
	);
}

function Action( {
	verb,
	decision,
	user,
	busy,
	onApply,
}: {
	verb: Verb;
	decision: AccessDecision;
	user: number;
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
			aria-labelledby={ `steward-why-${ verb }` }
		>
			<h2 className="steward-why__title" id={ `steward-why-${ verb }` }>
				<Icon icon={ decision.allowed ? check : lock } size={ 20 } />
				{ verbLabel( verb ) }
				<span className="steward-why__answer">
					{ decision.allowed
						? __( 'Yes', 'steward' )
						: __( 'No', 'steward' ) }
				</span>
			</h2>
			{ ! decision.allowed && (
				<p className="steward-why__told">
					<q>
						{ decision.message } { decision.remedy }
					</q>
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
								key={ remedy.kind }
								remedy={ remedy }
								user={ user }
								isBusy={ busy === `${ verb }/${ remedy.kind }` }
								disabled={ busy !== null }
								onApply={ () => onApply( remedy ) }
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
 * @param props.answer  From GET /contacts/{id}/access?steps=true.
 * @param props.busy    Verb and kind of the remedy under way.
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
					busy={ busy }
					onApply={ ( remedy ) => onApply( verb, remedy ) }
				/>
			) ) }
		</div>
	);
}
