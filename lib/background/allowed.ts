import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import type { CallOptions } from '../grinfi/client.ts';
import { GrinfiError } from '../grinfi/errors.ts';

/** For what only some users of a workspace may do: a refusal says nothing about the key. */
export const forSome: CallOptions = { isOptional: true };

/**
 * Does what the user asked for, with words of its own for the two refusals that belong to the place where it
 * was asked: not allowed, and gone meanwhile.
 */
export async function allowed<T>(act: Promise<T>): Promise<T> {
  try {
    return await act;
  } catch (error) {
    if (!(error instanceof GrinfiError)) throw error;
    if (error.status === 403) throw new Failure('rejected', failureWords.notAllowed, { cause: error });
    if (error.isNotFound) throw new Failure('rejected', failureWords.gone, { cause: error });
    throw error;
  }
}
