import { describe, expect } from 'vitest';
import { demoOwner, demoSeed } from '../fake-grinfi/seed.ts';
import { secondKey, secondOwner, withSecondWorkspace } from '../fake-grinfi/seed-second.ts';
import { type Capture, keyInput } from './harness/screens.ts';
import { test } from './harness/test.ts';
import type { World } from './harness/world.ts';

const upsert = { path: '/leads/api/leads/upsert' };

/** Adds the second key in the settings; its workspace is then shown. */
async function addSecond(world: World) {
  const settings = await world.browser.tab();
  await settings.goto(`${world.browser.origin}/options.html`);
  await settings.getByRole('button', { name: 'Add another workspace' }).click();
  await keyInput(settings).fill(secondKey);
  await settings.getByRole('button', { name: 'Check key' }).click();
  await settings.getByText('Saltmarsh Talent').waitFor();
  await settings.getByRole('button', { name: 'Use this key' }).click();
  await settings.getByRole('heading', { name: 'Your workspaces' }).waitFor();
  await settings.getByRole('combobox', { name: 'Stage for companies' }).waitFor();
  return settings;
}

/** By keyboard alone, in the header of the popup or panel. */
async function switchTo({ page }: Capture, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Workspace: / }).press('Enter');
  const item = page.getByRole('menuitemradio', { name });
  await page.getByRole('menu').waitFor();
  while (!(await item.evaluate((element) => element === document.activeElement)))
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: `Workspace: ${name}. Show another` }).waitFor();
}

const teamOf = (world: World, handle: string) =>
  world.crm.state.leads.all().flatMap((lead) => (lead.linkedin === handle ? [lead.team_id] : []));

describe('with the keys of two workspaces', () => {
  test.override({ options: { seed: withSecondWorkspace(demoSeed) } });

  test('each has its own lists and look-ups, and the header switches between them', async ({ world }) => {
    const [list] = world.crm.state.lists.of(demoOwner.teamId);
    world.crm.make.lead(demoOwner, { linkedin: 'ingrid-solvang', list_uuid: list?.uuid ?? '' });
    await addSecond(world);
    await world.visit('/in/ingrid-solvang/');
    const popup = await world.popup();
    await popup.isLookedUp('New');
    await popup.says('Also in Fernhill Partners');
    await popup.page.getByRole('combobox', { name: 'List', exact: true }).fill('Short');
    await popup.page.getByRole('option', { name: 'Shortlist', exact: true }).click();

    await switchTo(popup, 'Fernhill Partners');
    await popup.isLookedUp('In Grinfi');
    await popup.says('In none of your other workspaces');
    await switchTo(popup, 'Saltmarsh Talent');
    await popup.isLookedUp('New');
    // What was chosen for this workspace is still there.
    expect(await popup.page.getByRole('combobox', { name: 'List', exact: true }).inputValue()).toBe(
      'Shortlist',
    );
  });

  test('a save in one leaves what was chosen for the other', async ({ world }) => {
    await addSecond(world);
    await world.visit('/in/ingrid-solvang/');
    const popup = await world.popup();
    await popup.isLookedUp('New');
    await popup.choose('List', 'Shortlist');
    await switchTo(popup, 'Fernhill Partners');
    await popup.isLookedUp('New');
    await popup.choose('List', 'Warm intros');
    await popup.save();
    await popup.isSaved();
    await switchTo(popup, 'Saltmarsh Talent');
    await popup.isLookedUp('New');
    const list = popup.page.getByRole('combobox', { name: 'List', exact: true });
    expect(await list.inputValue()).toBe('Shortlist');
  });

  test('a save that waits for one is sent with its own key while the other is shown', async ({ world }) => {
    await addSecond(world);
    await world.visit('/in/ingrid-solvang/');
    const popup = await world.popup();
    await popup.isLookedUp('New');
    await popup.choose('List', 'Shortlist');
    const held = world.crm.control.hold(upsert);
    await popup.save();
    await held.reached();
    world.crm.control.fail({ ...upsert, fault: { kind: 'status', status: 503 } });
    await switchTo(popup, 'Fernhill Partners');
    held.release();
    await world.crm.control.until(() => teamOf(world, 'ingrid-solvang').length > 0);
    expect(teamOf(world, 'ingrid-solvang')).toEqual([secondOwner.teamId]);
    const writes = world.crm.control
      .log()
      .filter(({ method, path }) => method === 'POST' && path === upsert.path);
    expect(new Set(writes.map(({ key }) => key?.last4))).toEqual(new Set([secondKey.slice(-4)]));
  });

  test('a refused key stops its own workspace alone', async ({ world }) => {
    await addSecond(world);
    world.crm.control.revokeKey(secondKey);
    await world.visit('/in/ingrid-solvang/');
    const popup = await world.popup();
    await popup.isLookedUp('Could not check');
    await popup.choose('List', 'Shortlist');
    await popup.save();
    await popup.says('Saved here, will be sent when Grinfi accepts your key.');
    await switchTo(popup, 'Fernhill Partners');
    await popup.isLookedUp('New');
    await popup.says('Could not check Saltmarsh Talent');
    await popup.choose('List', 'Warm intros');
    await popup.save();
    await popup.isSaved();

    world.crm.control.allowKey(secondKey, secondOwner);
    await switchTo(popup, 'Saltmarsh Talent');
    await world.crm.control.until(() => teamOf(world, 'ingrid-solvang').length === 2);
    await popup.isSaved();
    await popup.says('Also in Fernhill Partners');
  });

  test('the settings rename one, choose the one to start with, and remove one', async ({ world }) => {
    const settings = await addSecond(world);
    const name = settings.getByRole('textbox', { name: 'Name of Saltmarsh Talent' });
    await name.fill('Talent');
    await name.press('Tab');
    await settings.getByRole('textbox', { name: 'Name of Talent' }).waitFor();
    await settings.getByRole('button', { name: 'Show Fernhill Partners' }).click();
    await settings.getByRole('button', { name: 'Show Talent' }).waitFor();
    await settings.getByRole('button', { name: 'Remove Talent' }).click();
    await settings.getByRole('alertdialog').getByRole('button', { name: 'Remove Talent' }).click();
    await settings.getByRole('button', { name: 'Forget key' }).waitFor();
    expect(await world.browser.message('checkKey', {})).toMatchObject({
      ok: true,
      value: { account: { workspaceName: 'Fernhill Partners' } },
    });
  });
});
