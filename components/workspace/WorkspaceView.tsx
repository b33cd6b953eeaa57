import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CrmList } from '../../lib/crm.ts';
import { type TextKey, t } from '../../lib/i18n.ts';
import type { WorkspaceCalls } from '../../lib/panel/workspace-calls.ts';
import { BrowsersTab } from './BrowsersTab.tsx';
import { ExportTab } from './ExportTab.tsx';
import { ImportsTab } from './ImportsTab.tsx';
import { MailboxesTab } from './MailboxesTab.tsx';
import { SendersTab } from './SendersTab.tsx';
import { WebhooksTab } from './WebhooksTab.tsx';
import '../styles/workspace.css';

interface WorkspaceViewProps {
  lists: readonly CrmList[];
  calls: WorkspaceCalls;
  now: number;
}

const tabs = ['senders', 'imports', 'export', 'webhooks', 'browsers', 'mailboxes'] as const;
type Tab = (typeof tabs)[number];
const labels: Record<Tab, TextKey> = {
  senders: 'workspaceSenders',
  imports: 'workspaceImports',
  export: 'workspaceExport',
  webhooks: 'workspaceWebhooks',
  browsers: 'workspaceBrowsers',
  mailboxes: 'workspaceMailboxes',
};

/** The team's workspace in Grinfi, part by part. Each is asked for when it is opened. */
export function WorkspaceView({ lists, calls, now }: WorkspaceViewProps) {
  const [tab, setTab] = useState<Tab>('senders');
  /** An export goes on behind another tab, so what was opened stays. */
  const [opened, setOpened] = useState<ReadonlySet<Tab>>(new Set(['senders']));
  const bar = useRef<HTMLDivElement>(null);
  const id = useId();
  useLayoutEffect(() => bar.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus(), []);

  function open(next: Tab) {
    setTab(next);
    setOpened(new Set([...opened, next]));
  }
  function onKeyDown(event: KeyboardEvent) {
    const next = tabAt(tab, event.key, document.documentElement.dir === 'rtl');
    if (!next) return;
    event.preventDefault();
    open(next);
    bar.current?.querySelectorAll<HTMLElement>('[role="tab"]')[tabs.indexOf(next)]?.focus();
  }
  const of = { calls, now };
  return (
    <div class="workspace">
      <div ref={bar} role="tablist" class="work-tabs" aria-label={t('workspaceTitle')} onKeyDown={onKeyDown}>
        {tabs.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`${id}-${each}`}
            class="work-tab"
            aria-selected={each === tab}
            tabIndex={each === tab ? 0 : -1}
            onClick={() => open(each)}
          >
            {t(labels[each])}
          </button>
        ))}
      </div>
      {tabs.map(
        (each) =>
          opened.has(each) && (
            <div key={each} role="tabpanel" aria-labelledby={`${id}-${each}`} hidden={each !== tab}>
              {each === 'senders' && <SendersTab {...of} />}
              {each === 'imports' && <ImportsTab lists={lists} isShown={tab === 'imports'} {...of} />}
              {each === 'export' && <ExportTab lists={lists} calls={calls} />}
              {each === 'webhooks' && <WebhooksTab calls={calls} />}
              {each === 'browsers' && <BrowsersTab calls={calls} />}
              {each === 'mailboxes' && <MailboxesTab {...of} />}
            </div>
          ),
      )}
    </div>
  );
}

/** Where a key leads from the tab in front, as the ARIA pattern has it. */
function tabAt(from: Tab, key: string, isRightToLeft: boolean): Tab | undefined {
  const place = tabs.indexOf(from);
  if (key === (isRightToLeft ? 'ArrowLeft' : 'ArrowRight')) return tabs[(place + 1) % tabs.length];
  if (key === (isRightToLeft ? 'ArrowRight' : 'ArrowLeft')) return tabs.at(place - 1);
  if (key === 'Home') return tabs[0];
  return key === 'End' ? tabs.at(-1) : undefined;
}
