import { onProfile } from '../on-page.ts';
import { readGuestProfile } from '../profile-guest.ts';

export const read = onProfile('profile-guest', readGuestProfile);
