import { listKindOf } from '../list-address.ts';
import { onPage } from '../on-page.ts';
import { readPeopleList } from '../people-list.ts';

export const read = onPage((page, url) => {
  const kind = listKindOf(url);
  return kind ? readPeopleList(page, kind, url) : { outcome: 'unsupported' };
});
