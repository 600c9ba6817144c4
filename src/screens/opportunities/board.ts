/**
 * The board's columns as data: pure.
 */
import type { Amount, BoardStage, Opportunity } from '../../entities';
import { addAmounts } from '../../lib/money';

/** Cards of a column that are asked for at once. */
export const PER_COLUMN = 10;

export type Columns = BoardStage[];

function add( amounts: Amount[], currency: string, value: string ): Amount[] {
	return amounts.some( ( amount ) => amount.currency === currency )
		? amounts.map( ( amount ) =>
				amount.currency === currency
					? {
							currency,
							value: addAmounts( [ amount.value, value ] ),
						}
					: amount
			)
		: [ ...amounts, { currency, value } ];
}

/**
 * The card of an opportunity and its column.
 *
 * @param columns The columns.
 * @param id      The opportunity.
 */
export function findCard(
	columns: Columns,
	id: number
): Opportunity | undefined {
	for ( const column of columns ) {
		const card = column.opportunities.find( ( one ) => one.id === id );
		if ( card ) {
			return card;
		}
	}
	return undefined;
}

/**
 * The columns without a card, counted and summed accordingly.
 *
 * @param columns The columns.
 * @param id      The opportunity.
 */
export function withoutCard( columns: Columns, id: number ): Columns {
	return columns.map( ( column ) => {
		const card = column.opportunities.find( ( one ) => one.id === id );
		return card
			? {
					...column,
					count: Math.max( 0, column.count - 1 ),
					values: add(
						column.values,
						card.currency,
						`-${ card.value }`
					),
					opportunities: column.opportunities.filter(
						( one ) => one !== card
					),
				}
			: column;
	} );
}

/**
 * The columns with a card as it now is: where it was when its stage is the same, else on top of its column, as the newest
 * change.
 *
 * @param columns The columns.
 * @param deal    The opportunity.
 */
export function withCard( columns: Columns, deal: Opportunity ): Columns {
	const before = findCard( columns, deal.id );
	if (
		before?.stage === deal.stage &&
		before.value === deal.value &&
		before.currency === deal.currency &&
		! deal.trashed
	) {
		return columns.map( ( column ) =>
			column.stage === deal.stage
				? {
						...column,
						opportunities: column.opportunities.map( ( one ) =>
							one.id === deal.id ? deal : one
						),
					}
				: column
		);
	}
	const rest = withoutCard( columns, deal.id );
	return deal.trashed
		? rest
		: rest.map( ( column ) =>
				column.stage === deal.stage
					? {
							...column,
							count: column.count + 1,
							values: add(
								column.values,
								deal.currency,
								deal.value
							),
							opportunities: [ deal, ...column.opportunities ],
						}
					: column
			);
}

/**
 * The columns with more cards at one's end; those that are there stay.
 *
 * @param columns The columns.
 * @param stage   Which column.
 * @param more    The cards.
 */
export function withMore(
	columns: Columns,
	stage: number,
	more: Opportunity[]
): Columns {
	const known = new Set(
		columns.flatMap( ( column ) =>
			column.opportunities.map( ( { id } ) => id )
		)
	);
	return columns.map( ( column ) =>
		column.stage === stage
			? {
					...column,
					opportunities: [
						...column.opportunities,
						...more.filter( ( { id } ) => ! known.has( id ) ),
					],
				}
			: column
	);
}

/**
 * The columns with the server's counts and sums, and the cards that are there.
 *
 * @param columns The columns.
 * @param counted The server's.
 */
export function withCounts( columns: Columns, counted: BoardStage[] ): Columns {
	return columns.map( ( column ) => {
		const now = counted.find( ( { stage } ) => stage === column.stage );
		return now ? { ...now, opportunities: column.opportunities } : column;
	} );
}

/**
 * Which page of a column holds the card after those that are there; cards that are there already may be among it.
 *
 * @param loaded How many are there.
 */
export function nextPage( loaded: number ): number {
	return Math.floor( loaded / PER_COLUMN ) + 1;
}
