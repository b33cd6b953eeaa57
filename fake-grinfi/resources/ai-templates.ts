import { ApiError } from '../errors.ts';
import { envelope, pageOf, readPage } from '../paging.ts';
import type { LeadRow } from '../rows.ts';
import { bodyOf, type Resource } from '../world.ts';

/** AI templates. No model is asked: what it would have written says so. */
export const aiTemplates: Resource = (app, { state }) => {
  app.get('/flows/api/ai-templates', (c) => {
    const page = pageOf(state.templates.of(c.get('caller').teamId), readPage(c.req.query(), 'asc'));
    return c.json(envelope(page, 'full'));
  });

  app.post('/flows/api/ai-templates/render', (c) => {
    const { teamId } = c.get('caller');
    const body = bodyOf<{ uuid?: string; lead_uuid: string; sender_profile_uuid: string }>(c);
    const template = state.templates.get(teamId, body.uuid ?? '');
    const lead = state.leads.get(teamId, body.lead_uuid);
    if (!template) throw ApiError.invalid('uuid', 'The selected uuid is invalid.');
    if (!lead) throw ApiError.invalid('lead_uuid', 'The selected lead uuid is invalid.');
    if (!state.senders.get(teamId, body.sender_profile_uuid)) {
      throw ApiError.invalid('sender_profile_uuid', 'The selected sender profile uuid is invalid.');
    }
    const { text, missing } = merge(template.body ?? '', lead);
    const problem = missing.length > 0 ? `No value for ${missing.join(', ')}.` : null;
    return c.json({
      llm_instructions: template.prompt,
      rendered_body: problem ? null : text,
      ai_generated_body: template.prompt && !problem ? `A model would rewrite: ${text}` : null,
      fallback_body: problem && template.enable_fallback ? text : null,
      handling_error: problem,
      validation_history: [],
    });
  });
};

/** Puts the contact's fields in place of `{{first_name}}`; what is not known falls away and is named. */
function merge(body: string, lead: LeadRow): { text: string; missing: string[] } {
  const fields = new Map<string, unknown>(Object.entries(lead));
  const missing: string[] = [];
  const text = body.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => {
    const value = fields.get(name);
    if (typeof value === 'string') return value;
    missing.push(name);
    return '';
  });
  return { text, missing };
}
