import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import {
	Button,
	TextareaControl,
	TextControl,
	ToggleControl,
} from '@wordpress/components';
import type { DataFormControlProps } from '@wordpress/dataviews';
import { __, sprintf } from '@wordpress/i18n';
import { closeSmall, plus } from '@wordpress/icons';

import { customOf, type CustomValue, type Editable } from './changes';
import { FieldError } from '../../components/FieldError';

/** The server's limits: letters, digits, `_`, `.`, `-`, at most 60; values of at most 1000 characters. */
const NAME = /[^A-Za-z0-9_.-]+/g;
const MAX_NAME = 60;
const MAX_VALUE = 1000;

/** A name as the server takes it: "Shoe size" becomes `Shoe_size`. */
export function customName( typed: string ): string {
	return typed.trim().replace( NAME, '_' ).slice( 0, MAX_NAME );
}

interface ValueProps {
	name: string;
	value: CustomValue;
	onChange: ( value: CustomValue ) => void;
}

/** The control that suits a value: what was a number stays one, what was a yes or no too. */
function ValueControl( { name, value, onChange }: ValueProps ): ReactElement {
	if ( typeof value === 'boolean' ) {
		return (
			<ToggleControl
				__nextHasNoMarginBottom
				label={ name }
				checked={ value }
				onChange={ onChange }
			/>
		);
	}
	if ( typeof value === 'number' ) {
		return (
			<TextControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				type="number"
				step="any"
				label={ name }
				value={ value }
				onChange={ ( typed ) =>
					onChange( typed === '' ? '' : Number( typed ) )
				}
			/>
		);
	}
	const text = value ?? '';
	if ( text.length > 80 || text.includes( '\n' ) ) {
		return (
			<TextareaControl
				__nextHasNoMarginBottom
				label={ name }
				value={ text }
				maxLength={ MAX_VALUE }
				rows={ 3 }
				onChange={ onChange }
			/>
		);
	}
	return (
		<TextControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			label={ name }
			value={ text }
			maxLength={ MAX_VALUE }
			onChange={ onChange }
		/>
	);
}

/**
 * Further fields, each with its name: change, add, remove.
 *
 * @param props DataForm's.
 */
export function CustomFieldsEdit(
	props: DataFormControlProps< Editable >
): ReactElement {
	const { data, onChange, validity } = props;
	const custom = customOf( data );
	const [ typed, setTyped ] = useState( '' );
	const [ problem, setProblem ] = useState( '' );
	const list = useRef< HTMLDivElement >( null );
	const put = ( next: Record< string, CustomValue > ) =>
		// The form replaces `custom` as a whole, so that a removed field is one that isn't there.
		onChange( { custom: next } );

	function add(): void {
		const name = customName( typed );
		if ( name === '' ) {
			setProblem( __( 'Give the field a name.', 'steward' ) );
			return;
		}
		if ( name in custom ) {
			setProblem(
				__( 'There is a field with this name already.', 'steward' )
			);
			return;
		}
		put( { ...custom, [ name ]: '' } );
		setTyped( '' );
		setProblem( '' );
		// The new field's value is what one types next.
		window.requestAnimationFrame( () => {
			const inputs = list.current?.querySelectorAll< HTMLElement >(
				'.steward-custom__row:not(.is-new) input'
			);
			inputs?.[ inputs.length - 1 ]?.focus();
		} );
	}

	function onEnter( event: KeyboardEvent ): void {
		if ( event.key === 'Enter' ) {
			event.preventDefault();
			add();
		}
	}

	return (
		<div className="steward-custom" ref={ list }>
			{ Object.entries( custom ).map( ( [ name, value ] ) => (
				<div key={ name } className="steward-custom__row">
					<ValueControl
						name={ name }
						value={ value }
						onChange={ ( next ) =>
							put( { ...custom, [ name ]: next } )
						}
					/>
					<Button
						icon={ closeSmall }
						label={ sprintf(
							/* translators: %s: a custom field's name. */
							__( 'Remove field %s', 'steward' ),
							name
						) }
						onClick={ () => {
							const { [ name ]: removed, ...rest } = custom;
							put( rest );
						} }
					/>
				</div>
			) ) }
			<FieldError message={ validity?.custom?.message } />
			<div className="steward-custom__row is-new">
				<TextControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Name of a new field', 'steward' ) }
					placeholder={ __( 'For example: birthday', 'steward' ) }
					value={ typed }
					maxLength={ MAX_NAME }
					onChange={ ( value ) => {
						setTyped( value );
						setProblem( '' );
					} }
					onKeyDown={ onEnter }
				/>
				<Button
					__next40pxDefaultSize
					variant="secondary"
					icon={ plus }
					onClick={ add }
				>
					{ __( 'Add field', 'steward' ) }
				</Button>
			</div>
			<FieldError message={ problem } />
		</div>
	);
}
