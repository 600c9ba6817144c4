import { useId, type ReactElement, type ReactNode } from 'react';

export interface PanelProps {
	title?: string;
	/** One or two sentences under the title. */
	text?: ReactNode;
	/** Beside the title. */
	actions?: ReactNode;
	className?: string;
	children?: ReactNode;
}

/**
 * A framed group of settings under one heading.
 * @param props
 */
export function Panel( props: PanelProps ): ReactElement {
	const { title, text, actions, className, children } = props;
	const id = useId();
	return (
		<section
			className={ [ 'steward-panel', className ]
				.filter( Boolean )
				.join( ' ' ) }
			aria-labelledby={ title ? id : undefined }
		>
			{ ( title || text ) && (
				<div className="steward-panel__head">
					<div className="steward-panel__words">
						{ title && (
							<h2 id={ id } className="steward-panel__title">
								{ title }
							</h2>
						) }
						{ text && (
							<p className="steward-panel__text">{ text }</p>
						) }
					</div>
					{ actions }
				</div>
			) }
			{ children }
		</section>
	);
}
