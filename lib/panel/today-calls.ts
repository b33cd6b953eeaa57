import type { NamedContact, Page, SenderProfile, Task, TaskChange } from '../outreach.ts';
import type { Send } from '../send.ts';

/** What the screen of today's tasks asks for. All reject with a `Failure`. */
export interface TodayCalls {
  /** @param until ISO 8601 */
  listDueTasks(until: string, senderProfileId?: string, offset?: number): Promise<Page<Task>>;
  /** `undefined`: there is no such contact any more. */
  nameContact(contactId: string): Promise<NamedContact | undefined>;
  changeTask(taskId: string, change: TaskChange): Promise<void>;
  listSenderProfiles(): Promise<Page<SenderProfile>>;
}

export function createTodayCalls(send: Send): TodayCalls {
  return {
    listDueTasks: (until, senderProfileId, offset) =>
      send('listDueTasks', { until, senderProfileId, offset }),
    nameContact: async (contactId) => (await send('nameContact', { contactId })).contact ?? undefined,
    changeTask: async (taskId, change) => void (await send('changeTask', { taskId, change })),
    listSenderProfiles: async () => ({ items: (await send('listSenderProfiles', {})).senders }),
  };
}
