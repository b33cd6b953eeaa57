import { until } from '../grinfi/client.ts';
import { listTasksOf } from '../grinfi/tasks.ts';
import type { Handler } from '../messages.ts';
import type { Grinfi } from './grinfi.ts';

/** A part of a contact's tasks, newest first. */
export function createListTasks({ grinfi }: { grinfi: Grinfi }): Handler<'listTasks'> {
  return ({ contactId, offset }, left) => listTasksOf(until(left, grinfi.client), contactId, { offset });
}
