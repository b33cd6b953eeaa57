import { JSDOM } from 'jsdom';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { memberIdOf } from '../../lib/linkedin/member-id.ts';
import { sampleTruthSchema } from '../../scripts/accuracy/truth.ts';
import { lnIdOf } from './ids.ts';
import { type SamplePage, samplePage, samplePages } from './index.ts';
import { navigationScript } from './navigation.ts';
import { createSamplePages } from './server.ts';

/** Several lists share a path, and the query tells which one is meant. */
const addressOf = ({ path, truth }: SamplePage) => path + new URL(truth.url).search;

const signedInRecords = samplePages.filter(({ truth }) => truth.signedIn && truth.expect === 'record');

describe('the sample pages', () => {
  it('have a name and an address each of their own', () => {
    expect(new Set(samplePages.map(({ name }) => name)).size).toBe(samplePages.length);
    expect(new Set(samplePages.map((page) => addressOf(page).toLowerCase())).size).toBe(samplePages.length);
  });

  it.each(signedInRecords.map((page) => [page.name, page] as const))(
    '%s is as large as a real one',
    (_, page) => {
      expect(page.html().length).toBeGreaterThan(300_000);
    },
  );

  it('come out the same every time', () => {
    for (const { html } of samplePages) expect(html()).toBe(html());
  });

  it.each(samplePages.map((page) => [page.name, page] as const))(
    '%s has its truth in due form',
    (_, { truth }) => {
      expect(v.parse(sampleTruthSchema, JSON.parse(JSON.stringify(truth)))).toEqual(truth);
    },
  );

  it('have ids that hold the member number', () => {
    expect(memberIdOf(lnIdOf('238114906'))).toBe('238114906');
  });

  it('keep the hidden variant of the degree and the viewer in the page', () => {
    const html = samplePage('sdui-plain').html();
    expect(html).toContain('· 1st');
    expect(html).toContain('· 2nd');
    expect(html).toContain('Nora Whitcombe');
  });
});

describe('the server of the sample pages', () => {
  const app = createSamplePages();
  const get = (path: string, host = 'www') => app.request(`https://${host}.linkedin.com${path}`);

  it('serves every page under its address', async () => {
    for (const page of samplePages) {
      const answer = await get(addressOf(page));
      expect(answer.status).toBe(200);
      expect(await answer.text(), page.name).toBe(page.html());
    }
  });

  it.each(['/in/INGRID-solvang', '/in/ingrid-solvang/?trk=people', '/in/j%C3%B6rg-wei%C3%9Fenfels-hafen/'])(
    'takes %s as a path of a page',
    async (path) => {
      expect((await get(path)).status).toBe(200);
    },
  );

  it('answers an unknown path with a page that says so', async () => {
    const answer = await get('/in/nobody-here/');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('This page doesn’t exist');
  });

  it('draws every picture that a page shows', async () => {
    const { document } = new JSDOM(samplePage('sdui-plain').html()).window;
    const sources = new Set([...document.querySelectorAll('img')].map((image) => image.src));
    expect([...sources].some((source) => source.includes('profile-displayphoto'))).toBe(true);
    expect([...sources].some((source) => source.includes('company-logo'))).toBe(true);
    for (const source of sources) {
      const answer = await app.request(source);
      expect(answer.headers.get('content-type')).toBe('image/svg+xml');
    }
  });
});

describe('navigation inside a sample page', () => {
  it('changes the address first, the title next, the top card then, and the rest last', async () => {
    const app = createSamplePages();
    const url = 'https://www.linkedin.com/in/ingrid-solvang/';
    const { window } = new JSDOM(samplePage('sdui-plain').html(), { url, runScripts: 'outside-only' });
    window.fetch = async (path) => app.request(new URL(String(path), url).href);
    const steps: string[] = [];
    const heading = () => window.document.querySelector('main h1, main h2')?.textContent;
    const jobs = () => window.document.querySelectorAll('[componentkey$=ExperienceTopLevelSection]').length;
    const note = () => {
      const step = [window.location.pathname, window.document.title, heading(), jobs()].join(' | ');
      if (steps.at(-1) !== step) steps.push(step);
    };
    new window.MutationObserver(note).observe(window.document, { childList: true, subtree: true });
    window.eval(navigationScript);
    const arrived = new Promise((resolve) => window.addEventListener('sample:navigated', resolve));
    (window as unknown as { __navigate(handle: string, delayMs: number): void }).__navigate(
      'priya-venkat-lund',
      200,
    );
    note();
    await arrived;
    note();
    const path = '/in/priya-venkat-lund/';
    expect(steps).toEqual([
      `${path} | Ingrid Solvang | LinkedIn | Ingrid Solvang | 2`,
      `${path} | Priya Venkat-Lund | LinkedIn | Ingrid Solvang | 2`,
      `${path} | Priya Venkat-Lund | LinkedIn | Priya Venkat-Lund | 0`,
      `${path} | Priya Venkat-Lund | LinkedIn | Priya Venkat-Lund | 2`,
    ]);
  });
});
