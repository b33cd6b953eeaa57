import { describe, expect } from 'vitest';
import { demoOwner } from '../fake-grinfi/seed.ts';
import { button, input, isEmpty, knownSeed, openMessages, person, sendButton } from './harness/known-seed.ts';
import { test as base } from './harness/test.ts';
import type { World } from './harness/world.ts';

const hourMs = 3_600_000;
const sendPath = '/emails/api/emails/send-email';

/** What a hostile or curious sender would put into an e-mail. */
const hostile = `<style>body{display:none}</style><p>It would. See the
  <a href="https://brightfjord.example.com/plan">plan</a> or <a href="javascript:alert(1)">this</a>.</p>
  <script>document.title = 'taken over'</script><img src="https://www.linkedin.com/pixel.gif" onerror="document.title='taken over'">
  <blockquote>Would the second week suit you?</blockquote>`;

const seed = knownSeed(({ lead_uuid, sender_profile_uuid, mailbox_uuid }, make, state) => {
  const marla = { name: 'Marla Quillfeather', email: 'marla@fernhill-partners.example.com' };
  const ingrid = { name: 'Ingrid Solvang', email: 'ingrid@brightfjord.example.com' };
  const mail = { lead_uuid, sender_profile_uuid, mailbox_uuid };
  make.email(demoOwner, {
    ...mail,
    ...{ from_name: marla.name, from_email: marla.email, to_name: ingrid.name, to_email: ingrid.email },
    ...{ subject: 'Night shifts', body: '<p>Would the second week suit you?</p>' },
    ...{ sent_at: make.stamp(50 * hourMs), created_at: make.stamp(50 * hourMs) },
  });
  make.email(demoOwner, {
    ...mail,
    ...{ type: 'inbox', status: 'sync' },
    ...{ from_name: ingrid.name, from_email: ingrid.email, to_name: marla.name, to_email: marla.email },
    ...{ subject: 'Re: Night shifts', body: hostile },
    ...{ sent_at: make.stamp(40 * hourMs), created_at: make.stamp(40 * hourMs) },
  });
  state.mailboxErrors.insert({
    uuid: 'e0e0e0e0-0000-4000-8000-00000000000e',
    team_id: demoOwner.teamId,
    mailbox_uuid,
    error_type: 'smtp_connection',
    message: 'The mail server did not answer.',
    created_at: make.stamp(3 * hourMs),
  });
});
const test = base.extend({ options: { seed } });

async function openEmails(
  world: World,
  ...opened: Parameters<typeof openMessages> extends [World, ...infer R] ? R : never
) {
  const panel = await openMessages(world, ...opened);
  await button(panel, 'E-mail').click();
  return panel;
}
const sent = (world: World, subject: string) =>
  world.crm.state.emails
    .all()
    .filter(
      (one) => one.lead_uuid === person(world).uuid && one.type === 'outbox' && one.subject === subject,
    );

describe('the e-mails of a known contact', () => {
  test('are shown as text: nothing of them runs, and no picture tells that they were read', async ({
    world,
  }) => {
    const panel = await openEmails(world);
    const title = await panel.page.title();
    const before = world.linkedIn.requests.length;
    await panel.page.getByText(/^It would\. See the/).waitFor();
    await panel.page.getByText(/^Pictures are not loaded/).waitFor();
    const links = panel.page.getByRole('listitem').getByRole('link');
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
      'https://brightfjord.example.com/plan',
    ]);
    await button(panel, 'Show what was quoted').click();
    await panel.page.getByText('Would the second week suit you?').waitFor();
    expect(await panel.page.title()).toBe(title);
    expect(world.linkedIn.requests.slice(before)).not.toContain('/pixel.gif');

    await panel.page.getByRole('button', { name: /^Night shifts/ }).click();
    await expect.poll(() => panel.page.getByText('Would the second week suit you?').count()).toBe(2);
  });

  test('are answered from the mailbox that wrote last, once, with its troubles told', async ({ world }) => {
    const panel = await openEmails(world);
    await panel.page
      .getByText(/^This mailbox had a problem 3 hours ago: “The mail server did not answer\.”$/)
      .waitFor();
    await expect
      .poll(() => panel.page.getByRole('textbox', { name: 'Subject' }).inputValue())
      .toBe('Re: Night shifts');
    expect(await panel.page.getByRole('textbox', { name: 'To', exact: true }).inputValue()).toBe(
      'ingrid@brightfjord.example.com',
    );
    await sendButton(panel).click();
    await panel.page.getByText('Write something first.').waitFor();
    await input(panel).fill('Hello <Ingrid>,\n\nwe bring boots.\nAnd maps.');
    await sendButton(panel).dblclick();
    await isEmpty(panel);
    const [email, ...others] = sent(world, 'Re: Night shifts');
    expect(others).toEqual([]);
    expect(email).toMatchObject({
      to_email: 'ingrid@brightfjord.example.com',
      from_email: 'marla@fernhill-partners.example.com',
    });
    expect(world.crm.state.emailBodies.all().find(({ uuid }) => uuid === email?.email_body_uuid)?.body).toBe(
      '<p>Hello &lt;Ingrid&gt;,</p><p>we bring boots.<br>And maps.</p>',
    );
  });

  test('stay in the form when sending fails, and go out once though the answer was lost', async ({
    world,
  }) => {
    const panel = await openEmails(world);
    const subject = panel.page.getByRole('textbox', { name: 'Subject' });
    await expect.poll(() => subject.inputValue()).toBe('Re: Night shifts');
    await subject.fill('Boots');
    await input(panel).fill('We bring boots.');
    world.crm.control.fail({ path: sendPath, fault: { kind: 'status', status: 429 } });
    await sendButton(panel).click();
    await panel.page.getByRole('alert').filter({ hasText: 'too many requests' }).waitFor();
    // The first form is refused by this Grinfi, so that the second is the one that arrives.
    world.crm.control.fail({ path: sendPath, skip: 1, fault: { kind: 'drop', when: 'after' } });
    await sendButton(panel).click();
    await panel.page.getByText(/^It is not certain whether this was sent/).waitFor();
    await panel.close();
    await world.browser.stopWorker();
    const popup = await openEmails(world, await world.popup());
    await popup.page.getByText(/^It is not certain whether this was sent/).waitFor();
    expect(await input(popup).inputValue()).toBe('We bring boots.');
    await sendButton(popup).click();
    await isEmpty(popup);
    expect(sent(world, 'Boots')).toHaveLength(1);
  });
});
