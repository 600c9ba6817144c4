import { isNamedLikeOutcome, stageOdds } from '../stages';
import type { Stage } from '../../entities';

const stage = ( name: string, outcome: Stage[ 'outcome' ] ): Stage => ( {
	id: 1,
	name,
	position: 0,
	color: 'green',
	probability: 40,
	outcome,
} );

it( 'says an outcome once', () => {
	expect( stageOdds( stage( 'Won', 'won' ) ) ).toBe( '' );
	expect( stageOdds( stage( ' lost', 'lost' ) ) ).toBe( '' );
	expect( stageOdds( stage( 'Signed', 'won' ) ) ).toBe( 'Won' );
	expect( stageOdds( stage( 'Proposal', 'open' ) ) ).toBe( '40% likely' );
	expect( isNamedLikeOutcome( stage( 'Won', 'lost' ) ) ).toBe( false );
} );
