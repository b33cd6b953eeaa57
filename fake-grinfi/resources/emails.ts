import { ApiError } from '../errors.ts';
import { applyFilter, bracketFilter } from '../filters.ts';
import { envelope, pageOf, readPage } from '../paging.ts';
import { bodyOf, type Resource } from '../world.ts';

const filterKeys = [
  'flow_uuid',
  'flow_node_id',
  'mailbox_uuid',
  'lead_uuid',
  'type',
  'status',
  'sent_at',
  'from_email',
  'to_email',
  'thread_uuid',
  'template_uuid',
  'folder',
];

interface NewEmail {
  sender_profile_uuid: string;
  lead_uuid: string;
  from_name: string;
  from_email: string;
  to_name: string;
  to_email: string;
  subject: string;
  body?: string;
  attachments?: { uuid: string }[];
  /** The other form; see the quirk `emailBody`. */
  mailbox_uuid?: string;
  to?: { to_email: string; to_name: string }[];
}

/** E-mails, their texts, mailboxes and those's errors. Nothing leaves the machine. */
export const emails: Resource = (app, world) => {
  const { state, make, quirks } = world;
  const counted = () => (quirks.envelope === 'full' ? 'full' : 'counted');

  app.get('/emails/api/emails', (c) => {
    const filter = bracketFilter(new URL(c.req.url).searchParams);
    const rows = state.emails.of(c.get('caller').teamId);
    const found = applyFilter(rows, filter, filterKeys, (row) => [row.subject]);
    return c.json(envelope(pageOf(found, readPage(c.req.query(), 'asc')), counted()));
  });

  app.get('/emails/api/emails/:uuid', (c) => {
    const found = state.emails.get(c.get('caller').teamId, c.req.param('uuid'));
    if (!found) throw ApiError.notFound();
    return c.json(found);
  });

  app.get('/emails/api/email-bodies/:uuid', (c) => {
    const found = state.emailBodies.get(c.get('caller').teamId, c.req.param('uuid'));
    if (!found) throw ApiError.notFound();
    return c.json(found);
  });

  app.post('/emails/api/emails/send-email', (c) => {
    const caller = c.get('caller');
    const body = bodyOf<NewEmail>(c);
    if (!state.leads.get(caller.teamId, body.lead_uuid)) {
      throw ApiError.invalid('lead_uuid', 'The selected lead uuid is invalid.');
    }
    const mailbox = mailboxOf(caller.teamId, body);
    const to = quirks.emailBody === 'mailbox' ? body.to?.[0] : body;
    if (!to?.to_email.includes('@')) {
      throw ApiError.invalid('to_email', 'The to email must be a valid email address.');
    }
    const { lead_uuid, sender_profile_uuid, from_name, from_email, subject } = body;
    const { email, emailBody } = make.email(caller, {
      lead_uuid,
      sender_profile_uuid,
      from_name,
      from_email,
      subject,
      to_name: to.to_name,
      to_email: to.to_email,
      mailbox_uuid: mailbox.uuid,
      body: body.body ?? '',
      attachments: body.attachments ?? [],
    });
    return c.json({ emailDomain: email, emailBodyDomain: emailBody }, 201);
  });

  function mailboxOf(teamId: number, body: NewEmail) {
    if (quirks.emailBody === 'documentedOnly' && (body.to || body.mailbox_uuid)) {
      throw ApiError.invalid('to', 'The to field is prohibited.');
    }
    const isMeant = ({ uuid, email }: { uuid: string; email: string }) =>
      quirks.emailBody === 'mailbox' ? uuid === body.mailbox_uuid : email === body.from_email;
    const found = state.mailboxes.of(teamId).find(isMeant);
    const field = quirks.emailBody === 'mailbox' ? 'mailbox_uuid' : 'from_email';
    if (!found) throw ApiError.invalid(field, `The selected ${field} is invalid.`);
    return found;
  }

  app.get('/emails/api/mailboxes', (c) => {
    const filter = bracketFilter(new URL(c.req.url).searchParams);
    const rows = state.mailboxes.of(c.get('caller').teamId);
    const found = applyFilter(rows, filter, [], (row) => [row.email, row.sender_name]);
    return c.json(envelope(pageOf(found, readPage(c.req.query(), 'asc')), counted()));
  });

  for (const [verb, status] of [
    ['activate', 'active'],
    ['deactivate', 'inactive'],
  ] as const) {
    app.put(`/emails/api/mailboxes/:uuid/${verb}`, (c) => {
      const found = state.mailboxes.get(c.get('caller').teamId, c.req.param('uuid') ?? '');
      if (!found) throw ApiError.notFound();
      return c.json(state.mailboxes.update(found, { status, updated_at: make.stamp() }));
    });
  }

  app.get('/emails/api/mailbox-errors', (c) => {
    const page = pageOf(state.mailboxErrors.of(c.get('caller').teamId), readPage(c.req.query(), 'asc'));
    return c.json(envelope(page, quirks.envelope === 'full' ? 'full' : 'data'));
  });
};
