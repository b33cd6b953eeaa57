import { useId } from 'preact/hooks';
import { errorText } from '../../lib/error-text.ts';
import type { FollowUp, FollowUpTask } from '../../lib/follow-up.ts';
import { t } from '../../lib/i18n.ts';
import { newTaskTypes, type SenderProfile } from '../../lib/outreach.ts';
import type { EnrolmentPage, KnownCalls } from '../../lib/panel/known-calls.ts';
import { senderOption } from '../../lib/panel/sender-text.ts';
import { sendersFor, taskTitle } from '../../lib/panel/task-text.ts';
import { useRecordPart } from '../../lib/panel/use-record-part.ts';
import { Problem } from '../known/Problem.tsx';
import { SelectField } from '../known/SelectField.tsx';

export type FollowUpCalls = Pick<KnownCalls, 'listSenderProfiles' | 'listEnrolments'>;

export interface FollowUpFieldsProps {
  value: FollowUp;
  calls: FollowUpCalls;
  /** Told of every letter; else when a field is left, since each change is stored. */
  isEager?: boolean;
  onChange: (value: FollowUp) => void;
}

const none = '-';

/** The task and the automation of a recipe. What there is to choose is asked for when this is shown. */
export function FollowUpFields({ value, calls, isEager, onChange }: FollowUpFieldsProps) {
  const { task, automation } = value;
  const told = isEager ? 'onInput' : 'onChange';
  const senders = useRecordPart<SenderProfile>({
    key: 'senders',
    load: calls.listSenderProfiles,
    idOf: ({ id }) => id,
  });
  const choices = useRecordPart<EnrolmentPage['items'][number], EnrolmentPage>({
    key: 'automations',
    load: (asked) => calls.listEnrolments({ fields: {} }, asked),
    idOf: ({ automationId }) => automationId,
  });
  const dueId = useId();
  const textId = useId();
  const able = sendersFor(task?.type ?? '', senders.items ?? []);
  const setTask = (part: Partial<FollowUpTask>) =>
    task && onChange({ automation, task: { ...task, ...part } });
  const problem = senders.problem ?? choices.problem;
  const automations = (choices.first?.automations ?? []).filter(
    ({ id, status }) => status === 'on' || id === automation?.id,
  );

  function setType(type: string) {
    if (type === none) return onChange({ automation });
    const [first] = sendersFor(type, senders.items ?? []);
    const { senderProfileId, senderName, text, inDays } = task ?? {
      senderProfileId: first?.id ?? '',
      senderName: first?.name ?? '',
      text: '',
      inDays: 1,
    };
    onChange({ automation, task: { type, senderProfileId, senderName, text, inDays } });
  }

  return (
    <>
      <div class="form-pair">
        <SelectField
          label={t('recipeTaskKind')}
          value={task?.type ?? none}
          options={[
            { id: none, name: t('recipeNone') },
            ...newTaskTypes.map((type) => ({ id: type, name: taskTitle({ type, isManual: true }) })),
          ]}
          onChange={setType}
        />
        {task && (
          <SelectField
            label={t('taskSender')}
            value={able.some(({ id }) => id === task.senderProfileId) ? task.senderProfileId : ''}
            placeholder={senders.items ? t('taskSenderChoose') : task.senderName || t('loading')}
            options={able.map(senderOption)}
            onChange={(id) =>
              setTask({ senderProfileId: id, senderName: able.find((one) => one.id === id)?.name ?? '' })
            }
          />
        )}
      </div>
      {task && (
        <>
          <div class="form-field">
            <label for={dueId} class="form-label">
              {t('recipeTaskDays')}
            </label>
            <input
              id={dueId}
              class="input-box"
              type="number"
              min={0}
              max={365}
              value={task.inDays}
              {...{
                [told]: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
                  const days = Math.round(currentTarget.valueAsNumber);
                  if (days >= 0 && days <= 365) setTask({ inDays: days });
                },
              }}
            />
          </div>
          <div class="form-field">
            <label for={textId} class="form-label">
              {t('taskText')}
            </label>
            <textarea
              id={textId}
              class="input-box note"
              rows={2}
              value={task.text}
              {...{
                [told]: ({ currentTarget }: { currentTarget: HTMLTextAreaElement }) =>
                  setTask({ text: currentTarget.value }),
              }}
            />
          </div>
        </>
      )}
      <SelectField
        label={t('automation')}
        value={automation?.id ?? none}
        options={[
          { id: none, name: t('recipeNone') },
          ...(automation && !automations.some(({ id }) => id === automation.id) ? [automation] : []),
          ...automations,
        ]}
        onChange={(id) => {
          const found = automations.find((one) => one.id === id);
          onChange({ task, automation: found && { id, name: found.name } });
        }}
      />
      {problem && <Problem text={errorText(problem.kind, problem.message)} onRetry={senders.reload} />}
    </>
  );
}
