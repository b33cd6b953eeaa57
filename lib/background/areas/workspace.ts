import type { workspaceInputs } from '../../messages/workspace.ts';
import type { HandlersOf } from '../../messages.ts';
import type { Grinfi } from '../grinfi.ts';
import { createListMembers, createStartExport, createTakeExport } from '../list-export.ts';
import { createImportFile, createListImports, createRemoveImport } from '../workspace-imports.ts';
import {
  createListLinkedInBrowsers,
  createListMailboxStates,
  createListWebhooks,
  createSwitchLinkedInBrowser,
  createSwitchMailbox,
  createSwitchSenderProfile,
  createSwitchWebhook,
  createTestWebhook,
} from '../workspace-switches.ts';

/** The workspace itself: who sends, what comes in and goes out. */
export function createWorkspace({ grinfi }: { grinfi: Grinfi }): HandlersOf<typeof workspaceInputs> {
  return {
    switchSenderProfile: createSwitchSenderProfile({ grinfi }),
    listImports: createListImports({ grinfi }),
    removeImport: createRemoveImport({ grinfi }),
    importFile: createImportFile({ grinfi }),
    listMembers: createListMembers({ grinfi }),
    startExport: createStartExport({ grinfi }),
    takeExport: createTakeExport({ grinfi }),
    listWebhooks: createListWebhooks({ grinfi }),
    switchWebhook: createSwitchWebhook({ grinfi }),
    testWebhook: createTestWebhook({ grinfi }),
    listLinkedInBrowsers: createListLinkedInBrowsers({ grinfi }),
    switchLinkedInBrowser: createSwitchLinkedInBrowser({ grinfi }),
    listMailboxStates: createListMailboxStates({ grinfi }),
    switchMailbox: createSwitchMailbox({ grinfi }),
  };
}
