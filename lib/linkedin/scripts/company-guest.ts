import { readGuestCompany } from '../company-guest.ts';
import { onCompany } from '../on-page.ts';

export const read = onCompany('company-guest', readGuestCompany);
