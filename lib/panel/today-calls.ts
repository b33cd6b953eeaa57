import type { NamedContact, Page, SenderProfile, Task, TaskChange } from '../outreach.ts';
import type { Send } from '../send.ts';
import type { PartAsked } from './use-record-part.ts';

/** What the screen of today's tasks asks for. All reject with a `Failure`. */
export interface TodayCalls {
  /** @param until ISO 8601 */
  listDueTasks(until: string, senderProfileId?: string, asked?: PartAsked): Promise<Page<Task>>;
  /** `undefined`: there is no such contact any more. */
  nameContact(contactId: string, asked?: PartAsked): Promise<NamedContact | undefined>;
  changeTask(taskId: string, change: TaskChange): Promise<void>;
  listSenderProfiles(asked?: PartAsked): Promise<Page<SenderProfile>>;
}

export function createTodayCalls(send: Send): TodayCalls {
  return {
    listDueTasks: (until, senderProfileId, asked) =>
      send('listDueTasks', { until, senderProfileId, offset: asked?.offset }, asked),
    nameContact: async (contactId, asked) =>
      (await send('nameContact', { contactId }, asked)).contact ?? undefined,
    changeTask: async (taskId, change) => void (await send('changeTask', { taskId, change })),
    listSenderProfiles: async (asked) => ({ items: (await send('listSenderProfiles', {}, asked)).senders }),
  };
}
