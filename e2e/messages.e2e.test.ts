import { describe, expect } from 'vitest';
import { demoOwner, demoSeed, type Seed } from '../fake-grinfi/seed.ts';
import { contactRow } from './harness/crm.ts';
import type { Capture } from './harness/screens.ts';
import { test as base } from './harness/test.ts';
import type { World } from './harness/world.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const sendPath = '/flows/api/linkedin-messages';

/** Ingrid has a long thread with Marla: two messages of hers are unread, one of ours failed. */
const seed: Seed = (state, make) => {
  demoSeed(state, make);
  const list = state.lists.all().find((one) => one.name === 'Warm intros');
  const marla = state.senders.all().find((one) => one.first_name === 'Marla');
  const { uuid: lead_uuid } = make.lead(demoOwner, {
    first_name: 'Ingrid',
    last_name: 'Solvang',
    linkedin: 'ingrid-solvang',
    list_uuid: list?.uuid ?? '',
  });
  const message = (text: string, ageMs: number, more: object = {}) => {
    const at = make.stamp(ageMs);
    const sender_profile_uuid = marla?.uuid ?? '';
    make.message(demoOwner, {
      ...{ lead_uuid, sender_profile_uuid, text, status: 'done', created_at: at, sent_at: at },
      ...more,
    });
  };
  for (let day = 60; day > 20; day -= 1) message(`Harbour report ${day}`, day * dayMs);
  message('We slipped', 9 * dayMs, { status: 'failed', sent_at: null, fail_reason: 'Logged out.' });
  const theirs = { type: 'inbox' } as const;
  message('Which berth is yours?', 2 * dayMs, { ...theirs, read_at: make.stamp(dayMs) });
  message('And which night?', dayMs + hourMs, theirs);
  message('See https://harbour.example.com/berths.', dayMs, theirs);
};
const test = base.extend({ options: { seed } });

async function openMessages(world: World, panel?: Capture): Promise<Capture> {
  if (!panel) await world.visit('/in/ingrid-solvang/');
  const shown = panel ?? (await world.panel());
  await shown.isLookedUp('In Grinfi');
  await shown.page.getByRole('tab', { name: /^Messages/ }).click();
  return shown;
}

const button = (panel: Capture, name: string) => panel.page.getByRole('button', { name, exact: true });
const sendButton = (panel: Capture) => panel.page.getByRole('button', { name: /^(Send|Try again) / });
const input = (panel: Capture) => panel.page.getByRole('textbox', { name: 'Message to Ingrid' });
const bubbles = (panel: Capture) => panel.page.getByRole('listitem');
const bubble = (panel: Capture, text: string) => bubbles(panel).filter({ hasText: text });
/** Waits until the message has left the form. */
const isEmpty = (panel: Capture) =>
  panel.page.waitForFunction(() => !document.querySelector<HTMLTextAreaElement>('.composer textarea')?.value);
const sent = (world: World, text: string) =>
  world.crm.state.messages
    .all()
    .filter((one) => one.lead_uuid === contactRow(world, 'ingrid-solvang').uuid && one.text === text);

