import { onProfile } from '../on-page.ts';
import { readSduiProfile } from '../profile-sdui.ts';

export const read = onProfile('profile-sdui', readSduiProfile);
