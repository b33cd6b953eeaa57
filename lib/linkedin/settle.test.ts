import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadPage } from './fixtures/load.ts';
import { sduiProfile } from './fixtures/sdui-profile.ts';
import { scripts } from './registry.ts';
import type { TabReading } from './seen.ts';
import { settle } from './settle.ts';

const url = 'https://www.linkedin.com/in/ada-example/';
const shell = '<html><head><meta name="como-pk" content="x"></head><body><main></main></body></html>';
const readPage = scripts['profile-sdui'];

/** A page and what became of settling it so far. */
function start(html: string, options: { url?: () => string; read?: typeof readPage } = {}) {
  const page = loadPage(html, url);
  vi.stubGlobal('MutationObserver', page.defaultView?.MutationObserver);
  const state: { reading?: TabReading; error?: unknown } = {};
  const done = settle(page, options.url ?? (() => url), options.read ?? readPage).then(
    (reading) => {
      state.reading = reading;
    },
    (error: unknown) => {
      state.error = error;
    },
  );
  const show = (next: string) => {
    page.body.innerHTML = loadPage(next, url).body.innerHTML;
  };
  return { page, state, done, show };
}

const nameIn = (reading: TabReading | undefined) =>
  reading?.outcome === 'record' && reading.record.kind === 'person'
    ? reading.record.fields.fullName?.value
    : undefined;

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('settling', () => {
  it('answers after one confirming read when the page stands still', async () => {
    const { state } = start(sduiProfile());
    await vi.advanceTimersByTimeAsync(149);
    expect(state.reading).toBeUndefined();
    await vi.advanceTimersByTimeAsync(5);
    expect(nameIn(state.reading)).toBe('Ada Example');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('waits for late content, and reads it as soon as it comes', async () => {
    const { state, show } = start(shell);
    await vi.advanceTimersByTimeAsync(1_000);
    show(sduiProfile());
    await vi.advanceTimersByTimeAsync(100);
    expect(state.reading).toBeUndefined();
    await vi.advanceTimersByTimeAsync(100);
    expect(nameIn(state.reading)).toBe('Ada Example');
  });

  it('begins anew when the record changes', async () => {
    const { state, show } = start(sduiProfile({ headline: 'First' }));
    await vi.advanceTimersByTimeAsync(100);
    show(sduiProfile({ headline: 'Second', about: 'More.' }));
    await vi.advanceTimersByTimeAsync(60);
    expect(state.reading).toBeUndefined();
    await vi.advanceTimersByTimeAsync(160);
    expect(JSON.stringify(state.reading)).toContain('Second');
  });

  it('never gives the old member for the new address', async () => {
    let address = url;
    const { state, show } = start(sduiProfile(), { url: () => address });
    address = 'https://www.linkedin.com/in/next-member/';
    await vi.advanceTimersByTimeAsync(3_000);
    expect(state.reading).toBeUndefined();
    show(sduiProfile({ handle: 'next-member', name: 'Next Member' }));
    await vi.advanceTimersByTimeAsync(250);
    expect(nameIn(state.reading)).toBe('Next Member');
  });

  it('gives up after 5 s and says what was missing', async () => {
    const { state } = start(shell);
    await vi.advanceTimersByTimeAsync(4_900);
    expect(state.reading).toBeUndefined();
    await vi.advanceTimersByTimeAsync(200);
    expect(state.reading).toEqual({ outcome: 'notReady', page: 'profile', missing: ['top card'] });
  });

  it('gives an address that changes its own 5 s', async () => {
    let address = url;
    const { state } = start(shell, { url: () => address });
    await vi.advanceTimersByTimeAsync(4_000);
    address = 'https://www.linkedin.com/in/next-member/';
    await vi.advanceTimersByTimeAsync(4_000);
    expect(state.reading).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1_300);
    expect(state.reading?.outcome).toBe('notReady');
  });

  it('gives up on a page that never stands still', async () => {
    let count = 0;
    const restless = (): TabReading => {
      const list = { kind: 'people' as const, pageUrl: url, layout: 'sdui' as const, rows: [] };
      return { outcome: 'list', list: { ...list, pageUrl: `${url}?${count++}` } };
    };
    const { state } = start(shell, { read: restless });
    await vi.advanceTimersByTimeAsync(5_500);
    expect(state.reading).toEqual({
      outcome: 'notReady',
      page: 'people-list',
      missing: ['a page that stands still'],
    });
  });

  it.each<TabReading>([
    { outcome: 'wall' },
    { outcome: 'notFound' },
    { outcome: 'anonymous' },
    { outcome: 'unsupported' },
    { outcome: 'otherScript', script: 'profile-ember' },
  ])('answers at once: %o', async (reading) => {
    const { state, done } = start(shell, { read: () => reading });
    await done;
    expect(state.reading).toEqual(reading);
  });

  it('leaves no observer and no timer behind, and the page as it was', async () => {
    const { page, done } = start(sduiProfile());
    const before = page.documentElement.outerHTML;
    const disconnect = vi.spyOn(page.defaultView?.MutationObserver.prototype ?? {}, 'disconnect' as never);
    await vi.advanceTimersByTimeAsync(200);
    await done;
    expect(disconnect).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
    expect(page.documentElement.outerHTML).toBe(before);
  });

  it('fails when a reader does', async () => {
    const { state, done } = start(shell, {
      read: () => {
        throw new Error('broken');
      },
    });
    await done;
    expect(state.error).toEqual(new Error('broken'));
  });
});
