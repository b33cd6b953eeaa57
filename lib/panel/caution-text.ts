import { relativeTime, t } from '../i18n.ts';
import { type Automation, type Caution, type Enrolment, isUnderWay } from '../outreach.ts';

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

/** All that speaks against putting one contact into the automation that is wanted, a line each. */
export function cautionLines(
  found: {
    enrolments: readonly Enrolment[];
    automations: readonly Automation[];
    cautions: readonly Caution[];
  },
  wanted: { id: string; name: string },
  now: number,
): string[] {
  const current = found.automations.find(({ id }) => id === wanted.id);
  const nameOf = (id: string) => found.automations.find((one) => one.id === id)?.name ?? t('automationGone');
  const running = found.enrolments.filter(isUnderWay).map(({ automationId }) => automationId);
  return [
    ...(current?.status === 'on' ? [] : [t('recipeAutomationOff', current?.name ?? wanted.name)]),
    ...running.map((id) => t('cautionRunning', nameOf(id))),
    ...found.cautions.map((caution) => cautionText(caution, now)),
  ];
}
