import type { ReactElement } from 'react';
import { Button, Modal } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import type { BulkResult, ContactId } from '../entities';
import { failureText } from '../lib/bulk';

export interface BulkReportProps {
	/** "3 of 5 contacts claimed". */
	title: string;
	/** What wasn't done. */
	failures: BulkResult[];
	names: Map< ContactId, string >;
	onClose: () => void;
}

/**
 * Which contacts a bulk change left as they were, and why: nothing is skipped silently.
 *
 * @param props          The failures.
 * @param props.title    The sum of it.
 * @param props.failures What failed.
 * @param props.names    The contacts' names.
 * @param props.onClose  When read.
 */
export function BulkReport( {
	title,
	failures,
	names,
	onClose,
}: BulkReportProps ): ReactElement {
	return (
		<Modal
			title={ title }
			className="steward-dialog"
			size="medium"
			onRequestClose={ onClose }
		>
			<p>{ __( 'These stayed as they were:', 'steward' ) }</p>
			<ul className="steward-bulk-report">
				{ failures.map( ( result ) => (
					<li key={ result.id }>
						<strong>
							{ names.get( result.id ) ?? `#${ result.id }` }
						</strong>
						<span>{ failureText( result ) }</span>
					</li>
				) ) }
			</ul>
			<div className="steward-dialog__actions">
				<Button
					__next40pxDefaultSize
					variant="primary"
					onClick={ onClose }
				>
					{ __( 'Close', 'steward' ) }
				</Button>
			</div>
		</Modal>
	);
}
