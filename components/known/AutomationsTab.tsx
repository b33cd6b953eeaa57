import { useState } from 'preact/hooks';
import type { Contact } from '../../lib/crm.ts';
import { errorText } from '../../lib/error-text.ts';
import { t } from '../../lib/i18n.ts';
import { type Enrolment, isUnderWay, type Task } from '../../lib/outreach.ts';
import { cautionText } from '../../lib/panel/caution-text.ts';
import { enrolmentStateText, enrolmentStepText } from '../../lib/panel/enrolment-text.ts';
import type { EnrolmentChange, EnrolmentPage, KnownCalls } from '../../lib/panel/known-calls.ts';
import { useAction } from '../../lib/panel/use-action.ts';
import { useRecordPart } from '../../lib/panel/use-record-part.ts';
import { AutomationSwitches } from './AutomationSwitches.tsx';
import { Cautions } from './Cautions.tsx';
import { PartFrame } from './PartFrame.tsx';
import { Problem } from './Problem.tsx';
import { SelectField } from './SelectField.tsx';
import { When } from './When.tsx';

interface AutomationsTabProps {
  contact: Contact;
  /** The contact's, which tell the step of an automation. */
  tasks: readonly Task[];
  calls: KnownCalls;
  now: number;
}

/** Which automations the contact is in, and another one, with what speaks against it before the click. */
export function AutomationsTab({ contact, tasks, calls, now }: AutomationsTabProps) {
  const part = useRecordPart<Enrolment, EnrolmentPage>({
    key: `enrolments:${contact.id}`,
    load: (asked) => calls.listEnrolments(contact, asked),
    idOf: ({ automationId, startedAt }) => `${automationId} ${startedAt}`,
  });
  const { isBusy, problem, run } = useAction();
  const change = (asked: EnrolmentChange) =>
    run(async () => {
      await calls.changeEnrolment(asked);
      part.reload();
    });
  const enrolments = part.items ?? [];
  const contactId = contact.id;
  const nameOf = (automationId: string) =>
    part.first?.automations.find(({ id }) => id === automationId)?.name ?? t('automationGone');
  const running = enrolments.filter(isUnderWay);

  return (
    <>
      {part.first && (
        <Enrol
          page={part.first}
          running={running.map(({ automationId }) => automationId)}
          nameOf={nameOf}
          isBusy={isBusy || part.isLoading}
          now={now}
          onEnrol={(automationId) => change({ change: 'enrol', contactId, automationId })}
        />
      )}
      {problem && <Problem text={errorText(problem.kind, problem.message)} />}
      <PartFrame part={part} empty={t('automationsEmpty')} earlierLabel="">
        {enrolments.length > 0 && (
          <ul class="notes">
            {enrolments.map((one) => (
              <li key={`${one.automationId} ${one.startedAt}`} class="task">
                <span class="task-head">
                  <strong>
                    <bdi>{nameOf(one.automationId)}</bdi>
                  </strong>
                  <When at={one.startedAt} now={now} />
                </span>
                <StepLine enrolment={one} tasks={tasks} now={now} />
                {one.error && <p class="status-danger">{t('serverSaid', one.error)}</p>}
                <span class="task-foot">
                  <span class="muted">{enrolmentStateText(one.status)}</span>
                  {isUnderWay(one) && (
                    <button
                      type="button"
                      class="link-button link-danger"
                      aria-label={`${t('enrolStop')}: ${nameOf(one.automationId)}`}
                      aria-disabled={isBusy}
                      onClick={() => change({ change: 'cancel', contactId, automationId: one.automationId })}
                    >
                      {t('enrolStop')}
                    </button>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
        <div class="button-row">
          {enrolments.some(({ status }) => status === 'paused') && (
            <button
              type="button"
              class="button"
              aria-disabled={isBusy}
              onClick={() => change({ change: 'continue', contactId })}
            >
              {t('enrolContinue')}
            </button>
          )}
          {running.length > 1 && (
            <button
              type="button"
              class="button button-danger"
              aria-disabled={isBusy}
              onClick={() => change({ change: 'cancelAll', contactId })}
            >
              {t('enrolStopAll')}
            </button>
          )}
        </div>
      </PartFrame>
      {part.first && (
        <AutomationSwitches
          automations={part.first.automations}
          onSwitch={async (automationId, isOn) => {
            await calls.switchAutomation(automationId, isOn);
            part.reload();
          }}
        />
      )}
    </>
  );
}

function StepLine({ enrolment, tasks, now }: { enrolment: Enrolment; tasks: readonly Task[]; now: number }) {
  const text = enrolmentStepText(enrolment, tasks, now);
  return text ? <p>{text}</p> : null;
}

interface EnrolProps {
  page: EnrolmentPage;
  /** Ids of the automations that the contact is in now. */
  running: readonly string[];
  nameOf: (automationId: string) => string;
  isBusy: boolean;
  now: number;
  onEnrol: (automationId: string) => void;
}

function Enrol({ page, running, nameOf, isBusy, now, onEnrol }: EnrolProps) {
  const [chosen, setChosen] = useState('');
  const choices = page.automations.filter(({ id, status }) => status === 'on' && !running.includes(id));
  const value = choices.some(({ id }) => id === chosen) ? chosen : '';
  const lines = [
    ...running.map((id) => t('cautionRunning', nameOf(id))),
    ...page.cautions.map((caution) => cautionText(caution, now)),
  ];
  if (choices.length === 0) return <p class="muted">{t('automationNoneOn')}</p>;
  return (
    <div class="part-form">
      {lines.length > 0 && <Cautions lines={lines} />}
      <SelectField
        label={t('automation')}
        value={value}
        placeholder={t('automationChoose')}
        options={choices}
        onChange={setChosen}
      />
      <button
        type="button"
        class="button"
        aria-disabled={isBusy || !value}
        onClick={() => value && !isBusy && onEnrol(value)}
      >
        {t('automationAdd')}
      </button>
    </div>
  );
}
