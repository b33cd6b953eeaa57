import type { Page } from 'playwright-core';

/** What a user would see to be wrong with a screen, by looking over it. */

/** Words that the page shows or has read out, each once. */
export function wordsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words = new Set<string>();
    const take = (text: string | null | undefined) => {
      if (text && /\p{L}/u.test(text)) words.add(text.trim());
    };
    take(document.title);
    const attributes = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-valuetext'];
    for (const element of document.body.querySelectorAll('*')) {
      // Times are put in words by the browser, in its language; code and keys have names, not words.
      if (['SCRIPT', 'STYLE', 'TIME', 'CODE', 'KBD'].includes(element.tagName)) continue;
      for (const name of attributes) take(element.getAttribute(name));
      // Text and values that are set into it stand in nodes of their own, side by side.
      let run = '';
      for (const node of element.childNodes) if (node instanceof Text) run += node.data;
      take(run);
    }
    return [...words];
  });
}

/** Elements that stick out of the window, or of their own box, or whose text is cut off. */
export function spills(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const name = (element: Element) =>
      `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${element.textContent?.trim().slice(0, 60)}`;
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} px wide`);
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (!element.checkVisibility() || element.closest('svg, .visually-hidden')) continue;
      // The row of tabs scrolls, and brings the one in front into sight.
      if (element.closest('.tabs') && element.getAttribute('aria-selected') !== 'true') continue;
      const { left, right, width } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      if (width > 1 && (left < -0.5 || right > clientWidth + 0.5)) found.push(`outside: ${name(element)}`);
      if (element.clientWidth === 0 || element.scrollWidth <= element.clientWidth + 1) continue;
      if (style.overflowX === 'auto' || style.overflowX === 'scroll') found.push(`scrolls: ${name(element)}`);
      // What comes from a page or the CRM may be any length and be cut; our own texts may not.
      const ownText = [...element.childNodes].some((node) => node instanceof Text && node.data.includes('['));
      if (style.overflowX === 'hidden' && ownText) found.push(`cut off: ${name(element)}`);
    }
    return [...new Set(found)];
  });
}
