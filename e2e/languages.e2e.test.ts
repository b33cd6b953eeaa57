import type { Frame, Page } from 'playwright-core';
import { afterAll, describe, expect } from 'vitest';
import { demoKey, demoOwner, demoSeed, type Seed } from '../fake-grinfi/seed.ts';
import { Table } from '../fake-grinfi/state.ts';
import { spills, wordsOn } from './harness/page-faults.ts';
import { type PseudoBuild, type PseudoLanguage, pseudoBuild } from './harness/pseudo-locale.ts';
import { test as base } from './harness/test.ts';
import type { World } from './harness/world.ts';

/** Somebody with something in each tab, as the screens of a known contact show it. */
const seed: Seed = (state, make) => {
  demoSeed(state, make);
  const list = state.lists.all().find((one) => one.name === 'Warm intros');
  const { uuid } = make.lead(demoOwner, {
    first_name: 'Ingrid',
    last_name: 'Solvang',
    linkedin: 'ingrid-solvang',
    list_uuid: list?.uuid ?? '',
  });
  const on = { object_type: 'lead', object_uuid: uuid } as const;
  make.activity(demoOwner, on, 'linkedin_message_replied', {}, 3 * 24 * 3_600_000);
  make.note(demoOwner, { object: 'lead', object_uuid: uuid, note: 'Met at the harbour fair.' });
  const sender_profile_uuid = state.senders.all()[0]?.uuid ?? '';
  make.task(demoOwner, { lead_uuid: uuid, sender_profile_uuid, schedule_at: make.stamp(2 * 24 * 3_600_000) });
};

interface Fixtures {
  language: PseudoLanguage;
  build: PseudoBuild;
}

const builds = new Map<PseudoLanguage, PseudoBuild>();
afterAll(() => Promise.all([...builds.values()].map((build) => build.remove())));

const inLanguage = base.extend<Fixtures>({
  language: 'accented',
  build: async ({ language }, use) => {
    const build = builds.get(language) ?? (await pseudoBuild(language));
    builds.set(language, build);
    await use(build);
  },
});
const test = inLanguage.override({
  options: async ({ build }, use) => {
    await use({ seed, key: false, extension: build.folder });
  },
});

/** Without blanks, which a reader may set otherwise than the page. */
const bare = (text: string) => text.replaceAll(/\s+/g, '');

/** Everything that a text may come from other than the language files: the page that is read, and the CRM. */
async function knownData(world: World, tab: Page | Frame | undefined): Promise<string> {
  const { state } = world.crm;
  const rows = Object.values(state).map((table: unknown) => {
    if (table instanceof Table) return table.all();
    return table instanceof Map ? [...table.values()] : table;
  });
  const shown = tab ? await tab.evaluate(() => document.documentElement.textContent) : '';
  // Senders' names are shown in one.
  const names = state.senders.all().map((sender) => `${sender.first_name} ${sender.last_name}`);
  return bare(`${JSON.stringify([rows, names])} ${shown} ${tab ? await tab.content() : ''}`);
}

/** Words on the page that neither stand in the brackets of a text nor are somebody's data. */
async function strangers(page: Page, data: string): Promise<string[]> {
  const outside = (words: string) => words.replaceAll(/\[[^[\]]*(\[[^[\]]*\][^[\]]*)*\]/g, ' ').trim();
  const words = (await wordsOn(page))
    .flatMap((text) => outside(text).split(/\s·(?:\s|$)|[,:] /))
    .map((text) => text.trim())
    .filter((text) => /\p{L}/u.test(text));
  // Names of the product, keys, and the browser's own words for dates.
  const named =
    /^(Grinfi Capture( –)?|Ctrl.*|(Alt|Shift|Ctrl|\+)+[A-Z]?|.*\d.*|[A-Z]{1,2}|[A-Z]|[A-Za-z.]+\.(com|io)\S*)$/;
  return words.filter((text) => !named.test(text) && !data.includes(bare(text)));
}

/** The frame that the sample is shown in. */
async function sampleOf(page: Page): Promise<Frame> {
  const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
  if (!frame) throw new Error('There is no sample.');
  return frame;
}

/** Looks over a screen; what it finds wrong is kept in `faults`. */
function looker(world: World, language: PseudoLanguage) {
  const faults: string[] = [];
  const look = async (page: Page, what: string, tab?: Page | Frame) => {
    const direction = await page.evaluate(() => getComputedStyle(document.body).direction);
    if (direction !== (language === 'rightToLeft' ? 'rtl' : 'ltr')) faults.push(`${what}: is ${direction}`);
    const texts = await strangers(page, await knownData(world, tab));
    faults.push(...texts.map((text) => `${what}: not translated: ${text}`));
    faults.push(...(await spills(page)).map((spill) => `${what}: ${spill}`));
  };
  return { faults, look };
}

