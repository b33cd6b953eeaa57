import { onProfile } from '../on-page.ts';
import { readMobileProfile } from '../profile-mobile.ts';

export const read = onProfile('profile-mobile', readMobileProfile);
