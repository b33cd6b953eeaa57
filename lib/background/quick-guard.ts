import { t } from '../i18n.ts';
import type { Handler } from '../messages.ts';
import { cautionLines } from '../panel/caution-text.ts';
import type { PersonRecord } from '../records.ts';

interface Deps {
  lookUp: Handler<'lookUp'>;
  listEnrolments: Handler<'listEnrolments'>;
  now: () => number;
}

export type QuickGuard = (
  record: PersonRecord,
  automation: { id: string; name: string },
) => Promise<string[]>;

/** What speaks against an automation for the person on a page, in words, where no screen shows it. Never rejects. */
export function createQuickGuard({ lookUp, listEnrolments, now }: Deps): QuickGuard {
  return async (record, automation) => {
    try {
      const found = await lookUp({ record });
      if (found.state === 'unchecked') return [t('cautionUnsure')];
      const known = found.state === 'known' && found.record.object === 'contact' ? found.record : undefined;
      const { handle } = record.fields;
      const read = handle?.certain ? handle.value : undefined;
      const { email, handle: kept } = known?.fields ?? {};
      const told = await listEnrolments({ contactId: known?.id, handle: kept ?? read, email });
      return cautionLines(told, automation, now());
    } catch {
      return [t('cautionUnsure')];
    }
  };
}
