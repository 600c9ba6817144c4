import { useState, type ReactElement } from 'react';
import { Button, Notice } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';

import { Panel } from '../../components/Panel';
import { Skeleton } from '../../components/Skeleton';
import type { MailState } from '../../entities';
import { dateTime } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { useNotices } from '../../lib/notices';
import { useLoaded } from '../../lib/useLoaded';
import { getMail, retryMail, sendTest } from '../notifications/api';

function Failures( { mail }: { mail: MailState } ): ReactElement {
	return (
		<ul className="steward-mail__failures">
			{ mail.failures.map( ( failure, at ) => (
				<li key={ at }>
					<strong>{ failure.user.name }</strong>{ ' ' }
					{ sprintf(
						/* translators: 1: a kind of message, such as "Assigned to you", 2: such as "12 contacts", 3: what went wrong. */
						__( '“%1$s”, %2$s: %3$s', 'steward' ),
						failure.title,
						failure.what,
						failure.error
					) }{ ' ' }
					<span className="steward-mail__when">
						{ failure.state === 'failed'
							? sprintf(
									/* translators: %s: date and time. */
									__( 'Given up at %s.', 'steward' ),
									dateTime( failure.time_gmt )
								)
							: sprintf(
									/* translators: %s: date and time. */
									__( 'Next try at %s.', 'steward' ),
									dateTime( failure.time_gmt )
								) }
					</span>
				</li>
			) ) }
		</ul>
	);
}

/** Whether notifications' mail goes out: what failed, a test, another try. */
export function MailPanel(): ReactElement {
	const notices = useNotices();
	const { data, error, reload, setData } = useLoaded( getMail );
	const [ isBusy, setBusy ] = useState( false );

	async function work( task: () => Promise< void > ): Promise< void > {
		setBusy( true );
		try {
			await task();
		} catch ( thrown ) {
			notices.error( thrown );
		} finally {
			setBusy( false );
		}
	}

	return (
		<Panel
			title={ __( 'Mail', 'steward' ) }
			text={ __(
				'Notifications go out in the background. What fails is tried again for about a day and a half.',
				'steward'
			) }
			actions={
				<Button
					__next40pxDefaultSize
					variant="secondary"
					disabled={ isBusy }
					accessibleWhenDisabled
					onClick={ () =>
						void work( async () => {
							const { to } = await sendTest();
							notices.success(
								sprintf(
									/* translators: %s: an e-mail address. */
									__( 'Test mail sent to %s.', 'steward' ),
									to
								)
							);
						} )
					}
				>
					{ __( 'Send me a test mail', 'steward' ) }
				</Button>
			}
		>
			{ ! data && ! error && <Skeleton count={ 1 } /> }
			{ error && (
				<Notice status="error" isDismissible={ false }>
					<p>{ errorText( error ) }</p>
					<Button variant="secondary" onClick={ reload }>
						{ __( 'Retry', 'steward' ) }
					</Button>
				</Notice>
			) }
			{ data && data.failures.length === 0 && (
				<p className="steward-mail__state">
					{ __( 'No mail has failed.', 'steward' ) }
				</p>
			) }
			{ data && data.failures.length > 0 && <Failures mail={ data } /> }
			{ data && data.failed > 0 && (
				<Button
					__next40pxDefaultSize
					variant="secondary"
					disabled={ isBusy }
					accessibleWhenDisabled
					onClick={ () =>
						void work( async () => setData( await retryMail() ) )
					}
				>
					{ sprintf(
						/* translators: %d: number of mails. */
						_n(
							'Try %d failed mail again',
							'Try %d failed mails again',
							data.failed,
							'steward'
						),
						data.failed
					) }
				</Button>
			) }
		</Panel>
	);
}
