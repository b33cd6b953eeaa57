import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoKey } from '../../fake-grinfi/seed.ts';
import { openStandIns, type StandIns } from '../harness/world.ts';
import { Firefox } from './firefox.ts';

const button = (text: string) => `//button[normalize-space()='${text}']`;
const words = (text: string) => `//*[text()[contains(., '${text}')]]`;

/** The way of a first day, in a real Firefox: what works there as in Chromium is not tested twice. */
describe('in Firefox', () => {
  let standIns: StandIns;
  let firefox: Firefox;
  beforeAll(async () => {
    standIns = await openStandIns();
    firefox = await Firefox.launch(standIns.ports);
  });
  afterAll(async () => {
    await firefox?.close();
    await standIns?.close();
  });

  it('a key is checked and kept', async () => {
    await firefox.open(`${firefox.origin}/options.html`);
    await firefox.type("//input[@type='password']", demoKey);
    await firefox.click(button('Check key'));
    await firefox.found(words('Fernhill Partners'));
    await firefox.click(button('Use this key'));
    await firefox.found(words('Ready.'));
  });

  it('a profile is read, looked up and saved', async () => {
    await firefox.open('https://www.linkedin.com/in/ingrid-solvang/');
    await firefox.open(`${firefox.origin}/options.html`);
    const tabId = await firefox.run<number>(
      `const [done] = arguments;
      browser.tabs.query({ url: 'https://*.linkedin.com/*' }).then(([tab]) => done(tab.id));`,
    );
    await firefox.open(`${firefox.origin}/sidepanel.html?tab=${tabId}`);
    await firefox.found(words('Ingrid'));
    await firefox.found("//*[normalize-space()='New']");
    await firefox.type("//input[@role='combobox'][@aria-required='true']", 'Warm intros');
    await firefox.click("//*[@role='option'][contains(., 'Warm intros')]");
    await firefox.click("//button[@type='submit'][starts-with(normalize-space(), 'Save')]");
    await firefox.found(words('Saved in Grinfi'));
    const saved = standIns.crm.state.leads.all().find(({ linkedin }) => linkedin === 'ingrid-solvang');
    expect(saved).toMatchObject({ first_name: 'Ingrid', last_name: 'Solvang' });
    expect(standIns.crm.state.violations).toEqual([]);
  });

  it('the sidebar shows the panel', async () => {
    const shown = await firefox.runInBrowser<string>(
      `const [done] = arguments;
      const sidebar = window.SidebarController;
      const id = [...sidebar.sidebars.keys()].find((one) => one.startsWith('capture_grinfi_io'));
      sidebar.show(id).then(() => done(sidebar.isOpen ? sidebar.currentID : 'closed'), (error) => done(String(error)));`,
    );
    expect(shown).toMatch(/^capture_grinfi_io/);
  });
});
