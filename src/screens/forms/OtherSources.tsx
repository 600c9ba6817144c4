import type { ReactElement } from 'react';
import { __ } from '@wordpress/i18n';

import { CurlExample } from '../../components/CurlExample';
import { Link } from '../../lib/router';

/** The way in for everything that isn't a form plugin of this site. */
export function OtherSources(): ReactElement {
	return (
		<section
			className="steward-panel"
			aria-labelledby="steward-other-sources"
		>
			<h2 id="steward-other-sources" className="steward-panel__title">
				{ __( 'Other forms and sites', 'steward' ) }
			</h2>
			<p className="steward-panel__text">
				{ __(
					'Anything that can send a web request can send contacts here: another form plugin, a landing page, a script.',
					'steward'
				) }{ ' ' }
				<Link to={ { page: 'steward-settings' } }>
					{ __( 'Create a submission key in Settings', 'steward' ) }
				</Link>{ ' ' }
				{ __( 'and put it in place of YOUR_KEY:', 'steward' ) }
			</p>
			<CurlExample />
		</section>
	);
}
