import type { EducationEntry, ExperienceEntry, PersonFieldName } from '../records.ts';
import { employerHandleIn, handleIn, type PersonAddress, sameHandle } from './address.ts';
import { putCurrentJob } from './current-job.ts';
import { createFields, real } from './fields.ts';
import * as hooks from './hooks.ts';
import { memberIdOf } from './member-id.ts';
import { notReady, type PersonFields, personReading, putName } from './person.ts';
import type { TabReading } from './seen.ts';
import { clean, countOf, degreeOf, hasDigit, textOf } from './text.ts';

const mobile = hooks.mobile;

/**
 * A member's page for phone-like browsers, rendered by the server. The page also names the viewer
 * (`code#memberUrn`) and people like this one, so numbers count only beside the handle they belong to.
 */
export function readMobileProfile(page: Document, address: PersonAddress): TabReading {
  const heading = page.querySelector('main h1');
  const handle = ownHandle(page);
  if (!heading || !handle) return notReady(handle ? 'name' : 'handle');
  const memberId = memberIdBeside(page, handle);
  const agreed = address.handle
    ? sameHandle(handle, address.handle)
    : address.lnId || address.snId
      ? memberId !== undefined && memberIdOf(address.lnId ?? address.snId ?? '') === memberId
      : address.alias !== undefined;
  if (!agreed) return notReady('the person in the address');

  const fields = createFields<PersonFieldName>();
  fields.put('handle', handle, 'address');
  fields.put('memberId', memberId, 'link');
  putTopCard(fields, heading);
  fields.put('about', textOf(aboutOf(page)), 'position');
  const activity = page.querySelector(mobile.activity)?.closest('section');
  fields.put('followers', countOf(textOf(activity?.querySelector('h2 + div'))), 'position');
  const experience = experienceOf(page);
  putCurrentJob(fields, experience, undefined, 'position');
  const educations = educationsOf(page);
  return personReading({ address, handle, layout: 'mobile', fields, experience, educations, notices: [] });
}

/** Jobs and schools have descriptions of the same make, but in a list. */
function aboutOf(page: Document): Element | undefined {
  return [...page.querySelectorAll(mobile.about)].find((text) => !text.closest('li'));
}

/** From the canonical link; the handle in the page's data stands in a comment, in quotes. */
function ownHandle(page: Document): string | undefined {
  const canonical = handleIn(page.querySelector('link[rel=canonical]')?.getAttribute('href'));
  const data = page.querySelector(mobile.handle)?.firstChild?.nodeValue;
  const stated = clean(data).replace(/^"|"$/g, '') || undefined;
  return canonical && stated && !sameHandle(canonical, stated) ? undefined : (canonical ?? stated);
}

function memberIdBeside(page: Document, handle: string): string | undefined {
  const element = [...page.querySelectorAll(mobile.person)].find((candidate) =>
    sameHandle(candidate.getAttribute('data-vanity-name') ?? undefined, handle),
  );
  return /^urn:li:member:([1-9]\d*)$/.exec(element?.getAttribute('data-member-urn') ?? '')?.[1];
}

/**
 * Under the row with the name: headline, current company, and a line that holds the location as bare text
 * before the connections. Only the company's span has a class, whatever its name.
 */
function putTopCard(fields: PersonFields, heading: Element): void {
  putName(fields, textOf(heading), 'heading');
  const degree = heading.parentElement?.querySelector(':scope > span[title]');
  if (degree) fields.put('degree', degreeOf(textOf(degree)), 'position');
  const lines = [...(heading.parentElement?.parentElement?.children ?? [])].slice(1);
  for (const line of lines) {
    const bare = clean(
      [...line.childNodes].map((node) => (node.nodeType === 3 ? node.nodeValue : ' ')).join(''),
    );
    const [span] = line.children;
    if (bare) {
      fields.put('location', bare, 'position');
      const counts = [...line.children].map(textOf).filter(hasDigit);
      fields.put('connections', countOf(counts.at(-1) ?? ''), 'position');
    } else if (span && !span.hasAttribute('class') && !fields.has('location') && !fields.has('headline')) {
      fields.put('headline', textOf(span), 'position');
    } else if (hasDigit(textOf(line)) && line.children.length > 1) {
      fields.put('connections', countOf(textOf(line)), 'position');
    }
  }
}

function experienceOf(page: Document): ExperienceEntry[] {
  const section = page.querySelector(mobile.job)?.closest('section') ?? page.querySelector(mobile.jobs);
  return innermostItems(section).flatMap((item) => {
    const lines = linesOf(item);
    const dates = lines.findIndex((line) => rangeOf(line));
    const texts = (dates < 0 ? lines : lines.slice(0, dates)).map((line) => real(textOf(line)));
    // Jobs at one employer are a list under a link with the employer's name.
    const group = item.parentElement?.closest('li');
    const header = group?.querySelector(':scope > a');
    const company = header ? real(textOf(linesOf(header)[0])) : texts[1];
    if (!texts[0] && !company) return [];
    const link = header ?? item.querySelector(hooks.link.company);
    const handle = employerHandleIn(link?.getAttribute('href'));
    const range = dates < 0 ? undefined : rangeOf(lines[dates]);
    return [{ title: texts[0], company, companyHandle: handle, ...range }];
  });
}

function educationsOf(page: Document): EducationEntry[] {
  return innermostItems(page.querySelector(mobile.school)?.closest('section')).flatMap((item) => {
    const lines = linesOf(item);
    const dates = lines.findIndex((line) => rangeOf(line));
    const [school, degree] = dates < 0 ? lines : lines.slice(0, dates);
    if (!real(textOf(school))) return [];
    // Degree and field stand in one line, each in its own span.
    const { from, to } = (dates < 0 ? undefined : rangeOf(lines[dates])) ?? {};
    return [{ school: real(textOf(school)), degree: real(textOf(degree?.querySelector('span'))), from, to }];
  });
}

function innermostItems(section: Element | null | undefined): Element[] {
  return [...(section?.querySelectorAll('li') ?? [])].filter((item) => !item.querySelector('li'));
}

/** The innermost blocks that hold text. */
function linesOf(item: Element): Element[] {
  return [...item.querySelectorAll('div')].filter(
    (line) => !line.querySelector('div') && textOf(line) !== '',
  );
}

/** Two spans, the first of which ends in the dash: `Jan 2023 -`, `Present`. */
function rangeOf(line: Element | undefined): { from: string; to?: string; current: boolean } | undefined {
  const [start, end] = line?.querySelectorAll('span') ?? [];
  const from = /^(.*\S)\s*\p{Pd}$/u.exec(textOf(start))?.[1];
  if (!from || !hasDigit(from)) return undefined;
  const to = real(textOf(end));
  return to ? { from, to, current: !hasDigit(to) } : { from, current: false };
}
