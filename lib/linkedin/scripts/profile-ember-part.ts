import { onProfile } from '../on-page.ts';
import { readEmberPart } from '../profile-ember-part.ts';

export const read = onProfile('profile-ember', readEmberPart);
