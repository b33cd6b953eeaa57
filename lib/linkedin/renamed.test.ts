import { beforeAll, describe, expect, it } from 'vitest';
import { type ThinPage, thinPages } from './fixtures/thin-pages.ts';
import * as hooks from './hooks.ts';
import { readPage } from './registry.ts';

let pages: ThinPage[] = [];
beforeAll(() => {
  pages = thinPages();
}, 120_000);

/** `[data-testid=expandable-text-box]` and its like, out of every hook. */
const meaningful = [...JSON.stringify(hooks, asText).matchAll(/\[data-[^\]]+\]/g)].map(([selector]) =>
  selector.replaceAll('\\"', '"'),
);

function asText(_: string, value: unknown): unknown {
  return value instanceof RegExp ? value.source : value;
}

const read = ({ document, url }: ThinPage) => readPage(document, url);

describe('names that mean nothing', () => {
  it('are known by what the hooks ask for', () => {
    expect(meaningful).toContain('[data-testid=expandable-text-box]');
    expect(meaningful.length).toBeGreaterThan(20);
  });

  it('may all change on every sample page, and what is read stays the same', () => {
    for (const page of pages) {
      const before = read(page);
      renameClasses(page.document);
      renameData(page.document);
      expect(read(page), page.name).toEqual(before);
    }
  }, 120_000);
});

/** Every name becomes another, the same everywhere on the page. */
function renameClasses(page: Document): void {
  const names = new Map<string, string>();
  for (const element of page.querySelectorAll('[class]')) {
    const classes = (element.getAttribute('class') ?? '').split(/\s+/).filter(Boolean);
    const others = classes.map((name) => names.get(name) ?? names.set(name, `_r${names.size}x`).get(name));
    element.setAttribute('class', others.join(' '));
  }
}

function renameData(page: Document): void {
  for (const element of page.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (
        !name.startsWith('data-') ||
        meaningful.some((selector) => selector.startsWith(`[${name}`) && element.matches(selector))
      )
        continue;
      element.setAttribute(name, value === '' ? '' : `r${value.length}`);
    }
  }
}
