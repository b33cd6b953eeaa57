import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { errorText } from '../../lib/error-text.ts';
import { t } from '../../lib/i18n.ts';
import type { Automation } from '../../lib/outreach.ts';
import { automationStateText } from '../../lib/panel/enrolment-text.ts';
import { useAction } from '../../lib/panel/use-action.ts';
import { AnyIcon } from '../AnyIcon.tsx';
import { Problem } from './Problem.tsx';

interface AutomationSwitchesProps {
  automations: readonly Automation[];
  onSwitch: (automationId: string, isOn: boolean) => Promise<void>;
}

/** So many are shown at once; the others are found by name. */
const most = 20;

/** The workspace's automations, to start and stop them for everybody; folded away, since that is rare. */
export function AutomationSwitches({ automations, onSwitch }: AutomationSwitchesProps) {
  const [query, setQuery] = useState('');
  if (automations.length === 0) return null;
  const words = query.trim().toLowerCase();
  const found = automations.filter(({ name }) => name.toLowerCase().includes(words));
  return (
    <details class="fold">
      <summary>
        {t('automationsAll')}
        <AnyIcon name="chevron" size={14} />
      </summary>
      {automations.length > most && (
        <label class="input-box">
          <AnyIcon name="search" size={14} />
          <input
            type="search"
            value={query}
            placeholder={t('automationsSearch')}
            aria-label={t('automationsSearch')}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        </label>
      )}
      {found.length === 0 && <p class="muted">{t('automationsNone')}</p>}
      <ul class="switches">
        {found.slice(0, most).map((automation) => (
          <SwitchRow key={automation.id} automation={automation} onSwitch={onSwitch} />
        ))}
      </ul>
    </details>
  );
}

interface SwitchRowProps {
  automation: Automation;
  onSwitch: AutomationSwitchesProps['onSwitch'];
}

function SwitchRow({ automation: { id, name, status }, onSwitch }: SwitchRowProps) {
  const [isAsking, setIsAsking] = useState(false);
  const { isBusy, problem, run } = useAction();
  const isOn = status === 'on';
  const label = t(isOn ? 'automationStop' : 'automationStart');
  return (
    <li>
      <span class="task-foot">
        <bdi>{name}</bdi>
        <span class="part-actions">
          <span class="muted">{automationStateText(status)}</span>
          {status !== 'archived' && (
            <button
              type="button"
              class={isOn ? 'link-button link-danger' : 'link-button'}
              aria-label={`${label}: ${name}`}
              aria-disabled={isBusy}
              onClick={() => setIsAsking(true)}
            >
              {isBusy ? t('saving') : label}
            </button>
          )}
        </span>
      </span>
      {isAsking && (
        <Question
          text={t(isOn ? 'automationStopAsk' : 'automationStartAsk', name)}
          yes={label}
          onNo={() => setIsAsking(false)}
          onYes={() => {
            setIsAsking(false);
            run(() => onSwitch(id, !isOn));
          }}
        />
      )}
      {problem && <Problem text={errorText(problem.kind, problem.message)} />}
    </li>
  );
}

interface QuestionProps {
  text: string;
  yes: string;
  onYes: () => void;
  onNo: () => void;
}

function Question({ text, yes, onYes, onNo }: QuestionProps) {
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  return (
    <div class="confirm" role="alertdialog" aria-label={text}>
      <p>{text}</p>
      <div class="button-row">
        <button ref={first} type="button" class="button button-danger" onClick={onYes}>
          {yes}
        </button>
        <button type="button" class="button" onClick={onNo}>
          {t('cancel')}
        </button>
      </div>
    </div>
  );
}
