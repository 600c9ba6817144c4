/**
 * Mounts Steward's admin screens on #steward-root.
 */
import { lazy, Suspense, type ReactElement } from 'react';
import domReady from '@wordpress/dom-ready';
import { createRoot } from '@wordpress/element';

import { ErrorBoundary } from './components/ErrorBoundary';
import { Skeleton } from './components/Skeleton';
import { registerEntities } from './entities';
import { Snackbars } from './lib/notices';
import { UnsavedPrompt, useRoute } from './lib/router';
import './admin.scss';

// At load rather than in an effect: core-data doesn't retry a kind that it didn't know when first asked.
registerEntities();

// A chunk a screen: DataViews alone is 2 MB, and only some screens show it.
const Contacts = lazy(
	() => import( /* webpackChunkName: "contacts" */ './screens/contacts' )
);
const ContactScreen = lazy(
	() => import( /* webpackChunkName: "contact" */ './screens/contact' )
);
const Forecast = lazy(
	() => import( /* webpackChunkName: "forecast" */ './screens/forecast' )
);
const Forms = lazy(
	() => import( /* webpackChunkName: "forms" */ './screens/forms' )
);
const Members = lazy(
	() => import( /* webpackChunkName: "members" */ './screens/members' )
);
const Activity = lazy(
	() => import( /* webpackChunkName: "activity" */ './screens/activity' )
);
const Notifications = lazy(
	() =>
		import(
			/* webpackChunkName: "notifications" */ './screens/notifications'
		)
);
const AccessCheck = lazy(
	() => import( /* webpackChunkName: "access" */ './screens/access' )
);
const Roles = lazy(
	() => import( /* webpackChunkName: "roles" */ './screens/roles' )
);
const Opportunities = lazy(
	() =>
		import(
			/* webpackChunkName: "opportunities" */ './screens/opportunities'
		)
);
const Settings = lazy(
	() => import( /* webpackChunkName: "settings" */ './screens/settings' )
);
const Tasks = lazy(
	() => import( /* webpackChunkName: "tasks" */ './screens/tasks' )
);

function CurrentScreen(): ReactElement {
	const { screen, contact } = useRoute();
	switch ( screen ) {
		case 'contact':
			return (
				<ContactScreen
					key={ contact ?? '' }
					contact={ contact ?? 'new' }
				/>
			);
		case 'forecast':
			return <Forecast />;
		case 'activity':
			return <Activity />;
		case 'notifications':
			return <Notifications />;
		case 'access':
			return <AccessCheck />;
		case 'members':
			return <Members />;
		case 'forms':
			return <Forms />;
		case 'roles':
			return <Roles />;
		case 'opportunities':
			return <Opportunities />;
		case 'settings':
			return <Settings />;
		case 'tasks':
			return <Tasks />;
		default:
			return <Contacts />;
	}
}

function App(): ReactElement {
	const { screen, contact } = useRoute();
	return (
		<>
			<ErrorBoundary resetKey={ `${ screen }/${ contact ?? '' }` }>
				<Suspense fallback={ <Skeleton variant="screen" /> }>
					<CurrentScreen />
				</Suspense>
			</ErrorBoundary>
			<UnsavedPrompt />
			<Snackbars />
		</>
	);
}

domReady( () => {
	const root = document.getElementById( 'steward-root' );
	if ( root ) {
		root.classList.add( 'steward-app' );
		createRoot( root ).render( <App /> );
	}
} );
