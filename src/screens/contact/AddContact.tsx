import {
	useMemo,
	useRef,
	useState,
	type FormEvent,
	type ReactElement,
} from 'react';
import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { lock } from '@wordpress/icons';

import { boot } from '../../boot';
import { EmptyState } from '../../components/EmptyState';
import { MemberPicker, type MemberChoice } from '../../components/MemberPicker';
import { PageHeader } from '../../components/PageHeader';
import { PersonAvatar } from '../../components/PersonAvatar';
import type { Contact } from '../../entities';
import { createContact } from '../../lib/api';
import { asRestError, type RestError } from '../../lib/errors';
import { useNotices } from '../../lib/notices';
import { contactName } from '../../lib/people';
import { reasonText } from '../../lib/reasons';
import { Link, listParams, navigate, useUnsavedGuard } from '../../lib/router';
import {
	applyEdits,
	blank,
	fieldErrors,
	isDirty,
	mergePatch,
	toPayload,
	type Edits,
	type FieldErrors,
	type Patch,
} from './changes';
import { ContactFields } from './ContactFields';
import { FieldError } from '../../components/FieldError';
import { FormRefusal } from './DetailsForm';
import { withoutTouched } from './useContactForm';
import {
	reportValidity,
	useSaveShortcut,
	useServerErrors,
} from '../../lib/useFormEvents';

/** Who will own the contact: the creator, or whom somebody who reassigns chooses. */
function OwnerField( props: {
	value: MemberChoice;
	error: string;
	onChange: ( choice: MemberChoice ) => void;
} ): ReactElement {
	const { value, error, onChange } = props;
	return (
		<section
			className="steward-card steward-owner-card"
			aria-labelledby="steward-owner-title"
		>
			<h2 className="steward-card__title" id="steward-owner-title">
				{ __( 'Owner', 'steward' ) }
			</h2>
			{ boot.can.reassign ? (
				<MemberPicker
					label={ __( 'Owner', 'steward' ) }
					hideLabel
					value={ value }
					allowUnassigned
					help={ __(
						'You, unless you choose somebody else.',
						'steward'
					) }
					onChange={ onChange }
				/>
			) : (
				<div className="steward-owner-card__who">
					<PersonAvatar
						person={ {
							name: boot.user.name,
							avatar_url: boot.user.avatarUrl,
						} }
						size={ 40 }
					/>
					<div>
						<p className="steward-owner-card__name">
							{ boot.user.name }
							<span className="steward-chip">
								{ __( 'You', 'steward' ) }
							</span>
						</p>
						<p className="steward-owner-card__since">
							{ __(
								'Whoever adds a contact owns it.',
								'steward'
							) }
						</p>
					</div>
				</div>
			) }
			<FieldError message={ error } />
		</section>
	);
}

interface Adding {
	isSaving: boolean;
	errors: FieldErrors;
	ownerError: string;
	refusal: RestError | null;
	forget: ( patch: Patch ) => void;
	create: ( edits: Edits, owner: MemberChoice ) => Promise< void >;
}

