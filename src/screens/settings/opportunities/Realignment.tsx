import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Button, Notice } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';

import { JobProgress } from '../../../components/JobProgress';
import { Panel } from '../../../components/Panel';
import { keepFocus } from '../../../lib/focus';
import { useNotices } from '../../../lib/notices';
import { formatNumber } from '../../../lib/numbers';
import { useLoaded } from '../../../lib/useLoaded';
import type { SettingsPanelProps } from '../SettingsForm';
import { previewSwitchingOff, realign } from './api';

/** The realignment that is under way, and what one that was stopped has left. */
function Progress(): ReactElement | null {
	const notices = useNotices();
	const { data, reload } = useLoaded( previewSwitchingOff );
	/** One that was seen here stays to be read when it is over. */
	const [ seen, setSeen ] = useState< number | null >( null );
	const [ isBusy, setBusy ] = useState( false );
	const job = data?.job?.id ?? seen;
	if ( job && job !== seen ) {
		setSeen( job );
	}
	const left = data && ! data.job ? data.differing : 0;
	const region = useRef< HTMLDivElement >( null );
	const isOffered = left > 0;

	// The button that was pressed is gone: the focus stays with what came of it.
	const pressed = useRef( false );
	useEffect( () => {
		if ( pressed.current ) {
			pressed.current = false;
			keepFocus( () => region.current );
		}
	}, [ isOffered, job ] );

	async function goOn(): Promise< void > {
		setBusy( true );
		try {
			const { job: begun } = await realign();
			setSeen( begun?.id ?? null );
			reload();
		} catch ( thrown ) {
			notices.error( thrown );
		} finally {
			setBusy( false );
		}
	}

	if ( ! job && ! left ) {
		return null;
	}
	return (
		<Panel title={ __( 'Opportunities’ owners', 'steward' ) }>
			<div
				ref={ region }
				tabIndex={ -1 }
				onClickCapture={ () => {
					pressed.current = true;
				} }
			>
				{ job && (
					<JobProgress
						job={ job }
						label={ __(
							'Giving opportunities their contacts’ owners',
							'steward'
						) }
						onOver={ reload }
					/>
				) }
				{ left > 0 && (
					<Notice status="warning" isDismissible={ false }>
						<p>
							{ sprintf(
								/* translators: %s: how many opportunities. */
								_n(
									'%s opportunity still has another owner than its contact.',
									'%s opportunities still have another owner than their contact.',
									left,
									'steward'
								),
								formatNumber( left )
							) }
						</p>
						<Button
							variant="secondary"
							isBusy={ isBusy }
							disabled={ isBusy }
							accessibleWhenDisabled
							onClick={ () => void goOn() }
						>
							{ __(
								'Give them their contacts’ owners',
								'steward'
							) }
						</Button>
					</Notice>
				) }
			</div>
		</Panel>
	);
}

/**
 * What became of the opportunities that had another owner when different owners were switched off.
 *
 * @param props The settings.
 */
export function Realignment( props: SettingsPanelProps ): ReactElement | null {
	return props.stored.separate_owners ? null : <Progress />;
}
