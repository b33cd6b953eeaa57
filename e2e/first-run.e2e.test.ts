import { describe, expect } from 'vitest';
import { demoKey } from '../fake-grinfi/seed.ts';
import { enterKey, keyInput } from './harness/screens.ts';
import { test } from './harness/test.ts';

describe('first run', () => {
  test.override({ options: { key: false } });

  describe('of a browser that has it installed', () => {
    test.override({ ownBrowser: true });

    test('opens the settings, checks a key, says whose workspace it is and keeps it', async ({ world }) => {
      const options = await world.browser.pageOf('options.html');
      await keyInput(options).fill('not-a-key');
      await options.getByRole('button', { name: 'Check key' }).click();
      await options.getByText('Grinfi does not accept this key.').waitFor();

      await keyInput(options).fill(demoKey);
      await options.getByRole('button', { name: 'Check key' }).click();
      await options.getByText('Fernhill Partners').waitFor();
      expect(await world.browser.message('lookUp', {})).toMatchObject({ ok: false });
      await options.getByRole('button', { name: 'Use this key' }).click();
      await options.getByText('Ready.').waitFor();
      expect(await options.content()).not.toContain(demoKey);
    });
  });

  test('keeps a record that was read before there was a key', async ({ world }) => {
    const settings = await world.browser.pageOf('options.html');
    await world.visit('/in/ingrid-solvang/');
    const before = await world.popup();
    await before.shows('First name', 'Ingrid');
    await before.edit('Headline', 'Typed before there was a key');
    await before.says('Add your API key to save this.');
    expect(await before.saveButton.count()).toBe(0);
    await before.close();

    await settings.bringToFront();
    await enterKey(settings, demoKey);
    await world.visit('/in/ingrid-solvang/');
    const after = await world.popup();
    await after.shows('Headline', 'Typed before there was a key');
    await after.isLookedUp('New');
  });

  test('forgets the key when asked to', async ({ world }) => {
    const settings = await world.browser.pageOf('options.html');
    await enterKey(settings, demoKey);
    await settings.getByRole('button', { name: 'Forget key' }).click();
    await settings.getByRole('alertdialog').getByRole('button', { name: 'Forget key' }).click();
    await keyInput(settings).waitFor();
    expect(await world.browser.message('checkKey', {})).toMatchObject({ ok: false, kind: 'auth' });
  });
});
