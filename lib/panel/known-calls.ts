import type { Activity, Contact, Note, RecordObject } from '../crm.ts';
import type { Input } from '../messages.ts';
import type { Automation, Caution, Enrolment, Page, SenderProfile, Task, TaskChange } from '../outreach.ts';
import type { Send } from '../send.ts';
import type { ConversationCalls } from './conversation-calls.ts';
import type { PartAsked } from './use-record-part.ts';

export interface RecordName {
  object: RecordObject;
  recordId: string;
}
export type ActivityPage = Page<Activity> & { connectedSince?: string | undefined };
/** `lookedAt`: how many of the whole team's notes have been looked through · `since`: back to when */
export type NotePage = Page<Note> & { lookedAt: number; since?: string | undefined };
/** The items are what the contact is or was in. */
export type EnrolmentPage = Page<Enrolment> & { automations: Automation[]; cautions: Caution[] };
export type EnrolmentChange = Input<'changeEnrolment'>;
export type NewTaskInput = Input<'addTask'>;

/** What the tabs of a known record ask for. All reject with a `Failure`. */
export interface KnownCalls {
  listActivities(about: RecordName, asked?: PartAsked): Promise<ActivityPage>;
  listNotes(about: RecordName, asked?: PartAsked): Promise<NotePage>;
  /** @param triedAt ms since 1970: when it was first sent, if what became of it is not known */
  addNote(about: RecordName, text: string, triedAt?: number): Promise<void>;
  editNote(noteId: string, text: string): Promise<void>;
  deleteNote(noteId: string): Promise<void>;
  listTasks(contactId: string, asked?: PartAsked): Promise<Page<Task>>;
  addTask(task: NewTaskInput): Promise<void>;
  changeTask(taskId: string, change: TaskChange): Promise<void>;
  listSenderProfiles(asked?: PartAsked): Promise<Page<SenderProfile>>;
  /** Without an id: of somebody who is not in Grinfi. */
  listEnrolments(
    contact: { id?: string | undefined; fields: Contact['fields'] },
    asked?: PartAsked,
  ): Promise<EnrolmentPage>;
  changeEnrolment(change: EnrolmentChange): Promise<void>;
  /** What the messages tab asks for, loaded with it. */
  conversations(): Promise<ConversationCalls>;
  /** For everybody in it; a user who may not gets `rejected`. */
  switchAutomation(automationId: string, isOn: boolean): Promise<void>;
}

export function createKnownCalls(send: Send): KnownCalls {
  return {
    listActivities: (about, asked) => send('listActivities', { ...about, offset: asked?.offset }, asked),
    async listNotes(about, asked) {
      const { notes, hasMore, lookedAt, since } = await send(
        'listNotes',
        { ...about, offset: asked?.offset },
        asked,
      );
      return { items: notes, lookedAt, since, ...(hasMore && { nextOffset: lookedAt }) };
    },
    addNote: async (about, text, triedAt) => void (await send('addNote', { ...about, text, triedAt })),
    editNote: async (noteId, text) => void (await send('editNote', { noteId, text })),
    deleteNote: async (noteId) => void (await send('deleteNote', { noteId })),
    listTasks: (contactId, asked) => send('listTasks', { contactId, offset: asked?.offset }, asked),
    addTask: async (task) => void (await send('addTask', task)),
    changeTask: async (taskId, change) => void (await send('changeTask', { taskId, change })),
    listSenderProfiles: async (asked) => ({ items: (await send('listSenderProfiles', {}, asked)).senders }),
    async listEnrolments({ id, fields }, asked) {
      const about = { contactId: id, handle: fields.handle, email: fields.email };
      const { enrolments, ...more } = await send('listEnrolments', about, asked);
      return { items: enrolments, ...more };
    },
    changeEnrolment: async (change) => void (await send('changeEnrolment', change)),
    conversations: async () => (await import('./conversation-calls.ts')).createConversationCalls(send),
    switchAutomation: async (automationId, isOn) =>
      void (await send('switchAutomation', { automationId, isOn })),
  };
}
