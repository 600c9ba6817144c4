import { useId, type ReactElement } from 'react';
import { __, isRTL, sprintf } from '@wordpress/i18n';
import {
	Bar,
	BarChart,
	CartesianGrid,
	ResponsiveContainer,
	Tooltip,
	XAxis,
	YAxis,
} from 'recharts';

import { money, moneyShort } from '../../lib/money';
import type { Bar as ForecastBar } from './groups';

export interface ForecastChartProps {
	bars: ForecastBar[];
	currency: string;
	/** Bars from the side, for long names and narrow windows. */
	isSideways: boolean;
	/** In pixels: reserved before the chart is there. */
	height: number;
}

const NAME_LENGTH = 16;
/** Names this wide fit beside the bars. */
const NAME_WIDTH = 108;

const shorten = ( name: string ): string =>
	name.length > NAME_LENGTH ? `${ name.slice( 0, NAME_LENGTH - 1 ) }…` : name;

function Detail( {
	bar,
	currency,
}: {
	bar: ForecastBar | undefined;
	currency: string;
} ): ReactElement | null {
	if ( ! bar ) {
		return null;
	}
	return (
		<div className="steward-forecast__tooltip">
			<strong>{ bar.label }</strong>
			<span>
				{ sprintf(
					/* translators: %s: an amount of money. */
					__( 'Value: %s', 'steward' ),
					money( bar.value, currency )
				) }
			</span>
			<span>
				{ sprintf(
					/* translators: %s: an amount of money. */
					__( 'Weighted: %s', 'steward' ),
					money( bar.weighted, currency )
				) }
			</span>
		</div>
	);
}

/**
 * Bars in pairs: hatched what the opportunities are worth, solid what of it may be expected. A picture of the table beside
 * it, and hidden from screen readers for that.
 *
 * @param props What to draw.
 */
export default function ForecastChart(
	props: ForecastChartProps
): ReactElement {
	const { bars, currency, isSideways, height } = props;
	const hatch = useId();
	// Pixels don't need every digit; the words beside them have them all.
	const data = bars.map( ( bar ) => ( {
		...bar,
		height: Number( bar.value ),
		expected: Number( bar.weighted ),
	} ) );
	const amounts = {
		type: 'number',
		tickFormatter: ( amount: number ) => moneyShort( amount, currency ),
		tickLine: false,
		axisLine: false,
	} as const;
	const groups = {
		type: 'category',
		dataKey: 'label',
		tickFormatter: shorten,
		tickLine: false,
		interval: 0,
	} as const;
	return (
		<div className="steward-forecast__chart" aria-hidden dir="ltr">
			<ResponsiveContainer width="100%" height={ height }>
				<BarChart
					data={ data }
					layout={ isSideways ? 'vertical' : 'horizontal' }
					accessibilityLayer={ false }
					margin={ { top: 8, right: 16, bottom: 0, left: 8 } }
					barGap={ 2 }
				>
					<defs>
						<pattern
							id={ hatch }
							width="6"
							height="6"
							patternUnits="userSpaceOnUse"
							patternTransform="rotate(45)"
						>
							<rect
								width="2"
								height="6"
								className="steward-forecast__stripe"
							/>
						</pattern>
					</defs>
					<CartesianGrid
						horizontal={ ! isSideways }
						vertical={ isSideways }
					/>
					<XAxis
						{ ...( isSideways ? amounts : groups ) }
						reversed={ isRTL() }
						height={ 32 }
					/>
					<YAxis
						{ ...( isSideways ? groups : amounts ) }
						orientation={ isRTL() ? 'right' : 'left' }
						width={ isSideways ? NAME_WIDTH : 64 }
					/>
					<Tooltip
						cursor={ false }
						isAnimationActive={ false }
						content={ ( { payload } ) => (
							<Detail
								bar={
									payload?.[ 0 ]?.payload as
										ForecastBar | undefined
								}
								currency={ currency }
							/>
						) }
					/>
					<Bar
						dataKey="height"
						className="steward-forecast__value"
						fill={ `url(#${ hatch })` }
						maxBarSize={ 28 }
						isAnimationActive={ false }
					/>
					<Bar
						dataKey="expected"
						className="steward-forecast__weighted"
						maxBarSize={ 28 }
						isAnimationActive={ false }
					/>
				</BarChart>
			</ResponsiveContainer>
		</div>
	);
}
