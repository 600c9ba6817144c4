import type { ReactElement, ReactNode } from 'react';

import { Link, type ParamsInput } from '../lib/router';

export interface ListTabsProps {
	/** What the tabs part. */
	label: string;
	items: {
		key: string;
		label: ReactNode;
		to: ParamsInput;
		isCurrent: boolean;
	}[];
}

/**
 * A list's tabs: links, so that each can be opened in a new window and come back to.
 *
 * @param props       The tabs.
 * @param props.label Of them all.
 * @param props.items Each.
 */
export function ListTabs( { label, items }: ListTabsProps ): ReactElement {
	return (
		<nav className="steward-list-tabs" aria-label={ label }>
			{ items.map( ( item ) => (
				<Link
					key={ item.key }
					to={ item.to }
					className="steward-list-tabs__tab"
					quiet
					aria-current={ item.isCurrent ? 'page' : undefined }
				>
					{ item.label }
				</Link>
			) ) }
		</nav>
	);
}
