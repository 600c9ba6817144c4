import { useState, type ReactElement } from 'react';
import { Button, SearchControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { caution, search as searchIcon } from '@wordpress/icons';

import { EmptyState } from '../../components/EmptyState';
import { Skeleton } from '../../components/Skeleton';
import type { FormConfig } from '../../entities';
import { errorText } from '../../lib/errors';
import { useLoaded } from '../../lib/useLoaded';
import { listForms } from './api';
import { FormCard } from './FormCard';
import { OtherSources } from './OtherSources';
import { NoForms } from './NoForms';

/** So many forms are found at a glance; more want a search. */
const SEARCH_FROM = 8;

function matches( form: FormConfig, search: string ): boolean {
	return `${ form.title } ${ form.provider_name }`
		.toLocaleLowerCase()
		.includes( search.trim().toLocaleLowerCase() );
}

/** Every form that was found, each with its switch. */
export function FormsList(): ReactElement {
	const { data, error, reload, setData } = useLoaded( listForms );
	const [ search, setSearch ] = useState( '' );
	if ( ! data ) {
		return error ? (
			<EmptyState
				tone="error"
				icon={ caution }
				title={ __( 'The forms could not be loaded', 'steward' ) }
				actions={
					<Button
						__next40pxDefaultSize
						variant="secondary"
						onClick={ reload }
					>
						{ __( 'Retry', 'steward' ) }
					</Button>
				}
			>
				{ errorText( error ) }
			</EmptyState>
		) : (
			<Skeleton
				variant="rows"
				count={ 4 }
				label={ __( 'Loading forms…', 'steward' ) }
			/>
		);
	}
	if ( data.length === 0 ) {
		return (
			<>
				<NoForms onRetry={ reload } />
				<OtherSources />
			</>
		);
	}
	const shown = data.filter( ( form ) => matches( form, search ) );
	return (
		<>
			{ data.length >= SEARCH_FROM && (
				<SearchControl
					__nextHasNoMarginBottom
					className="steward-forms__search"
					label={ __( 'Search forms', 'steward' ) }
					placeholder={ __( 'Search forms', 'steward' ) }
					value={ search }
					onChange={ setSearch }
				/>
			) }
			{ shown.length === 0 ? (
				<EmptyState
					icon={ searchIcon }
					title={ __( 'No form matches', 'steward' ) }
					actions={
						<Button
							__next40pxDefaultSize
							variant="secondary"
							onClick={ () => setSearch( '' ) }
						>
							{ __( 'Clear search', 'steward' ) }
						</Button>
					}
				/>
			) : (
				<ul className="steward-forms__list">
					{ shown.map( ( form ) => (
						<FormCard
							key={ `${ form.provider }/${ form.form }` }
							form={ form }
							onChange={ ( changed ) =>
								setData( ( all ) =>
									all?.map( ( one ) =>
										one.provider === changed.provider &&
										one.form === changed.form
											? changed
											: one
									)
								)
							}
						/>
					) ) }
				</ul>
			) }
			<OtherSources />
		</>
	);
}
