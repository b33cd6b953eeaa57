import { ApiError } from '../errors.ts';
import { applyFilter, bracketFilter } from '../filters.ts';
import { envelope, pageOf, readPage } from '../paging.ts';
import type { MessageRow } from '../rows-outreach.ts';
import { bodyOf, type Resource } from '../world.ts';

const messageKeys = [
  'lead_uuid',
  'sender_profile_uuid',
  'type',
  'status',
  'linkedin_account_uuid',
  'linkedin_conversation_uuid',
  'user_id',
];

interface NewMessage {
  sender_profile_uuid: string;
  lead_uuid: string;
  text: string;
  template_uuid?: string;
  attachments?: { uuid: string }[];
  linkedin_messenger_type?: string;
  subject?: string;
}

/** LinkedIn messages and threads. Nothing is sent: a message stays `new`. */
export const linkedinMessages: Resource = (app, { state, make }) => {
  app.get('/flows/api/linkedin-messages', (c) => {
    const filter = bracketFilter(new URL(c.req.url).searchParams);
    if ('q' in filter) throw ApiError.invalid('filter.q', 'The filter.q field is not supported.');
    const found = applyFilter(state.messages.of(c.get('caller').teamId), filter, messageKeys, () => []);
    return c.json(envelope(pageOf(found, readPage(c.req.query(), 'asc')), 'full'));
  });

  app.post('/flows/api/linkedin-messages', (c) => {
    const caller = c.get('caller');
    const body = bodyOf<NewMessage>(c);
    const { lead_uuid, sender_profile_uuid, text, attachments = [] } = body;
    if (!state.leads.get(caller.teamId, lead_uuid)) {
      throw ApiError.invalid('lead_uuid', 'The selected lead uuid is invalid.');
    }
    const sender = state.senders.get(caller.teamId, sender_profile_uuid);
    if (sender?.status !== 'enabled') {
      throw ApiError.invalid('sender_profile_uuid', 'The selected sender profile uuid is invalid.');
    }
    if (!attachments.every(({ uuid }) => state.attachments.get(caller.teamId, uuid))) {
      throw ApiError.invalid('attachments', 'The selected attachments is invalid.');
    }
    const isInMail = body.linkedin_messenger_type === 'sn';
    if (isInMail && !body.subject) throw ApiError.invalid('subject', 'The subject field is required.');
    const row: Parameters<typeof make.message>[1] = {
      lead_uuid,
      sender_profile_uuid,
      text,
      attachments,
      template_uuid: body.template_uuid ?? null,
      linkedin_type: isInMail ? 'InMail' : 'message',
      subject: body.subject ?? null,
    };
    return c.json(make.message(caller, row), 201);
  });

  app.put('/flows/api/linkedin-messages/:uuid/retry', (c) => {
    const row = state.messages.get(c.get('caller').teamId, c.req.param('uuid'));
    if (!row) throw ApiError.notFound();
    if (row.status !== 'failed') throw ApiError.invalid('uuid', 'Only failed messages can be retried.');
    const changes: Partial<MessageRow> = { status: 'new', fail_reason: null, updated_at: make.stamp() };
    state.messages.update(row, changes);
    return c.body(null, 200);
  });

  app.get('/flows/api/linkedin-conversations', (c) => {
    const filter = bracketFilter(new URL(c.req.url).searchParams);
    const keys = ['lead_uuid', 'linkedin_account_uuid'];
    const found = applyFilter(state.conversations.of(c.get('caller').teamId), filter, keys, () => []);
    return c.json(envelope(pageOf(found, readPage(c.req.query(), 'asc')), 'full'));
  });
};
