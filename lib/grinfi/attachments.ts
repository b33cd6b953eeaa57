import * as v from 'valibot';
import type { Attachment } from '../outreach.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { isAboutForm, unlessGone } from './errors.ts';
import { readPage } from './pages.ts';
import { id, one, optionalNumber, optionalText } from './reply.ts';

const path = ['flows', 'api', 'attachments'];
const attachmentSchema = v.pipe(
  v.object({
    uuid: id,
    payload: v.fallback(
      v.optional(v.object({ name: optionalText, type: optionalText, size: optionalNumber })),
      undefined,
    ),
  }),
  v.transform(
    ({ uuid, payload }): Attachment => ({
      id: uuid,
      name: payload?.name ?? uuid,
      type: payload?.type,
      sizeBytes: payload?.size,
    }),
  ),
);

/** The newest 100 of the workspace. */
export async function listAttachments(
  client: GrinfiClient,
  options: CallOptions = {},
): Promise<Attachment[]> {
  const query = { order_field: 'created_at', order_type: 'desc' };
  return (await readPage(client, { ...options, path, query }, attachmentSchema)).items;
}

/** The largest file that the vendor's own client lets through. */
export const largestAttachmentBytes = 20 * 1024 * 1024;

const uploadTimeoutMs = 120_000;

/**
 * Stores a file, so that messages and e-mails can name it.
 *
 * Source: reference, `uploadAttachment`. How name, size and type go along is told in two ways: as form fields
 * of their own, which the vendor's client sends, and as JSON in one field, tried where the first is refused.
 */
export async function uploadAttachment(
  client: GrinfiClient,
  file: File,
  options: CallOptions = {},
): Promise<Attachment> {
  const about = {
    name: file.name,
    size: String(file.size),
    type: file.type || 'application/octet-stream',
  };
  const send = (fields: Record<string, string>) => {
    const form = new FormData();
    form.set('attachment', file, file.name);
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return client.post({
      timeoutMs: uploadTimeoutMs,
      ...options,
      path,
      form,
      reply: one(attachmentSchema),
    });
  };
  try {
    return await send({
      'payload[name]': about.name,
      'payload[size]': about.size,
      'payload[type]': about.type,
    });
  } catch (error) {
    if (!isAboutForm(error)) throw error;
    return send({ payload: JSON.stringify(about) });
  }
}

/** One that is gone already is no error, so it may be repeated. */
export async function deleteAttachment(
  client: GrinfiClient,
  attachmentId: string,
  options: CallOptions = {},
): Promise<void> {
  await unlessGone(client.delete({ ...options, path: [...path, attachmentId] }));
}
