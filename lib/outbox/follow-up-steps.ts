import { Failure } from '../failure.ts';
import { morningIn } from '../morning.ts';
import { type Enrolment, isUnderWay, type Task } from '../outreach.ts';
import type { PersonSave } from '../save-request.ts';
import type { CrmPort, PlannedTask } from './crm-port.ts';
import type { Entry } from './entry.ts';
import { addedSince, isSameValue, type Perform, recordIdOf, timeOf } from './save-steps.ts';

/**
 * What a save starts for a person beside writing them: a task, and an automation. The server would plan a task
 * twice, and nobody knows what it makes of somebody who is in the automation already; so each step asks what is
 * there before it is repeated.
 */

/** The task as it goes out. When it is due counts from the press, however late it is sent. */
export function plannedTask({ save, queuedAt }: Entry): PlannedTask | undefined {
  const task = save.kind === 'person' ? save.task : undefined;
  if (!task) return undefined;
  const { type, text, senderProfileId, inDays } = task;
  const dueAt = inDays === 0 ? queuedAt : morningIn(queuedAt, inDays);
  return { type, text, senderProfileId, dueAt: new Date(dueAt).toISOString() };
}

const planTask: Perform = async ({ entry, crm, repeated, knownTaskIds }) => {
  const planned = plannedTask(entry);
  if (!planned) return {};
  const contactId = recordIdOf(entry);
  if (repeated) {
    const taskId = await findOwnTask(crm, entry, await knownTaskIds());
    if (taskId !== undefined) return { progress: { taskId } };
  }
  return { progress: { taskId: await crm.createTask(contactId, planned) } };
};

/** The task that an unanswered request of this entry made; not one of an earlier save. */
async function findOwnTask(
  crm: CrmPort,
  entry: Entry,
  knownTaskIds: readonly string[],
): Promise<string | undefined> {
  const planned = plannedTask(entry);
  const isOwn = (task: Task) =>
    task.type === planned?.type &&
    task.senderProfileId === planned.senderProfileId &&
    isSameValue(task.text, planned.text) &&
    !isOver(task) &&
    (timeOf(task.createdAt) ?? Number.POSITIVE_INFINITY) >= addedSince(entry) &&
    !knownTaskIds.includes(task.id);
  return (await crm.tasksOf(recordIdOf(entry))).find(isOwn)?.id;
}

const isOver = ({ status }: Task) => status === 'closed' || status === 'canceled' || status === 'skipped';

const automationOf = ({ save }: Entry) => (save.kind === 'person' ? save.enrolIn : undefined);

/**
 * Where the contact was before is stored before the request: only so a repetition knows what it has done, also
 * when the automation has come to its end meanwhile, and an undo whether there is something to take back.
 */
const enrol: Perform = async ({ entry, crm, keep }) => {
  const automationId = automationOf(entry);
  if (automationId === undefined) return {};
  const contactId = recordIdOf(entry);
  const now = (await crm.enrolmentsOf(contactId)).filter((one) => one.automationId === automationId);
  const before = entry.progress.enrolment;
  if (before && (before.wasUnderWay || trace(now) !== before.trace)) return {};
  const wasUnderWay = now.some(isUnderWay);
  await keep({ enrolment: { wasUnderWay, trace: trace(now) } });
  if (wasUnderWay) return {};
  try {
    await crm.enrol(contactId, automationId);
  } catch (error) {
    // A refusal is an answer: what the next try finds is none of our doing.
    if (error instanceof Failure && error.kind === 'rejected') await keep({ enrolment: undefined });
    throw error;
  }
  return {};
};

/** Changes when the contact is put in, and with whatever comes of that. */
const trace = (enrolments: readonly Enrolment[]): string =>
  enrolments
    .map(({ status, startedAt, updatedAt }) => `${startedAt} ${updatedAt} ${status}`)
    .toSorted()
    .join('\n');

/** After a job change. Tried again later, it must not stop what this save has started itself. */
const stopAutomations: Perform = async ({ entry, crm }) => {
  const contactId = recordIdOf(entry);
  if (!entry.attempted.includes('enrol')) {
    await crm.cancelAutomations(contactId);
    return {};
  }
  const running = (await crm.enrolmentsOf(contactId)).filter(isUnderWay);
  for (const { automationId } of running)
    if (automationId !== automationOf(entry)) await crm.cancelAutomation(contactId, automationId);
  return {};
};

export const followUpSteps = { automations: stopAutomations, task: planTask, enrol };

/** Which of them this save asks for. */
export const followUpsOf = (save: PersonSave | undefined) => ({
  task: save?.task !== undefined,
  enrol: save?.enrolIn !== undefined,
});

type UndoFollowUp = (given: {
  entry: Entry;
  crm: CrmPort;
  knownTaskIds: () => Promise<string[]>;
}) => Promise<undefined>;

/** One that somebody has done meanwhile stays as it is. */
const cancelTask: UndoFollowUp = async ({ entry, crm, knownTaskIds }) => {
  const taskId = entry.progress.taskId ?? (await findOwnTask(crm, entry, await knownTaskIds()));
  if (taskId === undefined) return undefined;
  const found = (await crm.tasksOf(recordIdOf(entry))).find(({ id }) => id === taskId);
  if (!found || !isOver(found)) await crm.cancelTask(taskId);
  return undefined;
};

/** Who was in the automation before stays in it. */
const leaveAutomation: UndoFollowUp = async ({ entry, crm }) => {
  const automationId = automationOf(entry);
  const before = entry.progress.enrolment;
  if (automationId === undefined || !before || before.wasUnderWay) return undefined;
  const contactId = recordIdOf(entry);
  const now = await crm.enrolmentsOf(contactId);
  if (now.some((one) => one.automationId === automationId && isUnderWay(one)))
    await crm.cancelAutomation(contactId, automationId);
  return undefined;
};

export const undoFollowUps = { enrol: leaveAutomation, task: cancelTask };
