import { useMemo, useRef, useState, type ReactElement } from 'react';
import { BaseControl, ComboboxControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { boot } from '../boot';
import { CONTACT, type OwnedRecord, type RecordName } from '../entities';
import { errorText } from '../lib/errors';
import { useDebounced } from '../lib/useDebounced';
import { useNamedRecord } from '../lib/useNamedRecord';
import { useRecords } from '../lib/useRecords';
import { LoadError } from './LoadError';
import { RefusalNote } from './RefusalNote';

const FOUND = 20;

/** The words of one kind of record, and how one of them is called in the list. */
export interface RecordPickerWords< T > {
	label: string;
	placeholder: string;
	/** Where the reader sees none at all. */
	none: string;
	/** Where the reader's role has no view scope. */
	refused: string;
	/** All that the server searches should be in it: the list keeps only what has the words. */
	nameOf: ( record: T ) => string;
}

export interface RecordPickerProps {
	/** The record's id. */
	value: number | null;
	/** With the choice. */
	onChange: ( id: number | null ) => void;
}

type Props< T > = RecordPickerProps & {
	name: RecordName;
	words: RecordPickerWords< T >;
};

function Search< T extends OwnedRecord >( {
	name,
	words,
	value,
	onChange,
}: Props< T > ): ReactElement {
	const [ search, setSearch ] = useState( '' );
	const rested = useDebounced( search.trim() );
	const query = useMemo(
		() => ( {
			per_page: FOUND,
			context: 'edit',
			...( rested ? { search: rested } : {} ),
		} ),
		[ rested ]
	);
	const { records, isLoading, error, retry } = useRecords< T >( name, query );
	const known = useRef( new Map< number, T >() );
	records?.forEach( ( one ) => known.current.set( one.id, one ) );
	// A choice made elsewhere must show its name though no search found it.
	const named = useNamedRecord< T >(
		name,
		value !== null && known.current.has( value ) ? null : value
	);

	const shown = [ ...( records ?? [] ) ];
	const chosen =
		value === null ? undefined : ( known.current.get( value ) ?? named );
	if ( chosen && ! shown.some( ( { id } ) => id === chosen.id ) ) {
		shown.push( chosen );
	}
	const options = shown.map( ( one ) => ( {
		value: String( one.id ),
		label: words.nameOf( one ),
	} ) );
	if ( value !== null && ! chosen ) {
		options.push( { value: String( value ), label: `#${ value }` } );
	}
	const isEmpty = records?.length === 0 && rested === '';
	return (
		<div className="steward-record-picker">
			<ComboboxControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ words.label }
				placeholder={ words.placeholder }
				help={ isEmpty ? words.none : undefined }
				allowReset={ false }
				isLoading={ isLoading }
				value={ value === null ? null : String( value ) }
				options={ options }
				onFilterValueChange={ setSearch }
				onChange={ ( next ) =>
					onChange( next ? Number( next ) : null )
				}
			/>
			{ error && (
				<LoadError message={ errorText( error ) } onRetry={ retry } />
			) }
		</div>
	);
}

/**
 * A search box for the records of a kind that the reader may see: the server finds no others.
 *
 * @param props What is chosen, of which kind, and what to do with a choice.
 */
export function RecordPicker< T extends OwnedRecord >(
	props: Props< T >
): ReactElement {
	const { name, words } = props;
	const { view } = name === CONTACT ? boot.can : boot.opportunities.can;
	return view === 'none' ? (
		<div role="group" aria-label={ words.label }>
			<BaseControl.VisualLabel>{ words.label }</BaseControl.VisualLabel>
			<RefusalNote
				message={ words.refused }
				remedy={ __( 'Ask an administrator to widen it.', 'steward' ) }
			/>
		</div>
	) : (
		<Search { ...props } />
	);
}
