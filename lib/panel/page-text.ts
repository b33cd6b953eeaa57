import { type TextKey, t } from '../i18n.ts';
import type { PageKind } from '../records.ts';

const pageKeys: Record<PageKind, TextKey> = {
  profile: 'pageProfile',
  company: 'pageCompany',
  'people-list': 'pagePeopleList',
  lead: 'pageLead',
  account: 'pageAccount',
};

/** What kind of page it is, for people. */
export function pageText(page: PageKind): string {
  return t(pageKeys[page]);
}
