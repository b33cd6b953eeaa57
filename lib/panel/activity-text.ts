import type { Activity } from '../crm.ts';
import { relativeTime, type TextKey, t } from '../i18n.ts';
import { inWords } from './in-words.ts';

/** The kinds of activity that Grinfi's reference names; it may add others at any time. */
const sentences: Readonly<Record<string, TextKey>> = {
  pipeline_stage_changed: 'activityStageChanged',
  linkedin_message_sent: 'activityMessageSent',
  linkedin_message_replied: 'activityReplied',
  linkedin_inmail_sent: 'activityInmailSent',
  linkedin_inmail_replied: 'activityReplied',
  linkedin_connection_request_sent: 'activityInvited',
  linkedin_connection_request_accepted: 'activityAccepted',
  email_sent: 'activityEmailSent',
  email_replied: 'activityEmailReplied',
  email_opened: 'activityEmailOpened',
  email_clicked: 'activityEmailClicked',
  email_bounced: 'activityEmailBounced',
  contact_enriched: 'activityEnriched',
};

/** "Replied 3 days ago". `now` in ms since 1970. */
export function activityText(activity: Activity, now: number): string {
  const when = whenOf(activity, now);
  const sentence = sentenceOf(activity.type);
  if (sentence) return t(sentence, when).trim();
  return t('activityOther', activity.type.replaceAll('_', ' '), when).trim();
}

/** The same under the heading of its day: "Replied", or "Voice note sent" for a kind that we have no words for. */
export function activityTitle({ type }: Pick<Activity, 'type'>): string {
  const sentence = sentenceOf(type);
  return sentence ? t(sentence, '').trim() : inWords({}, type);
}

function sentenceOf(type: string): TextKey | undefined {
  return Object.hasOwn(sentences, type) ? sentences[type] : undefined;
}

function whenOf({ at }: Activity, now: number): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? '' : relativeTime(time, now);
}
