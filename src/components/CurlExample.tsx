import type { ReactElement } from 'react';
import { __ } from '@wordpress/i18n';

import { boot } from '../boot';
import { paths } from '../entities';
import { CopyButton } from './CopyButton';

/**
 * A command that sends a submission to this site.
 *
 * @param restUrl The REST interface's address.
 * @param key     The submission key.
 */
export function curlCommand( restUrl: string, key: string ): string {
	const body = {
		form: 'landing-page',
		fields: {
			name: 'Ana Ruiz',
			email: 'ana@example.org',
			message: 'Please call me.',
		},
		idempotency_key: 'order-1001',
	};
	const url = restUrl.replace( /\/$/, '' ) + paths.submissions();
	return [
		`curl -X POST '${ url }'`,
		`-H 'X-Steward-Key: ${ key }'`,
		`-H 'Content-Type: application/json'`,
		`-d '${ JSON.stringify( body, null, 2 ).replace( /\n/g, '\n  ' ) }'`,
	].join( ' \\\n  ' );
}

/**
 * The command, ready to copy.
 *
 * @param props            What goes into it.
 * @param props.stewardKey The submission key, where it is known.
 */
export function CurlExample( {
	stewardKey = 'YOUR_KEY',
}: {
	stewardKey?: string;
} ): ReactElement {
	const command = curlCommand( boot.restUrl, stewardKey );
	return (
		<div className="steward-code">
			{ /* Scrolls sideways, so the keyboard must be able to get there. */ }
			<pre
				tabIndex={ 0 }
				role="region"
				aria-label={ __( 'Example request', 'steward' ) }
				dir="ltr"
			>
				{ command }
			</pre>
			<CopyButton
				text={ command }
				label={ __( 'Copy example', 'steward' ) }
			/>
		</div>
	);
}
