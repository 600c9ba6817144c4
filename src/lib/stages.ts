/**
 * How stages are called.
 */
import { __ } from '@wordpress/i18n';

import type { Outcome, StageColor } from '../entities';

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
