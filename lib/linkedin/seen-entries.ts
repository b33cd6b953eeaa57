import * as hooks from './hooks.ts';
import { linesOf } from './lines.ts';
import type { SeenEntry, SeenLine } from './seen.ts';

/** Roles of a group, skills, media and descriptions stand in lists inside an entry. */
const nested = `ul, ol, ${hooks.sdui.text}`;
/** Title, company, dates, place: what comes later is about something else. */
const mostLines = 6;
const mostRoles = 60;
const mostEntries = 200;
/** One more than an entry's texts may have, so that what is too long is still known to be. */
const longest = 501;

/** The texts of the items of a section, for `entries.ts` to make sense of. */
export function seenIn(items: readonly Element[]): SeenEntry[] {
  return items.slice(0, mostEntries).flatMap((item) => {
    const lines = seenLines(item);
    const link = item.matches('a') ? item : item.querySelector('a[href]');
    const roles = [...item.querySelectorAll('li')]
      .map(seenLines)
      .filter((role) => role.length > 1)
      .slice(0, mostRoles);
    const href = link?.getAttribute('href')?.slice(0, longest);
    return lines[0] || roles[0] ? [{ lines, ...(href && { href }), ...(roles[0] && { roles }) }] : [];
  });
}

function seenLines(item: Element): SeenLine[] {
  const lines = linesOf(item, nested, mostLines);
  return lines.map(({ text, element }) => {
    const own = [...element.childNodes].map((node) => (node.nodeType === 3 ? node.nodeValue : '')).join(' ');
    return {
      text: text.slice(0, longest),
      ...(own.trim() && !/^\s*·/.test(own) && own.trim() !== text && { own: own.slice(0, longest) }),
      ...(element.parentElement === lines[0]?.element.parentElement && { beside: true }),
    };
  });
}
