import type { ReactElement } from 'react';
import { RadioControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { MemberPicker } from '../../components/MemberPicker';
import { Panel } from '../../components/Panel';
import type { FormOwner } from '../../entities';
import { FieldNote } from '../../components/FieldNote';
import type { Draft } from './mapping';

export interface OwnerFieldsProps {
	draft: Draft;
	errors: Record< string, string >;
	onChange: ( changes: Partial< Draft >, ...cleared: string[] ) => void;
}

function options(): { value: string; label: string; description: string }[] {
	return [
		{
			value: 'unassigned',
			label: __( 'Nobody: leave them unassigned', 'steward' ),
			description: __(
				'Everyone in the CRM sees them, and whoever claims one first owns it.',
				'steward'
			),
		},
		{
			value: 'submitter',
			label: __( 'Whoever is signed in and sends it', 'steward' ),
			description: __(
				'For forms your own team fills in. From anybody who isn’t a CRM member it stays unassigned.',
				'steward'
			),
		},
		{
			value: 'user',
			label: __( 'A member of the team', 'steward' ),
			description: __( 'Always the same person.', 'steward' ),
		},
	];
}

/** Who owns the contacts that a form makes. */
export function OwnerFields( {
	draft,
	errors,
	onChange,
}: OwnerFieldsProps ): ReactElement {
	const { mode, user } = draft.owner;
	return (
		<Panel
			title={ __( 'Owner of new contacts', 'steward' ) }
			text={ __(
				'Contacts that are there already keep their owner.',
				'steward'
			) }
		>
			<div className={ errors.owner ? 'has-error' : undefined }>
				<RadioControl
					className="steward-owner-mode"
					label={ __( 'New contacts belong to', 'steward' ) }
					hideLabelFromVision
					selected={ mode }
					options={ options() }
					onChange={ ( next ) =>
						onChange(
							{
								owner: {
									mode: next as FormOwner[ 'mode' ],
									user: user ?? null,
								},
							},
							'owner',
							'owner.user'
						)
					}
				/>
				<FieldNote message={ errors.owner } />
			</div>
			{ mode === 'user' && (
				<div
					className={ `steward-owner-user${
						errors[ 'owner.user' ] ? ' has-error' : ''
					}` }
				>
					<MemberPicker
						label={ __( 'Owner', 'steward' ) }
						value={ user ?? null }
						onChange={ ( choice ) =>
							onChange(
								{
									owner: {
										mode: 'user',
										user:
											typeof choice === 'number'
												? choice
												: null,
									},
								},
								'owner.user'
							)
						}
					/>
					<FieldNote message={ errors[ 'owner.user' ] } />
				</div>
			) }
		</Panel>
	);
}
