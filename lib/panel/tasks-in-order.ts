import type { Task } from '../outreach.ts';

export interface TaskGroups {
  /** Open, by hand, and due; the longest overdue first. */
  overdue: Task[];
  /** The next first. Those of automations, too. */
  planned: Task[];
  failed: Task[];
  /** Done, cancelled, skipped, or in a state that we do not know; the newest first. */
  past: Task[];
}

/** How the server calls a task that is still to be done; two sources disagree. */
const open: ReadonlySet<string> = new Set(['in_progress', 'new']);

/** @param now ms since 1970 */
export function groupTasks(tasks: readonly Task[], now: number): TaskGroups {
  const groups: TaskGroups = { overdue: [], planned: [], failed: [], past: [] };
  for (const task of tasks) groups[groupOf(task, now)].push(task);
  groups.overdue.sort((one, other) => timeOf(one) - timeOf(other));
  groups.planned.sort((one, other) => timeOf(one) - timeOf(other));
  groups.failed.sort((one, other) => timeOf(other) - timeOf(one));
  groups.past.sort((one, other) => timeOf(other) - timeOf(one));
  return groups;
}

function groupOf(task: Task, now: number): keyof TaskGroups {
  if (task.status === 'failed') return 'failed';
  if (!open.has(task.status)) return 'past';
  return task.isManual && Date.parse(task.dueAt ?? '') <= now ? 'overdue' : 'planned';
}

function timeOf({ doneAt, dueAt, createdAt }: Task): number {
  return Date.parse(doneAt ?? dueAt ?? createdAt ?? '') || 0;
}
