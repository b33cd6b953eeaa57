import * as fc from 'fast-check';
import { type BatchChange, batchChanges } from '../outbox/batch-view.ts';
import type { CompanySave, PersonSave, SaveRequest } from '../save-request.ts';
import type { Happening } from './outbox-worker.ts';

/** What the user does in a play, and what goes wrong meanwhile; both at random. */

export interface PersonClick {
  act: 'person';
  who: number;
  note: boolean;
  tag: number;
  stage: number;
  list: number;
  move: boolean;
  withCompany: boolean;
  /** By a recipe that plans a task, that starts an automation. */
  task: boolean;
  enrol: boolean;
  isDouble: boolean;
}
export interface CompanyClick {
  act: 'company';
  who: number;
  note: boolean;
  tag: number;
  isDouble: boolean;
}
export interface BulkClick {
  act: 'bulk';
  /** Each bit a person. */
  who: number;
  tag: number;
  stage: number;
  list: number;
  move: boolean;
  task: boolean;
  enrol: boolean;
  isDouble: boolean;
}
export type Act =
  | PersonClick
  | CompanyClick
  | BulkClick
  /** Two screens save the same person in the same moment: the same, or each its own. */
  | { act: 'twoScreens'; one: PersonClick; other: PersonClick; isSame: boolean }
  /** `back`: how far back from the newest. */
  | { act: 'undo'; back: number }
  | { act: 'retry'; back: number }
  | { act: 'group'; change: BatchChange; back: number }
  /** Another key, of this workspace or of the other. */
  | { act: 'key'; workspace: number }
  /** The computer's clock is set, by minutes. */
  | { act: 'clock'; by: number }
  | { act: 'drain' };

export interface Play {
  script: Act[];
  schedule: Happening[];
  /** The CRM says yes to the tags of single saves and does not keep them, until all is over and the user retries. */
  isForgetful: boolean;
}

const upTo = (max: number) => fc.integer({ min: 0, max });

const personClick: fc.Arbitrary<PersonClick> = fc.record({
  act: fc.constant('person' as const),
  who: upTo(2),
  note: fc.boolean(),
  tag: upTo(2),
  stage: upTo(2),
  list: upTo(1),
  move: fc.boolean(),
  withCompany: fc.boolean(),
  task: fc.boolean(),
  enrol: fc.boolean(),
  isDouble: fc.boolean(),
});
const companyClick: fc.Arbitrary<CompanyClick> = fc.record({
  act: fc.constant('company' as const),
  who: upTo(1),
  note: fc.boolean(),
  tag: upTo(2),
  isDouble: fc.boolean(),
});
const bulkClick: fc.Arbitrary<BulkClick> = fc.record({
  act: fc.constant('bulk' as const),
  who: fc.integer({ min: 1, max: 7 }),
  tag: upTo(2),
  stage: upTo(2),
  list: upTo(1),
  move: fc.boolean(),
  task: fc.boolean(),
  enrol: fc.boolean(),
  isDouble: fc.boolean(),
});
const twoScreens: fc.Arbitrary<Act> = fc
  .record({ one: personClick, other: personClick, isSame: fc.boolean() })
  .map(({ one, other, isSame }) => ({ act: 'twoScreens', one, other: { ...other, who: one.who }, isSame }));
const group: fc.Arbitrary<Act> = fc.record({
  act: fc.constant('group' as const),
  change: fc.constantFrom(...batchChanges),
  back: upTo(1),
});
const single = (act: 'undo' | 'retry'): fc.Arbitrary<Act> =>
  fc.record({ act: fc.constant(act), back: upTo(2) });
const key: fc.Arbitrary<Act> = fc.record({ act: fc.constant('key' as const), workspace: upTo(1) });
/** Off by minutes, or by hours: a computer that has slept, or whose clock somebody sets. */
const clock: fc.Arbitrary<Act> = fc.record({
  act: fc.constant('clock' as const),
  by: fc.constantFrom(-600, -61, -1, 1, 61, 600),
});

