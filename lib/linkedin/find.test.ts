import { describe, expect, it } from 'vitest';
import { findAll, findFirst, firstOf, has } from './find.ts';
import { loadPage } from './fixtures/load.ts';

const page = loadPage(
  '<body><p id="one" data-a="x,y"></p><h1 id="two"></h1><section><p id="three"></p></section></body>',
  'https://www.linkedin.com/',
);
const list = 'h1, section p, p[data-a="x,y"]';

describe('looking by a list of selectors', () => {
  it('finds what the browser finds with the list, in the same order', () => {
    expect(findAll(page, list)).toEqual([...page.querySelectorAll(list)]);
    expect(findFirst(page, list)).toBe(page.querySelector(list));
    expect(findAll(page, 'h2, h1')).toEqual([page.querySelector('h1')]);
  });

  it('counts an element once that two selectors find', () => {
    expect(findAll(page, '#two, h1').map(({ id }) => id)).toEqual(['two']);
  });

  it('finds the first of a tag that is selected', () => {
    expect(firstOf(page, 'p', 'section p')?.id).toBe('three');
    expect(firstOf(page, 'p', 'h1')).toBeUndefined();
  });

  it('says when there is none', () => {
    expect(has(page, 'h2, h1')).toBe(true);
    expect(has(page, 'h2, h3')).toBe(false);
    expect(findAll(page, 'h2, h3')).toEqual([]);
    expect(findFirst(page, 'h2, h3')).toBeUndefined();
  });
});