describe('the LinkedIn messages of a known contact', () => {
  test('say beforehand how many are unread, at no cost, and stand in order of time', async ({ world }) => {
    await world.visit('/in/ingrid-solvang/');
    const panel = await world.panel();
    await panel.isLookedUp('In Grinfi');
    await panel.page.getByRole('tab', { name: 'Messages 2 unread messages' }).waitFor();
    expect(world.crm.control.log({ path: sendPath })).toEqual([]);
    await button(panel, '2 unread messages').click();

    await bubbles(panel).last().getByText('See https://harbour.example.com/berths.').waitFor();
    expect(await bubbles(panel).last().isVisible()).toBe(true);
    const link = panel.page.getByRole('link', { name: 'https://harbour.example.com/berths', exact: true });
    expect(await link.getAttribute('href')).toBe('https://harbour.example.com/berths');
    await panel.page.getByRole('heading', { name: 'Yesterday' }).waitFor();

    await bubble(panel, 'Harbour report 46').waitFor();
    expect(await bubble(panel, 'Harbour report 60').count()).toBe(0);
    await button(panel, 'Show earlier').click();
    await bubble(panel, 'Harbour report 60').waitFor();
    expect(await bubbles(panel).first().textContent()).toContain('Harbour report 60');
    await button(panel, 'Show earlier').waitFor({ state: 'detached' });
  });

  test('are marked as read in Grinfi when the user says so', async ({ world }) => {
    const panel = await openMessages(world);
    await panel.page.getByText('2 new', { exact: true }).waitFor();
    await button(panel, 'Mark as read').click();
    await panel.page.getByText('2 new', { exact: true }).waitFor({ state: 'detached' });
    await panel.page.getByRole('tab', { name: 'Messages', exact: true }).waitFor();
    expect(world.crm.state.messages.all().filter((one) => one.type === 'inbox' && !one.read_at).length).toBe(
      world.crm.state.messages.all().filter((one) => one.text.startsWith('With a pencil')).length,
    );
    expect(contactRow(world, 'ingrid-solvang').unread_counts).toEqual([]);
  });

  test('are sent through the sender who wrote last, once, however often it is clicked', async ({ world }) => {
    const panel = await openMessages(world);
    const sender = panel.page.getByRole('combobox', { name: 'From' });
    await sender
      .getByRole('option', { name: /^Jonas Ebbwater · on hold until / })
      .waitFor({ state: 'attached' });
    expect(await sender.locator('option:checked').textContent()).toBe('Marla Quillfeather');
    expect(await sender.getByRole('option', { name: /^Former Colleague/ }).isDisabled()).toBe(true);

    await input(panel).fill('Berth 7, Thursday night.');
    await sendButton(panel).dblclick();
    await bubble(panel, 'Berth 7, Thursday night.').getByText('Waits to be sent').waitFor();
    expect(await input(panel).inputValue()).toBe('');
    expect(sent(world, 'Berth 7, Thursday night.')).toMatchObject([{ linkedin_type: 'message' }]);
    // Who answers has read it.
    await panel.page.getByText('2 new', { exact: true }).waitFor({ state: 'detached' });

    await button(panel, 'InMail').click();
    await input(panel).fill('A word on berths');
    await sendButton(panel).click();
    await panel.page.getByText('A subject is needed.').waitFor();
    await panel.page.getByRole('textbox', { name: 'Subject' }).fill('Berth 7');
    await input(panel).press('Control+Enter');
    await bubble(panel, 'A word on berths')
      .getByText(/InMail/)
      .waitFor();
    expect(sent(world, 'A word on berths')).toMatchObject([{ linkedin_type: 'InMail', subject: 'Berth 7' }]);
  });

  test('that failed say why and are sent again, once', async ({ world }) => {
    const panel = await openMessages(world);
    const failed = bubble(panel, 'We slipped');
    await failed.getByText(/Not sent\. It said: “Logged out\.”/).waitFor();
    world.crm.control.fail({ path: `${sendPath}/*/retry`, fault: { kind: 'drop', when: 'after' } });
    await failed.getByRole('button', { name: 'Retry' }).click();
    await failed.getByRole('alert').waitFor();
    await failed.getByRole('button', { name: 'Retry' }).click();
    await failed.getByText('Waits to be sent').waitFor();
    expect(world.crm.control.log({ path: `${sendPath}/*/retry` })).toHaveLength(1);
  });

  test('stay in the form when sending fails, and go out once though the answer was lost', async ({
    world,
  }) => {
    const panel = await openMessages(world);
    await input(panel).fill('Berth 7 it is.');
    for (const status of [429, 422]) {
      world.crm.control.fail({ method: 'POST', path: sendPath, fault: { kind: 'status', status } });
      await sendButton(panel).click();
      await panel.page.getByRole('alert').waitFor();
      expect(await input(panel).inputValue()).toBe('Berth 7 it is.');
      expect(await panel.page.getByText(/^It is not certain whether this was sent/).count()).toBe(0);
    }
    // Grinfi takes the message, and its answer is lost; then the worker, the panel and the other screen.
    world.crm.control.fail({ method: 'POST', path: sendPath, fault: { kind: 'drop', when: 'after' } });
    await sendButton(panel).click();
    await panel.page.getByText(/^It is not certain whether this was sent/).waitFor();
    await panel.close();
    await world.browser.stopWorker();
    const popup = await openMessages(world, await world.popup());
    await popup.page.getByText(/^It is not certain whether this was sent/).waitFor();
    expect(await input(popup).inputValue()).toBe('Berth 7 it is.');
    await sendButton(popup).click();
    await isEmpty(popup);
    expect(await popup.page.getByText(/^It is not certain/).count()).toBe(0);
    expect(sent(world, 'Berth 7 it is.')).toHaveLength(1);
  });

  test('go out once from two screens that both hold the draft', async ({ world }) => {
    const panel = await openMessages(world);
    await input(panel).fill('Berth 7, please.');
    const popup = await openMessages(world, await world.popup());
    await popup.page.getByText('Which berth is yours?').waitFor();
    expect(await input(popup).inputValue()).toBe('Berth 7, please.');
    const held = world.crm.control.hold({ method: 'POST', path: sendPath });
    await sendButton(popup).click();
    await held.reached();
    await sendButton(panel).click();
    held.release();
    await isEmpty(panel);
    await isEmpty(popup);
    expect(sent(world, 'Berth 7, please.')).toHaveLength(1);
    expect(world.crm.control.log({ method: 'POST', path: sendPath })).toHaveLength(1);
  });

  test('that cannot be loaded leave the other tabs alone, and come when asked again', async ({ world }) => {
    world.crm.control.fail({
      method: 'GET',
      path: sendPath,
      times: 4,
      fault: { kind: 'status', status: 500 },
    });
    const panel = await openMessages(world);
    await panel.page
      .getByRole('tabpanel', { name: /^Messages/ })
      .getByRole('alert')
      .waitFor();
    await panel.page.getByRole('tab', { name: 'Overview' }).click();
    await panel.isLookedUp('In Grinfi');
    await panel.page.getByRole('tab', { name: /^Messages/ }).click();
    await panel.page.getByText('Which berth is yours?').waitFor();
  });
});
