import type { CrmRecord } from '../../lib/crm.ts';
import { errorText } from '../../lib/error-text.ts';
import { t } from '../../lib/i18n.ts';
import type { RecordChangeCalls, RecordStatePage } from '../../lib/panel/record-change-calls.ts';
import { useAction } from '../../lib/panel/use-action.ts';
import type { RecordPart } from '../../lib/panel/use-record-part.ts';
import type { Enrichment } from '../../lib/workspace.ts';
import { ActionRow, type RowState } from './ActionRow.tsx';
import { Problem } from './Problem.tsx';
import { Question } from './Question.tsx';

interface BlacklistActionProps extends RowState {
  record: CrmRecord;
  title: string;
  calls: RecordChangeCalls;
  part: RecordPart<Enrichment, RecordStatePage>;
}

/** On the blacklist or not, and the way there and back. */
export function BlacklistAction({ record, title, calls, part, ...row }: BlacklistActionProps) {
  const { isBusy, problem, run } = useAction();
  const entryIds = part.first?.blacklistEntryIds;
  const isListed = entryIds !== undefined && entryIds.length > 0;
  const unknown = part.first?.problems.find((each) => each.part === 'blacklist');
  const isPerson = record.object === 'contact';

  const change = (act: () => Promise<void>) =>
    run(async () => {
      await act();
      row.onClose();
      part.reload();
    });
  const common = {
    isBusy,
    problem: problem && errorText(problem.kind, problem.message),
    onCancel: row.onClose,
  };
  return (
    <ActionRow
      {...row}
      icon="eyeOff"
      label={isListed ? t('blacklisted') : t('actionBlacklist')}
      hint={isListed ? t('blacklistedHint') : t('actionBlacklistHint')}
    >
      {unknown && <Problem text={errorText(unknown.kind, unknown.message)} onRetry={part.reload} />}
      {isListed ? (
        <Question
          {...common}
          text={t('unblacklistQuestion', title)}
          confirm={isBusy ? t('saving') : t('unblacklistConfirm')}
          onConfirm={() => change(() => calls.unblacklist(record, entryIds))}
        />
      ) : (
        <Question
          {...common}
          text={isPerson ? t('blacklistQuestion', title) : t('blacklistCompanyQuestion', title)}
          confirm={isBusy ? t('saving') : t('blacklistConfirm')}
          isDanger
          onConfirm={() => change(() => calls.blacklist(record))}
        />
      )}
    </ActionRow>
  );
}
