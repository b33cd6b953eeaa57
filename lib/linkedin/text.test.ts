import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { linesOf } from './lines.ts';
import { asciiDigits, clean, countOf, degreeOf, isShown, textOf } from './text.ts';

function element(html: string): Element {
  const found = new JSDOM(html).window.document.body.firstElementChild;
  if (!found) throw new Error('no element');
  return found;
}

describe('the text of an element', () => {
  it.each([
    ['<p>  Ada \n Example </p>', 'Ada Example'],
    ['<div><p>Acme</p><p>Acme</p></div>', 'Acme Acme'],
    ['<p>Ad<b>a</b></p>', 'Ada'],
    ['<p><span aria-hidden="true">Ada</span><span class="visually-hidden">Ada</span></p>', 'Ada'],
    ['<p><span aria-hidden="true">Ada</span><span class="zz">View Ada’s profile</span></p>', 'Ada'],
    ['<p><span class="sr-only">Company name</span>Acme</p>', 'Acme'],
    ['<p>Ada<svg><title>Verified</title></svg><script>x()</script><style>y{}</style></p>', 'Ada'],
    ['<p>Ada<span hidden>x</span><span style="display: none">y</span></p>', 'Ada'],
    ['<p>\u200fمريم\u200e</p>', 'مريم'],
    ['<p>Zoe\u0308</p>', 'Zoë'],
  ])('of %s is %s', (html, expected) => {
    expect(textOf(element(html))).toBe(expected);
  });

  it('is empty for none', () => {
    expect(textOf(null)).toBe('');
    expect(clean(undefined)).toBe('');
  });
});

describe('the lines of an element', () => {
  it.each(['p', 'span', 'div'])('are its texts, whatever the tag: %s', (tag) => {
    const html = `<div><div><${tag}>One</${tag}><div><${tag}>Two <b>2</b></${tag}></div></div><button>No</button><i><a>Three</a></i></div>`;
    expect(linesOf(element(html)).map(({ text }) => text)).toEqual(['One', 'Two 2', 'Three']);
  });

  it('leave out what is to be skipped, and end where they are told to', () => {
    const html = '<div><p>One</p><ul><li>Two</li></ul><p><span class="x">Three</span></p><p>Four</p></div>';
    expect(linesOf(element(html), 'ul, .x').map(({ text }) => text)).toEqual(['One', 'Four']);
    expect(linesOf(element(html), '', 2)).toHaveLength(2);
  });
});

describe('whether an element is shown', () => {
  it('asks inline styles and attributes up the tree where the browser has no answer', () => {
    const root = element(
      '<div><div style="display:none"><p id="a">x</p></div><div hidden><p id="b">x</p></div><p id="c">x</p></div>',
    );
    expect(['#a', '#b', '#c'].map((id) => isShown(root.querySelector(id) ?? root))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('believes the browser', () => {
    const root = element('<p>x</p>');
    root.checkVisibility = () => false;
    expect(isShown(root)).toBe(false);
  });
});

describe('counts', () => {
  it.each([
    ['500+ connections', '500+'],
    ['17,457 followers', '17457'],
    ['2.767.663', '2767663'],
    ['2 767 663 abonnés', '2767663'],
    ['2\u202f767 abonnés', '2767'],
    ['27,67,663', '2767663'],
    ['フォロワー6,296人', '6296'],
    ['٥٠٠+ جهة اتصال', '500+'],
    ['1 follower', '1'],
    ['12K followers', '12000'],
    ['2.7M followers', '2700000'],
    ['1,2 Mio. Follower', undefined],
    ['2.7万', undefined],
    ['3.5', undefined],
    ['0 connections', undefined],
    ['none', undefined],
  ])('in %s: %s', (text, expected) => {
    expect(countOf(text)).toBe(expected);
  });

  it('turns digits of any script into ASCII ones', () => {
    expect(asciiDigits('٣ ۴ ५ ６ x')).toBe('3 4 5 6 x');
  });

  it.each([
    ['· 2nd', '2'],
    ['3rd+', '3'],
    ['2º', '2'],
    ['1. Grad', '1'],
    ['12', undefined],
    ['She/Her', undefined],
  ])('and the degree in %s: %s', (text, expected) => {
    expect(degreeOf(text)).toBe(expected);
  });
});
