import { ApiError } from '../errors.ts';
import type { Owned } from '../rows.ts';
import type { KeyOwner } from '../state.ts';
import type { World } from '../world.ts';

export interface MassAction {
  type: string;
  filter: { ids?: unknown; all?: unknown; excludeIds?: unknown };
  payload?: Record<string, unknown>;
}

const isTextList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/**
 * The records that a mass action is for.
 *
 * An empty `ids` without `all` is refused; what the real server makes of it is not known.
 * @throws {ApiError} 422, also when no id is known
 */
export function recordsOf<Row extends Owned>(rows: Row[], { filter }: MassAction, noun: string): Row[] {
  const without = isTextList(filter.excludeIds) ? filter.excludeIds : [];
  const left = rows.filter((row) => !without.includes(row.uuid));
  if (filter.all === true) return left;
  if (!isTextList(filter.ids) || filter.ids.length === 0) {
    throw ApiError.invalid('filter.ids', 'The filter.ids field is required when all is false.');
  }
  const { ids } = filter;
  const found = left.filter((row) => ids.includes(row.uuid));
  if (found.length === 0) throw new ApiError(422, {}, `No ${noun} found to apply action`);
  return found;
}

function invalid(field: string): ApiError {
  return ApiError.invalid(`payload.${field}`, `The selected payload.${field} is invalid.`);
}

/** One uuid of the payload, known to `exists`. */
export function uuidIn(action: MassAction, field: string, exists: (uuid: string) => boolean): string {
  const value = action.payload?.[field];
  if (typeof value !== 'string') {
    throw ApiError.invalid(`payload.${field}`, `The payload.${field} field is required.`);
  }
  if (!exists(value)) throw invalid(field);
  return value;
}

export function uuidsIn(action: MassAction, field: string, exists: (uuid: string) => boolean): string[] {
  const value = action.payload?.[field];
  if (!isTextList(value))
    throw ApiError.invalid(`payload.${field}`, `The payload.${field} field is required.`);
  if (!value.every(exists)) throw invalid(field);
  return value;
}

/** How the tags of a record change; `undefined` when the action is not about tags. */
export function tagChange(
  { state }: World,
  owner: KeyOwner,
  action: MassAction,
): ((tags: string[]) => string[]) | undefined {
  const exists = (uuid: string) => state.tags.get(owner.teamId, uuid) !== undefined;
  const verb = action.type.replace(/^(contact|company)_/, '');
  if (verb === 'replace_tags') {
    const wanted = [...new Set(uuidsIn(action, 'tag_uuids', exists))];
    return () => wanted;
  }
  if (verb !== 'add_tags' && verb !== 'remove_tags') return undefined;
  const tag = uuidIn(action, 'tag_uuid', exists);
  const without = (tags: string[]) => tags.filter((one) => one !== tag);
  return verb === 'add_tags' ? (tags) => [...without(tags), tag] : without;
}
