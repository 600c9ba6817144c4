import { useEffect, useState, type ReactElement } from 'react';
import { Button, VisuallyHidden } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { check, copy } from '@wordpress/icons';

import { copyText } from '../lib/clipboard';

export interface CopyButtonProps {
	text: string;
	/** "Copy key". */
	label: string;
	variant?: 'primary' | 'secondary' | 'tertiary';
	onCopied?: () => void;
}

/**
 * Copies a text and says so, to screen readers too.
 *
 * @param props What to copy and how the button is called.
 */
export function CopyButton( props: CopyButtonProps ): ReactElement {
	const { text, label, variant = 'secondary', onCopied } = props;
	const [ state, setState ] = useState< 'ready' | 'copied' | 'failed' >(
		'ready'
	);
	useEffect( () => {
		if ( state === 'ready' ) {
			return undefined;
		}
		const timer = setTimeout( () => setState( 'ready' ), 4000 );
		return () => clearTimeout( timer );
	}, [ state ] );
	const said = {
		ready: '',
		copied: __( 'Copied', 'steward' ),
		failed: __( 'Select the text and copy it yourself', 'steward' ),
	}[ state ];
	return (
		<>
			<Button
				__next40pxDefaultSize
				className="steward-copy"
				variant={ variant }
				icon={ state === 'copied' ? check : copy }
				onClick={ () =>
					void copyText( text ).then( ( done ) => {
						setState( done ? 'copied' : 'failed' );
						if ( done ) {
							onCopied?.();
						}
					} )
				}
			>
				{ said || label }
			</Button>
			<VisuallyHidden role="status">{ said }</VisuallyHidden>
		</>
	);
}
