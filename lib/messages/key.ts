import * as v from 'valibot';
import type { Account, KeyState } from '../crm.ts';
import { id } from './shapes.ts';

/** The API keys and the workspaces they belong to. */

export const keyInputs = {
  /** Asks Grinfi whose key this is. Without `key`: the stored one. Stores nothing. */
  checkKey: v.object({ key: v.optional(v.pipe(v.string(), v.maxLength(10_000))) }),
  /** Checks the key and, if it is good, keeps it, for good or until the browser closes, and shows its workspace. */
  saveKey: v.object({
    key: v.pipe(v.string(), v.minLength(1), v.maxLength(10_000)),
    keep: v.picklist(['always', 'session']),
  }),
  /** Forgets a workspace with its key; by default the one that is shown. */
  forgetKey: v.object({ workspaceId: v.optional(id) }),
  showWorkspace: v.object({ workspaceId: id }),
  /** `label`: what the user calls it; `''` for Grinfi's own name. */
  changeWorkspace: v.object({
    workspaceId: id,
    label: v.optional(v.pipe(v.string(), v.maxLength(100))),
    isDefault: v.optional(v.boolean()),
  }),
} as const;

export interface KeyOutputs {
  checkKey: { account: Account };
  saveKey: { account: Account; state: KeyState };
  forgetKey: null;
  showWorkspace: null;
  changeWorkspace: null;
}
