import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { knownSeed, openMessages } from '../e2e/harness/known-seed.ts';
import { type Capture, keyInput } from '../e2e/harness/screens.ts';
import type { World } from '../e2e/harness/world.ts';
import { demoOwner, type Seed } from '../fake-grinfi/seed.ts';
import { secondKey, withSecondWorkspace } from '../fake-grinfi/seed-second.ts';

/** The pictures of the README: every row of its table on the sample pages, one file each. */

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Ingrid, with a past: who wrote, what is planned, where she works. */
export const pictureSeed: Seed = withSecondWorkspace(
  knownSeed(({ lead_uuid, sender_profile_uuid, mailbox_uuid }, make, state) => {
    const lead = state.leads.all().find(({ uuid }) => uuid === lead_uuid);
    const company = make.company(demoOwner, {
      name: 'Brightfjord Systems',
      linkedin: 'brightfjord-systems',
      industry: 'Fishing',
    });
    if (lead)
      state.leads.update(lead, {
        company_name: company.name,
        company_uuid: company.uuid,
        position: 'Head of Ports',
      });
    const on = { object_type: 'lead', object_uuid: lead_uuid } as const;
    make.activity(demoOwner, on, 'linkedin_connection_request_accepted', {}, 60 * dayMs);
    for (const day of [40, 24, 9]) make.activity(demoOwner, on, 'linkedin_message_sent', {}, day * dayMs);
    make.activity(demoOwner, on, 'linkedin_message_replied', {}, 3 * dayMs + hourMs);
    make.note(demoOwner, { object: 'lead', object_uuid: lead_uuid, note: 'Met at the harbour fair.' });
    const task = { lead_uuid, sender_profile_uuid };
    make.task(demoOwner, {
      ...task,
      payload: { template: 'Shall we talk about the night shift?' },
      schedule_at: make.stamp(2 * dayMs),
    });
    make.task(demoOwner, {
      ...task,
      type: 'email_send_message',
      payload: { template: 'The berth plan, as promised.' },
      schedule_at: make.stamp(-3 * dayMs),
    });
    const message = (text: string, ageMs: number, more: object = {}) => {
      const at = make.stamp(ageMs);
      make.message(demoOwner, { ...task, text, status: 'done', created_at: at, sent_at: at, ...more });
    };
    message('It was good to meet you at the fair.', 9 * dayMs);
    message('Likewise! Which berth is yours?', 3 * dayMs + hourMs, { type: 'inbox' });
    const marla = { name: 'Marla Quillfeather', email: 'marla@fernhill-partners.example.com' };
    make.email(demoOwner, {
      ...task,
      mailbox_uuid,
      ...{ from_name: marla.name, from_email: marla.email },
      ...{ to_name: 'Ingrid Solvang', to_email: 'ingrid@brightfjord.example.com' },
      ...{ subject: 'Night shifts', body: '<p>Would the second week suit you?</p>' },
      ...{ sent_at: make.stamp(50 * hourMs), created_at: make.stamp(50 * hourMs) },
    });
  }),
);

/** As wide as most keep the panel. */
const width = 400;

export async function pictureJourney(
  world: World,
  folder: string,
  say: (text: string) => void,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const shoot: Shoot = async (page, name, { height = 620, at } = {}) => {
    say(name);
    await page.setViewportSize({ width, height });
    await at?.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await blur(page);
    await page.mouse.move(0, 0);
    await page.screenshot({ path: path.join(folder, `${name}.png`), scale: 'css' });
  };
  await hero(world, folder, say);
  await knownContact(world, shoot);
  await forms(world, shoot);
  await settings(world, shoot);
}

/** The focus ring belongs to the keyboard; a picture is looked at. */
const blur = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());

/** @param given `at`: what must be seen */
type Shoot = (page: Page, name: string, given?: { height?: number; at?: Locator }) => Promise<void>;

const button = ({ page }: Capture, name: string | RegExp) => page.getByRole('button', { name });
const tab = ({ page }: Capture, name: RegExp) => page.getByRole('tab', { name }).click();

/** The page and the panel side by side, as the window shows them; no picture of the browser holds both. */
async function hero(world: World, folder: string, say: (text: string) => void): Promise<void> {
  say('hero');
  const page = await world.visit('/in/ingrid-solvang/');
  const panel = await world.panel();
  await panel.isLookedUp('In Grinfi');
  await panel.says(/^Replied/);
  await page.setViewportSize({ width: 860, height: 760 });
  await panel.page.setViewportSize({ width, height: 760 });
  await blur(panel.page);
  const image = (png: Buffer) => `<img src="data:image/png;base64,${png.toString('base64')}">`;
  const left = image(await page.screenshot());
  const right = image(await panel.page.screenshot());
  await panel.close();
  const sheet = await world.browser.context.newPage();
  await sheet.setContent(
    `<body style="margin:0"><div style="display:inline-flex;gap:1px;background:#888">${left}${right}</div>`,
    { waitUntil: 'load' },
  );
  await sheet.locator('div').screenshot({ path: path.join(folder, 'hero.png') });
  await sheet.close();
}

