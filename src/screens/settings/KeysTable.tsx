import type { ReactElement } from 'react';
import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { SubmissionKey } from '../../entities';
import { dateOnly, dateTime, timeAgo } from '../../lib/dates';

export interface KeysTableProps {
	keys: SubmissionKey[];
	onDelete: ( key: SubmissionKey ) => void;
}

function Row( {
	item,
	onDelete,
}: {
	item: SubmissionKey;
	onDelete: () => void;
} ): ReactElement {
	const heads = {
		created: __( 'Created', 'steward' ),
		used: __( 'Last used', 'steward' ),
	};
	return (
		<tr>
			<th scope="row">
				<span className="steward-keys__name">{ item.name }</span>
				<code dir="ltr">{ item.hint }</code>
			</th>
			<td data-head={ heads.created }>
				<time
					dateTime={ item.created_gmt }
					title={ dateTime( item.created_gmt ) }
				>
					{ dateOnly( item.created_gmt ) }
				</time>
			</td>
			<td data-head={ heads.used }>
				{ item.last_used_gmt ? (
					<time
						dateTime={ item.last_used_gmt }
						title={ dateTime( item.last_used_gmt ) }
					>
						{ timeAgo( item.last_used_gmt ) }
					</time>
				) : (
					__( 'Never', 'steward' )
				) }
			</td>
			<td className="steward-keys__action">
				<Button
					variant="tertiary"
					isDestructive
					aria-label={ sprintf(
						/* translators: %s: a key's name. */
						__( 'Delete key “%s”', 'steward' ),
						item.name
					) }
					onClick={ onDelete }
				>
					{ __( 'Delete', 'steward' ) }
				</Button>
			</td>
		</tr>
	);
}

/** The keys there are, told apart by name and ending. */
export function KeysTable( { keys, onDelete }: KeysTableProps ): ReactElement {
	return (
		<table className="steward-keys">
			<thead>
				<tr>
					<th scope="col">{ __( 'Key', 'steward' ) }</th>
					<th scope="col">{ __( 'Created', 'steward' ) }</th>
					<th scope="col">{ __( 'Last used', 'steward' ) }</th>
					<th scope="col">
						<span className="screen-reader-text">
							{ __( 'Actions', 'steward' ) }
						</span>
					</th>
				</tr>
			</thead>
			<tbody>
				{ keys.map( ( item ) => (
					<Row
						key={ item.id }
						item={ item }
						onDelete={ () => onDelete( item ) }
					/>
				) ) }
			</tbody>
		</table>
	);
}
