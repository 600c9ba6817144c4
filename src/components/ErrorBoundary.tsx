import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { caution } from '@wordpress/icons';

import { EmptyState } from './EmptyState';

interface Props {
	children: ReactNode;
	/** A change of it tries again: the address. */
	resetKey?: string;
}

interface State {
	error: Error | null;
	resetKey: string | undefined;
}

/** Keeps one broken screen from blanking the page. */
export class ErrorBoundary extends Component< Props, State > {
	public override state: State = {
		error: null,
		resetKey: this.props.resetKey,
	};

	public static getDerivedStateFromError( error: Error ): Partial< State > {
		return { error };
	}

	public static getDerivedStateFromProps(
		{ resetKey }: Props,
		state: State
	): Partial< State > | null {
		return resetKey === state.resetKey ? null : { error: null, resetKey };
	}

	public override componentDidCatch( error: Error, info: ErrorInfo ): void {
		// eslint-disable-next-line no-console -- the only trace of what broke, for whoever is asked for help.
		console.error( error, info.componentStack );
	}

	public override render(): ReactNode {
		const { error } = this.state;
		if ( ! error ) {
			return this.props.children;
		}
		return (
			<EmptyState
				tone="error"
				icon={ caution }
				title={ __( 'This screen stopped working', 'steward' ) }
				actions={
					<Button
						__next40pxDefaultSize
						variant="primary"
						onClick={ () => window.location.reload() }
					>
						{ __( 'Reload', 'steward' ) }
					</Button>
				}
			>
				<p>
					{ __(
						'Nothing that was saved is lost. Reload the page; if it happens again, tell your administrator what it says here:',
						'steward'
					) }
				</p>
				<p>
					<code>{ error.message }</code>
				</p>
			</EmptyState>
		);
	}
}
