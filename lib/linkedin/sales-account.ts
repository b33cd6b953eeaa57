import type { CompanyFieldName, Reading } from '../records.ts';
import { accountIn, companyUrl, employerHandleIn } from './address.ts';
import { employeesRangeOf } from './company-size.ts';
import { createFields } from './fields.ts';
import * as hooks from './hooks.ts';
import { payloadItems, textAt } from './json.ts';
import { agreementOf, wholeText } from './sales-page.ts';
import { textOf } from './text.ts';
import { putWebsite } from './website.ts';

const sales = hooks.sales;

/** A company in Sales Navigator. Known from reports alone, so its record is marked. */
export function readAccount(page: Document, companyId: string): Reading {
  const card = page.querySelector(sales.accountCard);
  const name = textOf(card?.querySelector(sales.companyName));
  if (!card || !name) return notReady('name');
  const data = payloadItems(page, sales.payload, companyId).find(
    (item) => urnId(textAt(item, 'entityUrn')) === companyId && textAt(item, 'name') === name,
  );
  const agreement = agreementOf(page, name, data !== undefined || linksTo(card, companyId));
  if (agreement === 'refuted') return notReady('the company in the address');

  const certain = agreement === 'proven';
  const fields = createFields<CompanyFieldName>();
  const own = (selector: string) => ownElement(page, card, selector);
  const blurb = own(sales.accountAbout);
  const handle = employerHandleIn(textAt(data, 'flagshipCompanyUrl'));
  fields.put('companyId', companyId, 'address');
  fields.put('handle', handle, 'structured');
  fields.put('name', name, 'heading', certain);
  fields.put('industry', textOf(own(sales.industry)), 'position', certain);
  fields.put('headquarters', textOf(own(sales.location)), 'position', certain);
  fields.put('employeesRange', employeesRangeOf(textOf(own(sales.accountSize))), 'position', certain);
  fields.put('about', wholeText(blurb, textOf(blurb)), 'position', certain);
  putWebsite(fields, own(sales.website)?.getAttribute('href'), 'link', certain);
  putWebsite(fields, textAt(data, 'website'), 'structured');
  fields.put('logoUrl', logoIn(card), 'position', certain);
  return {
    outcome: 'record',
    record: {
      kind: 'company',
      pageUrl: companyUrl('company', handle ?? companyId),
      layout: 'sales-navigator',
      fields: fields.fields,
      notices: ['bestEffort'],
    },
  };
}

function notReady(missing: string): Reading {
  return { outcome: 'notReady', page: 'account', missing: [missing] };
}

/** In the top card, else elsewhere on the page but not among other companies. */
function ownElement(page: Document, card: Element, selector: string): Element | undefined {
  return (
    card.querySelector(selector) ??
    [...page.querySelectorAll(selector)].find((element) => !element.closest(sales.otherAccounts))
  );
}

function linksTo(card: Element, companyId: string): boolean {
  return [...card.querySelectorAll('a[href*="/sales/company/"]')].some(
    (anchor) => accountIn(anchor.getAttribute('href')) === companyId,
  );
}

function urnId(urn: string | undefined): string | undefined {
  return /^urn:li:fs_salesCompany:(\d+)$/.exec(urn ?? '')?.[1];
}

function logoIn(card: Element): string | undefined {
  const src = card.querySelector('img[src*=company-logo]')?.getAttribute('src') ?? '';
  return hooks.logo.test(src) ? src : undefined;
}