async function knownContact(world: World, shoot: Shoot): Promise<void> {
  await world.visit('/in/ingrid-solvang/');
  const panel = await world.panel();
  const { page } = panel;
  await panel.isLookedUp('In Grinfi');
  const changes = page.getByText(/^\d+ changes$/);
  await changes.click();
  await shoot(page, 'contacts', { height: 760 });
  await changes.click();
  await tab(panel, /Notes/);
  await page.getByText('Met at the harbour fair.').waitFor();
  await shoot(page, 'notes');
  await tab(panel, /Activity/);
  await page.getByText(/^Connected on LinkedIn since /).waitFor();
  await shoot(page, 'activities');
  await tab(panel, /Automations/);
  await page.getByText('Replied 3 days ago').waitFor();
  await page.getByRole('combobox', { name: 'Automation', exact: true }).selectOption('Conference follow-up');
  await shoot(page, 'automations');
  await tab(panel, /Tasks/);
  await page.getByText('The berth plan, as promised.').waitFor();
  await shoot(page, 'tasks', { height: 700 });
  await button(panel, 'New task').click();
  await page.getByRole('combobox', { name: 'Sender' }).selectOption('Marla Quillfeather · Europe');
  await shoot(page, 'senders', { height: 700 });
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();

  await openMessages(world, panel);
  await page.getByText('Which berth is yours?').waitFor();
  await page.getByRole('textbox', { name: 'Message to Ingrid' }).fill('Berth 14. Coffee there on Friday?');
  await shoot(page, 'messages', { height: 760 });
  await page.locator('input[type=file]').setInputFiles({
    name: 'berths.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.alloc(340_000, 'x'),
  });
  const file = page.getByRole('listitem').filter({ hasText: 'berths.pdf' });
  await file.getByText('340 kB · pdf', { exact: true }).waitFor();
  await shoot(page, 'attachments', { height: 760 });
  await button(panel, 'AI template').click();
  await page.getByRole('combobox', { name: 'AI template' }).selectOption('First hello');
  await button(panel, 'Write a draft').click();
  await button(panel, 'Put into the message').waitFor();
  await shoot(page, 'ai-templates', { height: 900 });
  await page.getByRole('button', { name: 'E-mail', exact: true }).click();
  await page.getByText('Night shifts').first().waitFor();
  await page.getByText('Would the second week suit you?').waitFor();
  await page.getByText(/^This mailbox had a problem/).waitFor();
  await shoot(page, 'emails', { height: 760 });
  await panel.close();
}

async function forms(world: World, shoot: Shoot): Promise<void> {
  await world.visit('/company/brightfjord-systems/about/');
  const company = await world.panel();
  await company.isLookedUp('In Grinfi');
  await company.says('Ingrid Solvang');
  await shoot(company.page, 'companies', { height: 800, at: company.page.getByText('Ingrid Solvang') });
  await company.close();

  await world.visit('/in/priya-venkat-lund/');
  const panel = await world.panel();
  const { page } = panel;
  await panel.isLookedUp('New');
  await panel.choose('List', 'Warm intros');
  await panel.choose('Stage', 'Approaching');
  await panel.addTag('Decision maker');
  await panel.addTag('Ports', true);
  await shoot(page, 'lists', { height: 700 });
  await button(panel, 'Save as recipe').click();
  await page.getByRole('textbox', { name: 'Name of the recipe' }).fill('After the fair');
  await page.getByText('Add a task or an automation').click();
  await page.getByRole('combobox', { name: 'Task' }).selectOption('LinkedIn message');
  await page.getByRole('combobox', { name: 'Sender' }).selectOption('Marla Quillfeather · Europe');
  await page.getByRole('textbox', { name: 'Text' }).fill('Ask {firstName} about May');
  await page.getByRole('combobox', { name: 'Automation', exact: true }).selectOption('Conference follow-up');
  await button(panel, 'Keep').click();
  await page
    .getByText(/Automation: Conference/)
    .filter({ visible: true })
    .waitFor();
  await shoot(page, 'recipes', { height: 760 });
  await page.getByText('More', { exact: true }).click();
  const fields = page.getByRole('textbox', { name: 'lead_source' });
  await fields.fill('Harbour fair');
  await shoot(page, 'custom-fields', { height: 700, at: fields });
  await panel.close();
}

async function settings(world: World, shoot: Shoot): Promise<void> {
  const page = await world.browser.context.newPage();
  await page.goto(`${world.browser.origin}/options.html`);
  await page.getByRole('button', { name: 'Show the workspace' }).click();
  await page.getByRole('tab', { name: 'Webhooks', exact: true }).click();
  await page.getByRole('tabpanel').getByText('Replies to the team channel').waitFor();
  await shoot(page, 'workspace', { height: 700, at: page.getByRole('tabpanel') });

  await page.goto(`${world.browser.origin}/options.html`);
  await page.getByRole('button', { name: 'Add another workspace' }).click();
  await keyInput(page).fill(secondKey);
  await page.getByRole('button', { name: 'Check key' }).click();
  await page.getByRole('button', { name: 'Use this key' }).click();
  await page.getByRole('heading', { name: 'Your workspaces' }).waitFor();
  await page.close();
  await world.visit('/in/ingrid-solvang/');
  const panel = await world.panel();
  await panel.says('Also in Fernhill Partners');
  await panel.isLookedUp('New');
  await panel.page.getByRole('button', { name: /^Workspace: / }).click();
  await panel.page.getByRole('menu').waitFor();
  await shoot(panel.page, 'workspaces', { height: 620 });
  await panel.close();
}
