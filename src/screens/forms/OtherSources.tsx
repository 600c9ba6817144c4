import type { ReactElement } from 'react';
import { __ } from '@wordpress/i18n';

import { CurlExample } from '../../components/CurlExample';
import { Panel } from '../../components/Panel';
import { Link } from '../../lib/router';

/** The way in for everything that isn't a form plugin of this site. */
export function OtherSources(): ReactElement {
	return (
		<Panel
			title={ __( 'Other forms and sites', 'steward' ) }
			text={
				<>
					{ __(
						'Anything that can send a web request can send contacts here: another form plugin, a landing page, a script.',
						'steward'
					) }{ ' ' }
					<Link to={ { page: 'steward-settings', tab: 'keys' } }>
						{ __(
							'Create a submission key in Settings',
							'steward'
						) }
					</Link>{ ' ' }
					{ __( 'and put it in place of YOUR_KEY:', 'steward' ) }
				</>
			}
		>
			<CurlExample />
		</Panel>
	);
}
