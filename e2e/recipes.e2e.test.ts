import { describe, expect } from 'vitest';
import { demoOwner } from '../fake-grinfi/seed.ts';
import { contact, counts, landed } from './harness/crm.ts';
import { knownSeed, person } from './harness/known-seed.ts';
import { test } from './harness/test.ts';
import type { World } from './harness/world.ts';

describe('recipes', () => {
  test('one made from the form is done for the next person with Alt and its number', async ({ world }) => {
    await world.visit('/in/ingrid-solvang/');
    const first = await world.popup();
    await first.isLookedUp('New');
    await first.choose('List', 'Warm intros');
    await first.choose('Stage', 'Approaching');
    await first.addTag('Partner');
    await first.note.fill('Met Ingrid at the fair');
    await first.page.getByRole('button', { name: 'Save as recipe' }).click();
    const name = first.page.getByRole('textbox', { name: 'Name of the recipe' });
    await name.fill('Fair');
    await name.press('Enter');
    const preview = first.page.getByText('List Warm intros · Stage Approaching · Partner · Note');
    await preview.filter({ visible: true }).waitFor();
    await first.page.getByRole('button', { name: 'Fair' }).click();
    await first.isSaved();
    expect(contact(world, 'ingrid-solvang')).toEqual({
      list: 'Warm intros',
      stage: 'Approaching',
      tags: ['Partner'],
      notes: ['Met Ingrid at the fair'],
    });
    await first.close();

    await world.visit('/in/priya-venkat-lund/');
    const second = await world.popup();
    await second.isLookedUp('New');
    await second.page.getByRole('button', { name: 'Fair' }).waitFor();
    await second.page.keyboard.press('Alt+Digit1');
    await second.isSaved();
    expect(contact(world, 'priya-venkat-lund')).toEqual({
      list: 'Warm intros',
      stage: 'Approaching',
      tags: ['Partner'],
      notes: ['Met Priya at the fair'],
    });
    await second.close();

    // With no screen of ours open, by the key that the browser has for it.
    await world.visit('/in/marek-dolezal-illustration/');
    await pressCommand(world, 'recipe-1');
    await landed(world, 'marek-dolezal-illustration');
    await world.crm.control.until(({ notes }) =>
      notes.all().some(({ note }) => note === 'Met Marek at the fair'),
    );
    expect(contact(world, 'marek-dolezal-illustration')).toMatchObject({
      list: 'Warm intros',
      stage: 'Approaching',
      tags: ['Partner'],
    });
  });
});

describe('a recipe with a task and an automation', () => {
  const dayMs = 86_400_000;
  test.override({
    options: {
      seed: knownSeed(({ lead_uuid }, make) => {
        const on = { object_type: 'lead', object_uuid: lead_uuid } as const;
        make.activity(demoOwner, on, 'linkedin_message_replied', {}, 3 * dayMs + 3_600_000);
      }),
    },
  });
  const tasks = (world: World) =>
    world.crm.state.tasks.all().filter(({ lead_uuid }) => lead_uuid === person(world).uuid);
  const enrolments = (world: World) =>
    world.crm.state.enrolments.all().filter(({ lead_uuid }) => lead_uuid === person(world).uuid);

  test('warns before the press, does both once though the worker is killed, and takes both back', async ({
    world,
  }) => {
    await world.visit('/in/ingrid-solvang/');
    const panel = await world.panel();
    const { page } = panel;
    await panel.isLookedUp('In Grinfi');
    const before = counts(world);
    await page.getByRole('button', { name: 'Save as recipe' }).click();
    await page.getByRole('textbox', { name: 'Name of the recipe' }).fill('Follow up');
    await page.getByText('Add a task or an automation').click();
    await page.getByRole('combobox', { name: 'Task' }).selectOption('LinkedIn message');
    await page.getByRole('combobox', { name: 'Sender' }).selectOption('Marla Quillfeather · Europe');
    await page.getByLabel('Due in days').fill('3');
    await page.getByRole('textbox', { name: 'Text' }).fill('Ask {firstName} about May');
    await page
      .getByRole('combobox', { name: 'Automation', exact: true })
      .selectOption('Conference follow-up');
    await page.getByRole('button', { name: 'Keep' }).click();

    const preview =
      'Task in 3 days: LinkedIn message, Marla Quillfeather: “Ask Ingrid about May” · Automation: Conference follow-up';
    await page.getByText(preview).filter({ visible: true }).waitFor();
    await page.getByRole('list', { name: 'Conference follow-up' }).getByText('Replied 3 days ago').waitFor();

    // Grinfi does what it is asked, and the worker that would hear of it is gone.
    const held = world.crm.control.hold({
      method: 'POST',
      path: '/flows/api/flows/*/leads/*',
      when: 'after',
    });
    await page.getByRole('button', { name: 'Follow up' }).click();
    await held.reached();
    await world.browser.stopWorker();
    held.release();
    await world.browser.wakeWorker();
    await panel.isUpdated();
    expect(tasks(world)).toMatchObject([
      { payload: { template: 'Ask Ingrid about May' }, status: 'in_progress' },
    ]);
    expect(enrolments(world).map(({ status }) => status)).toEqual(['in_progress']);

    await page.getByRole('button', { name: /^Undo/ }).click();
    await world.crm.control.until(() =>
      [...tasks(world), ...enrolments(world)].every(({ status }) => status === 'canceled'),
    );
    expect(tasks(world)).toHaveLength(1);
    expect(enrolments(world)).toHaveLength(1);
    expect(counts(world)).toEqual(before);
  });
});

/** As the browser does it: no key that a test can press reaches its commands. */
async function pressCommand({ browser }: World, command: string): Promise<void> {
  const [worker] = browser.context.serviceWorkers();
  if (!worker) throw new Error('The worker is not there.');
  await worker.evaluate(async (name) => {
    const [tab] = await chrome.tabs.query({ url: 'https://www.linkedin.com/*' });
    const { onCommand } = chrome.commands as unknown as {
      onCommand: { dispatch: (command: string, tab: chrome.tabs.Tab | undefined) => void };
    };
    onCommand.dispatch(name, tab);
  }, command);
}
