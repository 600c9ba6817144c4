import type { ReactElement } from 'react';

import { PipelinesPanel } from '../pipelines/PipelinesPanel';
import { SettingsForm } from '../SettingsForm';
import { OwnersPanel } from './OwnersPanel';
import { Realignment } from './Realignment';
import { SwitchOffDialog } from './SwitchOffDialog';

/** Who owns opportunities, and the pipelines they go through. */
export function OpportunitiesSettings(): ReactElement {
	return (
		<SettingsForm
			panels={ [ OwnersPanel, Realignment ] }
			question={ ( { separate_owners: isOn } ) =>
				isOn === false ? SwitchOffDialog : null
			}
		>
			<PipelinesPanel />
		</SettingsForm>
	);
}
