import type { ReactElement } from 'react';
import { Icon } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { caution, error as errorIcon } from '@wordpress/icons';

import { pathLabel } from './labels';
import type { Group } from './matrix';
import { messageId, type CellMessage } from './messages';

export interface CellMessagesProps {
	role: string;
	groups: Group[];
	messages: CellMessage[];
}

/**
 * What is to be said at a role's cells, each with the cell's name.
 *
 * @param props The role's messages.
 */
export function CellMessages( props: CellMessagesProps ): ReactElement {
	const { role, groups, messages } = props;
	return (
		<ul className="steward-roles__messages">
			{ messages.map( ( { cell, message, kind } ) => (
				<li
					key={ cell + message }
					id={ messageId( role, { cell, kind } ) }
					className={ `is-${ kind }` }
				>
					<Icon
						icon={ kind === 'refusal' ? errorIcon : caution }
						size={ 18 }
					/>
					<span>
						{ sprintf(
							/* translators: 1: a cell such as "Contacts: View scope", 2: what is to be said of it. */
							__( '%1$s. %2$s', 'steward' ),
							pathLabel( groups, cell ),
							message
						) }
					</span>
				</li>
			) ) }
		</ul>
	);
}
