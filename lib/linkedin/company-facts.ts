import { outboundUrl } from './address.ts';
import { employeesRangeOf } from './company-size.ts';
import { real } from './fields.ts';
import * as hooks from './hooks.ts';
import { asciiDigits, hasDigit, textOf } from './text.ts';

/** What the list on a company's About tab tells. */
export interface CompanyFacts {
  website?: string | undefined;
  phone?: string | undefined;
  industry?: string | undefined;
  employeesRange?: string | undefined;
  headquarters?: string | undefined;
  founded?: string | undefined;
}

type Shape = 'website' | 'phone' | 'size' | 'year' | 'text';
interface Fact {
  shape: Shape;
  text: string;
  element: Element;
}

/**
 * Reads the list of facts. The labels are translated, so each fact is known by its shape (address, phone
 * number, range, year) and the plain texts by where they stand: the order is website, phone, industry, size,
 * headquarters, type, founded, specialties, each of which may be missing.
 */
export function factsOf(list: Element): CompanyFacts {
  const facts = factsIn(list);
  const of = (shape: Shape) => facts.find((fact) => fact.shape === shape);
  const size = facts.findIndex((fact) => fact.shape === 'size');
  const year = facts.findIndex((fact) => fact.shape === 'year');
  // A date among them is the one when the page was verified.
  const before = facts
    .slice(0, Math.max(size, 0))
    .filter((fact) => fact.shape === 'text' && !hasDigit(fact.text));
  const after = size < 0 ? [] : facts.slice(size + 1, year > size ? year : undefined);
  return {
    website: of('website')?.element.querySelector('a')?.getAttribute('href') ?? undefined,
    phone: phoneIn(of('phone')?.element),
    industry: before.at(-1)?.text,
    employeesRange: employeesRangeOf(of('size')?.text ?? ''),
    headquarters: headquartersIn(
      after.filter((fact) => fact.shape === 'text'),
      year > size,
    ),
    founded: yearIn(of('year')?.text ?? ''),
  };
}

/** Alone, a text without a comma may as well be the type of company. */
function headquartersIn(texts: Fact[], yearFollows: boolean): string | undefined {
  const [first, second] = texts;
  if (!first) return undefined;
  if (first.text.includes(',')) return yearFollows || second ? first.text : undefined;
  return second && yearFollows ? first.text : undefined;
}

function factsIn(list: Element): Fact[] {
  const facts: Fact[] = [];
  let answered = true;
  for (const element of list.querySelectorAll('dt, dd')) {
    if (element.localName === 'dt') answered = false;
    if (element.localName === 'dt' || answered) continue;
    const text = real(textOf(element));
    if (!text) continue;
    answered = true;
    facts.push({ shape: shapeOf(element, text), text, element });
  }
  return facts;
}

function shapeOf(element: Element, text: string): Shape {
  if (element.querySelector(hooks.link.phone)) return 'phone';
  if (outboundUrl(element.querySelector('a')?.getAttribute('href') ?? 'none:')) return 'website';
  if (employeesRangeOf(text)) return 'size';
  if (yearIn(text)) return 'year';
  return phoneNumber.test(asciiDigits(text)) ? 'phone' : 'text';
}

const phoneNumber = /^[+(]?\d[\d\s().\-/]{5,22}\d$/;

function phoneIn(element: Element | undefined): string | undefined {
  const href = element?.querySelector(hooks.link.phone)?.getAttribute('href');
  return href ? real(href.replace(/^tel:/i, '')) : real(textOf(element));
}

/** A year, alone or with the word that some languages add (`2010年`, `2010 г.`). */
export function yearIn(text: string): string | undefined {
  return /^\P{Nd}{0,6}(1[5-9]\d\d|20\d\d)\P{Nd}{0,6}$/u.exec(asciiDigits(text))?.[1];
}
