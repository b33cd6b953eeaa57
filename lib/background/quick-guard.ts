import type { Handler } from '../messages.ts';
import { isUnderWay } from '../outreach.ts';
import type { PersonRecord } from '../records.ts';

interface Deps {
  lookUp: Handler<'lookUp'>;
  listEnrolments: Handler<'listEnrolments'>;
}

/**
 * Whether nothing speaks against an automation for the person on a page, where no screen would show what does.
 * What could not be checked speaks against it. Never rejects.
 */
export type QuickGuard = (record: PersonRecord, automationId: string) => Promise<boolean>;

export function createQuickGuard({ lookUp, listEnrolments }: Deps): QuickGuard {
  return async (record, automationId) => {
    const found = await lookUp({ record });
    if (found.state === 'unchecked') return false;
    const known = found.state === 'known' && found.record.object === 'contact' ? found.record : undefined;
    const { handle } = record.fields;
    const { email, handle: kept = handle?.certain ? handle.value : undefined } = known?.fields ?? {};
    return listEnrolments({ contactId: known?.id, handle: kept, email }).then(
      ({ automations, enrolments, cautions }) =>
        cautions.length === 0 &&
        !enrolments.some(isUnderWay) &&
        automations.some(({ id, status }) => id === automationId && status === 'on'),
      () => false,
    );
  };
}
