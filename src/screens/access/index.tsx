/**
 * Access check: why somebody can or can't do something with a contact or an opportunity, rule by rule, and what would help.
 */
import type { ReactElement } from 'react';
import {
	__experimentalToggleGroupControl as ToggleGroupControl,
	__experimentalToggleGroupControlOption as ToggleGroupControlOption,
} from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { lock, search } from '@wordpress/icons';

import { boot } from '../../boot';
import { ContactPicker } from '../../components/ContactPicker';
import { EmptyState } from '../../components/EmptyState';
import { MemberPicker } from '../../components/MemberPicker';
import { OpportunityPicker } from '../../components/OpportunityPicker';
import { PageHeader } from '../../components/PageHeader';
import {
	CONTACT,
	OPPORTUNITY,
	type OwnedRecord,
	type RecordName,
} from '../../entities';
import { recordName, recordParams } from '../../lib/records';
import { Link, navigate, useRoute } from '../../lib/router';
import { useNamedRecord } from '../../lib/useNamedRecord';
import { Check } from './Check';
import { questionOf } from './question';
import './access.scss';

/** Where the record itself is: by its name, where the reader may know it. */
function OpenRecord( {
	kind,
	id,
}: {
	kind: RecordName;
	id: number;
} ): ReactElement {
	const record = useNamedRecord< OwnedRecord >( kind, id );
	const unnamed =
		kind === CONTACT
			? __( 'Open the contact', 'steward' )
			: __( 'Open the opportunity', 'steward' );
	return (
		<Link className="steward-why__open" to={ recordParams( kind, id ) }>
			{ record
				? sprintf(
						/* translators: %s: a contact's name or an opportunity's title. */
						__( 'Open %s', 'steward' ),
						recordName( record )
					)
				: unnamed }
		</Link>
	);
}

function Question(): ReactElement {
	const { params } = useRoute();
	const { user, kind, record } = questionOf( params );
	const Picker = kind === CONTACT ? ContactPicker : OpportunityPicker;
	const choose = ( choice: Record< string, string | number | null > ) =>
		navigate( { ...params, ...choice }, { quiet: true } );
	return (
		<div className="steward-why">
			<div className="steward-why__question">
				<MemberPicker
					everyone
					label={ __( 'Person', 'steward' ) }
					value={ user }
					onChange={ ( choice ) =>
						choose( {
							user: typeof choice === 'number' ? choice : null,
						} )
					}
				/>
				<ToggleGroupControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					isBlock
					label={ __( 'Kind of record', 'steward' ) }
					value={ kind }
					onChange={ ( next ) => choose( { kind: String( next ) } ) }
				>
					<ToggleGroupControlOption
						value={ CONTACT }
						label={ __( 'Contact', 'steward' ) }
					/>
					<ToggleGroupControlOption
						value={ OPPORTUNITY }
						label={ __( 'Opportunity', 'steward' ) }
					/>
				</ToggleGroupControl>
				<Picker
					key={ kind }
					value={ record }
					onChange={ ( id ) => choose( { kind, [ kind ]: id } ) }
				/>
				{ record && <OpenRecord kind={ kind } id={ record } /> }
			</div>
			{ user && record ? (
				<Check
					key={ `${ kind }/${ record }/${ user }` }
					kind={ kind }
					id={ record }
					user={ user }
				/>
			) : (
				<EmptyState
					icon={ search }
					title={ __(
						'Choose a person, and a contact or an opportunity',
						'steward'
					) }
				>
					{ __(
						'You’ll read for each action whether it is allowed, the rules that were looked at, and what would help.',
						'steward'
					) }
				</EmptyState>
			) }
		</div>
	);
}

/** The Access check screen, for those who see reports or manage Steward. */
export default function AccessScreen(): ReactElement {
	return (
		<>
			<PageHeader
				title={ __( 'Access check', 'steward' ) }
				subtitle={ __(
					'Why can’t somebody do something? Choose a person, and a contact or an opportunity, and read which rule decides.',
					'steward'
				) }
			/>
			{ boot.can.reports || boot.can.manage ? (
				<Question />
			) : (
				<EmptyState
					icon={ lock }
					title={ __( 'You can’t check others’ access', 'steward' ) }
				>
					{ __(
						'Your role lacks “See team reports”. Ask an administrator for it.',
						'steward'
					) }
				</EmptyState>
			) }
		</>
	);
}
