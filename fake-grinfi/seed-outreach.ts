import type { Maker } from './make.ts';
import { demoOwner, seedUuid } from './seed.ts';
import type { FakeState } from './state.ts';

const dayMs = 86_400_000;

/** Who writes, and what is planned: goes with the contacts of the demo. */
export function seedOutreach(state: FakeState, make: Maker): void {
  const [odalys, tiberiu, wanjiru] = [1, 2, 3].map((index) => seedUuid(7, index));
  const marla = make.sender(demoOwner, {
    uuid: seedUuid(10, 1),
    first_name: 'Marla',
    last_name: 'Quillfeather',
    label: 'Europe',
    linkedin_browser_id: 301,
    mailbox_uuid: seedUuid(15, 1),
  });
  const jonas = make.sender(demoOwner, {
    uuid: seedUuid(10, 2),
    first_name: 'Jonas',
    last_name: 'Ebbwater',
    linkedin_browser_id: 302,
    hold_tasks_till: make.stamp(-2 * dayMs),
  });
  make.sender(demoOwner, {
    uuid: seedUuid(10, 3),
    first_name: 'Former',
    last_name: 'Colleague',
    status: 'disabled',
  });
  const by = { sender_profile_uuid: marla.uuid };
  make.task(demoOwner, {
    ...by,
    uuid: seedUuid(11, 1),
    lead_uuid: odalys ?? '',
    payload: { template: 'Hello Odalys, shall we set a date for the demo?' },
    note: 'Summer is over.',
    schedule_at: make.stamp(dayMs),
  });
  make.task(demoOwner, {
    sender_profile_uuid: jonas.uuid,
    uuid: seedUuid(11, 2),
    lead_uuid: tiberiu ?? '',
    type: 'linkedin_send_connection_request',
    payload: { template: 'We met at the plant.' },
    schedule_at: make.stamp(-3_600_000),
  });
  make.task(demoOwner, {
    ...by,
    uuid: seedUuid(11, 3),
    lead_uuid: wanjiru ?? '',
    payload: { template: 'Your talk in Lisbon' },
    status: 'failed',
    error_msg: 'The profile is out of your network.',
    attempts: 1,
    schedule_at: make.stamp(3 * dayMs),
  });
  make.task(demoOwner, {
    ...by,
    uuid: seedUuid(11, 4),
    lead_uuid: odalys ?? '',
    flow_uuid: seedUuid(8, 1),
    automation: 'auto',
    status: 'closed',
    schedule_at: make.stamp(5 * dayMs),
    executed_at: make.stamp(5 * dayMs),
  });
  const thread = { lead_uuid: odalys ?? '', ...by, status: 'done' } as const;
  make.message(demoOwner, {
    ...thread,
    uuid: seedUuid(12, 1),
    text: 'Good to be connected. How do you read the tides today?',
    sent_at: make.stamp(5 * dayMs),
    created_at: make.stamp(5 * dayMs),
  });
  make.message(demoOwner, {
    ...thread,
    uuid: seedUuid(12, 2),
    type: 'inbox',
    automation: 'synced',
    text: 'With a pencil. Show me something better.',
    sent_at: make.stamp(3 * dayMs),
    created_at: make.stamp(3 * dayMs),
  });
  make.message(demoOwner, {
    ...by,
    uuid: seedUuid(12, 3),
    lead_uuid: tiberiu ?? '',
    status: 'failed',
    fail_reason: 'The LinkedIn account was logged out.',
    text: 'See you at the plant.',
    created_at: make.stamp(2 * dayMs),
  });
  state.conversations.insert({
    uuid: seedUuid(13, 1),
    team_id: demoOwner.teamId,
    lead_uuid: odalys ?? '',
    linkedin_account_uuid: seedUuid(14, 1),
    linkedin_messenger_type: 'basic',
    last_activity_at: make.stamp(3 * dayMs),
    ...make.dates(),
  });
  seedEmails(state, make);
}

/** A mailbox with a past, and templates. */
function seedEmails(state: FakeState, make: Maker): void {
  const [odalys, tiberiu] = [1, 2].map((index) => seedUuid(7, index));
  const sender = { sender_profile_uuid: seedUuid(10, 1) };
  const own = { name: 'Marla Quillfeather', email: 'marla@fernhill-partners.example.com' };
  const mailbox = make.mailbox(demoOwner, {
    ...sender,
    uuid: seedUuid(15, 1),
    email: own.email,
    sender_name: own.name,
  });
  state.mailboxErrors.insert({
    uuid: seedUuid(16, 1),
    team_id: demoOwner.teamId,
    mailbox_uuid: mailbox.uuid,
    error_type: 'imap_connection',
    message: 'The mail server did not answer for an hour.',
    created_at: make.stamp(8 * dayMs),
  });
  const mail = { ...sender, mailbox_uuid: mailbox.uuid, lead_uuid: tiberiu ?? '' };
  make.email(demoOwner, {
    ...mail,
    uuid: seedUuid(17, 1),
    from_name: own.name,
    from_email: own.email,
    to_name: 'Tiberiu Sandgrove',
    to_email: 'tiberiu@pinecrest-robotics.example.com',
    subject: 'The plant visit',
    body: '<p>Would the second week suit you?</p>',
    sent_at: make.stamp(12 * dayMs),
    created_at: make.stamp(12 * dayMs),
  });
  make.email(demoOwner, {
    ...mail,
    uuid: seedUuid(17, 2),
    type: 'inbox',
    status: 'sync',
    from_name: 'Tiberiu Sandgrove',
    from_email: 'tiberiu@pinecrest-robotics.example.com',
    to_name: own.name,
    to_email: own.email,
    subject: 'Re: The plant visit',
    body: '<p>It would. Bring boots.</p>',
    sent_at: make.stamp(11 * dayMs),
    created_at: make.stamp(11 * dayMs),
  });
  make.email(demoOwner, {
    ...mail,
    uuid: seedUuid(17, 3),
    lead_uuid: odalys ?? '',
    from_name: own.name,
    from_email: own.email,
    to_name: 'Odalys Brightwater',
    to_email: 'odalys@harborlight.example.com',
    subject: 'A better pencil',
    body: '<p>As promised.</p>',
    created_at: make.stamp(2 * dayMs),
    sent_at: make.stamp(2 * dayMs),
  });
  make.template(demoOwner, {
    uuid: seedUuid(18, 1),
    name: 'First hello',
    body: 'Hello {{first_name}}, your work at {{company_name}} caught my eye.',
  });
  make.template(demoOwner, {
    uuid: seedUuid(18, 2),
    name: 'Hello with a thought',
    body: 'Hello {{first_name}}, a thought on {{position}}.',
    prompt: 'Two warm sentences, no flattery.',
  });
}
