import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { World } from '../e2e/harness/world.ts';

/** A salesperson's morning on the sample pages, with a picture of every screen, light and dark. */
export async function demoJourney(world: World, folder: string, say: (text: string) => void): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const shoot = (page: Page, name: string) => picture(page, folder, name);

  say('A new profile: choose list, stage and tags, add a note, save.');
  await world.visit('/in/ingrid-solvang/');
  const popup = await world.popup();
  await popup.isLookedUp('New');
  await popup.choose('List', 'Warm intros');
  await popup.choose('Stage', 'Approaching');
  await popup.addTag('Decision maker');
  await popup.addTag('Ports', true);
  await popup.note.fill('Met at the harbour fair. Asks about night shifts.');
  await shoot(popup.page, 'popup-new');
  await popup.save();
  await popup.isSaved();
  await shoot(popup.page, 'popup-saved');
  await popup.close();

  say('Her company: choose a stage, save.');
  await world.visit('/company/brightfjord-systems/about/');
  const company = await world.popup();
  await company.isLookedUp('New');
  await company.choose('Stage', 'Target account');
  await shoot(company.page, 'popup-company');
  await company.save();
  await company.isSaved();
  await company.close();

  say('A colleague, in the side panel, with what was chosen last.');
  const tab = await world.visit('/in/priya-venkat-lund/');
  const panel = await world.panel();
  await panel.isLookedUp('New');
  await panel.page.getByRole('checkbox', { name: /Save .* as a company too/ }).check();
  const sheets = await beside(tab, panel.page, folder);
  await shoot(panel.page, 'panel-new');
  await panel.save();
  await panel.isSaved();
  await shoot(panel.page, 'panel-saved');

  say('The first profile again: Grinfi knows her.');
  await world.visit('/in/ingrid-solvang/');
  await panel.isLookedUp('In Grinfi');
  await shoot(panel.page, 'panel-known');
  await panel.close();

  const settings = await world.browser.context.newPage();
  await settings.goto(`${world.browser.origin}/options.html`);
  await settings.getByText('Ready.').waitFor();
  await shoot(settings, 'options');
  await settings.close();
  await draw(world, sheets);
}

const schemes = ['light', 'dark'] as const;

async function picture(page: Page, folder: string, name: string): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    // The focus ring belongs to the keyboard; a picture is looked at.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`) });
  }
  await page.emulateMedia({ colorScheme: null });
}

interface Sheet {
  file: string;
  html: string;
}

/** Page and panel side by side, as the window shows them; no picture of the browser holds both. */
async function beside(page: Page, panel: Page, folder: string): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  const image = (png: Buffer) => `<img src="data:image/png;base64,${png.toString('base64')}">`;
  for (const colorScheme of schemes) {
    await panel.emulateMedia({ colorScheme });
    const left = image(await page.screenshot());
    const right = image(await panel.screenshot());
    const file = path.join(folder, `panel-beside-page-${colorScheme}.png`);
    sheets.push({
      file,
      html: `<body style="margin:0"><div style="display:inline-flex;gap:1px;background:#888">${left}${right}</div>`,
    });
  }
  await panel.emulateMedia({ colorScheme: null });
  return sheets;
}

/** In a tab of its own, so only when no panel is open any more that would follow to it. */
async function draw(world: World, sheets: Sheet[]): Promise<void> {
  const page = await world.browser.context.newPage();
  for (const { file, html } of sheets) {
    await page.setContent(html, { waitUntil: 'load' });
    await page.locator('div').screenshot({ path: file });
  }
  await page.close();
}
