import type { ReactElement } from 'react';
import { SelectControl } from '@wordpress/components';

import type { Delivery, NotificationKind } from '../../entities';
import { deliveries } from './choices';

export interface KindChoicesProps {
	kinds: NotificationKind[];
	values: Record< string, Delivery >;
	onChange: ( kind: string, delivery: Delivery ) => void;
}

/**
 * How to be told of each kind: one choice a row.
 *
 * @param props The kinds and what is chosen.
 */
export function KindChoices( props: KindChoicesProps ): ReactElement {
	const { kinds, values, onChange } = props;
	return (
		<ul className="steward-kinds">
			{ kinds.map( ( { kind, title, description } ) => (
				<li key={ kind } className="steward-kinds__row">
					<span className="steward-kinds__words">
						<span className="steward-kinds__title">{ title }</span>
						<span
							className="steward-kinds__text"
							id={ `steward-kind-${ kind }` }
						>
							{ description }
						</span>
					</span>
					<SelectControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						className="steward-kinds__choice"
						label={ title }
						hideLabelFromVision
						aria-describedby={ `steward-kind-${ kind }` }
						value={ values[ kind ] ?? 'at_once' }
						options={ deliveries() }
						onChange={ ( value ) =>
							onChange( kind, value as Delivery )
						}
					/>
				</li>
			) ) }
		</ul>
	);
}
