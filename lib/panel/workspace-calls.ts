import type { Import, MailboxState } from '../messages/workspace.ts';
import type { Input, Output } from '../messages.ts';
import type { Page, SenderProfile } from '../outreach.ts';
import type { Send } from '../send.ts';
import type { LinkedInBrowser, Webhook } from '../workspace.ts';
import type { PartAsked } from './use-record-part.ts';

/** What the settings' view of the workspace asks for. All reject with a `Failure`. */
export interface WorkspaceCalls {
  listSenderProfiles(asked?: PartAsked): Promise<Page<SenderProfile>>;
  switchSenderProfile(senderProfileId: string, isEnabled: boolean): Promise<void>;
  listImports(asked?: PartAsked): Promise<Page<Import>>;
  removeImport(importId: string): Promise<void>;
  importFile(file: Input<'importFile'>): Promise<void>;
  listMembers(listId: string, asked: PartAsked): Promise<Output<'listMembers'>>;
  /** @returns the id of the export */
  startExport(contactIds: string[]): Promise<string>;
  takeExport(exportId: string, asked?: PartAsked): Promise<Output<'takeExport'>>;
  /** Hands a text to the browser's downloads. */
  saveFile(name: string, text: string): void;
  listWebhooks(asked?: PartAsked): Promise<Page<Webhook>>;
  switchWebhook(webhookId: string, isOn: boolean): Promise<void>;
  /** @returns what came back from the webhook's address */
  testWebhook(webhookId: string): Promise<string>;
  listLinkedInBrowsers(asked?: PartAsked): Promise<Page<LinkedInBrowser>>;
  switchLinkedInBrowser(browserId: string, isRunning: boolean): Promise<void>;
  listMailboxes(asked?: PartAsked): Promise<Page<MailboxState>>;
  switchMailbox(mailboxId: string, isActive: boolean): Promise<void>;
}

export function createWorkspaceCalls(
  send: Send,
  saveFile: (name: string, text: string, type: string) => void,
): WorkspaceCalls {
  return {
    listSenderProfiles: async (asked) => ({ items: (await send('listSenderProfiles', {}, asked)).senders }),
    switchSenderProfile: async (senderProfileId, isEnabled) =>
      void (await send('switchSenderProfile', { senderProfileId, isEnabled })),
    listImports: async (asked) => ({ items: (await send('listImports', {}, asked)).imports }),
    removeImport: async (importId) => void (await send('removeImport', { importId })),
    importFile: async (file) => void (await send('importFile', file)),
    listMembers: (listId, { offset = 0, signal }) => send('listMembers', { listId, offset }, { signal }),
    startExport: async (contactIds) => (await send('startExport', { contactIds })).exportId,
    takeExport: (exportId, asked) => send('takeExport', { exportId }, asked),
    saveFile: (name, text) => saveFile(name, text, 'text/csv;charset=utf-8'),
    listWebhooks: async (asked) => ({ items: (await send('listWebhooks', {}, asked)).webhooks }),
    switchWebhook: async (webhookId, isOn) => void (await send('switchWebhook', { webhookId, isOn })),
    testWebhook: async (webhookId) => (await send('testWebhook', { webhookId })).answer,
    listLinkedInBrowsers: async (asked) => ({
      items: (await send('listLinkedInBrowsers', {}, asked)).browsers,
    }),
    switchLinkedInBrowser: async (browserId, isRunning) =>
      void (await send('switchLinkedInBrowser', { browserId, isRunning })),
    listMailboxes: async (asked) => ({ items: (await send('listMailboxStates', {}, asked)).mailboxes }),
    switchMailbox: async (mailboxId, isActive) => void (await send('switchMailbox', { mailboxId, isActive })),
  };
}
