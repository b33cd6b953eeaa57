import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { failureWords } from '../failure-words.ts';
import { createReadPage } from './read-page.ts';

const wall = { outcome: 'wall' };

/** A browser with one tab, whose injections end as told, one after the other. */
function browserWith(tab: object | Error, ...results: (unknown | Error)[]) {
  const get = vi.fn(async () => {
    if (tab instanceof Error) throw tab;
    return tab;
  });
  const executeScript = vi.fn(async () => {
    const result = results.shift();
    if (result instanceof Error) throw result;
    return result;
  });
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation(get as never);
  Object.assign(fakeBrowser, { scripting: { executeScript } });
  return executeScript;
}

const profile = { id: 3, url: 'https://www.linkedin.com/in/ada-example/' };
const gives = (result: unknown) => [{ frameId: 0, result }];

beforeEach(() => fakeBrowser.reset());

describe('reading a page', () => {
  it('injects the reader into the tab, and gives what it read', async () => {
    const executeScript = browserWith(profile, gives(wall));
    expect(await createReadPage()({ tabId: 3 })).toEqual(wall);
    expect(executeScript).toHaveBeenCalledExactlyOnceWith({
      target: { tabId: 3 },
      files: ['/read-profile-sdui.js'],
    });
  });

  it('leaves out schools and jobs that are not sound, and gives the rest', async () => {
    const record = {
      kind: 'person',
      pageUrl: 'https://www.linkedin.com/in/ada-example',
      layout: 'guest',
      fields: { fullName: { value: 'Ada Example', from: 'heading', certain: true } },
      notices: [],
      languages: [{ name: 'Danish' }],
    };
    const damaged = { educations: [{ school: 'Example School', to: '' }], experience: [null] };
    browserWith(profile, gives({ outcome: 'record', record: { ...record, ...damaged } }));
    const reading = await createReadPage()({ tabId: 3 });
    expect(reading).toMatchObject({ outcome: 'record', record });
    expect(JSON.stringify(reading)).not.toMatch(/educations|experience/);
  });

  it('reads anew with the other reader when the tab has moved to another kind of page', async () => {
    const executeScript = browserWith(profile, gives({ outcome: 'unsupported' }), gives(wall));
    const company = { id: 3, url: 'https://www.linkedin.com/company/acme-example/' };
    const get = vi.fn(async () => company).mockResolvedValueOnce(profile);
    vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation(get as never);
    expect(await createReadPage()({ tabId: 3 })).toEqual(wall);
    expect(executeScript).toHaveBeenLastCalledWith({ target: { tabId: 3 }, files: ['/read-company.js'] });
  });

  it('injects the reader for the layout that the page has, and begins with it the next time', async () => {
    const other = gives({ outcome: 'otherScript', script: 'profile-ember' });
    const executeScript = browserWith(profile, other, gives(wall), gives(wall));
    const readPage = createReadPage();
    expect(await readPage({ tabId: 3 })).toEqual(wall);
    expect(await readPage({ tabId: 3 })).toEqual(wall);
    expect(executeScript.mock.calls.flat()).toMatchObject(
      ['/read-profile-sdui.js', '/read-profile-ember.js', '/read-profile-ember.js'].map((file) => ({
        files: [file],
      })),
    );
  });

  it('reads anew when the tab has moved to another person between two scripts', async () => {
    const other = gives({ outcome: 'otherScript', script: 'profile-ember' });
    const executeScript = browserWith(profile, other, gives({ outcome: 'unsupported' }), gives(wall));
    const next = { id: 3, url: 'https://www.linkedin.com/in/max-example/' };
    const get = vi.fn(async () => next).mockResolvedValueOnce(profile);
    vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation(get as never);
    expect(await createReadPage()({ tabId: 3 })).toEqual(wall);
    expect(executeScript).toHaveBeenCalledTimes(3);
  });

  it.each([
    'http://www.linkedin.com/in/ada-example/',
    'https://www.linkedin.com.example/in/ada-example/',
    'https://notlinkedin.com/in/ada-example/',
    'https://example.com/?https://www.linkedin.com/in/ada-example/',
    'chrome://extensions',
    'not an address',
    undefined,
  ])('does not touch %s', async (url) => {
    const executeScript = browserWith({ id: 3, url });
    expect(await createReadPage()({ tabId: 3 })).toEqual({ outcome: 'unsupported' });
    expect(executeScript).not.toHaveBeenCalled();
  });

  it.each([['Frame with ID 0 was removed.'], ['The frame was removed.'], ['No frame with id 0 in tab 3.']])(
    'tries once more when the page was left meanwhile: %s',
    async (words) => {
      const executeScript = browserWith(profile, new Error(words), gives(wall));
      expect(await createReadPage()({ tabId: 3 })).toEqual(wall);
      expect(executeScript).toHaveBeenCalledTimes(2);
      browserWith(profile, new Error(words), new Error(words));
      await expect(createReadPage()({ tabId: 3 })).rejects.toMatchObject({
        kind: 'page',
        message: failureWords.pageSilent,
      });
    },
  );

  it('tries once more when nothing came back', async () => {
    browserWith(profile, gives(undefined), gives(wall));
    expect(await createReadPage()({ tabId: 3 })).toEqual(wall);
    for (const nothing of [gives(undefined), gives(null), []]) {
      browserWith(profile, nothing, nothing);
      await expect(createReadPage()({ tabId: 3 })).rejects.toMatchObject({ kind: 'page' });
    }
  });

  it.each([
    [new Error('No tab with id: 3.'), failureWords.tabClosed],
    [{ ...profile, discarded: true }, failureWords.tabAsleep],
  ])('says what became of the tab', async (tab, message) => {
    browserWith(tab);
    await expect(createReadPage()({ tabId: 3 })).rejects.toMatchObject({ kind: 'page', message });
  });

  it.each([
    ['This page cannot be scripted due to an ExtensionsSettings policy.', failureWords.pageBlocked],
    [
      'Cannot access contents of the page. Extension manifest must request permission.',
      failureWords.pageBlocked,
    ],
    ['Something new', failureWords.pageSilent],
  ])('says why the browser refused: %s', async (words, message) => {
    const executeScript = browserWith(profile, new Error(words));
    await expect(createReadPage()({ tabId: 3 })).rejects.toMatchObject({ kind: 'page', message });
    expect(executeScript).toHaveBeenCalledTimes(1);
  });

  it('does not wait for ever for a page that shows a dialog', async () => {
    browserWith(profile, new Promise(() => undefined));
    await expect(createReadPage({ longestReadMs: 1 })({ tabId: 3 })).rejects.toMatchObject({
      kind: 'page',
      message: failureWords.pageSilent,
    });
  });

  it.each([
    [{ outcome: 'sure' }],
    ['text'],
    [
      {
        outcome: 'record',
        record: { kind: 'person', pageUrl: 'https://evil.example/', layout: 'sdui', fields: {}, notices: [] },
      },
    ],
    [
      {
        outcome: 'record',
        record: {
          kind: 'person',
          pageUrl: profile.url,
          layout: 'sdui',
          fields: { fullName: { value: 'x'.repeat(20_001), from: 'heading', certain: true } },
          notices: [],
        },
      },
    ],
  ])('does not believe a page everything', async (result) => {
    browserWith(profile, gives(result));
    await expect(createReadPage()({ tabId: 3 })).rejects.toMatchObject({ kind: 'page' });
  });
});
