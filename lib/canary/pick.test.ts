// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followAnchor } from './anchor.ts';
import { pick } from './pick.ts';

const texts = { instruction: 'Click', keys: 'keys', nothing: 'nothing', direction: 'ltr' } as const;
const markup = `<main><section><h1>Ada Example</h1><div id="row"><p id="place">Lindholm, <b id="land">Sweden</b></p>
  <p>·</p><a id="link" href="#there">Contact info</a></div><p id="long">${'word '.repeat(200)}</p></section></main>`;

const element = (id: string) => document.getElementById(id) as HTMLElement;
const isFromUser = () => true;
let before = '';

beforeEach(() => {
  document.body.innerHTML = markup;
  before = document.documentElement.outerHTML;
});
afterEach(() => {
  Object.assign(document, { elementFromPoint: undefined });
  vi.useRealTimers();
});

/** Moves the pointer over an element; jsdom lays nothing out. */
function over(id: string): void {
  Object.assign(document, { elementFromPoint: () => element(id) });
  window.dispatchEvent(new MouseEvent('pointermove'));
}

/** A press and release on an element, and which of its events the page saw. */
function press(id: string): string[] {
  const seen: string[] = [];
  const types = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
  for (const type of types) document.addEventListener(type, () => seen.push(type), { once: true });
  const events = types.map((type) => new MouseEvent(type, { bubbles: true, cancelable: true }));
  for (const event of events) element(id).dispatchEvent(event);
  return [...seen, ...events.filter((event) => !event.defaultPrevented).map(({ type }) => `${type} allowed`)];
}

const key = (name: string) =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));

describe('the picker', () => {
  it('takes the text that is clicked, with an anchor, and the page never learns of the click', async () => {
    const picked = pick(document, texts, { isFromUser });
    over('place');
    expect(press('place')).toEqual([]);
    const found = await picked;
    expect(found).toMatchObject({ text: 'Lindholm, Sweden', url: location.href });
    expect(found && followAnchor(document, found.anchor)).toBe(element('place'));
  });

  it('draws one plain element that the page cannot look into, and leaves the page as it was', async () => {
    const picked = pick(document, texts, { isFromUser });
    const drawn = document.documentElement.lastElementChild;
    expect(drawn?.localName).toBe('div');
    expect(drawn?.shadowRoot).toBeNull();
    expect(drawn?.children).toHaveLength(0);
    expect(drawn?.outerHTML).not.toMatch(/extension|class=|id=/);
    over('link');
    press('link');
    await picked;
    expect(document.documentElement.outerHTML).toBe(before);
    expect(location.hash).toBe('');
    expect(press('place')).toContain('click');
  });

  it('is widened and narrowed by the arrows, and Enter takes it', async () => {
    const picked = pick(document, texts, { isFromUser });
    over('land');
    key('ArrowUp');
    key('ArrowUp');
    key('ArrowDown');
    key('Enter');
    expect(await picked).toMatchObject({ text: 'Lindholm, Sweden' });
  });

  it('goes from text to text without a pointer', async () => {
    const picked = pick(document, texts, { isFromUser });
    key('ArrowRight');
    key('ArrowRight');
    key('ArrowLeft');
    key('Enter');
    expect(await picked).toMatchObject({ text: 'Ada Example' });
  });

  it('takes neither nothing nor far too much', async () => {
    const picked = pick(document, texts, { isFromUser });
    press('place');
    over('long');
    press('long');
    key('Enter');
    over('link');
    key('Enter');
    expect(await picked).toMatchObject({ text: 'Contact info' });
  });

  it('pays no heed to clicks and keys that the page makes up', async () => {
    const picked = pick(document, texts);
    over('place');
    expect(press('place')).toContain('click');
    key('Escape');
    key('Enter');
    expect(document.documentElement.outerHTML).not.toBe(before);
    window.dispatchEvent(new Event('pagehide'));
    expect(await picked).toBeUndefined();
  });

  const endings: [string, (cancel: AbortController) => void][] = [
    ['Escape', () => key('Escape')],
    ['the panel', (cancel) => cancel.abort()],
    ['leaving the page', () => window.dispatchEvent(new Event('pagehide'))],
    ['a minute', () => vi.advanceTimersByTime(60_000)],
    [
      'another address on the same page',
      () => {
        history.replaceState(null, '', '#other');
        vi.advanceTimersByTime(1_000);
        history.replaceState(null, '', location.pathname);
      },
    ],
  ];
  it.each(endings)('is ended by %s, and leaves nothing behind', async (_, end) => {
    vi.useFakeTimers();
    const cancel = new AbortController();
    const picked = pick(document, texts, { isFromUser, signal: cancel.signal });
    over('place');
    end(cancel);
    expect(await picked).toBeUndefined();
    expect(document.documentElement.outerHTML).toBe(before);
    expect(vi.getTimerCount()).toBe(0);
    expect(press('place')).toContain('click');
  });
});
