import * as z from 'zod/mini';
import type { Account, KeyState } from '../crm.ts';
import { id } from './shapes.ts';

/** The API keys and the workspaces they belong to. */

export const keyInputs = {
  /** Asks Grinfi whose key this is. Without `key`: the stored one. Stores nothing. */
  checkKey: z.object({ key: z.optional(z.string().check(z.maxLength(10_000))) }),
  /** Checks the key and, if it is good, keeps it, for good or until the browser closes, and shows its workspace. */
  saveKey: z.object({
    key: z.string().check(z.minLength(1), z.maxLength(10_000)),
    keep: z.enum(['always', 'session']),
  }),
  /** Forgets a workspace with its key; by default the one that is shown. */
  forgetKey: z.object({ workspaceId: z.optional(id) }),
  showWorkspace: z.object({ workspaceId: id }),
  /** `label`: what the user calls it; `''` for Grinfi's own name. */
  changeWorkspace: z.object({
    workspaceId: id,
    label: z.optional(z.string().check(z.maxLength(100))),
    isDefault: z.optional(z.boolean()),
  }),
} as const;

export interface KeyOutputs {
  checkKey: { account: Account };
  saveKey: { account: Account; state: KeyState };
  forgetKey: null;
  showWorkspace: null;
  changeWorkspace: null;
}
