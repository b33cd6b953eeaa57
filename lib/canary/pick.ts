import { isShown } from '../linkedin/text.ts';
import { anchorOf } from './anchor.ts';
import { drawHighlight } from './highlight.ts';
import { pointedText } from './pointed-text.ts';
import type { Picked, PickTexts } from './tab-scripts.ts';

/** Presses of the pointer; while one is awaited, none of them reaches the page. */
const presses = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click'] as const;
/** How often (ms) to see whether the page has moved on to another address. */
const glance = 250;
/** A disabled control gives no click; after this long (ms) the release counts. */
const clickPatience = 150;

interface PickOptions {
  signal?: AbortSignal | undefined;
  timeoutMs?: number;
  /** Only what the user does counts; the page's own made-up clicks go on to the page. */
  isFromUser?: (event: Event) => boolean;
}

/**
 * Lets the user point at a text on the page: a frame follows the pointer, a click or Enter takes it, arrows
 * make it larger and smaller or go to the next text, Escape gives up. Also given up after a minute, when the
 * page moves on, and when the signal says so. Whatever happens, the page is as it was when this ends.
 *
 * @returns undefined when given up
 */
export function pick(
  page: Document,
  texts: PickTexts,
  options: PickOptions = {},
): Promise<Picked | undefined> {
  const { signal, timeoutMs = 60_000, isFromUser = (event) => event.isTrusted } = options;
  const view = page.defaultView;
  if (!view || signal?.aborted) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const url = view.location.href;
    const highlight = drawHighlight(page, texts);
    const listeners = new AbortController();
    const timers: ReturnType<typeof setTimeout>[] = [];
    let target: Element | undefined;
    let underPointer: Element | undefined;
    /** What was widened from, to narrow back to. */
    let narrower: Element[] = [];

    const end = (picked: Picked | undefined) => {
      listeners.abort();
      for (const timer of timers) clearTimeout(timer);
      highlight.remove();
      resolve(picked);
    };
    const giveUp = () => end(undefined);
    const aim = (element: Element | undefined) => {
      target = element;
      highlight.show(element, pointedText(element));
    };
    const take = () => {
      const text = pointedText(target);
      const anchor = target && text ? anchorOf(target) : undefined;
      if (text && anchor && view.location.href === url) end({ text, anchor, url });
    };

    const onMove = (event: PointerEvent) => {
      const found = page.elementFromPoint?.(event.clientX, event.clientY) ?? undefined;
      if (found === underPointer) return;
      underPointer = found;
      narrower = [];
      aim(withText(found));
    };
    const onPress = (event: MouseEvent) => {
      if (!isFromUser(event) || event.button !== 0) return;
      stop(event);
      if (event.type === 'pointerup') timers.push(setTimeout(take, clickPatience));
      if (event.type === 'click') take();
    };
    const onKey = (event: KeyboardEvent) => {
      const act = keys[event.key];
      if (!isFromUser(event) || !act || event.ctrlKey || event.metaKey || event.altKey) return;
      stop(event);
      if (event.type === 'keydown') act();
    };
    const keys: Partial<Record<string, () => void>> = {
      Escape: giveUp,
      Enter: take,
      ArrowUp() {
        const wider = widerThan(target);
        if (!target || !wider) return;
        narrower.push(target);
        aim(wider);
      },
      ArrowDown() {
        const inner = narrower.pop() ?? [...(target?.children ?? [])].find((child) => pointedText(child));
        if (inner) aim(inner);
      },
      ArrowLeft: () => step(-1),
      ArrowRight: () => step(1),
    };
    const step = (by: 1 | -1) => {
      narrower = [];
      aim(neighbour(page, target, by));
    };

    const on = { capture: true, signal: listeners.signal };
    for (const type of presses) view.addEventListener(type, onPress as EventListener, on);
    for (const type of ['keydown', 'keypress', 'keyup'])
      view.addEventListener(type, onKey as EventListener, on);
    view.addEventListener('pointermove', onMove, { ...on, passive: true });
    view.addEventListener('scroll', () => aim(target), { ...on, passive: true });
    view.addEventListener('resize', () => aim(target), on);
    view.addEventListener('pagehide', giveUp, on);
    signal?.addEventListener('abort', giveUp, { signal: listeners.signal });
    timers.push(
      setTimeout(giveUp, timeoutMs),
      setInterval(() => view.location.href !== url && giveUp(), glance),
    );
  });
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** The element itself, or for a picture or an icon what is around it. */
function withText(element: Element | undefined): Element | undefined {
  let at: Element | null | undefined = element;
  while (at && !/\S/.test(at.textContent ?? '')) at = at.parentElement;
  return at?.closest('svg')?.parentElement ?? at ?? undefined;
}

/** The next element around it that holds more; wrappers of the same size are skipped. */
function widerThan(element: Element | undefined): Element | undefined {
  const text = element?.textContent;
  let at = element?.parentElement;
  while (at && at.textContent === text) at = at.parentElement;
  return at && at !== at.ownerDocument.body && at.contains(element ?? null) ? at : undefined;
}

/** The text before or after this one in the page's main part, for those who have no pointer. */
function neighbour(page: Document, from: Element | undefined, by: 1 | -1): Element | undefined {
  const area = page.querySelector('main, [role=main]') ?? page.body;
  const texts = [...area.querySelectorAll('*')].filter(
    (element) => hasOwnText(element) && !element.closest('svg, script, style, code') && isShown(element),
  );
  const index = from ? texts.findIndex((element) => element === from || from.contains(element)) : -1;
  const next = texts[index < 0 ? 0 : index + by] ?? from;
  next?.scrollIntoView?.({ block: 'nearest' });
  return next;
}

function hasOwnText(element: Element): boolean {
  return [...element.childNodes].some((node) => node.nodeType === 3 && /\S/.test(node.nodeValue ?? ''));
}
