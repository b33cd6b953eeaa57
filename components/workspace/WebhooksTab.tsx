import { useState } from 'preact/hooks';
import { errorText } from '../../lib/error-text.ts';
import { t } from '../../lib/i18n.ts';
import { clockText } from '../../lib/panel/day-text.ts';
import { useAction } from '../../lib/panel/use-action.ts';
import { useRecordPart } from '../../lib/panel/use-record-part.ts';
import type { WorkspaceCalls } from '../../lib/panel/workspace-calls.ts';
import { eventText } from '../../lib/panel/workspace-text.ts';
import type { Webhook } from '../../lib/workspace.ts';
import { Problem } from '../known/Problem.tsx';
import { PartList, StateChip } from './PartList.tsx';
import { SwitchButton } from './SwitchButton.tsx';

/** The addresses that Grinfi calls when something happens. */
export function WebhooksTab({ calls }: { calls: WorkspaceCalls }) {
  const part = useRecordPart<Webhook>({ key: 'webhooks', load: calls.listWebhooks, idOf: ({ id }) => id });
  return (
    <PartList part={part} empty={t('webhooksEmpty')}>
      {(webhook) => (
        <li key={webhook.id} class="work-item">
          <span class="work-head">
            <strong>
              <bdi>{webhook.name}</bdi>
            </strong>
            <StateChip
              text={t(webhook.isOn ? 'automationStateOn' : 'automationStateOff')}
              isGood={webhook.isOn}
            />
          </span>
          <span>{eventText(webhook.event)}</span>
          <bdi class="muted work-small">{`${webhook.method} ${webhook.url}`}</bdi>
          <div class="work-actions">
            <WebhookTest name={webhook.name} onTest={() => calls.testWebhook(webhook.id)} />
            <SwitchButton
              key={String(webhook.isOn)}
              label={t(webhook.isOn ? 'automationStop' : 'automationStart')}
              about={webhook.name}
              isDanger={webhook.isOn}
              question={webhook.isOn ? t('switchOffAsk', webhook.name) : undefined}
              onPress={async () => {
                await calls.switchWebhook(webhook.id, !webhook.isOn);
                part.reload();
              }}
            />
          </div>
        </li>
      )}
    </PartList>
  );
}

/** Grinfi keeps no results, so the last is that of this page. */
function WebhookTest({ name, onTest }: { name: string; onTest: () => Promise<string> }) {
  const [last, setLast] = useState<{ answer: string; at: string }>();
  const { isBusy, problem, run } = useAction();
  return (
    <div class="switch">
      <button
        type="button"
        class="link-button"
        aria-label={`${t('webhookTest')}: ${name}`}
        aria-disabled={isBusy}
        onClick={() => {
          setLast(undefined);
          run(async () => setLast({ answer: (await onTest()).trim(), at: new Date().toISOString() }));
        }}
      >
        {isBusy ? t('webhookTesting') : t('webhookTest')}
      </button>
      {last && (
        <p class="status" role="status">
          {t('webhookAnswer', clockText(last.at), last.answer || t('webhookNoAnswer'))}
        </p>
      )}
      {problem && <Problem text={errorText(problem.kind, problem.message)} />}
    </div>
  );
}
