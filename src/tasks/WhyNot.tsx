import type { ReactElement } from 'react';

import { useAccess } from '../access/useAccess';
import { RefusalNote } from '../components/RefusalNote';
import type { RecordName, Task } from '../entities';

/**
 * Why follow-ups of a record can't be added or changed, as the server says it of the record.
 *
 * @param props          Of which record.
 * @param props.type     Its kind.
 * @param props.id       Its id.
 * @param props.revision Whatever changes with the answer.
 */
export function WhyNotOf( {
	type,
	id,
	revision,
}: {
	type: RecordName;
	id: number;
	revision: string;
} ): ReactElement | null {
	const { answer } = useAccess( id, revision, undefined, type );
	const update = answer?.actions.update;
	return update && ! update.allowed ? (
		<RefusalNote
			reason={ update.reason }
			message={ update.message }
			remedy={ update.remedy }
		/>
	) : null;
}

/**
 * Why a follow-up can't be changed, as the server says it.
 *
 * @param props      Which.
 * @param props.task The task.
 */
export function WhyNot( { task }: { task: Task } ): ReactElement | null {
	return task.can.update ? null : <RefusalNote { ...task.refusal } />;
}
