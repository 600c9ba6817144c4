/**
 * Forms: which of the site's forms make contacts, how each does, and what came in.
 */
import { lazy, Suspense, type ReactElement } from 'react';
import { __ } from '@wordpress/i18n';
import { lock } from '@wordpress/icons';

import { boot } from '../../boot';
import { EmptyState } from '../../components/EmptyState';
import { NavTabs } from '../../components/NavTabs';
import { PageHeader } from '../../components/PageHeader';
import { Skeleton } from '../../components/Skeleton';
import { useRoute } from '../../lib/router';
import { FormEditor } from './FormEditor';
import { FormsList } from './FormsList';
import './forms.scss';

// DataViews comes with it; the list of forms does without.
const Submissions = lazy(
	() => import( /* webpackChunkName: "submissions" */ './Submissions' )
);

/** The Forms screen, for those who manage Steward. */
export default function FormsScreen(): ReactElement {
	const { params } = useRoute();
	if ( ! boot.can.manage ) {
		return (
			<>
				<PageHeader title={ __( 'Forms', 'steward' ) } />
				<EmptyState
					icon={ lock }
					title={ __( 'You can’t manage forms', 'steward' ) }
				>
					{ __(
						'Your role lacks “Manage Steward”. Ask an administrator for it.',
						'steward'
					) }
				</EmptyState>
			</>
		);
	}
	if ( params.provider && params.form ) {
		return (
			<FormEditor
				key={ `${ params.provider }/${ params.form }` }
				provider={ params.provider }
				form={ params.form }
			/>
		);
	}
	const tab = params.tab === 'submissions' ? 'submissions' : '';
	return (
		<>
			<PageHeader
				title={ __( 'Forms', 'steward' ) }
				subtitle={ __(
					'Turn what visitors send into contacts that your team can claim.',
					'steward'
				) }
			>
				<NavTabs
					label={ __( 'Forms and submissions', 'steward' ) }
					tabs={ [
						{ id: '', label: __( 'Forms', 'steward' ) },
						{
							id: 'submissions',
							label: __( 'Submissions', 'steward' ),
						},
					] }
					current={ tab }
					quiet
				/>
			</PageHeader>
			<div className="steward-forms">
				{ tab === 'submissions' ? (
					<Suspense
						fallback={ <Skeleton variant="rows" count={ 8 } /> }
					>
						<Submissions />
					</Suspense>
				) : (
					<FormsList />
				) }
			</div>
		</>
	);
}
