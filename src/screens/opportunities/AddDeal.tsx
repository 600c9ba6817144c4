import {
	useEffect,
	useMemo,
	useRef,
	useState,
	type FormEvent,
	type ReactElement,
} from 'react';
import { Button, Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { lock } from '@wordpress/icons';

import { boot } from '../../boot';
import { EmptyState } from '../../components/EmptyState';
import type { MemberChoice } from '../../components/MemberPicker';
import { Skeleton } from '../../components/Skeleton';
import type { Member, Opportunity, Pipeline } from '../../entities';
import { opportunities } from '../../lib/api';
import { asRestError, errorText, type RestError } from '../../lib/errors';
import { notices } from '../../lib/notices';
import { useSaveShortcut } from '../../lib/useFormEvents';
import type { Findings } from '../../lib/useRecordForm';
import {
	applyEdits,
	blank,
	editedKeys,
	findingsOf,
	mergePatch,
	missing,
	toPayload,
	withoutTouched,
	type Edits,
} from './changes';
import { DealFields } from './DealFields';
import { NewFollowers } from './NewFollowers';
import { NewOwner } from './OwnerEdit';
import { usePipelines } from './pipelines';
import { useFirstError } from '../../lib/useFirstError';

export interface AddDealProps {
	contact?: { id: number; name: string };
	pipeline?: number;
	stage?: number;
	onDirty: ( isDirty: boolean ) => void;
	onCancel: () => void;
	onAdded: ( opportunity: Opportunity ) => void;
}

function Form( {
	pipelines,
	...props
}: AddDealProps & { pipelines: Pipeline[] } ): ReactElement {
	const { contact, onDirty, onCancel, onAdded } = props;
	const base = useMemo( () => {
		const pipeline =
			pipelines.find( ( { id } ) => id === props.pipeline ) ??
			pipelines[ 0 ];
		return blank( pipeline, props.stage, contact?.id );
	}, [ pipelines, props.pipeline, props.stage, contact?.id ] );
	const [ edits, setEdits ] = useState< Edits >( {} );
	const [ owner, setOwner ] = useState< MemberChoice >( null );
	const [ followers, setFollowers ] = useState< Member[] >( [] );
	const [ errors, setErrors ] = useState< Findings >( {} );
	const [ refusal, setRefusal ] = useState< RestError | null >( null );
	const [ isSaving, setSaving ] = useState( false );
	const form = useRef< HTMLFormElement >( null );
	const item = applyEdits( base, edits );
	const isDirty =
		editedKeys( edits ).length > 0 ||
		owner !== null ||
		followers.length > 0;
	useEffect( () => onDirty( isDirty ), [ isDirty, onDirty ] );
	useFirstError( form, errors );
	useEffect( () => form.current?.querySelector( 'input' )?.focus(), [] );

	async function create(): Promise< void > {
		const found = missing( item );
		setErrors( found );
		setRefusal( null );
		if ( Object.keys( found ).length > 0 || isSaving ) {
			return;
		}
		setSaving( true );
		try {
			const { pipeline: _of, owner: _by, ...fields } = item;
			const added = await opportunities.create( {
				...( toPayload( fields ) as Partial< Opportunity > ),
				...( owner === null
					? {}
					: { owner: owner === 'unassigned' ? null : owner } ),
				...( followers.length > 0
					? { followers: followers.map( ( { id } ) => id ) }
					: {} ),
			} );
			notices.success(
				/* translators: %s: an opportunity's title. */
				sprintf( __( '%s was added.', 'steward' ), added.title )
			);
			onAdded( added );
		} catch ( thrown ) {
			const error = asRestError( thrown );
			const { fields, rest } = findingsOf( error.params );
			setErrors( fields );
			if ( Object.keys( fields ).length === 0 || rest.length > 0 ) {
				setRefusal( error );
			}
			setSaving( false );
		}
	}
	useSaveShortcut( form, () => void create() );

	return (
		<form
			ref={ form }
			noValidate
			onSubmit={ ( event: FormEvent ) => {
				event.preventDefault();
				void create();
			} }
		>
			{ refusal && (
				<Notice
					status="error"
					isDismissible={ false }
					className="steward-form-refusal"
				>
					{ errorText( refusal ) }
				</Notice>
			) }
			<DealFields
				item={ item }
				pipelines={ pipelines }
				errors={ errors }
				fixedContact={
					contact ? { ...contact, isOpen: false } : undefined
				}
				owner={
					<NewOwner
						contact={ item.contact }
						value={ owner }
						error={ errors.owner }
						onChange={ setOwner }
					/>
				}
				onChange={ ( patch ) => {
					setEdits( ( before ) => mergePatch( base, before, patch ) );
					setErrors( ( before ) => withoutTouched( before, patch ) );
				} }
			/>
			<NewFollowers
				value={ followers }
				error={ errors.followers }
				onChange={ setFollowers }
			/>
			<div className="steward-savebar is-dirty">
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					disabled={ isSaving }
					onClick={ onCancel }
				>
					{ __( 'Cancel', 'steward' ) }
				</Button>
				<Button
					__next40pxDefaultSize
					type="submit"
					variant="primary"
					isBusy={ isSaving }
					disabled={ isSaving }
					accessibleWhenDisabled
					aria-keyshortcuts="Control+S Meta+S"
				>
					{ __( 'Add opportunity', 'steward' ) }
				</Button>
			</div>
		</form>
	);
}

/**
 * Adding an opportunity.
 *
 * @param props What is known of it, and what follows.
 */
export function AddDeal( props: AddDealProps ): ReactElement {
	const pipelines = usePipelines();
	if ( ! boot.opportunities.can.create ) {
		return (
			<EmptyState
				icon={ lock }
				title={ __( 'You can’t add opportunities', 'steward' ) }
			>
				{ __(
					'Your role can’t create opportunities. Request the permission from an administrator.',
					'steward'
				) }
			</EmptyState>
		);
	}
	return pipelines ? (
		<Form { ...props } pipelines={ pipelines } />
	) : (
		<Skeleton variant="rows" count={ 4 } />
	);
}
