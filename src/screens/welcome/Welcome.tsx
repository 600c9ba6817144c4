/**
 * What a first-time administrator does next. Stands over the contacts list until it is put away.
 */
import { useEffect, useId, useRef, type ReactElement } from 'react';
import { Button, Icon, VisuallyHidden } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { check, closeSmall } from '@wordpress/icons';

import { boot } from '../../boot';
import { Skeleton } from '../../components/Skeleton';
import { Link } from '../../lib/router';
import { useLoaded } from '../../lib/useLoaded';
import { readProgress, stepsOf, type Step } from './steps';
import { useDismissed } from './useDismissed';
import './welcome.scss';

function Action( { step }: { step: Step } ): ReactElement {
	const className =
		'components-button is-secondary is-next-40px-default-size';
	return typeof step.to === 'string' ? (
		<a className={ className } href={ step.to }>
			{ step.action }
		</a>
	) : (
		<Link className={ className } to={ step.to }>
			{ step.action }
		</Link>
	);
}

function StepItem( {
	step,
	number,
}: {
	step: Step;
	number: number;
} ): ReactElement {
	return (
		<li className={ `steward-step${ step.isDone ? ' is-done' : '' }` }>
			<span className="steward-step__mark" aria-hidden>
				{ step.isDone ? <Icon icon={ check } size={ 20 } /> : number }
			</span>
			<div className="steward-step__words">
				<h3 className="steward-step__title">
					{ step.title }
					{ step.isDone && (
						<VisuallyHidden>
							{ ' ' }
							{ __( '(done)', 'steward' ) }
						</VisuallyHidden>
					) }
				</h3>
				<p className="steward-step__text">{ step.text }</p>
			</div>
			<div className="steward-step__action">
				{ step.isDone ? (
					<span className="steward-step__done" aria-hidden>
						{ __( 'Done', 'steward' ) }
					</span>
				) : (
					<Action step={ step } />
				) }
			</div>
		</li>
	);
}

function Panel( {
	onDismiss,
}: {
	onDismiss: () => void;
} ): ReactElement | null {
	const id = useId();
	const { data, error, reload } = useLoaded( readProgress );
	const root = useRef< HTMLElement >( null );
	useEffect( () => {
		// A user may have been added, or a form switched on, in another tab.
		window.addEventListener( 'focus', reload );
		return () => window.removeEventListener( 'focus', reload );
	}, [ reload ] );

	// A welcome that can't tell what is done would only mislead; the list below says what is wrong.
	if ( error && ! data ) {
		return null;
	}
	const steps = data ? stepsOf( data ) : [];
	const done = steps.filter( ( { isDone } ) => isDone ).length;
	const isComplete = steps.length > 0 && done === steps.length;

	function dismiss(): void {
		// The focus goes on to what follows rather than being lost.
		const heading = document.querySelector< HTMLElement >(
			'.steward-header__title'
		);
		onDismiss();
		heading?.focus( { preventScroll: true } );
	}

	return (
		<section
			ref={ root }
			className={ `steward-welcome${ isComplete ? ' is-complete' : '' }` }
			aria-labelledby={ id }
		>
			<div className="steward-welcome__head">
				<div>
					<h2 id={ id } className="steward-welcome__title">
						{ isComplete
							? __( 'Steward is set up', 'steward' )
							: __( 'Welcome to Steward', 'steward' ) }
					</h2>
					<p className="steward-welcome__text">
						{ isComplete
							? __(
									'New contacts arrive unassigned. Whoever claims one first owns it.',
									'steward'
								)
							: __(
									'Every contact gets one owner. Three steps, and your team can start.',
									'steward'
								) }
					</p>
				</div>
				{ data && ! isComplete && (
					<span className="steward-welcome__count">
						{ sprintf(
							/* translators: 1: steps done, 2: steps in all. */
							__( '%1$d of %2$d done', 'steward' ),
							done,
							steps.length
						) }
					</span>
				) }
				<Button
					size="small"
					icon={ closeSmall }
					label={ __( 'Dismiss welcome', 'steward' ) }
					onClick={ dismiss }
				/>
			</div>
			{ ! data && (
				<div className="steward-welcome__wait">
					<Skeleton variant="rows" count={ 3 } />
				</div>
			) }
			{ data && ! isComplete && (
				<ol className="steward-welcome__steps">
					{ steps.map( ( step, at ) => (
						<StepItem
							key={ step.id }
							step={ step }
							number={ at + 1 }
						/>
					) ) }
				</ol>
			) }
		</section>
	);
}

/** The welcome; nothing for those who dismissed it or don't manage Steward. */
export function Welcome(): ReactElement | null {
	const [ isDismissed, dismiss ] = useDismissed();
	return boot.onboarding && boot.can.manage && ! isDismissed ? (
		<Panel onDismiss={ dismiss } />
	) : null;
}
