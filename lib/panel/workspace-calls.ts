import type { Import, MailboxState } from '../messages/workspace.ts';
import type { Input, Output } from '../messages.ts';
import type { Page, SenderProfile } from '../outreach.ts';
import type { Send } from '../send.ts';
import type { LinkedInBrowser, Webhook } from '../workspace.ts';

/** What the settings' view of the workspace asks for. All reject with a `Failure`. */
export interface WorkspaceCalls {
  listSenderProfiles(): Promise<Page<SenderProfile>>;
  switchSenderProfile(senderProfileId: string, isEnabled: boolean): Promise<void>;
  listImports(): Promise<Page<Import>>;
  removeImport(importId: string): Promise<void>;
  importFile(file: Input<'importFile'>): Promise<void>;
  listMembers(listId: string, offset: number): Promise<Output<'listMembers'>>;
  /** @returns the id of the export */
  startExport(contactIds: string[]): Promise<string>;
  takeExport(exportId: string): Promise<Output<'takeExport'>>;
  /** Hands a text to the browser's downloads. */
  saveFile(name: string, text: string): void;
  listWebhooks(): Promise<Page<Webhook>>;
  switchWebhook(webhookId: string, isOn: boolean): Promise<void>;
  /** @returns what came back from the webhook's address */
  testWebhook(webhookId: string): Promise<string>;
  listLinkedInBrowsers(): Promise<Page<LinkedInBrowser>>;
  switchLinkedInBrowser(browserId: string, isRunning: boolean): Promise<void>;
  listMailboxes(): Promise<Page<MailboxState>>;
  switchMailbox(mailboxId: string, isActive: boolean): Promise<void>;
}

export function createWorkspaceCalls(
  send: Send,
  saveFile: (name: string, text: string, type: string) => void,
): WorkspaceCalls {
  return {
    listSenderProfiles: async () => ({ items: (await send('listSenderProfiles', {})).senders }),
    switchSenderProfile: async (senderProfileId, isEnabled) =>
      void (await send('switchSenderProfile', { senderProfileId, isEnabled })),
    listImports: async () => ({ items: (await send('listImports', {})).imports }),
    removeImport: async (importId) => void (await send('removeImport', { importId })),
    importFile: async (file) => void (await send('importFile', file)),
    listMembers: (listId, offset) => send('listMembers', { listId, offset }),
    startExport: async (contactIds) => (await send('startExport', { contactIds })).exportId,
    takeExport: (exportId) => send('takeExport', { exportId }),
    saveFile: (name, text) => saveFile(name, text, 'text/csv;charset=utf-8'),
    listWebhooks: async () => ({ items: (await send('listWebhooks', {})).webhooks }),
    switchWebhook: async (webhookId, isOn) => void (await send('switchWebhook', { webhookId, isOn })),
    testWebhook: async (webhookId) => (await send('testWebhook', { webhookId })).answer,
    listLinkedInBrowsers: async () => ({ items: (await send('listLinkedInBrowsers', {})).browsers }),
    switchLinkedInBrowser: async (browserId, isRunning) =>
      void (await send('switchLinkedInBrowser', { browserId, isRunning })),
    listMailboxes: async () => ({ items: (await send('listMailboxStates', {})).mailboxes }),
    switchMailbox: async (mailboxId, isActive) => void (await send('switchMailbox', { mailboxId, isActive })),
  };
}
