import type { EducationEntry, ExperienceEntry, PersonFieldName } from '../records.ts';
import { accountIn, handleIn, outboundUrl } from './address.ts';
import { createFields, real } from './fields.ts';
import * as hooks from './hooks.ts';
import { payloadItems, textAt } from './json.ts';
import { type PersonFields, personReading, putName } from './person.ts';
import { agreementOf, snIdsIn, wholeText } from './sales-page.ts';
import type { TabReading } from './seen.ts';
import { degreeOf, textOf } from './text.ts';

const sales = hooks.sales;

/**
 * A lead in Sales Navigator. Known from reports alone, so its record is marked. Whatever is read stands in
 * the lead's own sections: others on the page (recommended leads, mutual contacts) bear the same marks.
 */
export function readLead(page: Document, snId: string): TabReading {
  const card = page.querySelector(sales.leadCard);
  const name = textOf(card?.querySelector(sales.leadName));
  if (!card || !name) return notReady('name');
  const data = payloadItems(page, sales.payload, snId).find(
    (item) => textAt(item, 'entityUrn')?.includes(`(${snId},`) && textAt(item, 'fullName') === name,
  );
  const agreement = agreementOf(page, name, data !== undefined || snIdsIn(card).includes(snId));
  if (agreement === 'refuted') return notReady('the person in the address');

  const fields = createFields<PersonFieldName>();
  const put = putter(fields, agreement === 'proven');
  putName(fields, name, 'heading');
  put('headline', textOf(card.querySelector(sales.headline)));
  put('location', textOf(card.querySelector(sales.location)));
  put('photoUrl', photoIn(card));
  put('degree', degreeIn(card));
  const blurb = page.querySelector(sales.leadAbout);
  put('about', wholeText(blurb, textOf(blurb)));
  putRole(fields, page, agreement === 'proven');
  putContact(put, page);
  putData(fields, data);
  // Until something proves that the content is this lead's, nothing of it is written unasked.
  if (agreement !== 'proven') for (const field of Object.values(fields.fields)) field.certain = false;
  return personReading({
    address: { type: 'person', snId, tail: [] },
    layout: 'sales-navigator',
    fields,
    experience: experienceOf(page),
    educations: educationsOf(page),
    notices: ['bestEffort'],
  });
}

function notReady(missing: string): TabReading {
  return { outcome: 'notReady', page: 'lead', missing: [missing] };
}

type Put = (name: PersonFieldName, value: string | null | undefined) => void;

function putter(fields: PersonFields, certain: boolean): Put {
  return (name, value) => fields.put(name, value, 'position', certain);
}

function photoIn(card: Element): string | undefined {
  const src = card.querySelector(sales.photo)?.getAttribute('src') ?? '';
  return /^https:\/\/[\w.-]+\.licdn\.com\/[^?]*profile-(?:display|framed)photo/.test(src) ? src : undefined;
}

/** A short item of its own under the name. */
function degreeIn(card: Element): string | undefined {
  const item = [...card.querySelectorAll('li')].find((element) =>
    /^[·\s]*[123]\P{Nd}{0,4}$/u.test(textOf(element)),
  );
  return item && degreeOf(textOf(item));
}

function putRole(fields: PersonFields, page: Document, proven: boolean): void {
  const section = page.querySelector(sales.currentRole);
  if (!section) return;
  const items = [...section.querySelectorAll('li')].filter((item) => item.querySelector(sales.jobTitle));
  const role = items[0] ?? section;
  // Of several current jobs nothing says which one counts.
  const certain = proven && items.length < 2;
  fields.put('position', textOf(role.querySelector(sales.jobTitle)), 'position', certain);
  fields.put('companyName', textOf(role.querySelector(sales.companyName)), 'position', certain);
  fields.put('companyId', companyIdIn(role), 'link', certain);
}

function companyIdIn(role: Element): string | undefined {
  return accountIn(role.querySelector('a[href*="/sales/company/"]')?.getAttribute('href'));
}

function putContact(put: Put, page: Document): void {
  const section = page.querySelector(sales.contact);
  if (!section) return;
  const target = (selector: string) =>
    section
      .querySelector(selector)
      ?.getAttribute('href')
      ?.replace(/^(?:mailto|tel):/i, '')
      .split('?')[0];
  put('email', target(hooks.link.mail));
  put('phone', target(hooks.link.phone) ?? textOf(section.querySelector(sales.phone)));
  const links = [...section.querySelectorAll('a[href]')].map((link) =>
    outboundUrl(link.getAttribute('href')),
  );
  const twitter = links.find((url) => url && /^https?:\/\/(?:www\.)?(?:twitter|x)\.com\//.test(url));
  put('twitter', twitter);
  put(
    'website',
    links.find((url) => url && url !== twitter),
  );
}

/** The page's own data of this lead knows the public address. */
function putData(fields: PersonFields, data: unknown): void {
  fields.put('handle', handleIn(textAt(data, 'flagshipProfileUrl') ?? '/'), 'structured');
  fields.put('memberId', /^urn:li:member:(\d+)$/.exec(textAt(data, 'objectUrn') ?? '')?.[1], 'structured');
  if (!fields.has('headline')) fields.put('headline', textAt(data, 'headline'), 'structured');
  if (!fields.has('location')) fields.put('location', textAt(data, 'location'), 'structured');
}

function experienceOf(page: Document): ExperienceEntry[] {
  return [...page.querySelectorAll(`${sales.experience} li`)].flatMap((item) => {
    const title = real(textOf(item.querySelector(sales.jobTitle)));
    if (!title || item.querySelector('li')) return [];
    const group = item.parentElement?.closest('li') ?? item;
    const company = real(textOf(group.querySelector(sales.companyName)));
    return [{ title, company, companyId: companyIdIn(group), ...datesIn(item) }];
  });
}

/** `Sep 2016`, `2019`, and `2019年4月`, where the month comes last. */
const moment = '\\P{Nd}{0,14}\\p{Nd}{4}(?:[^\\s\\p{Nd}\\p{Pd}]{1,2}\\p{Nd}{1,2}[^\\s\\p{Nd}\\p{Pd}]{1,2})?';

/** `Sep 2016–Present 9 yrs 10 mos`: what follows the second date is the duration. */
function datesIn(item: Element): Pick<ExperienceEntry, 'from' | 'to' | 'current'> {
  for (const element of item.querySelectorAll('p, span')) {
    const [, from, rest = ''] =
      new RegExp(`^(${moment})\\s*\\p{Pd}\\s*(\\S.{0,60})$`, 'u').exec(textOf(element)) ?? [];
    if (!from) continue;
    const end = new RegExp(`^${moment}`, 'u').exec(rest)?.[0];
    const to = real(end ?? /^\P{Nd}+/u.exec(rest)?.[0]);
    return { from, to, current: end === undefined };
  }
  return {};
}

function educationsOf(page: Document): EducationEntry[] {
  return [...page.querySelectorAll(`${sales.education} li`)].flatMap((item) => {
    const name = item.querySelector(sales.school);
    const school = real(textOf(name));
    if (!school) return [];
    const degree = [...item.querySelectorAll('p')].find((text) => text !== name && !text.contains(name));
    return [{ school, degree: real(textOf(degree)) }];
  });
}
