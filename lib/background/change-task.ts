import {
  cancelTask,
  completeTask,
  createTask,
  listTasksOf,
  type NewTask,
  retryTasks,
} from '../grinfi/tasks.ts';
import type { Handler } from '../messages.ts';
import type { Task } from '../outreach.ts';
import type { Grinfi } from './grinfi.ts';
import { clockSlackMs, createOnce } from './once.ts';

/** Plans a task. One that an earlier try may have left is looked for first, so that nothing is done twice. */
export function createAddTask({ grinfi }: { grinfi: Grinfi }): Handler<'addTask'> {
  const once = createOnce();
  return async ({ triedAt, ...task }) => {
    await once(JSON.stringify(task), async () => {
      if (triedAt !== undefined) {
        const { items } = await listTasksOf(grinfi.client, task.contactId);
        if (items.some((found) => isLeftOver(found, task, triedAt))) return;
      }
      await createTask(grinfi.client, task);
    });
    return null;
  };
}

function isLeftOver(found: Task, wanted: NewTask, triedAt: number): boolean {
  const createdAt = Date.parse(found.createdAt ?? '');
  return (
    found.type === wanted.type &&
    found.text?.trim() === wanted.text.trim() &&
    found.senderProfileId === wanted.senderProfileId &&
    !(createdAt < triedAt - clockSlackMs)
  );
}

export function createChangeTask({ grinfi }: { grinfi: Grinfi }): Handler<'changeTask'> {
  const once = createOnce();
  return async ({ taskId, change }) => {
    await once(`${change} ${taskId}`, () => {
      if (change === 'complete') return completeTask(grinfi.client, taskId);
      if (change === 'cancel') return cancelTask(grinfi.client, taskId);
      return retryTasks(grinfi.client, [taskId]);
    });
    return null;
  };
}
