import { describe, expect, it } from 'vitest';
import { findChromium } from './chromium.mjs';

interface Program {
  version: string;
  start?: string;
}

/** A computer with the given programs; `downloaded` is where Playwright's Chromium would lie. */
function machine(programs: Record<string, Program>, env: Record<string, string> = {}, platform = 'linux') {
  return {
    platform,
    env: { PATH: '/usr/local/bin:/usr/bin', HOME: '/home/ada', ...env },
    isProgram: (file: string) => file in programs,
    startOfFile: (file: string) => programs[file]?.start ?? '',
    versionOf: (file: string) => programs[file]?.version ?? '',
    downloaded: async () => '/cache/chrome',
  };
}

const chromium = { version: 'Chromium 150.0.1.2 built on Debian' };

describe('finding Chromium', () => {
  it('takes the one that is named before any other', async () => {
    const there = machine(
      { '/opt/mine': chromium, '/usr/bin/chromium': chromium },
      { CHROMIUM_PATH: '/opt/mine' },
    );
    expect(await findChromium(there)).toBe('/opt/mine');
  });

  it('says so when the named one is not there, and takes no other', async () => {
    const there = machine({ '/usr/bin/chromium': chromium }, { CHROMIUM_PATH: '/opt/gone' });
    await expect(findChromium(there)).rejects.toThrow('/opt/gone');
  });

  it('finds nothing where nothing is', async () => {
    expect(await findChromium(machine({}))).toBeUndefined();
  });

  it.each([
    ['Chromium', chromium],
    ['Chrome for Testing', { version: 'Google Chrome for Testing 156.0.1.2' }],
    ['a Chrome that still loads extensions', { version: 'Google Chrome 136.0.1.2' }],
  ])('takes %s', async (_, program) => {
    expect(await findChromium(machine({ '/usr/bin/google-chrome': program }))).toBe('/usr/bin/google-chrome');
  });

  it.each([
    ['a Chrome that refuses --load-extension', { version: 'Google Chrome 137.0.1.2' }],
    ['one older than the extension allows', { version: 'Chromium 119.0.1.2' }],
    ['a snap', { ...chromium, start: '#!/bin/sh\nexec /snap/bin/chromium "$@"' }],
    ['something that prints no version', { version: '' }],
  ])('passes over %s and takes the download', async (_, program) => {
    const there = machine({ '/usr/bin/chromium-browser': program, '/cache/chrome': chromium });
    expect(await findChromium(there)).toBe('/cache/chrome');
  });

  it('looks in the usual places of macOS and Windows', async () => {
    const mac = '/Applications/Chromium.app/Contents/MacOS/Chromium';
    expect(await findChromium(machine({ [mac]: chromium }, {}, 'darwin'))).toBe(mac);
    const windows = 'C:\\Users\\Ada\\Local\\Chromium\\Application\\chrome.exe';
    const env = { LOCALAPPDATA: 'C:\\Users\\Ada\\Local' };
    expect(await findChromium(machine({ [windows]: { version: '' } }, env, 'win32'))).toBe(windows);
  });
});
