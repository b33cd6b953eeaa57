import * as fc from 'fast-check';
import type { CompanySave, PersonSave, SaveRequest } from '../save-request.ts';
import { ModelCrm } from './model-crm.ts';
import {
  type Happening,
  newWorld,
  type ReachableCrm,
  startWorker,
  type TestWorker,
  type World,
} from './outbox-worker.ts';

/**
 * Random clicks, undos, faults and deaths of the worker, and what must be in the CRM afterwards. The
 * expectation is made from the clicks alone; it knows nothing of entries and steps.
 */

interface PersonClick {
  act: 'person';
  who: number;
  note: boolean;
  tag: number;
  stage: number;
  list: number;
  move: boolean;
  withCompany: boolean;
  isDouble: boolean;
}
interface CompanyClick {
  act: 'company';
  who: number;
  note: boolean;
  tag: number;
  isDouble: boolean;
}
interface BulkClick {
  act: 'bulk';
  /** Each bit a person. */
  who: number;
  tag: number;
  stage: number;
  list: number;
  move: boolean;
  isDouble: boolean;
}
export type Act = PersonClick | CompanyClick | BulkClick | { act: 'undo'; back: number } | { act: 'drain' };

export interface Play {
  script: Act[];
  schedule: Happening[];
}

const upTo = (max: number) => fc.integer({ min: 0, max });

const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('person' as const),
      who: upTo(2),
      note: fc.boolean(),
      tag: upTo(2),
      stage: upTo(2),
      list: upTo(1),
      move: fc.boolean(),
      withCompany: fc.boolean(),
      isDouble: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('company' as const),
      who: upTo(1),
      note: fc.boolean(),
      tag: upTo(2),
      isDouble: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('bulk' as const),
      who: fc.integer({ min: 1, max: 7 }),
      tag: upTo(2),
      stage: upTo(2),
      list: upTo(1),
      move: fc.boolean(),
      isDouble: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('undo' as const), back: upTo(2) }) },
  { weight: 2, arbitrary: fc.constant<Act>({ act: 'drain' }) },
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
  script: fc.array(acts, { minLength: 1, maxLength: 10, size: 'max' }),
  schedule: fc.array(happenings, { minLength: 0, maxLength: 200, size: 'max' }),
});

/** Eve is in the CRM from the start. */
const people = ['ada-example', 'bob-example', 'eve-example'];
const companies = [
  { handle: 'acme', name: 'Acme' },
  { handle: 'beta', name: 'Beta' },
];
const lists = ['Spring', 'Winter'];

/** What the stage has before the play begins. */
export interface Setting {
  stages: [before: string, one: string, other: string];
}
export const known = { handle: 'eve-example', headline: 'before', list: 'Autumn', note: 'old note' };

/** What a CRM holds, as far as a play can change it. */
export interface CrmContents {
  people: {
    handle: string;
    headline?: string;
    list?: string;
    stage?: string;
    tags: string[];
    notes: string[];
  }[];
  companies: { handle: string; about?: string; tags: string[]; notes: string[] }[];
  tags: string[];
  lists: string[];
  noteCount: number;
}

/** A click whose save was stored, and whether it was taken back. */
interface Answered {
  id: string;
  save: SaveRequest;
  isUndone: boolean;
}

export interface Outcome {
  answered: Answered[];
  deaths: number;
  /** Entries that did not end as they should. */
  stuck: string[];
}

/** Plays it on an empty database; afterwards nothing is left to send. */
export async function perform(
  { script, schedule }: Play,
  world: World,
  crm: ReachableCrm,
  setting: Setting,
): Promise<Outcome> {
  const remaining = [...schedule];
  const answered: Answered[] = [];
  let deaths = 0;
  const start = () =>
    startWorker(world, crm, (crossing) => {
      const next = remaining.shift() ?? 'ok';
      // A database that answers "offline" does not exist; it is killed, or it works.
      return crossing === 'db' && typeof next === 'object' ? 'ok' : next;
    });
  let worker = start();
  const alive = async (): Promise<TestWorker> => {
    if (!worker.isDead) return worker;
    deaths += 1;
    await worker.close();
    worker = start();
    // Whatever starts the worker, it drains first of all.
    void worker.drain.drain();
    return worker;
  };
  const newKey = () => {
    world.keyState = 'ok';
  };

  for (const [version, act] of script.entries()) {
    world.clock.at += 2_000;
    const present = await alive();
    if (act.act === 'drain') await present.settle();
    else if (act.act === 'undo') await undo(world, answered, act.back);
    else if (act.act === 'bulk') await clickMany(world, present, act, version, setting, answered);
    else await click(world, present, requestOf(act, version, setting), act.isDouble, answered);
    if (version % 2 === 0) newKey();
  }
  for (let round = 0; round < 1_000; round++) {
    newKey();
    await (await alive()).settle();
    if (!worker.isDead && isAtRest(world)) break;
  }
  await worker.close();
  const reader = startWorker(world, new ModelCrm());
  const stuck: string[] = [];
  for (const { id, isUndone } of answered) {
    const { state } = await reader.entry(id);
    if (state !== (isUndone ? 'undone' : 'saved')) stuck.push(`${id} is ${state}`);
  }
  await reader.close();
  return { answered, deaths, stuck };
}

