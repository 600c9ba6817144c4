/**
 * What the forecast shows, kept in the address: it can be bookmarked and sent to a colleague.
 */
import { navigate, useRoute } from '../../lib/router';
import { BYS, type By } from './groups';

export interface ForecastView {
	/** A pipeline's id, or all of them. */
	pipeline: number | 'all' | null;
	/** A user's id, nobody's, or everybody's. */
	owner: number | 'none' | null;
	by: By;
	then: By | null;
}

const numberOf = ( text: string | undefined ): number | null =>
	text && /^[1-9]\d{0,15}$/.test( text ) ? Number( text ) : null;

const byOf = ( text: string | undefined ): By | null =>
	BYS.find( ( by ) => by === text ) ?? null;

/**
 * The view in an address.
 *
 * @param params The address's parameters.
 */
export function readView( params: Record< string, string > ): ForecastView {
	const by = byOf( params.by ) ?? 'month';
	const then = byOf( params.then );
	return {
		pipeline:
			params.pipeline === 'all' ? 'all' : numberOf( params.pipeline ),
		owner: params.owner === 'none' ? 'none' : numberOf( params.owner ),
		by,
		then: then === by ? null : then,
	};
}

/** The present view, and how to change it. */
export function useForecastView(): [
	ForecastView,
	( changes: Partial< ForecastView > ) => void,
] {
	const { params } = useRoute();
	const view = readView( params );
	return [
		view,
		( changes ) => {
			const next = { ...view, ...changes };
			navigate(
				{
					pipeline: next.pipeline,
					owner: next.owner,
					by: next.by === 'month' ? null : next.by,
					then: next.then === next.by ? null : next.then,
				},
				{ replace: true, quiet: true }
			);
		},
	];
}
