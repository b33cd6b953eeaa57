import type { CompanyFieldName, CompanyRecord } from '../records.ts';
import { type CompanyAddress, companyIn, companyUrl } from './address.ts';
import { yearIn } from './company-facts.ts';
import { isSameCompany } from './company-identity.ts';
import { employeesRangeOf } from './company-size.ts';
import { createFields } from './fields.ts';
import * as hooks from './hooks.ts';
import { jsonLd, textAt } from './json.ts';
import { countOf, hasDigit, textOf, textPieces } from './text.ts';
import { putWebsite } from './website.ts';

const guestCompany = hooks.guestCompany;

/**
 * A company's public page, as people see it who are not signed in, with or without JSON-LD. Gives the
 * record, or the name of what it missed.
 */
export function readGuestCompany(page: Document, address: CompanyAddress): CompanyRecord | string {
  const heading = page.querySelector('main h1');
  const card = heading?.closest('section');
  if (!heading || !card) return 'name';
  const own = ownAddress(page);
  if (!own?.handle) return 'handle';
  const companyId = idIn(card);
  if (!isSameCompany(address, own, companyId ? [companyId] : [])) return 'the company in the address';

  const data = jsonLd(page, 'Organization', (item) => {
    const link = companyIn(textAt(item, 'url'));
    return link !== undefined && isSameCompany(link, own, []);
  });
  const fields = createFields<CompanyFieldName>();
  const fact = (name: string) => page.querySelector(`[data-test-id="about-us__${name}"] dd`);
  fields.put('name', textOf(heading), 'heading');
  fields.put('handle', own.handle, 'address');
  fields.put('companyId', address.companyId ?? companyId, 'link');
  fields.put('tagline', textOf(card.querySelector(guestCompany.tagline)), 'position');
  fields.put('tagline', textAt(data, 'slogan'), 'structured');
  putWebsite(fields, fact('website')?.querySelector('a')?.getAttribute('href'), 'link');
  putWebsite(fields, textAt(data, 'sameAs'), 'structured');
  fields.put('industry', textOf(fact('industry')), 'position');
  fields.put('industry', textOf(card.querySelector(guestCompany.industry)), 'position');
  fields.put('employeesRange', employeesRangeOf(textOf(fact('size'))), 'position');
  fields.put('about', textOf(page.querySelector(guestCompany.about)), 'position');
  if (!fields.has('about')) fields.put('about', textAt(data, 'description'), 'structured');
  fields.put('founded', yearIn(textOf(fact('foundedOn'))), 'position');
  const pieces = textPieces(card.querySelector(guestCompany.subline));
  fields.put('headquarters', textOf(fact('headquarters')), 'position');
  fields.put(
    'headquarters',
    pieces.find((piece) => !hasDigit(piece)),
    'position',
  );
  if (!fields.has('headquarters'))
    fields.put('headquarters', textAt(data, 'address', 'addressLocality'), 'structured');
  fields.put('followers', countOf(pieces.filter(hasDigit).at(-1) ?? ''), 'position');
  fields.put('logoUrl', logoOf(page, data), 'structured');
  return {
    kind: 'company',
    pageUrl: companyUrl(own.space, own.handle),
    layout: 'guest',
    fields: fields.fields,
    notices: ['publicView'],
  };
}

function ownAddress(page: Document): CompanyAddress | undefined {
  for (const element of page.querySelectorAll(hooks.guest.ownAddress)) {
    const link = companyIn(element.getAttribute('href') ?? element.getAttribute('content'));
    if (link) return link;
  }
  return undefined;
}

function idIn(card: Element): string | undefined {
  const urn = card.querySelector(guestCompany.id)?.getAttribute('data-semaphore-content-urn');
  return /^urn:li:(?:organization|company):([1-9]\d*)$/.exec(urn ?? '')?.[1];
}

function logoOf(page: Document, data: unknown): string | undefined {
  const image = page.querySelector('meta[property="og:image"]')?.getAttribute('content') ?? undefined;
  return [textAt(data, 'logo', 'contentUrl'), image].find((src) => src !== undefined && hooks.logo.test(src));
}
