import type { keyInputs } from '../../messages/key.ts';
import type { HandlersOf } from '../../messages.ts';
import { createChangeWorkspace, createShowWorkspace } from '../change-workspace.ts';
import { createCheckKey } from '../check-key.ts';
import { createForgetKey } from '../forget-key.ts';
import type { Grinfi } from '../grinfi.ts';
import { createSaveKey } from '../save-key.ts';

/** The API keys and the workspaces they belong to. */
export function createKey(deps: { grinfi: Grinfi; onSaved: () => void }): HandlersOf<typeof keyInputs> {
  const { grinfi, onSaved } = deps;
  return {
    checkKey: createCheckKey({ grinfi }),
    saveKey: createSaveKey({ grinfi, onSaved }),
    forgetKey: createForgetKey(grinfi),
    showWorkspace: createShowWorkspace(grinfi.workspaces),
    changeWorkspace: createChangeWorkspace(grinfi.workspaces),
  };
}
