import type { CSSProperties, ReactElement } from 'react';
import { VisuallyHidden } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

export interface SkeletonProps {
	/** `text`: lines of text · `rows`: rows of a table · `card`: one block · `screen`: a heading over rows. */
	variant?: 'text' | 'rows' | 'card' | 'screen';
	/** How many lines or rows. */
	count?: number;
	/** What is loading, for screen readers. */
	label?: string;
}

/** Widths that look like words rather than like a barcode. */
const WIDTHS = [ '78%', '64%', '86%', '52%', '71%', '60%' ];

function Bar( { style }: { style?: CSSProperties } ): ReactElement {
	return <span className="steward-skeleton__bar" style={ style } />;
}

function lines( count: number ): ReactElement[] {
	return Array.from( { length: count }, ( _, at ) => (
		<Bar
			key={ at }
			style={ { inlineSize: WIDTHS[ at % WIDTHS.length ] } }
		/>
	) );
}

function rows( count: number ): ReactElement[] {
	return Array.from( { length: count }, ( _, at ) => (
		<span key={ at } className="steward-skeleton__row">
			<Bar style={ { inlineSize: '24%' } } />
			<Bar style={ { inlineSize: '16%' } } />
			<Bar style={ { inlineSize: at % 2 ? '12%' : '18%' } } />
			<Bar style={ { inlineSize: '10%' } } />
		</span>
	) );
}

/**
 * The shape of what is about to appear.
 *
 * @param props         Which shape.
 * @param props.variant Its kind.
 * @param props.count   Its length.
 * @param props.label   Its words.
 */
export function Skeleton( {
	variant = 'text',
	count = 3,
	label,
}: SkeletonProps ): ReactElement {
	return (
		<div className={ `steward-skeleton is-${ variant }` } role="status">
			<VisuallyHidden>
				{ label ?? __( 'Loading…', 'steward' ) }
			</VisuallyHidden>
			<div aria-hidden className="steward-skeleton__shape">
				{ variant === 'screen' && (
					<Bar style={ { inlineSize: '14em', blockSize: '1.6em' } } />
				) }
				{ variant === 'card' && (
					<Bar style={ { inlineSize: '100%', blockSize: '6em' } } />
				) }
				{ variant === 'text' && lines( count ) }
				{ ( variant === 'rows' || variant === 'screen' ) &&
					rows( variant === 'screen' ? 8 : count ) }
			</div>
		</div>
	);
}
