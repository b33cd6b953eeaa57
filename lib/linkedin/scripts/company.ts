import { readSignedInCompany } from '../company-signed-in.ts';
import { onCompany } from '../on-page.ts';

export const read = onCompany('company', readSignedInCompany);
