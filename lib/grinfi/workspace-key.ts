import { failureWords } from '../failure-words.ts';
import { GrinfiError } from './errors.ts';
import { workspaceIdOf } from './users.ts';

/**
 * The key for requests that are meant for one workspace. Asked at the last moment before a request goes out,
 * so that a key that was changed while it waited for its turn does not carry it into another workspace.
 * @throws {GrinfiError} `internal`, from the returned function, when the present key leads elsewhere
 */
export function keyOfWorkspace(
  getKey: () => Promise<string | undefined>,
  workspaceId: string | undefined,
): () => Promise<string | undefined> {
  return async () => {
    const key = await getKey();
    const present = key === undefined ? undefined : workspaceIdOf(key);
    if (workspaceId !== undefined && present !== undefined && present !== workspaceId)
      throw new GrinfiError('internal', failureWords.otherWorkspace);
    return key;
  };
}
