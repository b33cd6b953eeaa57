import * as z from 'zod/mini';
import type { Account, KeyState } from '../crm.ts';
import { nothing } from './shapes.ts';

/** The API key and whose it is. */

export const keyInputs = {
  /** Asks Grinfi whose key this is. Without `key`: the stored one. Stores nothing. */
  checkKey: z.object({ key: z.optional(z.string().check(z.maxLength(10_000))) }),
  /** Checks the key and, if it is good, keeps it: for good, or until the browser closes. */
  saveKey: z.object({
    key: z.string().check(z.minLength(1), z.maxLength(10_000)),
    keep: z.enum(['always', 'session']),
  }),
  forgetKey: nothing,
} as const;

export interface KeyOutputs {
  checkKey: { account: Account };
  saveKey: { account: Account; state: KeyState };
  forgetKey: null;
}