const isAtRest = ({ keyState }: World) => keyState === 'ok';

async function click(
  world: World,
  worker: TestWorker,
  save: SaveRequest,
  isDouble: boolean,
  answered: Answered[],
): Promise<void> {
  let id = await worker.click(save);
  if (isDouble && id && (await worker.click(save)) !== id && !worker.isDead)
    throw new Error('A double click made two entries.');
  // Never answered: it may be stored or not. Seeing nothing happen, the user clicks again.
  if (id === undefined) {
    const next = startWorker(world, new ModelCrm());
    id = await next.click(save);
    await next.close();
  }
  if (id) answered.push({ id, save, isUndone: false });
  if (!worker.isDead) void worker.drain.drain();
}

async function clickMany(
  world: World,
  worker: TestWorker,
  act: BulkClick,
  version: number,
  setting: Setting,
  answered: Answered[],
): Promise<void> {
  const chosen = people.map((_, who) => who).filter((who) => act.who & (1 << who));
  const saves = chosen.map((who): PersonSave => {
    const save = requestOf({ ...act, act: 'person', who, note: false, withCompany: false }, version, setting);
    if (save.kind !== 'person') throw new Error('A list holds people.');
    return { ...save, fields: { ...save.fields, lnId: `ACoAA${String(who).padStart(34, 'B')}` } };
  });
  let ids = await worker.clickMany(saves);
  if (act.isDouble && ids && `${await worker.clickMany(saves)}` !== `${ids}` && !worker.isDead)
    throw new Error('A double click made two bulk saves.');
  if (ids === undefined) {
    const next = startWorker(world, new ModelCrm());
    ids = (await next.clickMany(saves)) ?? [];
    await next.close();
  }
  for (const [place, save] of saves.entries()) {
    const id = ids[place];
    if (id) answered.push({ id, save, isUndone: false });
  }
  if (!worker.isDead) void worker.drain.drain();
}

/** The screens offer it for the last save of a page alone; `back` says of which page, the newest first. */
async function undo(world: World, answered: Answered[], back: number): Promise<void> {
  const lastOfPage = new Map(answered.map((one) => [one.save.pageKey, one]));
  const last = [...lastOfPage.values()].toReversed()[back];
  if (!last || last.isUndone) return;
  const quiet = startWorker(world, new ModelCrm());
  await quiet.undo(last.id);
  last.isUndone = (await quiet.entry(last.id)).undo !== undefined;
  await quiet.close();
}

function requestOf(act: PersonClick | CompanyClick, version: number, { stages }: Setting): SaveRequest {
  const tags = act.tag === 0 ? [] : [{ name: `Tag ${act.tag}` }];
  const note = act.note ? { note: `note ${version}` } : {};
  if (act.act === 'company') {
    const { handle, name } = companies[act.who] ?? { handle: '', name: '' };
    const fields = { handle, name, about: `version ${version}` };
    return { kind: 'company', pageKey: `company/${handle}`, fields, tags, ...note } satisfies CompanySave;
  }
  const handle = people[act.who] ?? '';
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
    moveToList: act.move,
    withCompany: act.withCompany,
  } satisfies PersonSave;
}

/** Everything that is not as the clicks say, in words: what is missing, what is there twice, what is wrong. */
export interface Verdict {
  lost: string[];
  doubled: string[];
  wrong: string[];
}

