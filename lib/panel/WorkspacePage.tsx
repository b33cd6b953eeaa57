import { WorkspaceView } from '../../components/workspace/WorkspaceView.tsx';
import type { CrmList } from '../crm.ts';
import { send } from '../send.ts';
import { saveFile } from './save-file.ts';
import { useNow } from './use-now.ts';
import { createWorkspaceCalls } from './workspace-calls.ts';

const calls = createWorkspaceCalls(send, saveFile);

/** The settings' view of the workspace, joined to the browser. Loaded when it is opened. */
export function WorkspacePage({ lists }: { lists: readonly CrmList[] }) {
  return <WorkspaceView lists={lists} calls={calls} now={useNow(30_000)} />;
}
