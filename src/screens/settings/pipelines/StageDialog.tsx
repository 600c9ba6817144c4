import { useState, type ReactElement } from 'react';
import { RadioControl, TextControl } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';

import { FieldNote } from '../../../components/FieldNote';
import { FormDialog, type FieldErrors } from '../../../components/FormDialog';
import { STAGE_COLORS, type Outcome, type Stage } from '../../../entities';
import { asRestError, errorText, RestError } from '../../../lib/errors';
import { formatNumber } from '../../../lib/numbers';
import { colorLabel } from '../../../lib/stages';
import { useLoaded } from '../../../lib/useLoaded';
import type { StageFields } from './api';

export interface StageDialogProps {
	/** The stage to edit; a new one without it. */
	stage?: Stage;
	/** How many opportunities are in it: its outcome can’t change while there are any. */
	countInUse?: () => Promise< number >;
	onSave: ( fields: StageFields ) => Promise< void >;
	onClose: () => void;
}

const MAX_NAME = 100;

/** What is won is certain, and what is lost too. */
const CERTAIN: Partial< Record< Outcome, number > > = { won: 100, lost: 0 };

/** What the server refuses because of the outcome, without saying so of a field. */
const OF_OUTCOME = [ 'steward_stage_in_use', 'steward_last_open_stage' ];

/**
 * A refusal, beside the field that it is about.
 *
 * @param thrown What was thrown.
 */
function besideOutcome( thrown: unknown ): RestError {
	const error = asRestError( thrown );
	return OF_OUTCOME.includes( error.code )
		? new RestError( error.code, error.message, {
				...error.data,
				params: { outcome: errorText( error ) },
			} )
		: error;
}

const inUseText = ( count: number ): string =>
	sprintf(
		/* translators: %s: how many opportunities. */
		_n(
			'This can’t change while an opportunity is in the stage: there is %s, the trash counted.',
			'This can’t change while opportunities are in the stage: there are %s, the trash counted.',
			count,
			'steward'
		),
		formatNumber( count )
	);

function Colors( {
	value,
	onChange,
}: {
	value: StageFields[ 'color' ];
	onChange: ( color: StageFields[ 'color' ] ) => void;
} ): ReactElement {
	return (
		<fieldset className="steward-colors">
			<legend>{ __( 'Colour', 'steward' ) }</legend>
			<div className="steward-colors__choices">
				{ STAGE_COLORS.map( ( color ) => (
					// eslint-disable-next-line jsx-a11y/label-has-associated-control -- the control is named by its own label.
					<label key={ color } title={ colorLabel( color ) }>
						<input
							type="radio"
							aria-label={ colorLabel( color ) }
							name="steward-stage-color"
							value={ color }
							checked={ color === value }
							onChange={ () => onChange( color ) }
						/>
						<span
							className={ `steward-stage-color is-${ color }` }
							aria-hidden
						/>
					</label>
				) ) }
			</div>
		</fieldset>
	);
}

/**
 * Adds or edits a stage.
 *
 * @param props Which stage.
 */
export function StageDialog( props: StageDialogProps ): ReactElement {
	const { stage, countInUse, onSave, onClose } = props;
	const [ name, setName ] = useState( stage?.name ?? '' );
	const [ color, setColor ] = useState( stage?.color ?? 'blue' );
	const [ chosen, setOutcome ] = useState< Outcome >(
		stage?.outcome ?? 'open'
	);
	const { data: inUse = 0 } = useLoaded( async () => countInUse?.() );
	const outcome = stage && inUse > 0 ? stage.outcome : chosen;
	const [ probability, setProbability ] = useState(
		String( stage?.probability ?? 50 )
	);

	function check(): FieldErrors {
		const wrong: FieldErrors = {};
		if ( ! name.trim() ) {
			wrong.name = __( 'Give the stage a name.', 'steward' );
		}
		if (
			outcome === 'open' &&
			( ! /^\d{1,3}$/.test( probability ) || Number( probability ) > 100 )
		) {
			wrong.probability = __(
				'Give a whole number from 0 to 100.',
				'steward'
			);
		}
		return wrong;
	}

	return (
		<FormDialog
			title={
				stage
					? sprintf(
							/* translators: %s: a stage's name. */
							__( 'Edit stage “%s”', 'steward' ),
							stage.name
						)
					: __( 'Add a stage', 'steward' )
			}
			saveLabel={
				stage
					? __( 'Save stage', 'steward' )
					: __( 'Add stage', 'steward' )
			}
			check={ check }
			names={ [ 'name', 'color', 'outcome', 'probability' ] }
			onSave={ async () => {
				try {
					await onSave( {
						name: name.trim(),
						color,
						outcome,
						probability:
							CERTAIN[ outcome ] ?? Number( probability ),
					} );
				} catch ( thrown ) {
					throw besideOutcome( thrown );
				}
				onClose();
			} }
			onClose={ onClose }
		>
			{ ( errors ) => (
				<>
					<div className={ errors.name ? 'has-error' : undefined }>
						<TextControl
							__next40pxDefaultSize
							__nextHasNoMarginBottom
							label={ __( 'Name', 'steward' ) }
							value={ name }
							maxLength={ MAX_NAME }
							autoComplete="off"
							onChange={ setName }
						/>
						<FieldNote message={ errors.name } />
					</div>
					<div>
						<Colors value={ color } onChange={ setColor } />
						<FieldNote message={ errors.color } />
					</div>
					<div className={ errors.outcome ? 'has-error' : undefined }>
						<RadioControl
							label={ __(
								'An opportunity in this stage is',
								'steward'
							) }
							selected={ outcome }
							disabled={ inUse > 0 }
							help={ inUse > 0 ? inUseText( inUse ) : undefined }
							options={ [
								{
									value: 'open',
									label: __( 'Open', 'steward' ),
									description: __(
										'Still being worked on; counted in the forecast.',
										'steward'
									),
								},
								{
									value: 'won',
									label: __( 'Won', 'steward' ),
								},
								{
									value: 'lost',
									label: __( 'Lost', 'steward' ),
								},
							] }
							onChange={ ( next ) =>
								setOutcome( next as Outcome )
							}
						/>
						<FieldNote message={ errors.outcome } />
					</div>
					{ outcome === 'open' && (
						<div
							className={
								errors.probability ? 'has-error' : undefined
							}
						>
							<TextControl
								__next40pxDefaultSize
								__nextHasNoMarginBottom
								className="steward-probability"
								label={ __(
									'Probability in percent',
									'steward'
								) }
								help={ __(
									'How likely it is won from here: the forecast weights its value by it.',
									'steward'
								) }
								type="number"
								min={ 0 }
								max={ 100 }
								step={ 1 }
								value={ probability }
								onChange={ setProbability }
							/>
							<FieldNote message={ errors.probability } />
						</div>
					) }
				</>
			) }
		</FormDialog>
	);
}
