/**
 * How stages are called.
 */
import { __, sprintf } from '@wordpress/i18n';

import type { Outcome, Stage, StageColor } from '../entities';

/**
 * A colour's name.
 *
 * @param color One of the palette.
 */
export function colorLabel( color: StageColor ): string {
	return {
		gray: __( 'Gray', 'steward' ),
		blue: __( 'Blue', 'steward' ),
		teal: __( 'Teal', 'steward' ),
		green: __( 'Green', 'steward' ),
		yellow: __( 'Yellow', 'steward' ),
		orange: __( 'Orange', 'steward' ),
		red: __( 'Red', 'steward' ),
		purple: __( 'Purple', 'steward' ),
	}[ color ];
}

/**
 * What an opportunity in a stage is.
 *
 * @param outcome The stage's outcome.
 */
export function outcomeLabel( outcome: Outcome ): string {
	return {
		open: __( 'Open', 'steward' ),
		won: __( 'Won', 'steward' ),
		lost: __( 'Lost', 'steward' ),
	}[ outcome ];
}

/**
 * Whether a stage's name says its outcome already: "Won".
 *
 * @param stage The stage.
 */
export function isNamedLikeOutcome(
	stage: Pick< Stage, 'name' | 'outcome' >
): boolean {
	return (
		stage.name.trim().toLocaleLowerCase() ===
		outcomeLabel( stage.outcome ).toLocaleLowerCase()
	);
}

/**
 * How likely an opportunity in a stage is won, or its outcome; nothing where the stage's name says it.
 *
 * @param stage The stage.
 */
export function stageOdds( stage: Stage ): string {
	if ( stage.outcome === 'open' ) {
		return sprintf(
			/* translators: %d: how likely it is won, in percent. */
			__( '%d%% likely', 'steward' ),
			stage.probability
		);
	}
	return isNamedLikeOutcome( stage ) ? '' : outcomeLabel( stage.outcome );
}
