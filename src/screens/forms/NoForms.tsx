import type { ReactElement } from 'react';
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { inbox } from '@wordpress/icons';
import { addQueryArgs } from '@wordpress/url';

import { boot } from '../../boot';
import { EmptyState } from '../../components/EmptyState';

/**
 * What to do where no form plugin is active, or none of them has a form.
 *
 * @param props         What to do.
 * @param props.onRetry Looks for forms again.
 */
export function NoForms( { onRetry }: { onRetry: () => void } ): ReactElement {
	return (
		<EmptyState
			icon={ inbox }
			title={ __( 'No forms found', 'steward' ) }
			actions={
				<>
					<Button
						__next40pxDefaultSize
						variant="primary"
						href={ addQueryArgs(
							`${ boot.adminUrl }plugin-install.php`,
							{ s: 'Contact Form 7', tab: 'search', type: 'term' }
						) }
					>
						{ __( 'Install Contact Form 7', 'steward' ) }
					</Button>
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						onClick={ onRetry }
					>
						{ __( 'Look again', 'steward' ) }
					</Button>
				</>
			}
		>
			{ __(
				'Steward reads the forms of Contact Form 7. Install and activate it, make a form, and it appears here, ready to be switched on.',
				'steward'
			) }
		</EmptyState>
	);
}
