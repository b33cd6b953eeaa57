import { browser } from 'wxt/browser';
import { getStored } from '../stored.ts';

/**
 * Opens the settings once, for somebody who has not set a key yet. An unpacked extension is "installed" anew
 * at each start of the browser, so the reason alone does not tell a first run.
 */
export async function openSettingsOnFirstRun(reason: string): Promise<void> {
  if (reason !== 'install' || (await getStored('account')) !== undefined) return;
  await browser.runtime.openOptionsPage();
}
