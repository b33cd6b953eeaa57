// @vitest-environment jsdom
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { render } from 'preact';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { PanelHeader } from '../../components/PanelHeader.tsx';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { useTexts } from '../testing/fake-texts.ts';

beforeAll(() => useTexts());

/** What a header is laid out by: each part's element, class and text, but for buttons, which come with the script. */
const partsOf = (within: ParentNode) =>
  [...(within.querySelector('.panel-head')?.children ?? [])]
    .filter((part) => part.localName !== 'button')
    .map((part) => ({ mark: part.classList[0]?.startsWith('brand-mark') ?? false, text: part.textContent }));

function drawnHeader(): ParentNode {
  const into = document.createElement('div');
  const nothing = () => undefined;
  render(
    <PanelHeader
      account={undefined}
      workspaces={undefined}
      isReading={false}
      onReadAgain={undefined}
      onOpenToday={undefined}
      onOpenOptions={nothing}
      onOpenPanel={undefined}
      onOpenSheet={nothing}
      onWorkspace={async () => undefined}
    />,
    into,
  );
  return into;
}

describe.each(['popup', 'sidepanel'])('the page of the %s', (name) => {
  it('holds the header that the script draws, so that nothing moves when it does', async () => {
    const html = await readFile(path.resolve('entrypoints', name, 'index.html'), 'utf8');
    const page = new DOMParser().parseFromString(html, 'text/html');
    expect(partsOf(page)).toEqual(partsOf(drawnHeader()));
    expect(partsOf(page)).toEqual([
      { mark: true, text: '' },
      { mark: false, text: messages.extensionName.message },
    ]);
  });
});

describe('their script', () => {
  it('draws what can be pressed where the browser does not answer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    vi.spyOn(browser.storage.local, 'get').mockImplementation(() => new Promise<never>(() => undefined));
    document.body.innerHTML = '<div id="root"><header class="panel-head"></header></div>';
    await import('./start.tsx');
    await vi.advanceTimersByTimeAsync(499);
    expect(document.querySelectorAll('button')).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(document.querySelectorAll('.panel-head')).toHaveLength(1);
    expect(document.querySelector('button[aria-label="Settings"]')).not.toBeNull();
    vi.useRealTimers();
  });
});
