import type { ReactElement } from 'react';
import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { Panel } from '../../../components/Panel';
import type { SettingsPanelProps } from '../SettingsForm';
import { OwnersPicture } from './OwnersPicture';

/**
 * Whether an opportunity may have another owner than its contact, and who follows what then.
 *
 * @param props The settings as they are edited.
 */
export function OwnersPanel( props: SettingsPanelProps ): ReactElement {
	const { settings, onChange } = props;
	const isOn = settings.separate_owners;
	const onlyWhileOn = __(
		'Counts only while different owners are allowed.',
		'steward'
	);
	return (
		<Panel title={ __( 'Owners', 'steward' ) }>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __(
					'Allow different owners for contacts and its opportunities',
					'steward'
				) }
				help={ __(
					'On, one person can own a contact while another owns its opportunities; a new opportunity still starts with its contact’s owner.',
					'steward'
				) }
				checked={ isOn }
				onChange={ ( on ) => onChange( { separate_owners: on } ) }
			/>
			<fieldset className="steward-owners__syncs">
				<legend className="screen-reader-text">
					{ __( 'Followers when an owner changes', 'steward' ) }
				</legend>
				<ToggleControl
					__nextHasNoMarginBottom
					label={ __(
						'Sync contact follower with opportunity owner',
						'steward'
					) }
					help={
						isOn
							? __(
									'When an opportunity’s owner changes, the new owner follows its contact.',
									'steward'
								)
							: onlyWhileOn
					}
					disabled={ ! isOn }
					checked={ settings.sync_contact_follower }
					onChange={ ( on ) =>
						onChange( { sync_contact_follower: on } )
					}
				/>
				<ToggleControl
					__nextHasNoMarginBottom
					label={ __(
						'Sync opportunity follower with contact owner',
						'steward'
					) }
					help={
						isOn
							? __(
									'When a contact’s owner changes, the new owner follows its opportunities.',
									'steward'
								)
							: onlyWhileOn
					}
					disabled={ ! isOn }
					checked={ settings.sync_opportunity_follower }
					onChange={ ( on ) =>
						onChange( { sync_opportunity_follower: on } )
					}
				/>
			</fieldset>
			<OwnersPicture settings={ settings } />
		</Panel>
	);
}
