import type { SaveRequest } from '../save-request.ts';
import { type Entry, hasLandedNothing, isOfWorkspace } from './entry.ts';

/**
 * A save that was refused and is tried again by hand when newer ones of its page have landed: it still adds what
 * it brings (note, task, tags, fields that they left alone), but what they have set is newer and stays.
 */
export function withoutOvertaken(entry: Entry, ofPage: readonly Entry[]): Entry {
  const newer = newerSaves(entry, ofPage);
  return newer.length === 0 ? entry : { ...entry, save: newer.reduce(behind, entry.save) };
}

/** What was written of its page since, or is about to be: what is on its way is not overtaken. */
export function newerSaves(entry: Entry, ofPage: readonly Entry[]): SaveRequest[] {
  const isNewer = (other: Entry) =>
    other.seq > entry.seq &&
    isOfWorkspace(other, entry.workspaceId) &&
    other.state !== 'undone' &&
    (other.state === 'sending' || !hasLandedNothing(other));
  return ofPage.filter(isNewer).map(({ save }) => save);
}

/** What is left of a save behind a newer one. */
export function behind(save: SaveRequest, newer: SaveRequest): SaveRequest {
  const added = newer.tags.flatMap((tag) => ('id' in tag ? tag.id : []));
  const removed = newer.removeTagIds ?? [];
  const left = {
    ...save,
    fields: without(save.fields, newer.fields),
    tags: save.tags.filter((tag) => !('id' in tag && removed.includes(tag.id))),
    removeTagIds: save.removeTagIds?.filter((id) => !added.includes(id)),
    customFields: save.customFields && without(save.customFields, newer.customFields),
    ...(newer.stageId !== undefined && { stageId: undefined }),
    ...(newer.list && save.kind === 'person' && { moveToList: undefined }),
    ...(newer.kind === 'person' && newer.enrolIn && { cancelAutomations: undefined }),
  };
  // Of the same kind as before: only values were taken away.
  return left as SaveRequest;
}

/** Who or what it is must be known in any case. */
const identities = ['handle', 'lnId', 'snId', 'companyId', 'companyHandle', 'name'];

const without = (values: object, newer: object = {}): object =>
  Object.fromEntries(
    Object.entries(values).filter(([name]) => !(name in newer) || identities.includes(name)),
  );
