import { relativeTime, t } from '../i18n.ts';
import type { Caution } from '../outreach.ts';

/** What the user should know before a contact goes into an automation. */
export function cautionText(caution: Caution, now: number): string {
  switch (caution.kind) {
    case 'blacklisted':
      return t('cautionBlacklisted');
    case 'replied':
      return t('activityReplied', relativeTime(Date.parse(caution.at), now));
    case 'otherSender':
      return t('cautionOtherSender', caution.name, relativeTime(Date.parse(caution.at), now));
    case 'unsure':
      return t('cautionUnsure');
  }
}