async function narrow(page: Page): Promise<Page> {
  await page.setViewportSize({ width: 320, height: 700 });
  return page;
}

/** A panel in a tab of its own, which can be as narrow as a panel may be. */
async function narrowPanel(world: World): Promise<Page> {
  const bare = await world.browser.bare();
  const tabId = await bare.evaluate(
    async () => (await chrome.tabs.query({ url: 'https://*.linkedin.com/*' }))[0]?.id,
  );
  const panel = await narrow(await world.browser.context.newPage());
  await panel.goto(`${world.browser.origin}/sidepanel.html?tab=${tabId}`);
  return panel;
}

describe.for(['accented', 'rightToLeft'] as const)('in a language that is %s, at 320 px', (language) => {
  test.override({ language });

  test('settings, help and sample are translated and fit', async ({ world, build: { say } }) => {
    const { faults, look } = looker(world, language);
    const page = await narrow(await world.browser.pageOf('options.html'));
    await page.getByRole('button', { name: say('checkKey') }).waitFor();
    await look(page, 'first run');
    await page.getByRole('textbox', { name: say('keyLabel') }).fill(demoKey);
    await page.getByRole('button', { name: say('checkKey') }).click();
    await page.getByRole('button', { name: say('useKey') }).click();
    await page.getByRole('combobox', { name: say('companyStage') }).waitFor();
    await look(page, 'settings');
    await page.goto(`${world.browser.origin}/help.html`);
    await page.getByRole('heading', { name: say('policyTitle') }).waitFor();
    await look(page, 'help');
    await page.goto(`${world.browser.origin}/try.html`);
    await page.getByRole('button', { name: say('save') }).waitFor();
    await look(page, 'try it', await sampleOf(page));
    expect(faults).toEqual([]);
  });

  test('popup and panel are translated and fit', async ({ world, build: { say } }) => {
    const { faults, look } = looker(world, language);
    await world.browser.pageOf('options.html');
    await world.browser.message('saveKey', { key: demoKey, keep: 'always' });
    await world.browser.message('refreshCatalog', {});
    const tab = await world.visit('/in/priya-venkat-lund/');
    const popup = (await world.popup()).page;
    await popup.getByText(say('stateNew'), { exact: true }).waitFor();
    await look(popup, 'popup', tab);
    await popup.close();

    const panel = await narrowPanel(world);
    await panel.getByText(say('stateNew'), { exact: true }).waitFor();
    await look(panel, 'a new person', tab);
    await panel.getByRole('combobox', { name: say('list') }).fill('Warm intros');
    await panel.getByRole('option', { name: 'Warm intros', exact: true }).click();
    await panel
      .getByRole('button', { name: say('save') })
      .first()
      .click();
    await panel.getByText(say('saved')).first().waitFor();
    await look(panel, 'saved', tab);

    await tab.goto('https://www.linkedin.com/company/brightfjord-systems/about/');
    await panel.getByText(say('stateNew'), { exact: true }).waitFor();
    await look(panel, 'a company', tab);

    await tab.goto('https://www.linkedin.com/search/results/people/?keywords=sdui');
    await panel.getByText(say('stateNew'), { exact: true }).first().waitFor();
    await panel.getByRole('button', { name: say('tickNew') }).click();
    await look(panel, 'a list of people', tab);

    await tab.goto('https://www.linkedin.com/feed/');
    await panel.getByText(say('unsupportedTitle')).waitFor();
    await look(panel, 'a page that is not read', tab);
    await panel.getByRole('button', { name: say('recentSaves') }).click();
    await panel.getByRole('button', { name: say('history') }).waitFor();
    await look(panel, 'outbox', tab);
    expect(faults).toEqual([]);
  });

  test('the tabs of a known contact are translated and fit', async ({ world, build: { say } }) => {
    const { faults, look } = looker(world, language);
    await world.browser.pageOf('options.html');
    await world.browser.message('saveKey', { key: demoKey, keep: 'always' });
    const tab = await world.visit('/in/ingrid-solvang/');
    const panel = await narrowPanel(world);
    await panel.getByText(say('stateKnown'), { exact: true }).waitFor();
    for (const name of await panel.getByRole('tab').all()) {
      await name.click();
      await panel.getByRole('tabpanel').first().waitFor();
      await panel.getByText(say('loading')).first().waitFor({ state: 'detached' });
      await look(panel, `a known person, ${await name.textContent()}`, tab);
    }
    expect(faults).toEqual([]);
  });
});
