import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Account } from '../../lib/crm.ts';
import { type TextKey, t } from '../../lib/i18n.ts';
import type { SenderProfile, Task } from '../../lib/outreach.ts';
import type { KnownCalls } from '../../lib/panel/known-calls.ts';
import { groupTasks, type TaskGroups } from '../../lib/panel/tasks-in-order.ts';
import { type RecordPart, useRecordPart } from '../../lib/panel/use-record-part.ts';
import { Icon } from '../Icon.tsx';
import { NewTask } from './NewTask.tsx';
import { PartFrame } from './PartFrame.tsx';
import { TaskRow } from './TaskRow.tsx';

interface TasksTabProps {
  contactId: string;
  tasks: RecordPart<Task>;
  account: Account | undefined;
  calls: KnownCalls;
  now: number;
}

const groupsInOrder: readonly (readonly [keyof TaskGroups, TextKey])[] = [
  ['overdue', 'taskOverdue'],
  ['failed', 'taskFailed'],
  ['planned', 'taskPlanned'],
  ['past', 'taskPast'],
];

/** What is to be done for this person, what went wrong, what was done; and something new. */
export function TasksTab({ contactId, tasks, account, calls, now }: TasksTabProps) {
  const [isAdding, setIsAdding] = useState(false);
  const addButton = useRef<HTMLButtonElement>(null);
  const wasAdding = useRef(false);
  useLayoutEffect(() => {
    if (wasAdding.current && !isAdding) addButton.current?.focus();
    wasAdding.current = isAdding;
  }, [isAdding]);
  const senders = useRecordPart<SenderProfile>({
    key: 'senders',
    load: calls.listSenderProfiles,
    idOf: (sender) => sender.id,
  });
  const groups = groupTasks(tasks.items ?? [], now);
  return (
    <>
      {isAdding ? (
        <NewTask
          {...{ contactId, senders, account, calls, now }}
          onAdded={() => {
            setIsAdding(false);
            tasks.reload();
          }}
          onCancel={() => setIsAdding(false)}
        />
      ) : (
        <button ref={addButton} type="button" class="button" onClick={() => setIsAdding(true)}>
          <Icon name="plus" size={14} />
          {t('taskNew')}
        </button>
      )}
      <PartFrame part={tasks} empty={t('tasksEmpty')} earlierLabel={t('showEarlier')}>
        {groupsInOrder.map(([group, heading]) =>
          groups[group].length === 0 ? null : (
            <section key={group} class="task-group">
              <h2>{t(heading)}</h2>
              <ul>
                {groups[group].map((task) => (
                  <TaskRow
                    key={task.id}
                    task={task}
                    group={group}
                    sender={senders.items?.find(({ id }) => id === task.senderProfileId)}
                    now={now}
                    onChange={async (change) => {
                      await calls.changeTask(task.id, change);
                      tasks.reload();
                    }}
                  />
                ))}
              </ul>
            </section>
          ),
        )}
      </PartFrame>
    </>
  );
}
