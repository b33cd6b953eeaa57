import { salesIn } from '../address.ts';
import { onPage } from '../on-page.ts';
import { readLead } from '../sales-lead.ts';

export const read = onPage((page, url) => {
  const address = salesIn(url);
  return address?.type === 'lead' ? readLead(page, address.snId) : { outcome: 'unsupported' };
});
