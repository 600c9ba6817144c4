import type { ReactElement } from 'react';
import { __ } from '@wordpress/i18n';

import type { ChangeLine } from './activityText';

/**
 * What changed, field by field: what was, and what is.
 *
 * @param props       The changes.
 * @param props.lines From `changeLines()`.
 */
export function ActivityChanges( {
	lines,
}: {
	lines: ChangeLine[];
} ): ReactElement | null {
	if ( lines.length === 0 ) {
		return null;
	}
	return (
		<dl className="steward-activity__changes">
			{ lines.map( ( line ) => (
				<div key={ line.field }>
					<dt>{ line.label }</dt>
					<dd>
						{ line.old && <del>{ line.old }</del> }
						{ line.old && line.new && (
							<span
								className="steward-activity__arrow"
								aria-hidden
							/>
						) }
						{ line.new && <ins>{ line.new }</ins> }
						{ ! line.new && line.old && (
							<span className="steward-activity__removed">
								{ __( 'removed', 'steward' ) }
							</span>
						) }
					</dd>
				</div>
			) ) }
		</dl>
	);
}
