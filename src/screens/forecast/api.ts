/**
 * What the forecast is made of.
 */
import { addQueryArgs } from '@wordpress/url';

import { paths, type Forecast } from '../../entities';
import { request } from '../../lib/api';

/**
 * The open opportunities that the reader may see, added up.
 *
 * @param pipeline Of one pipeline; of all unless given.
 */
export function getForecast( pipeline: number | null ): Promise< Forecast > {
	return request< Forecast >( {
		path: addQueryArgs(
			paths.forecast(),
			pipeline === null ? {} : { pipeline }
		),
	} );
}
