import './styles/tabs.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Account, CrmRecord } from '../lib/crm.ts';
import { formatNumber, type PluralKey, plural, type TextKey, t } from '../lib/i18n.ts';
import type { Task } from '../lib/outreach.ts';
import type { KnownCalls } from '../lib/panel/known-calls.ts';
import { groupTasks } from '../lib/panel/tasks-in-order.ts';
import { useLoaded } from '../lib/panel/use-loaded.ts';
import { useRecordPart } from '../lib/panel/use-record-part.ts';
import { Icon } from './Icon.tsx';

export type RecordTab = 'overview' | 'activity' | 'notes' | 'tasks' | 'messages' | 'automations';

const labels: Record<RecordTab, TextKey> = {
  overview: 'tabOverview',
  activity: 'tabActivity',
  notes: 'tabNotes',
  tasks: 'tabTasks',
  messages: 'tabMessages',
  automations: 'tabAutomations',
};

interface RecordTabsProps {
  /** Of the tabs, each followed by its name: see `OverviewPanel`. */
  id: string;
  record: CrmRecord;
  account: Account | undefined;
  calls: KnownCalls;
  tab: RecordTab;
  now: number;
  onTab: (tab: RecordTab) => void;
  /** Only in the popup. */
  onOpenPanel?: (() => void) | undefined;
}

const loadTabs = () => import('./known/known-tabs.ts');
const loadTalk = () => import('./known/talk/talk-tab.ts');

/** Everything that Grinfi has of a known record. The first tab is the form, which its owner shows. */
export function RecordTabs({ id, record, account, calls, tab, now, onTab, onOpenPanel }: RecordTabsProps) {
  const bar = useRef<HTMLDivElement>(null);
  const isContact = record.object === 'contact';
  const tabs: RecordTab[] = isContact
    ? ['overview', 'activity', 'notes', 'tasks', 'messages', 'automations']
    : ['overview', 'activity', 'notes'];
  const screens = useLoaded(tab !== 'overview' && tab !== 'messages', loadTabs);
  const talk = useLoaded(tab === 'messages', loadTalk);
  const conversations = useLoaded(tab === 'messages', calls.conversations);
  const [isRead, setIsRead] = useState(false);
  // Known from the look-up, so that it costs no call of its own.
  const unread = record.object === 'contact' && !isRead ? (record.unread ?? 0) : 0;
  // Asked for ahead of its tab, which says how many are overdue.
  const tasks = useRecordPart<Task>({
    key: `tasks:${record.id}`,
    isWanted: isContact,
    load: (asked) => calls.listTasks(record.id, asked),
    idOf: (task) => task.id,
  });
  const overdue = groupTasks(tasks.items ?? [], now).overdue.length;
  const about = { object: record.object, recordId: record.id };

  // In the frame that shows the tab: a row that moves a moment later takes the next click to a neighbour.
  useLayoutEffect(() => {
    if (bar.current) bringIntoSight(bar.current);
  }, [tab]);

  function onKeyDown(event: KeyboardEvent) {
    const next = tabAt(tabs, tab, event.key, document.documentElement.dir === 'rtl');
    if (!next) return;
    event.preventDefault();
    onTab(next);
    bar.current?.querySelectorAll<HTMLElement>('[role="tab"]')[tabs.indexOf(next)]?.focus();
  }

  return (
    <>
      {tab === 'overview' && (unread > 0 || overdue > 0) && (
        <p class="reply-strip">
          <Icon name="inbox" size={14} />
          {unread > 0 && (
            <button type="button" class="link-button" onClick={() => onTab('messages')}>
              {plural('messagesUnread', unread)}
            </button>
          )}
          {overdue > 0 && (
            <button type="button" class="link-button" onClick={() => onTab('tasks')}>
              {plural('tasksDue', overdue)}
            </button>
          )}
        </p>
      )}
      <div ref={bar} role="tablist" class="tabs" aria-label={t('stateKnown')} onKeyDown={onKeyDown}>
        {tabs.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`${id}-${each}`}
            class="tab"
            aria-selected={each === tab}
            tabIndex={each === tab ? 0 : -1}
            onClick={() => onTab(each)}
          >
            {t(labels[each])}
            {each === 'tasks' && <Count count={overdue} words="tasksOverdue" />}
            {each === 'messages' && <Count count={unread} words="messagesUnread" />}
          </button>
        ))}
      </div>
      {tab !== 'overview' && (
        <div class="tab-panel" role="tabpanel" aria-labelledby={`${id}-${tab}`}>
          {!(tab === 'messages' ? talk && conversations : screens) && <span class="skeleton skeleton-line" />}
          {talk && conversations && tab === 'messages' && record.object === 'contact' && (
            <talk.MessagesTab
              contact={record}
              known={calls}
              calls={conversations}
              onRead={() => setIsRead(true)}
              {...{ account, now, onOpenPanel }}
            />
          )}
          {screens && tab === 'activity' && <screens.ActivityTab about={about} calls={calls} now={now} />}
          {screens && tab === 'notes' && <screens.NotesTab about={about} calls={calls} now={now} />}
          {screens && tab === 'automations' && record.object === 'contact' && (
            <screens.AutomationsTab contact={record} tasks={tasks.items ?? []} calls={calls} now={now} />
          )}
          {screens && tab === 'tasks' && (
            <screens.TasksTab contactId={record.id} {...{ tasks, account, calls, now }} />
          )}
        </div>
      )}
    </>
  );
}

/** Scrolls the row, and nothing around it, so that the neighbours of the tab in front are seen too. */
function bringIntoSight(bar: HTMLElement): void {
  const front = bar.querySelector('[aria-selected="true"]')?.getBoundingClientRect();
  const row = bar.getBoundingClientRect();
  if (front) bar.scrollLeft += front.left + front.width / 2 - (row.left + row.width / 2);
}

/** How many wait under a tab; nothing where none do. */
function Count({ count, words }: { count: number; words: PluralKey }) {
  if (count === 0) return null;
  return (
    <span class="count count-warn">
      <span aria-hidden="true">{formatNumber(count)}</span>
      <span class="visually-hidden">{plural(words, count)}</span>
    </span>
  );
}

/** Where a key leads from the tab in front, as the ARIA pattern has it. */
function tabAt(
  tabs: readonly RecordTab[],
  from: RecordTab,
  key: string,
  isRightToLeft: boolean,
): RecordTab | undefined {
  const place = tabs.indexOf(from);
  const forward = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const back = isRightToLeft ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward) return tabs[(place + 1) % tabs.length];
  if (key === back) return tabs.at(place - 1);
  if (key === 'Home') return tabs[0];
  return key === 'End' ? tabs.at(-1) : undefined;
}
