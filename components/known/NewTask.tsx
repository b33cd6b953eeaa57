import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Account } from '../../lib/crm.ts';
import { errorText } from '../../lib/error-text.ts';
import { t } from '../../lib/i18n.ts';
import { morningIn } from '../../lib/morning.ts';
import { type NewTaskType, newTaskTypes, noteToSelf, type SenderProfile } from '../../lib/outreach.ts';
import type { KnownCalls } from '../../lib/panel/known-calls.ts';
import { fromLocalInput, toLocalInput } from '../../lib/panel/local-time.ts';
import { senderOption } from '../../lib/panel/sender-text.ts';
import { sendersFor, taskTitle } from '../../lib/panel/task-text.ts';
import { useAction } from '../../lib/panel/use-action.ts';
import type { RecordPart } from '../../lib/panel/use-record-part.ts';
import { useTyped } from '../../lib/panel/use-typed.ts';
import { Problem } from './Problem.tsx';
import { SelectField } from './SelectField.tsx';
import { SenderFacts } from './SenderFacts.tsx';
import { WordsField } from './WordsField.tsx';

interface NewTaskProps {
  contactId: string;
  senders: RecordPart<SenderProfile>;
  account: Account | undefined;
  calls: KnownCalls;
  now: number;
  onAdded: () => void;
  onCancel: () => void;
}

interface TypedTask {
  type: NewTaskType;
  senderId?: string | undefined;
  /** As the input has it; absent: tomorrow morning. */
  due?: string | undefined;
  text: string;
  note: string;
  triedAt?: number | undefined;
}
const nothingTyped: TypedTask = { type: 'linkedin_send_message', text: '', note: '' };

/** Plans something for a user to do. Nothing is sent by making it. */
export function NewTask({ contactId, senders, account, calls, now, onAdded, onCancel }: NewTaskProps) {
  const [typed, setTyped] = useTyped<TypedTask>(`task:${contactId}`, nothingTyped);
  const [isChecked, setIsChecked] = useState(false);
  const { isBusy, problem, run } = useAction();
  const form = useRef<HTMLFieldSetElement>(null);
  const id = useId();
  useLayoutEffect(() => form.current?.querySelector('select')?.focus(), []);

  const choices = sendersFor(typed.type, senders.items ?? []);
  const sender =
    choices.find((one) => one.id === typed.senderId) ??
    choices.find((one) => account !== undefined && one.userId === account.userId) ??
    (choices.length === 1 ? choices[0] : undefined);
  const due = typed.due ?? toLocalInput(morningIn(now, 1));
  const dueAt = fromLocalInput(due);
  const isToSelf = typed.type === noteToSelf;
  const change = (part: Partial<TypedTask>) => !isBusy && setTyped({ ...typed, ...part });

  function add() {
    setIsChecked(true);
    const text = typed.text.trim();
    if (!sender || dueAt === undefined || !text) return;
    const sentAt = Date.now();
    const task = {
      contactId,
      senderProfileId: sender.id,
      type: typed.type,
      text,
      // Servers differ in which of the two they show to who does it.
      note: isToSelf ? text : typed.note.trim() || undefined,
      dueAt: new Date(dueAt).toISOString(),
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    };
    run(async () => {
      try {
        await calls.addTask({ ...task, triedAt: typed.triedAt });
      } catch (error) {
        // It may have arrived all the same, so that the next try looks first.
        setTyped({ ...typed, triedAt: typed.triedAt ?? sentAt });
        throw error;
      }
      setTyped(undefined);
      onAdded();
    });
  }

  return (
    <fieldset ref={form} class="part-form task-form">
      <legend class="visually-hidden">{t('taskNew')}</legend>
      <div class="form-pair">
        <SelectField
          label={t('taskKind')}
          value={typed.type}
          options={newTaskTypes.map((type) => ({ id: type, name: taskTitle({ type, isManual: true }) }))}
          onChange={(type) => change({ type: type as NewTaskType })}
        />
        <SelectField
          label={t('taskSender')}
          value={sender?.id ?? ''}
          placeholder={senders.items ? t('taskSenderChoose') : t('loading')}
          options={choices.map(senderOption)}
          error={isChecked && senders.items && !sender ? t('taskSenderMissing') : undefined}
          onChange={(senderId) => change({ senderId })}
        />
      </div>
      {sender && <SenderFacts sender={sender} now={now} />}
      {isToSelf && <p class="muted part-hint">{t('taskSelfHint')}</p>}
      {senders.problem && (
        <Problem text={errorText(senders.problem.kind, senders.problem.message)} onRetry={senders.reload} />
      )}
      <div class="form-field">
        <label for={id} class="form-label">
          {t('taskDue')}
        </label>
        <input
          id={id}
          type="datetime-local"
          class={isChecked && dueAt === undefined ? 'input-box input-box-error' : 'input-box'}
          aria-invalid={isChecked && dueAt === undefined}
          value={due}
          onInput={(event) => change({ due: event.currentTarget.value })}
        />
      </div>
      <WordsField
        label={t(isToSelf ? 'taskSelf' : 'taskText')}
        value={typed.text}
        rows={3}
        error={isChecked && !typed.text.trim() ? t('textMissing') : undefined}
        isReadOnly={isBusy}
        onChange={(text) => change({ text })}
        onSubmit={add}
      />
      {!isToSelf && (
        <WordsField
          label={t('taskNote')}
          value={typed.note}
          rows={1}
          isReadOnly={isBusy}
          onChange={(note) => change({ note })}
          onSubmit={add}
        />
      )}
      {problem && <Problem text={errorText(problem.kind, problem.message)} />}
      <div class="button-row">
        <button type="button" class="button button-primary" aria-disabled={isBusy} onClick={add}>
          {isBusy ? t('saving') : problem ? t('tryAgain') : t('taskCreate')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </fieldset>
  );
}
