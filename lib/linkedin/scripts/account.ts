import { accountIn } from '../address.ts';
import { onPage } from '../on-page.ts';
import { readAccount } from '../sales-account.ts';

export const read = onPage((page, url) => {
  const companyId = accountIn(url);
  return companyId ? readAccount(page, companyId) : { outcome: 'unsupported' };
});
