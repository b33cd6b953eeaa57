import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import { deleteAttachment, uploadAttachment } from '../grinfi/attachments.ts';
import { finishFile, takeFile } from '../kept-files.ts';
import type { Handler } from '../messages.ts';
import type { Attachment } from '../outreach.ts';
import type { Grinfi } from './grinfi.ts';
import { createOnce } from './once.ts';

/** Hands a file over to Grinfi; what was put aside of it here then goes. */
export function createUploadFile({ grinfi }: { grinfi: Grinfi }): Handler<'uploadFile'> {
  const once = createOnce<Attachment>();
  return ({ fileId }) =>
    once(fileId, async () => {
      const kept = await takeFile(fileId);
      if (!kept) throw new Failure('rejected', failureWords.fileGone);
      if ('attachment' in kept) return kept.attachment;
      const attachment = await uploadAttachment(grinfi.client, kept.file);
      await finishFile(fileId, attachment).catch(() => undefined);
      return attachment;
    });
}

/** Takes back a file that was handed over and not sent. */
export function createRemoveFile({ grinfi }: { grinfi: Grinfi }): Handler<'removeFile'> {
  return async ({ attachmentId }) => {
    await deleteAttachment(grinfi.client, attachmentId);
    return null;
  };
}