/** Creating, and what the server found wrong. */
function useAdding(): Adding {
	const [ isSaving, setSaving ] = useState( false );
	const [ errors, setErrors ] = useState< FieldErrors >( {} );
	const [ ownerError, setOwnerError ] = useState( '' );
	const [ refusal, setRefusal ] = useState< RestError | null >( null );
	const notices = useNotices();

	async function create( edits: Edits, owner: MemberChoice ) {
		setSaving( true );
		setErrors( {} );
		setOwnerError( '' );
		setRefusal( null );
		try {
			const contact = await createContact( {
				...( toPayload( edits ) as Partial< Contact > ),
				...( owner === null
					? {}
					: {
							contact_owner:
								owner === 'unassigned' ? null : owner,
						} ),
			} );
			notices.success(
				sprintf(
					/* translators: %s: a contact's name. */
					__( '%s was added.', 'steward' ),
					contactName( contact )
				)
			);
			navigate(
				{ page: 'steward', contact: contact.id },
				{ replace: true, force: true }
			);
		} catch ( thrown ) {
			const error = asRestError( thrown );
			const { contact_owner: owned, ...params } = error.params;
			const { fields, rest } = fieldErrors( params );
			setErrors( fields );
			setOwnerError( owned ?? '' );
			const isPlaced = owned || Object.keys( fields ).length > 0;
			if (
				! isPlaced ||
				rest.length > 0 ||
				error.code === 'steward_duplicate_email'
			) {
				setRefusal( error );
			}
			setSaving( false );
		}
	}

	return {
		isSaving,
		errors,
		ownerError,
		refusal,
		create,
		forget: ( patch ) =>
			setErrors( ( before ) => withoutTouched( before, patch ) ),
	};
}

function AddForm(): ReactElement {
	const base = useMemo( blank, [] );
	const [ edits, setEdits ] = useState< Edits >( {} );
	const [ owner, setOwner ] = useState< MemberChoice >(
		boot.can.reassign ? boot.user.id : null
	);
	const adding = useAdding();
	const form = useRef< HTMLFormElement >( null );
	useServerErrors( form, adding.errors );
	useUnsavedGuard( isDirty( edits ) && ! adding.isSaving );

	function submit(): void {
		if ( ! adding.isSaving && reportValidity( form.current ) ) {
			void adding.create( edits, owner );
		}
	}
	useSaveShortcut( form, submit );

	return (
		<form
			className="steward-contact__columns"
			ref={ form }
			noValidate
			onSubmit={ ( event: FormEvent ) => {
				event.preventDefault();
				submit();
			} }
		>
			<div className="steward-contact__main">
				<div className="steward-details is-new">
					<h2 className="screen-reader-text">
						{ __( 'Details', 'steward' ) }
					</h2>
					<FormRefusal refusal={ adding.refusal } />
					<ContactFields
						item={ applyEdits( base, edits ) }
						errors={ adding.errors }
						onChange={ ( patch ) => {
							setEdits( ( before ) =>
								mergePatch( base, before, patch )
							);
							adding.forget( patch );
						} }
					/>
					<div className="steward-savebar is-dirty">
						<span className="steward-savebar__text">
							{ __(
								'A name, an e-mail address, a phone number or a company is enough.',
								'steward'
							) }
						</span>
						<Link
							className="components-button is-tertiary is-next-40px-default-size"
							to={ listParams() }
						>
							{ __( 'Cancel', 'steward' ) }
						</Link>
						<Button
							__next40pxDefaultSize
							type="submit"
							variant="primary"
							isBusy={ adding.isSaving }
							disabled={ adding.isSaving }
							accessibleWhenDisabled
							aria-keyshortcuts="Control+S Meta+S"
						>
							{ __( 'Add contact', 'steward' ) }
						</Button>
					</div>
				</div>
			</div>
			<div className="steward-contact__side">
				<OwnerField
					value={ owner }
					error={ adding.ownerError }
					onChange={ setOwner }
				/>
			</div>
		</form>
	);
}

/** Adding a contact: the same form, and who will own it. */
export function AddContact(): ReactElement {
	return (
		<div className="steward-contact is-new">
			<PageHeader
				back={ {
					label: __( 'Contacts', 'steward' ),
					to: listParams(),
				} }
				title={ __( 'Add contact', 'steward' ) }
			/>
			{ boot.can.create ? (
				<AddForm />
			) : (
				<EmptyState
					icon={ lock }
					title={ __( 'You can’t add contacts', 'steward' ) }
				>
					<p>{ reasonText( 'missing_create_permission' ) }</p>
					<p>
						{ __(
							'Request the permission from an administrator.',
							'steward'
						) }
					</p>
				</EmptyState>
			) }
		</div>
	);
}
