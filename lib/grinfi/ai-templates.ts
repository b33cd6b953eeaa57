import * as v from 'valibot';
import type { AiTemplate, RenderedTemplate } from '../outreach.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { listAll } from './pages.ts';
import { id, optionalText } from './reply.ts';

const path = ['flows', 'api', 'ai-templates'];
const templateSchema = v.pipe(
  v.object({
    uuid: id,
    name: v.string(),
    type: optionalText,
    subject: optionalText,
    body: optionalText,
    prompt: optionalText,
    deleted_at: optionalText,
  }),
  v.transform((row) => ({
    id: row.uuid,
    name: row.name,
    kind: row.type,
    subject: row.subject,
    body: row.body,
    prompt: row.prompt,
    isDeleted: row.deleted_at !== undefined,
  })),
);

/** Deleted ones are reported to keep showing up; those that say so are left out, the others cannot be told. */
export async function listAiTemplates(
  client: GrinfiClient,
  options: CallOptions = {},
): Promise<AiTemplate[]> {
  const found = await listAll(client, { ...options, path }, templateSchema);
  return found.filter(({ isDeleted }) => !isDeleted).map(({ isDeleted: _, ...template }) => template);
}

const renderedSchema = v.pipe(
  v.object({
    ai_generated_body: optionalText,
    rendered_body: optionalText,
    fallback_body: optionalText,
    llm_instructions: optionalText,
    handling_error: optionalText,
  }),
  v.transform((row): RenderedTemplate => {
    const generated = row.ai_generated_body;
    const merged = row.rendered_body;
    const fallback = row.fallback_body;
    const problem = row.handling_error;
    const text = problem === undefined ? (generated ?? merged ?? fallback) : (fallback ?? merged);
    return { text, generated, merged, fallback, instructions: row.llm_instructions, problem };
  }),
);

/** A language model writes; that takes its time. */
const renderTimeoutMs = 60_000;

/**
 * Fills in a template for a contact and a sender. Sends nothing, but may spend credits, so it is not repeated
 * by itself.
 *
 * Source: reference, `renderAiTemplate`. Which of the texts to show is in no source: the model's own comes
 * first, unless the server names a problem, which it also does in answers that look like successes.
 */
export function renderAiTemplate(
  client: GrinfiClient,
  on: { templateId: string; contactId: string; senderProfileId: string },
  options: CallOptions = {},
): Promise<RenderedTemplate> {
  return client.post({
    timeoutMs: renderTimeoutMs,
    ...options,
    path: [...path, 'render'],
    body: { uuid: on.templateId, lead_uuid: on.contactId, sender_profile_uuid: on.senderProfileId },
    reply: renderedSchema,
  });
}