export function judge(contents: CrmContents, { answered, stuck }: Outcome, { stages }: Setting): Verdict {
  const verdict: Verdict = { lost: [], doubled: [], wrong: [...stuck] };
  const same = (what: string, found: unknown, wanted: unknown) => {
    const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
    if (one !== other) verdict.wrong.push(`${what} is ${one} instead of ${other}`);
  };
  const once = (what: string, count: number, isWanted: boolean) => {
    if (count > 1) verdict.doubled.push(`${what} is there ${count} times`);
    if (count === 0 && isWanted) verdict.lost.push(what);
    if (count > 0 && !isWanted) verdict.wrong.push(`${what} is there`);
  };
  const allOnce = (what: string, found: string[], wanted: string[]) => {
    for (const item of new Set([...found, ...wanted]))
      once(`${what} ${item}`, found.filter((one) => one === item).length, wanted.includes(item));
  };
  const standing = answered.filter(({ isUndone }) => !isUndone).map(({ save }) => save);

  for (const handle of people) {
    const saves = standing.filter(
      (save): save is PersonSave => save.kind === 'person' && save.fields.handle === handle,
    );
    const isKnown = handle === known.handle;
    const found = contents.people.filter((person) => person.handle === handle);
    once(handle, found.length, isKnown || saves.length > 0);
    const [person] = found;
    if (!person) continue;
    same(`headline of ${handle}`, person.headline, saves.at(-1)?.fields.headline ?? known.headline);
    const stageId = saves.findLast((save) => save.stageId)?.stageId;
    same(`stage of ${handle}`, person.stage, stageId ?? stages[0]);
    const placed = isKnown
      ? saves.filter((save) => save.moveToList)
      : [...saves.slice(0, 1), ...saves.slice(1).filter((save) => save.moveToList)];
    same(`list of ${handle}`, person.list, nameOf(placed.at(-1)?.list) ?? known.list);
    allOnce(`tag of ${handle}:`, person.tags, [...new Set(saves.flatMap(tagNames))]);
    allOnce(`note of ${handle}:`, person.notes, [
      ...(isKnown ? [known.note] : []),
      ...saves.flatMap(({ note }) => note ?? []),
    ]);
  }

  for (const { handle } of companies) {
    const isOf = (save: SaveRequest) => save.kind === 'company' && save.fields.handle === handle;
    const saves = standing.filter(isOf);
    const asEmployer = (save: SaveRequest) =>
      save.kind === 'person' && save.withCompany === true && save.fields.companyHandle === handle;
    const found = contents.companies.filter((company) => company.handle === handle);
    const isWanted = saves.length > 0 || standing.some(asEmployer);
    // One that was undone may have been kept, because another save stood on it then.
    const mayBeKept = answered.filter(({ save }) => isOf(save) || asEmployer(save)).length > 1;
    once(handle, found.length, isWanted || (mayBeKept && found.length > 0));
    const [company] = found;
    if (!company) continue;
    if (saves.length > 0) same(`about of ${handle}`, company.about, saves.at(-1)?.fields.about);
    allOnce(
      `note of ${handle}:`,
      company.notes,
      saves.flatMap(({ note }) => note ?? []),
    );
    for (const tag of saves.flatMap(tagNames))
      once(`tag of ${handle}: ${tag}`, company.tags.filter((one) => one === tag).length, true);
  }

  const notes = standing.filter(({ note }) => note !== undefined).length + 1;
  if (contents.noteCount > notes) verdict.doubled.push(`${contents.noteCount} notes instead of ${notes}`);
  if (contents.noteCount < notes) verdict.lost.push(`${contents.noteCount} notes instead of ${notes}`);
  for (const [what, names] of [
    ['tag', contents.tags],
    ['list', contents.lists],
  ] as const)
    for (const name of new Set(names))
      once(`${what} ${name}`, names.filter((one) => one === name).length, true);
  return verdict;
}

const nameOf = (choice: SaveRequest['list']) => (choice && 'name' in choice ? choice.name : undefined);
const tagNames = ({ tags }: SaveRequest) => tags.flatMap((tag) => ('name' in tag ? [tag.name] : []));

/** The model with Eve in it, and what it holds after a play. */
export function modelStage(world: World = newWorld()) {
  const crm = new ModelCrm(world.clock.now);
  const setting: Setting = { stages: ['stage-new', 'stage-1', 'stage-2'] };
  crm.lists.set('list-autumn', { id: 'list-autumn', name: known.list });
  const eve = crm.addContact({ handle: known.handle, headline: known.headline }, { listId: 'list-autumn' });
  crm.notes.set('note-old', { id: 'note-old', object: 'contact', recordId: eve.id, text: known.note, at: 0 });
  const contents = (): CrmContents => ({
    people: [...crm.contacts.values()].map((contact) => ({
      handle: contact.fields.handle ?? '',
      headline: contact.fields.headline ?? '',
      list: crm.lists.get(contact.listId ?? '')?.name ?? '',
      stage: contact.stageId ?? '',
      tags: crm.tagNamesOf(contact),
      notes: crm.notesOf(contact.id),
    })),
    companies: [...crm.companies.values()].map((company) => ({
      handle: company.fields.handle ?? '',
      about: company.fields.about ?? '',
      tags: crm.tagNamesOf(company),
      notes: crm.notesOf(company.id),
    })),
    tags: [...crm.tags.values()].map(({ name }) => name),
    lists: [...crm.lists.values()].map(({ name }) => name),
    noteCount: crm.notes.size,
  });
  return { world, crm, setting, contents };
}
