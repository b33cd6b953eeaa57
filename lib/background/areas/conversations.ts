import type { conversationInputs } from '../../messages/conversations.ts';
import type { HandlersOf } from '../../messages.ts';
import { createListTemplates, createRenderTemplate } from '../ai-templates.ts';
import { createListEmails, createListMailboxes, createReadEmail, createSendEmail } from '../email-thread.ts';
import { createRemoveFile, createUploadFile } from '../files.ts';
import type { Grinfi } from '../grinfi.ts';
import {
  createListMessages,
  createMarkRead,
  createRetryMessage,
  createSendMessage,
} from '../linkedin-thread.ts';
import { createSendLog } from '../send-log.ts';

interface Deps {
  grinfi: Grinfi;
  now: () => number;
}

/** What is written with a contact that Grinfi has. */
export function createConversations({ grinfi, now }: Deps): HandlersOf<typeof conversationInputs> {
  const sendLog = createSendLog({ now });
  return {
    listMessages: createListMessages({ grinfi }),
    markRead: createMarkRead({ grinfi }),
    sendMessage: createSendMessage({ grinfi, sendLog }),
    retryMessage: createRetryMessage({ grinfi }),
    listEmails: createListEmails({ grinfi }),
    readEmail: createReadEmail({ grinfi }),
    listMailboxes: createListMailboxes({ grinfi, now }),
    sendEmail: createSendEmail({ grinfi, sendLog }),
    listTemplates: createListTemplates({ grinfi }),
    renderTemplate: createRenderTemplate({ grinfi }),
    uploadFile: createUploadFile({ grinfi }),
    removeFile: createRemoveFile({ grinfi }),
  };
}
