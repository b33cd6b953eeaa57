import { useEffect, useState } from 'preact/hooks';
import { errorText } from '../../lib/error-text.ts';
import { t } from '../../lib/i18n.ts';
import type { RecordChangeCalls, RecordStatePage } from '../../lib/panel/record-change-calls.ts';
import { useAction } from '../../lib/panel/use-action.ts';
import { useRecordPart } from '../../lib/panel/use-record-part.ts';
import { type Enrichment, isEnriching } from '../../lib/workspace.ts';
import { AnyIcon } from '../AnyIcon.tsx';
import type { RecordActionsProps } from '../RecordActions.tsx';
import { ActionRow } from './ActionRow.tsx';
import { BlacklistAction } from './BlacklistAction.tsx';
import { EditRecord } from './EditRecord.tsx';
import { EnrichAction } from './EnrichAction.tsx';
import { Question } from './Question.tsx';

interface ActionListProps extends Omit<RecordActionsProps, 'loadCalls'> {
  calls: RecordChangeCalls;
  isOpen: boolean;
}

/** Edit, enrich, blacklist, delete: each asks or shows its form where it stands, one at a time. */
export function ActionList(props: ActionListProps) {
  const { record, title, calls, crmUrl, now, isOpen, onChanged } = props;
  const [front, setFront] = useState<'edit' | 'enrich' | 'blacklist' | 'delete'>();
  const [isDeleted, setIsDeleted] = useState(false);
  const part = useRecordPart<Enrichment, RecordStatePage>({
    key: `state:${record.id}`,
    load: (asked) => calls.getState(record, asked),
    idOf: ({ at, status }) => `${at} ${status}`,
  });
  const { reload } = part;
  const isPending = part.items?.[0] !== undefined && isEnriching(part.items[0]);
  // `now` moves on by itself: as long as somebody looks, and there is something to wait for.
  useEffect(() => {
    if (isPending && isOpen) reload();
  }, [now]);
  const deletion = useAction();
  const close = () => setFront(undefined);
  const rowOf = (name: NonNullable<typeof front>) => ({
    isOpen: front === name,
    onOpen: () => setFront(name),
    onClose: close,
  });

  if (isDeleted)
    return (
      <p class="status" role="status">
        <AnyIcon name="check" size={14} />
        <span>{t('deleted')}</span>
      </p>
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps keys from the form around, takes none itself.
    <div
      class="record-actions"
      onKeyDown={(event) => {
        // Around this stands the form that saves the page.
        if (event.key === 'Enter') event.stopPropagation();
      }}
    >
      <ActionRow {...rowOf('edit')} icon="pencil" label={t('actionEdit')} hint={t('actionEditHint')}>
        <EditRecord record={record} calls={calls} onSaved={onChanged} onClose={close} />
      </ActionRow>
      <EnrichAction {...rowOf('enrich')} {...{ record, title, calls, part, now }} />
      <BlacklistAction {...rowOf('blacklist')} {...{ record, title, calls, part }} />
      <ActionRow {...rowOf('delete')} icon="trash" label={t('actionDelete')} hint={t('actionDeleteHint')}>
        <Question
          text={t('deleteQuestion', title)}
          confirm={deletion.isBusy ? t('deleting') : t('delete')}
          isDanger
          isBusy={deletion.isBusy}
          problem={deletion.problem && errorText(deletion.problem.kind, deletion.problem.message)}
          onConfirm={() =>
            deletion.run(async () => {
              await calls.remove(record);
              setIsDeleted(true);
              onChanged();
            })
          }
          onCancel={close}
        />
      </ActionRow>
      {crmUrl && (
        <a class="action action-link" href={crmUrl} target="_blank" rel="noreferrer">
          <AnyIcon name="external" size={14} />
          {t('openInGrinfi')}
        </a>
      )}
    </div>
  );
}
