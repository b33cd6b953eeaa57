import type { Account } from '../../crm.ts';
import type { contactWorkInputs } from '../../messages/contact-work.ts';
import type { HandlersOf } from '../../messages.ts';
import { createListCautions } from '../cautions-of-many.ts';
import { createAddNote, createDeleteNote, createEditNote } from '../change-note.ts';
import { createAddTask, createChangeTask } from '../change-task.ts';
import { createListDueTasks, createNameContact } from '../due-tasks.ts';
import { createChangeEnrolment, createListEnrolments, createSwitchAutomation } from '../enrolments.ts';
import type { Grinfi } from '../grinfi.ts';
import { createListActivities } from '../list-activities.ts';
import { createListNotes } from '../list-notes.ts';
import { createListSenderProfiles } from '../list-sender-profiles.ts';
import { createListTasks } from '../list-tasks.ts';

interface Deps {
  grinfi: Grinfi;
  account: () => Promise<Account | undefined>;
  now: () => number;
}

/** History, notes, tasks and automations of a contact that Grinfi has. */
export function createContactWork({ grinfi, account, now }: Deps): HandlersOf<typeof contactWorkInputs> {
  return {
    listActivities: createListActivities({ grinfi }),
    listNotes: createListNotes({ grinfi }),
    addNote: createAddNote({ grinfi }),
    editNote: createEditNote({ grinfi }),
    deleteNote: createDeleteNote({ grinfi }),
    listTasks: createListTasks({ grinfi }),
    listDueTasks: createListDueTasks({ grinfi }),
    nameContact: createNameContact({ grinfi, now }),
    addTask: createAddTask({ grinfi }),
    changeTask: createChangeTask({ grinfi }),
    listSenderProfiles: createListSenderProfiles({ grinfi }),
    listEnrolments: createListEnrolments({ grinfi, account, now }),
    listCautions: createListCautions({ grinfi, account, now }),
    changeEnrolment: createChangeEnrolment({ grinfi }),
    switchAutomation: createSwitchAutomation({ grinfi }),
  };
}
