import type { SiteUser } from '../services/wordpress';

const person = (
	login: string,
	role: string,
	first: string,
	last: string
): SiteUser => ( {
	login,
	password: 'password',
	email: `${ login.replace( '_', '.' ) }@example.com`,
	role,
	first_name: first,
	last_name: last,
} );

/** The people of the demo site and of the tests in a browser: an administrator, a manager and four reps. */
export const team: SiteUser[] = [
	person( 'admin', 'administrator', 'Ada', 'Okafor' ),
	person( 'manager', 'steward_sales_manager', 'Maya', 'Lindholm' ),
	person( 'rep_ana', 'steward_sales_rep', 'Ana', 'Ruiz' ),
	person( 'rep_ben', 'steward_sales_rep', 'Ben', 'Carter' ),
	person( 'rep_chloe', 'steward_sales_rep', 'Chloé', 'Martin' ),
	person( 'rep_dev', 'steward_sales_rep', 'Dev', 'Sharma' ),
];
