/**
 * Opportunity Details: adding one, or all that is known of one.
 */
import {
	useCallback,
	useEffect,
	useRef,
	useState,
	type ReactElement,
} from 'react';
import { Modal } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import { ConfirmDialog } from '../../components/ConfirmDialog';
import { Skeleton } from '../../components/Skeleton';
import { Unavailable } from '../../components/Unavailable';
import { OPPORTUNITY, type Opportunity } from '../../entities';
import type { RestError } from '../../lib/errors';
import { useUnsavedGuard } from '../../lib/router';
import { useRecord } from '../../lib/useRecord';
import { AddDeal } from './AddDeal';
import { Deal } from './Deal';
import './deal.scss';

export interface OpportunityModalProps {
	/** An opportunity's id, or `new` to add one. */
	opportunity: number | 'new';
	/** A new one's contact, where it can't be another. */
	contact?: { id: number; name: string };
	/** A new one's pipeline and stage, where the first ones aren't meant. */
	pipeline?: number;
	stage?: number;
	onClose: () => void;
	/** After one was added. */
	onAdded?: ( opportunity: Opportunity ) => void;
}

function Problem( {
	error,
	onRetry,
}: {
	error: RestError;
	onRetry: () => void;
} ): ReactElement {
	return (
		<Unavailable
			error={ error }
			refused={ __( 'You can’t see this opportunity', 'steward' ) }
			failed={ __( 'This opportunity couldn’t be loaded', 'steward' ) }
			missing={ {
				title: __( 'There is no such opportunity', 'steward' ),
				text: __(
					'It may have been erased, or the link is wrong.',
					'steward'
				),
			} }
			isAlone
			onRetry={ onRetry }
		/>
	);
}

function Existing( {
	id,
	onDirty,
	onTitle,
	onClose,
}: {
	id: number;
	onDirty: ( isDirty: boolean ) => void;
	onTitle: ( title: string ) => void;
	onClose: () => void;
} ): ReactElement {
	const { record, error, reload } = useRecord< Opportunity >(
		OPPORTUNITY,
		id
	);
	const title = record?.title;
	useEffect( () => {
		if ( title ) {
			onTitle( title );
		}
	}, [ title, onTitle ] );
	if ( record ) {
		return <Deal deal={ record } onDirty={ onDirty } onGone={ onClose } />;
	}
	return error ? (
		<Problem error={ error } onRetry={ reload } />
	) : (
		<Skeleton
			variant="rows"
			count={ 6 }
			label={ __( 'Loading the opportunity…', 'steward' ) }
		/>
	);
}

/**
 * The dialog. Closing it asks when there is unsaved work.
 *
 * @param props Which opportunity, and what follows.
 */
export function OpportunityModal( props: OpportunityModalProps ): ReactElement {
	const { opportunity, contact, pipeline, stage, onClose, onAdded } = props;
	const [ isDirty, setDirty ] = useState( false );
	const [ isAsking, setAsking ] = useState( false );
	const [ title, setTitle ] = useState( '' );
	const shown = useRef( opportunity );
	if ( shown.current !== opportunity ) {
		shown.current = opportunity;
		setTitle( '' );
		setDirty( false );
	}
	useUnsavedGuard( isDirty );
	const ask = useCallback(
		() => ( isDirty ? setAsking( true ) : onClose() ),
		[ isDirty, onClose ]
	);
	const isNew = opportunity === 'new';
	const which = isNew ? __( 'Add opportunity', 'steward' ) : title;
	return (
		<Modal
			title={ __( 'Opportunity Details', 'steward' ) }
			contentLabel={
				which &&
				sprintf(
					/* translators: %s: an opportunity's title, or "Add opportunity". */
					__( 'Opportunity Details: %s', 'steward' ),
					which
				)
			}
			size="large"
			className={ `steward-dialog steward-deal${
				isNew ? ' is-new' : ''
			}` }
			shouldCloseOnClickOutside={ ! isDirty }
			onRequestClose={ ask }
		>
			{ isNew ? (
				<>
					<h2 className="steward-deal__title">{ which }</h2>
					<AddDeal
						contact={ contact }
						pipeline={ pipeline }
						stage={ stage }
						onDirty={ setDirty }
						onCancel={ ask }
						onAdded={ ( added ) => {
							setDirty( false );
							onAdded?.( added );
							onClose();
						} }
					/>
				</>
			) : (
				<Existing
					key={ opportunity }
					id={ opportunity }
					onDirty={ setDirty }
					onTitle={ setTitle }
					onClose={ onClose }
				/>
			) }
			{ isAsking && (
				<ConfirmDialog
					title={ __( 'Leave without saving?', 'steward' ) }
					confirmLabel={ __( 'Discard changes', 'steward' ) }
					cancelLabel={ __( 'Keep editing', 'steward' ) }
					isDestructive
					onConfirm={ onClose }
					onCancel={ () => setAsking( false ) }
				>
					{ __( 'Your changes haven’t been saved.', 'steward' ) }
				</ConfirmDialog>
			) }
		</Modal>
	);
}
