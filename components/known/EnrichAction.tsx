import type { CrmRecord } from '../../lib/crm.ts';
import { errorText } from '../../lib/error-text.ts';
import { plural, t } from '../../lib/i18n.ts';
import { enrichmentStateText } from '../../lib/panel/enrichment-text.ts';
import type { RecordChangeCalls, RecordStatePage } from '../../lib/panel/record-change-calls.ts';
import { useAction } from '../../lib/panel/use-action.ts';
import type { RecordPart } from '../../lib/panel/use-record-part.ts';
import { type Enrichment, isEnriching } from '../../lib/workspace.ts';
import { ActionRow, type RowState } from './ActionRow.tsx';
import { Problem } from './Problem.tsx';
import { Question } from './Question.tsx';
import { When } from './When.tsx';

interface EnrichActionProps extends RowState {
  record: CrmRecord;
  title: string;
  calls: RecordChangeCalls;
  part: RecordPart<Enrichment, RecordStatePage>;
  now: number;
}

/** Lets Grinfi look up what is missing. What it costs is said before the click, and where it stands after. */
export function EnrichAction({ record, title, calls, part, now, ...row }: EnrichActionProps) {
  const { isBusy, problem, run } = useAction();
  const last = part.items?.[0];
  const isPending = last !== undefined && isEnriching(last);
  const count = part.first?.enrichedThisMonth;
  const unknown = part.first?.problems.find((each) => each.part === 'enrichment');

  const enrich = () =>
    run(async () => {
      await calls.enrich(record);
      row.onClose();
      part.reload();
    });
  const state = last && (
    <span class={last.status === 'failed' ? 'status-danger' : ''}>
      {enrichmentStateText(last)} <When at={last.at} now={now} />
    </span>
  );
  return (
    <ActionRow {...row} icon="search" label={t('actionEnrich')} hint={state ?? t('actionEnrichHint')}>
      {last && <p>{state}</p>}
      {last?.error && <p class="status-danger">{t('serverSaid', last.error)}</p>}
      {unknown && <Problem text={errorText(unknown.kind, unknown.message)} onRetry={part.reload} />}
      {isPending ? (
        <button type="button" class="link-button" aria-disabled={part.isLoading} onClick={part.reload}>
          {t('checkAgain')}
        </button>
      ) : (
        <Question
          text={t('enrichQuestion', title)}
          confirm={isBusy ? t('enriching') : t('enrichConfirm')}
          isBusy={isBusy}
          problem={problem && errorText(problem.kind, problem.message)}
          onConfirm={enrich}
          onCancel={row.onClose}
        >
          {count !== undefined && <p class="muted">{plural('enrichedThisMonth', count)}</p>}
        </Question>
      )}
    </ActionRow>
  );
}
