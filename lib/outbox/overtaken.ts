import type { PersonSave, SaveRequest } from '../save-request.ts';
import { type Entry, isOfWorkspace } from './entry.ts';

/**
 * A save that was refused and is tried again by hand when newer ones of its page have landed: it still adds what
 * it brings (note, task, tags, fields that they left alone), but what they have set is newer and stays.
 */
export function withoutOvertaken(entry: Entry, ofPage: readonly Entry[]): Entry {
  const isNewer = (other: Entry) =>
    other.seq > entry.seq &&
    isOfWorkspace(other, entry.workspaceId) &&
    other.state !== 'undone' &&
    other.attempted.includes('write');
  const newer = ofPage.filter(isNewer).map(({ save }) => save);
  return newer.length === 0 ? entry : { ...entry, save: newer.reduce(behind, entry.save) };
}

function behind(save: SaveRequest, newer: SaveRequest): SaveRequest {
  const { stageId, removeTagIds, customFields, ...rest } = save;
  const set = {
    ...rest,
    tags: save.tags.filter((tag) => !('id' in tag && isIn(newer.removeTagIds, tag.id))),
  };
  const added = newer.tags.flatMap((tag) => ('id' in tag ? [tag.id] : []));
  const others = {
    ...(stageId !== undefined && newer.stageId === undefined && { stageId }),
    ...(removeTagIds && { removeTagIds: removeTagIds.filter((id) => !added.includes(id)) }),
    ...(customFields && { customFields: without(customFields, newer.customFields ?? {}) }),
  };
  if (set.kind !== 'person' || newer.kind !== 'person')
    return { ...set, ...others, fields: unset(set.fields, newer.fields) } as SaveRequest;
  const { moveToList, cancelAutomations, ...person } = set;
  return {
    ...person,
    ...others,
    fields: unset(person.fields, newer.fields),
    ...(moveToList && !newer.list && { moveToList }),
    ...(cancelAutomations && !newer.enrolIn && { cancelAutomations }),
  } satisfies PersonSave;
}

/** Who or what it is must be known in any case. */
const identities = ['handle', 'lnId', 'snId', 'companyId', 'companyHandle', 'name'];

const unset = <T extends object>(fields: T, newer: object): T =>
  without(fields, Object.fromEntries(Object.entries(newer).filter(([name]) => !identities.includes(name))));

const without = <T extends object>(values: T, newer: object): T =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !(name in newer))) as T;

const isIn = (ids: readonly string[] | undefined, id: string) => ids?.includes(id) === true;
