import { useEffect, useState } from 'preact/hooks';
import type { Account } from '../../lib/crm.ts';
import { crmUrlOf } from '../../lib/grinfi/links.ts';
import { t } from '../../lib/i18n.ts';
import type { NamedContact, SenderProfile, Task } from '../../lib/outreach.ts';
import { groupTasks } from '../../lib/panel/tasks-in-order.ts';
import type { TodayCalls } from '../../lib/panel/today-calls.ts';
import { useLeft } from '../../lib/panel/use-left.ts';
import { useRecordPart } from '../../lib/panel/use-record-part.ts';
import { PartFrame } from '../known/PartFrame.tsx';
import { SelectField } from '../known/SelectField.tsx';
import { type TaskPerson, TaskRow } from '../known/TaskRow.tsx';
import { ScreenHead } from '../ScreenHead.tsx';
import '../styles/known.css';

interface TodayScreenProps {
  account: Account | undefined;
  calls: TodayCalls;
  now: number;
  onBack: () => void;
}

const everybody = 'all';

/** What is overdue and what is due today, over all people. */
export function TodayScreen({ account, calls, now, onBack }: TodayScreenProps) {
  const senders = useRecordPart<SenderProfile>({
    key: 'senders',
    load: calls.listSenderProfiles,
    idOf: ({ id }) => id,
  });
  const [chosen, setChosen] = useState<string>();
  const own = senders.items?.filter(({ userId }) => account !== undefined && userId === account.userId);
  // A narrow question is answered sooner, and most people look at what is theirs.
  const whose = chosen ?? (own?.length === 1 ? own[0]?.id : undefined) ?? everybody;
  const until = endOfDay(now);
  const tasks = useRecordPart<Task>({
    key: `today:${whose}:${until}`,
    isWanted: chosen !== undefined || senders.items !== undefined || senders.problem !== undefined,
    load: (asked) => calls.listDueTasks(until, whose === everybody ? undefined : whose, asked),
    idOf: ({ id }) => id,
  });
  const names = useNames(tasks.items ?? [], calls);
  const { overdue, planned } = groupTasks(tasks.items ?? [], now);
  const groups = [
    ['overdue', 'taskOverdue', overdue],
    ['planned', 'todayLater', planned],
  ] as const;
  return (
    <section class="outbox" aria-label={t('today')}>
      <ScreenHead title={t('today')} onBack={onBack} />
      {(senders.items?.length ?? 0) > 1 && (
        <SelectField
          label={t('todayWhose')}
          value={whose}
          options={[{ id: everybody, name: t('todayEverybody') }, ...(senders.items ?? [])]}
          onChange={setChosen}
        />
      )}
      <PartFrame key={whose} part={tasks} empty={t('todayEmpty')} earlierLabel={t('todayMore')}>
        {groups.map(([group, heading, of]) =>
          of.length === 0 ? null : (
            <section key={group} class="task-group">
              <h2>{t(heading)}</h2>
              <ul>
                {of.map((task) => (
                  <TaskRow
                    key={task.id}
                    task={task}
                    group={group}
                    person={personOf(task, names)}
                    sender={senders.items?.find(({ id }) => id === task.senderProfileId)}
                    now={now}
                    onChange={async (change) => {
                      await calls.changeTask(task.id, change);
                      tasks.change((all) => all.filter(({ id }) => id !== task.id));
                      tasks.reload();
                    }}
                  />
                ))}
              </ul>
            </section>
          ),
        )}
      </PartFrame>
    </section>
  );
}

function endOfDay(now: number): string {
  return new Date(new Date(now).setHours(23, 59, 59, 999)).toISOString();
}

type Name = NamedContact | 'asked' | 'gone' | 'unknown';

/** The people behind the tasks, as their names come in. */
function useNames(tasks: readonly Task[], calls: TodayCalls): ReadonlyMap<string, Name> {
  const [names, setNames] = useState<ReadonlyMap<string, Name>>(new Map());
  const signal = useLeft();
  const ids = [...new Set(tasks.flatMap(({ contactId }) => contactId ?? []))];
  const missing = ids.filter((id) => !names.has(id));
  useEffect(() => {
    if (missing.length === 0) return;
    const learn = (found: [string, Name][]) => setNames((before) => new Map([...before, ...found]));
    learn(missing.map((id) => [id, 'asked']));
    for (const id of missing)
      calls.nameContact(id, { signal }).then(
        (contact) => learn([[id, contact ?? 'gone']]),
        () => learn([[id, 'unknown']]),
      );
  }, [missing.join(' ')]);
  return names;
}

function personOf({ contactId }: Task, names: ReadonlyMap<string, Name>): TaskPerson | undefined {
  if (contactId === undefined) return undefined;
  const found = names.get(contactId) ?? 'asked';
  if (found === 'asked') return { name: undefined };
  if (found === 'gone') return { name: t('contactGone') };
  const crmUrl = crmUrlOf('contact', contactId);
  if (found === 'unknown') return { name: t('contactUnnamed'), crmUrl };
  const { name, handle } = found;
  const linkedInUrl = handle && `https://www.linkedin.com/in/${encodeURIComponent(handle)}/`;
  return { name: name ?? handle ?? t('contactUnnamed'), crmUrl, linkedInUrl };
}
