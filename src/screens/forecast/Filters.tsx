import type { ReactElement } from 'react';
import { SelectControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import type { ForecastRow, Pipeline } from '../../entities';
import { isMe } from '../../lib/people';
import { BYS, ownerName, type By, type Names } from './groups';
import { byLabel } from './labels';
import type { ForecastView } from './useForecastView';

export interface FiltersProps {
	view: ForecastView;
	onChange: ( changes: Partial< ForecastView > ) => void;
	pipelines: Pipeline[];
	/** Of every owner: whom one can choose. */
	rows: ForecastRow[];
	names: Names;
}

function ownersOf( {
	view,
	rows,
	names,
}: FiltersProps ): { value: string; label: string }[] {
	const ids = new Set( rows.map( ( { owner } ) => owner ) );
	if ( typeof view.owner === 'number' ) {
		ids.add( view.owner );
	}
	const people = [ ...ids ]
		.filter( ( id ): id is number => id !== null )
		.map( ( id ) => ( { id, label: ownerName( id, names ) } ) )
		.sort(
			( a, b ) =>
				Number( isMe( b.id ) ) - Number( isMe( a.id ) ) ||
				a.label.localeCompare( b.label )
		);
	return [
		{ value: '', label: __( 'Everybody', 'steward' ) },
		...people.map( ( { id, label } ) => ( {
			value: String( id ),
			label,
		} ) ),
		...( ids.has( null ) || view.owner === 'none'
			? [ { value: 'none', label: __( 'Unassigned', 'steward' ) } ]
			: [] ),
	];
}

const toOwner = ( value: string ): ForecastView[ 'owner' ] =>
	value === 'none' ? value : Number( value ) || null;

/**
 * What is added up, and how it is grouped.
 *
 * @param props The choices.
 */
export function Filters( props: FiltersProps ): ReactElement {
	const { view, onChange, pipelines } = props;
	const shared = {
		__next40pxDefaultSize: true,
		__nextHasNoMarginBottom: true,
	} as const;
	const bys = BYS.map( ( by ) => ( { value: by, label: byLabel( by ) } ) );
	return (
		<div
			className="steward-forecast__filters"
			role="group"
			aria-label={ __( 'What is shown', 'steward' ) }
		>
			<SelectControl
				{ ...shared }
				label={ __( 'Pipeline', 'steward' ) }
				value={ String( view.pipeline ?? pipelines[ 0 ]?.id ?? '' ) }
				options={ [
					...pipelines.map( ( { id, name } ) => ( {
						value: String( id ),
						label: name,
					} ) ),
					...( pipelines.length > 1
						? [
								{
									value: 'all',
									label: __( 'All pipelines', 'steward' ),
								},
							]
						: [] ),
				] }
				onChange={ ( value ) =>
					onChange( {
						pipeline: value === 'all' ? value : Number( value ),
					} )
				}
			/>
			<SelectControl
				{ ...shared }
				label={ __( 'Owner', 'steward' ) }
				value={ String( view.owner ?? '' ) }
				options={ ownersOf( props ) }
				onChange={ ( value ) =>
					onChange( { owner: toOwner( value ) } )
				}
			/>
			<SelectControl
				{ ...shared }
				label={ __( 'Group by', 'steward' ) }
				value={ view.by }
				options={ bys }
				onChange={ ( by ) => onChange( { by: by as By } ) }
			/>
			<SelectControl
				{ ...shared }
				label={ __( 'Break down by', 'steward' ) }
				value={ view.then ?? '' }
				options={ [
					{ value: '', label: __( 'Nothing', 'steward' ) },
					...bys.filter( ( { value } ) => value !== view.by ),
				] }
				onChange={ ( then ) =>
					onChange( { then: ( then as By ) || null } )
				}
			/>
		</div>
	);
}
