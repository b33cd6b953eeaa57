import { personIn } from '../address.ts';
import { readContactInfo } from '../contact-info.ts';
import { onPage } from '../on-page.ts';

export const read = onPage((page, url) => {
  const address = personIn(url);
  return address ? readContactInfo(page, address) : { outcome: 'unsupported' };
});
