import type { Account, Activity, CrmRecord } from '../lib/crm.ts';
import { t } from '../lib/i18n.ts';
import { activityText } from '../lib/panel/activity-text.ts';
import { Icon } from './Icon.tsx';

interface KnownSummaryProps {
  record: CrmRecord;
  lastActivity: Activity | undefined;
  account: Account | undefined;
  crmUrl: string | undefined;
  now: number;
}

/** What matters first about a record that Grinfi has: what happened last, and whose it is. */
export function KnownSummary({ record, lastActivity, account, crmUrl, now }: KnownSummaryProps) {
  const isOwn = account !== undefined && record.ownerId === account.userId;
  return (
    <section class="known" aria-label={t('stateKnown')}>
      <p class="known-activity">
        <Icon name="clock" size={14} />
        {lastActivity ? (
          <time dateTime={lastActivity.at} title={new Date(lastActivity.at).toLocaleString()}>
            {activityText(lastActivity, now)}
          </time>
        ) : (
          <span class="muted">{t('noActivity')}</span>
        )}
      </p>
      <p class="known-owner">
        {record.ownerId && (
          <>
            <Icon name="person" size={14} />
            <span>{isOwn ? t('ownerYou') : t('ownerTeammate')}</span>
          </>
        )}
        {crmUrl && (
          <a href={crmUrl} target="_blank" rel="noreferrer" class="known-link">
            {t('openInGrinfi')}
            <Icon name="external" size={12} />
          </a>
        )}
      </p>
    </section>
  );
}
