import { useRef, type ReactElement } from 'react';
import { BaseControl, Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { closeSmall } from '@wordpress/icons';

import { boot } from '../../boot';
import { FieldError } from '../../components/FieldError';
import { MemberPicker } from '../../components/MemberPicker';
import { PersonAvatar } from '../../components/PersonAvatar';
import type { Member } from '../../entities';

export interface NewFollowersProps {
	value: Member[];
	error: string | undefined;
	onChange: ( followers: Member[] ) => void;
}

/**
 * Who follows an opportunity from its beginning.
 *
 * @param props Those who were chosen.
 */
export function NewFollowers( props: NewFollowersProps ): ReactElement {
	const { value, error, onChange } = props;
	const group = useRef< HTMLFieldSetElement >( null );
	const limit = boot.limits.followers;
	return (
		<fieldset className="steward-deal__owner" ref={ group } tabIndex={ -1 }>
			<BaseControl.VisualLabel as="legend">
				{ sprintf(
					/* translators: 1: how many followers, 2: how many there may be. */
					__( 'Followers: %1$d of %2$d', 'steward' ),
					value.length,
					limit
				) }
			</BaseControl.VisualLabel>
			{ value.length > 0 && (
				<ul className="steward-followers__list">
					{ value.map( ( member ) => (
						<li
							key={ member.id }
							className="steward-followers__item"
						>
							<PersonAvatar person={ member } size={ 28 } />
							<span className="steward-followers__name">
								{ member.name }
							</span>
							<Button
								size="small"
								icon={ closeSmall }
								label={ sprintf(
									/* translators: %s: a person. */
									__( 'Remove %s', 'steward' ),
									member.name
								) }
								onClick={ () => {
									onChange(
										value.filter(
											( { id } ) => id !== member.id
										)
									);
									// The button goes with its row.
									group.current?.focus();
								} }
							/>
						</li>
					) ) }
				</ul>
			) }
			{ value.length < limit && (
				<MemberPicker
					key={ value.length }
					label={ __( 'Add follower', 'steward' ) }
					hideLabel
					value={ null }
					exclude={ value.map( ( { id } ) => id ) }
					placeholder={ __(
						'Add somebody who follows it',
						'steward'
					) }
					onChange={ ( _choice, member ) =>
						member && onChange( [ ...value, member ] )
					}
				/>
			) }
			<FieldError message={ error } />
		</fieldset>
	);
}
