import { type CompanyAddress, companyIn, sameHandle } from './address.ts';

/**
 * Whether the address in the browser and the one that the page gives as its own mean the same company. A
 * number in the address fits a handle only when the page ties the two together: `ids` are the numbers that
 * it gives for itself.
 */
export function isSameCompany(address: CompanyAddress, own: CompanyAddress, ids: readonly string[]): boolean {
  if (address.handle) return sameHandle(address.handle, own.handle);
  const { companyId } = address;
  return companyId !== undefined && (own.companyId === companyId || ids.includes(companyId));
}

/** The address that the page's own tabs share; undefined while there are none, or tabs of two companies. */
export function addressOfTabs(main: Element): CompanyAddress | undefined {
  const inNavigation = companyLinks(main.querySelectorAll('nav a[href]'));
  const links = inNavigation.length > 0 ? inNavigation : companyLinks(main.querySelectorAll('a[href]'));
  const tabs = links.filter((link) => inNavigation.length > 0 || isTab(link.tail[0]));
  const [first, ...rest] = tabs;
  return first && rest.every((tab) => keyOf(tab) === keyOf(first)) ? first : undefined;
}

function companyLinks(anchors: Iterable<Element>): CompanyAddress[] {
  const links: CompanyAddress[] = [];
  for (const anchor of anchors) {
    const href = anchor.getAttribute('href') ?? '';
    if (!/\/(?:company|school|showcase)\//.test(href)) continue;
    const link = companyIn(href);
    if (link) links.push(link);
  }
  return links;
}

function isTab(name: string | undefined): boolean {
  return (
    name !== undefined && /^(?:about|posts|people|jobs|life|insights|products|events|videos)$/.test(name)
  );
}

function keyOf(link: CompanyAddress): string {
  return `${link.space}/${(link.handle ?? link.companyId ?? '').toLowerCase()}`;
}
