import type { ReactElement, ReactNode } from 'react';
import { Icon } from '@wordpress/components';
import { lock } from '@wordpress/icons';

import { reasonText } from '../lib/reasons';

export interface RefusalNoteProps {
	/** The server's code. */
	reason?: string;
	/** The server's sentence, where it sends one. */
	message?: string;
	/** What to do about it. */
	remedy?: string;
	/** Buttons that do it. */
	children?: ReactNode;
}

/**
 * Why something is refused and what to do about it.
 *
 * @param props          The server's answer.
 * @param props.reason   Its code.
 * @param props.message  Its sentence.
 * @param props.remedy   Its remedy.
 * @param props.children Buttons that do it.
 */
export function RefusalNote( {
	reason,
	message,
	remedy,
	children,
}: RefusalNoteProps ): ReactElement {
	return (
		<div className="steward-refusal">
			<Icon icon={ lock } size={ 20 } />
			<div>
				<p className="steward-refusal__reason">
					{ message || reasonText( reason ) }
				</p>
				{ remedy && (
					<p className="steward-refusal__remedy">{ remedy }</p>
				) }
				{ children && (
					<div className="steward-refusal__actions">{ children }</div>
				) }
			</div>
		</div>
	);
}
