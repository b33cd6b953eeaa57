import type { PersonSave, SaveRequest } from '../save-request.ts';
import { companies, known, people, type Setting } from './fault-acts.ts';

/** What must be in the CRM after a play: made from the clicks alone, it knows nothing of entries and steps. */

/** What a CRM holds, as far as a play can change it. */
export interface CrmContents {
  people: {
    handle: string;
    headline?: string;
    list?: string;
    stage?: string;
    tags: string[];
    notes: string[];
    /** Texts of the open ones. */
    tasks: string[];
    /** Those under way; one that was started twice stands here twice, where the CRM allows it. */
    automations: string[];
  }[];
  companies: { handle: string; about?: string; tags: string[]; notes: string[] }[];
  tags: string[];
  lists: string[];
  noteCount: number;
  openTaskCount: number;
}

/** A click whose save was stored, and whether it was taken back. */
export interface Answered {
  id: string;
  save: SaveRequest;
  workspace: number;
  isUndone: boolean;
}

/** Everything that is not as the clicks say, in words: what is missing, what is there twice, what is wrong. */
export interface Verdict {
  lost: string[];
  doubled: string[];
  wrong: string[];
}

/** Holds one workspace of the CRM against the clicks that were made for it, in their order. */
export function judge(
  contents: CrmContents,
  answered: readonly Pick<Answered, 'save' | 'isUndone'>[],
  { stages, automationId }: Setting,
): Verdict {
  const verdict: Verdict = { lost: [], doubled: [], wrong: [] };
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
    allOnce(
      `task of ${handle}:`,
      person.tasks,
      saves.flatMap(({ task }) => task?.text ?? []),
    );
    const isEnrolled = saves.some(({ enrolIn }) => enrolIn !== undefined);
    allOnce(`automation of ${handle}:`, person.automations, isEnrolled ? [automationId] : []);
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
  const tasks = standing.filter((save) => save.kind === 'person' && save.task).length;
  if (contents.openTaskCount > tasks)
    verdict.doubled.push(`${contents.openTaskCount} open tasks instead of ${tasks}`);
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
