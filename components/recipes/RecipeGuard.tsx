import { errorText } from '../../lib/error-text.ts';
import { t } from '../../lib/i18n.ts';
import type { Enrolment } from '../../lib/outreach.ts';
import { cautionLines } from '../../lib/panel/caution-text.ts';
import type { FormModel } from '../../lib/panel/form.ts';
import type { EnrolmentPage } from '../../lib/panel/known-calls.ts';
import { useRecordPart } from '../../lib/panel/use-record-part.ts';
import { Cautions } from '../known/Cautions.tsx';
import type { FollowUpCalls } from './FollowUpFields.tsx';

interface RecipeGuardProps {
  automation: { id: string; name: string };
  form: FormModel;
  calls: FollowUpCalls;
  now: number;
}

/** What speaks against putting this person into an automation, before the press. */
export function RecipeGuard({ automation, form, calls, now }: RecipeGuardProps) {
  const known = form.known?.object === 'contact' ? form.known : undefined;
  const handle = form.fields['handle']?.value;
  const part = useRecordPart<Enrolment, EnrolmentPage>({
    key: `enrolments:${known?.id ?? form.pageKey}`,
    load: (asked) => calls.listEnrolments(known ?? { fields: handle ? { handle } : {} }, asked),
    idOf: ({ automationId, startedAt }) => `${automationId} ${startedAt}`,
  });
  const lines = part.first
    ? cautionLines({ ...part.first, enrolments: part.first.items }, automation, now)
    : [];
  if (part.problem) lines.push(`${t('cautionUnsure')} ${errorText(part.problem.kind, part.problem.message)}`);
  if (lines.length === 0) return null;
  return <Cautions lines={lines} label={automation.name} />;
}
