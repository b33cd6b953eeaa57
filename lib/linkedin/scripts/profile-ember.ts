import { onProfile } from '../on-page.ts';
import { readEmberProfile } from '../profile-ember.ts';

export const read = onProfile('profile-ember', readEmberProfile);