const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 10, arbitrary: personClick },
  { weight: 4, arbitrary: companyClick },
  { weight: 7, arbitrary: bulkClick },
  { weight: 3, arbitrary: twoScreens },
  { weight: 4, arbitrary: single('undo') },
  { weight: 2, arbitrary: single('retry') },
  { weight: 5, arbitrary: group },
  { weight: 2, arbitrary: key },
  { weight: 2, arbitrary: clock },
  { weight: 4, arbitrary: fc.constant<Act>({ act: 'drain' }) },
);

const happenings: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 14, arbitrary: fc.constant<Happening>('ok') },
  { weight: 1, arbitrary: fc.constantFrom<Happening>('killBefore', 'killAfter') },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('offline', 'timeout', 'busy', 'server', 'malformed', 'auth')
      .map((fails): Happening => ({ fails }) as Happening),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('offline', 'timeout', 'malformed', 'server')
      .map((answerLost): Happening => ({ answerLost }) as Happening),
  },
);

export const plays: fc.Arbitrary<Play> = fc.record({
  // Long ones too: by default they are seldom longer than ten.
  script: fc.array(acts, { minLength: 1, maxLength: 12, size: 'max' }),
  schedule: fc.array(happenings, { minLength: 0, maxLength: 200, size: 'max' }),
  isForgetful: fc.boolean(),
});

/** Eve is in the CRM from the start. */
export const people = ['ada-example', 'bob-example', 'eve-example'];
export const companies = [
  { handle: 'acme', name: 'Acme' },
  { handle: 'beta', name: 'Beta' },
];
const lists = ['Spring', 'Winter'];

/** What a workspace has before the play begins. */
export interface Setting {
  stages: [before: string, one: string, other: string];
  senderId: string;
  automationId: string;
}
export const known = { handle: 'eve-example', headline: 'before', list: 'Autumn', note: 'old note' };

/** @param version names this click in what it writes, so that the CRM tells which one was last */
export function requestOf(
  act: PersonClick | CompanyClick,
  version: string,
  { stages, senderId, automationId }: Setting,
): SaveRequest {
  const tags = act.tag === 0 ? [] : [{ name: `Tag ${act.tag}` }];
  const note = act.note ? { note: `note ${version}` } : {};
  if (act.act === 'company') {
    const { handle, name } = companies[act.who] ?? { handle: '', name: '' };
    const fields = { handle, name, about: `version ${version}` };
    return { kind: 'company', pageKey: `company/${handle}`, fields, tags, ...note } satisfies CompanySave;
  }
  const handle = people[act.who] ?? '';
  const task = {
    type: 'linkedin_send_message',
    text: `task ${version}`,
    senderProfileId: senderId,
    inDays: 3,
  };
  const stageId = act.stage === 0 ? undefined : stages[act.stage];
  return {
    kind: 'person',
    pageKey: `in/${handle}`,
    fields: {
      handle,
      firstName: handle,
      headline: `version ${version}`,
      companyName: 'Acme',
      companyHandle: 'acme',
    },
    list: { name: lists[act.list] ?? '' },
    tags,
    ...note,
    ...(stageId && { stageId }),
    ...(act.task && { task }),
    ...(act.enrol && { enrolIn: automationId }),
    moveToList: act.move,
    withCompany: act.withCompany,
  } satisfies PersonSave;
}

export function requestsOf(act: BulkClick, version: string, setting: Setting): PersonSave[] {
  const chosen = people.map((_, who) => who).filter((who) => act.who & (1 << who));
  return chosen.map((who): PersonSave => {
    const click = { ...act, act: 'person' as const, who, note: false, withCompany: false };
    const save = requestOf(click, version, setting);
    if (save.kind !== 'person') throw new Error('A list holds people.');
    return { ...save, fields: { ...save.fields, lnId: `ACoAA${String(who).padStart(34, 'B')}` } };
  });
}
